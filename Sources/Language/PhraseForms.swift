/// The same words at another place of a sentence.
extension Phrase {
  /// With a capital: for a line of its own.
  package var capitalised: Phrase {
    Phrase(
      russian.prefix(1).uppercased() + russian.dropFirst(), english.prefix(1).uppercased() + english.dropFirst())
  }

  /// Without the capital of a sentence and its full stop: for what goes on after a colon. A first word that is not
  /// an ordinary one (Wi-Fi, GPON, СБП) keeps its capitals.
  package var continued: Phrase { Phrase(Self.continued(russian), Self.continued(english)) }

  /// With a full stop, unless it ends a sentence already.
  package var stopped: Phrase { Phrase(Self.stopped(russian), Self.stopped(english)) }

  package static func joined(_ phrases: [Phrase], by separator: String) -> Phrase {
    Phrase(
      phrases.map(\.russian).joined(separator: separator), phrases.map(\.english).joined(separator: separator))
  }

  private static func continued(_ text: String) -> String {
    let word = text.prefix { !$0.isWhitespace }
    let isOrdinary = word.count > 1 && word.dropFirst().allSatisfy { !$0.isUppercase && !$0.isNumber }
    let start = isOrdinary || word.count == 1 && word != "I" ? text.prefix(1).lowercased() : String(text.prefix(1))
    let rest = text.dropFirst()
    return start + (rest.hasSuffix(".") && !rest.hasSuffix("..") && !rest.hasSuffix("г.") ? rest.dropLast() : rest)
  }

  private static func stopped(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }
}
