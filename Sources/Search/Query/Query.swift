/// What a person asks for: words, phrases in quotation marks, and words that must not be there.
struct Query {
  /// The text that ranks; phrases are part of it.
  let text: String
  let phrases: [String]
  let excluded: [String]

  /// `"two words"` or `«два слова»` must stand together; `-word` must not stand at all. A quotation within a
  /// sentence at least twice as long is a quotation. A query of exclusions alone asks for
  /// nothing, so there they are words like others.
  init(_ typed: String) {
    // Most have no signs: a look at their bytes is a hundredth of the work below.
    guard
      typed.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "-") || $0 == 0xC2 || $0 == 0xE2 })
    else {
      (text, phrases, excluded) = (typed, [], [])
      return
    }
    var phrases: [String] = []
    var excluded: [String] = []
    var kept = ""
    var rest = typed[...]
    while let character = rest.first {
      if let close = Query.closing[character], let end = rest.dropFirst().firstIndex(of: close) {
        let phrase = rest[rest.index(after: rest.startIndex)..<end]
        if Tokens(String(phrase)).all.isEmpty == false { phrases.append(String(phrase)) }
        kept += " " + phrase + " "
        rest = rest[rest.index(after: end)...]
      } else if character == "-", kept.last.map(\.isWhitespace) ?? true, rest.dropFirst().first?.isLetter == true {
        let word = rest.dropFirst().prefix { !$0.isWhitespace }
        excluded.append(String(word))
        rest = rest[word.endIndex...]
      } else {
        kept.append(character)
        rest = rest.dropFirst()
      }
    }
    let words = Query.words(kept)
    text = words > 0 ? kept : typed
    // A name quoted in a long sentence is no demand.
    let isDemand = phrases.reduce(0) { $0 + Query.words($1) } * 2 >= words
    self.phrases = words > 0 && isDemand ? phrases : []
    self.excluded = words > 0 ? excluded : []
  }

  private static func words(_ text: String) -> Int { Tokens(text).all.count { !$0.isJoined } }

  private static let closing: [Character: Character] = ["\"": "\"", "«": "»", "“": "”", "„": "“"]
}
