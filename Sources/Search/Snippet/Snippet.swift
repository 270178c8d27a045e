/// A stretch of text, found or not: the provider's text, so it passes the terminal's gate.
package struct Fragment: Sendable, Equatable {
  package let text: String
  package let isMatch: Bool

  package init(text: String, isMatch: Bool) {
    self.text = text
    self.isMatch = isMatch
  }
}

/// Cuts the telling part out of a text and marks the words that were found, as they stand in it: inflected, spelt rightly,
/// in their own script.
package struct Snippet {
  private static let before = 4
  private static let length = 26

  private let text: String
  private let words: [Word]

  private struct Word {
    let place: Range<Int>
    let isJoined: Bool
    let light: Lights.Light?
  }

  package init(_ text: String, _ lights: Lights) {
    self.text = text
    let tokens = Tokens(text)
    words = tokens.all.map { token in
      Word(place: token.place, isJoined: token.isJoined, light: lights.light(of: tokens[token]))
    }
  }

  /// The whole text with what was found.
  package var whole: [Fragment] { fragments(0..<text.utf8.count) }

  /// Some thirty words with the largest worth of different words found, the first of equals; the beginning where
  /// nothing is found.
  package var best: [Fragment] {
    let plain = words.filter { !$0.isJoined }
    guard !plain.isEmpty else { return [] }
    let start = max(0, bestStart(plain) - Snippet.before)
    let end = min(plain.count, start + Snippet.length)
    let from = start == 0 ? 0 : plain[start].place.lowerBound
    let to = end == plain.count ? text.utf8.count : plain[end - 1].place.upperBound
    var parts = fragments(from..<to)
    if start > 0 { parts.insert(Fragment(text: "…", isMatch: false), at: 0) }
    if end < plain.count { parts.append(Fragment(text: "…", isMatch: false)) }
    return parts
  }

  private func bestStart(_ plain: [Word]) -> Int {
    var best = (start: 0, worth: Float(0))
    let found = plain.indices.filter { plain[$0].light != nil }
    let most = found.lazy.compactMap { plain[$0].light?.word }.max() ?? 0
    for (number, start) in found.enumerated() {
      var worths = [Float](repeating: 0, count: most + 1)
      for place in found[number...] {
        guard place < start + Snippet.length - Snippet.before else { break }
        if let light = plain[place].light { worths[light.word] = max(worths[light.word], light.worth) }
      }
      let worth = worths.reduce(0, +)
      // Sums of the same worths in another order differ in the last digit.
      if worth > best.worth + 0.001 { best = (start, worth) }
    }
    return best.start
  }

  private func fragments(_ range: Range<Int>) -> [Fragment] {
    var parts: [Fragment] = []
    var position = range.lowerBound
    let utf8 = text.utf8
    func part(_ from: Int, _ to: Int, _ isMatch: Bool) {
      guard from < to else { return }
      let lower = utf8.index(utf8.startIndex, offsetBy: from)
      parts.append(Fragment(text: String(text[lower..<utf8.index(lower, offsetBy: to - from)]), isMatch: isMatch))
    }
    // A pair with a hyphen comes behind its parts; found, it is marked as one.
    let found = words.filter { $0.light != nil }.sorted {
      ($0.place.lowerBound, $1.place.upperBound) < ($1.place.lowerBound, $0.place.upperBound)
    }
    for word in found where word.place.lowerBound >= position && word.place.upperBound <= range.upperBound {
      part(position, word.place.lowerBound, false)
      part(word.place.lowerBound, word.place.upperBound, true)
      position = word.place.upperBound
    }
    part(position, range.upperBound, false)
    return parts
  }
}
