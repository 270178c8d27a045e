/// Cuts the telling part out of a text and marks the words that were found.
enum Snippet {
  private static let before = 4
  private static let length = 24

  static func whole(_ text: String, _ terms: [Term]) -> [ArticleSearch.Fragment] {
    fragments(text, text.startIndex..<text.endIndex, Word.all(in: text), terms)
  }

  /// The window with the most different terms, the first of equals; the beginning where nothing is found.
  static func best(_ text: String, _ terms: [Term]) -> [ArticleSearch.Fragment] {
    let words = Word.all(in: text).filter { !$0.isJoined }
    guard !words.isEmpty else { return [] }
    let start = max(0, bestStart(words, text, terms) - before)
    let end = min(words.count, start + length)
    let from = start == 0 ? text.startIndex : words[start].range.lowerBound
    let to = end == words.count ? text.endIndex : words[end - 1].range.upperBound
    var parts = fragments(text, from..<to, Word.all(in: text), terms)
    if start > 0 { parts.insert(.init(text: "…", isMatch: false), at: 0) }
    if end < words.count { parts.append(.init(text: "…", isMatch: false)) }
    return parts
  }

  private static func bestStart(_ words: [Word], _ text: String, _ terms: [Term]) -> Int {
    let found = words.map { word in terms.indices.filter { terms[$0].likeness(word) > 0 } }
    var best = (start: 0, count: 0)
    for start in words.indices where !found[start].isEmpty {
      let window = found[start..<min(words.count, start + length - before)]
      let count = Set(window.joined()).count
      if count > best.count { best = (start, count) }
    }
    return best.start
  }

  private static func fragments(
    _ text: String, _ range: Range<String.Index>, _ words: [Word], _ terms: [Term]
  ) -> [ArticleSearch.Fragment] {
    var parts: [ArticleSearch.Fragment] = []
    var position = range.lowerBound
    // A hyphenated pair comes before its second part, so a found pair is marked as one.
    let found = words.filter { word in terms.contains { $0.likeness(word) > 0 } }
      .sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    for word in found where word.range.lowerBound >= position && word.range.upperBound <= range.upperBound {
      if position < word.range.lowerBound {
        parts.append(.init(text: String(text[position..<word.range.lowerBound]), isMatch: false))
      }
      parts.append(.init(text: String(text[word.range]), isMatch: true))
      position = word.range.upperBound
    }
    if position < range.upperBound {
      parts.append(.init(text: String(text[position..<range.upperBound]), isMatch: false))
    }
    return parts
  }
}

/// Markdown without its marks, on one line.
enum PlainText {
  static func of(_ markdown: String) -> String {
    var plain = ""
    var rest = markdown[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "#", "*", "`", "|", ">", "[": continue
      case "]": rest = withoutTarget(rest)
      case "-" where rest.hasPrefix("--"): rest = rest.drop { $0 == "-" }
      case _ where character.isWhitespace:
        if plain.last != " ", !plain.isEmpty { plain.append(" ") }
      default: plain.append(character)
      }
    }
    return plain
  }

  /// What follows a link's text, without the address in parentheses.
  private static func withoutTarget(_ rest: Substring) -> Substring {
    guard rest.first == "(", let end = rest.firstIndex(of: ")") else { return rest }
    return rest[end...].dropFirst()
  }
}
