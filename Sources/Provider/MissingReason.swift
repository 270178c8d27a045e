import Domain

extension Reason {
  /// Of an intent that this provider has no call for: nothing was sent, and nothing will be.
  static let missing = Reason(
    code: "not-supported",
    label: LocalizedText(
      russian: "Программный интерфейс этого провайдера такого не умеет",
      english: "This provider's interface for programs can't do that"))
}
