import Domain

extension Phrase {
  /// Why something cannot be had: our sentence for the codes that we know, else the provider's own label.
  package static func reason(_ reason: Reason) -> Phrase {
    let label = Phrase(reason.label.text(in: "ru"), reason.label.text(in: "en"))
    return label.russian.isEmpty ? Phrase(verbatim: reason.code) : label
  }
}
