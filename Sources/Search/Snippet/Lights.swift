/// What was found: stems that light up, and how much each is worth.
package struct Lights: Sendable {
  struct Light: Sendable {
    /// The word of the query, by its place; a word counts once in a snippet.
    let word: Int
    let worth: Float
  }

  /// By the letter that a stem begins with: most words of a text need not be stemmed to know that they are not lit. There
  /// are some dozens; a dictionary's type alone costs a search more to make than looking through them.
  private var lights = [[(stem: [UInt8], light: Light)]](repeating: [], count: 256)

  package init() {}

  mutating func add(_ stem: [UInt8], word: Int, _ worth: Float) {
    guard let first = stem.first.map(Int.init) else { return }
    let light = Light(word: word, worth: worth)
    guard let place = lights[first].firstIndex(where: { $0.stem == stem }) else {
      return lights[first].append((stem, light))
    }
    if lights[first][place].light.worth < worth { lights[first][place].light = light }
  }

  func light(of word: ArraySlice<UInt8>) -> Light? {
    guard let first = word.first, lights[Int(first)].contains(where: { Lights.mayBe($0.stem, of: word) }) else {
      return nil
    }
    let stem = Stem.of(word)
    return stem.first.flatMap { first in lights[Int(first)].first { $0.stem == stem }?.light }
  }

  /// Whether a word may have the stem, without stemming it. A Russian stem keeps the second letter of its word; an English
  /// one may not (`dying`, `die`).
  private static func mayBe(_ stem: [UInt8], of word: ArraySlice<UInt8>) -> Bool {
    guard stem.count > 1, word.count > 1, !Letter.isLatin(stem[0]) else { return true }
    return stem[1] == word[word.startIndex + 1]
  }

  /// The word of a text whose stem it is, as it is written there.
  package static func form(of stem: [UInt8], in text: String) -> String? {
    let tokens = Tokens(text)
    return tokens.all.first { Stem.of(tokens[$0]) == stem }.map { Letter.text(tokens[$0]) }
  }
}
