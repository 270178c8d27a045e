import Domain

extension Phrase {
  /// Why something cannot be had, in the provider's words; its code where it has none.
  package static func reason(_ reason: Reason) -> Phrase {
    let label = Phrase(reason.label.text(in: "ru"), reason.label.text(in: "en"))
    return label.russian.isEmpty ? Phrase(verbatim: reason.code) : label
  }
}
