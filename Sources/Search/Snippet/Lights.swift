/// What was found: stems that light up, and how much each is worth.
package struct Lights: Sendable {
  struct Light: Sendable {
    /// The word of the query, by its place; a word counts once in a snippet.
    let word: Int
    let worth: Float
  }

  private var lights: [[UInt8]: Light] = [:]
  /// Letters that a stem begins with: most words of a text need not be stemmed to know that they are not lit.
  private var beginnings = [Bool](repeating: false, count: 256)

  package init() {}

  mutating func add(_ stem: [UInt8], word: Int, _ worth: Float) {
    if let other = lights[stem], other.worth >= worth { return }
    lights[stem] = Light(word: word, worth: worth)
    if let first = stem.first { beginnings[Int(first)] = true }
  }

  func light(of word: ArraySlice<UInt8>) -> Light? {
    guard let first = word.first, beginnings[Int(first)] else { return nil }
    return lights[Stem.of(word)]
  }

  /// The word of a text whose stem it is, as it is written there.
  package static func form(of stem: [UInt8], in text: String) -> String? {
    let tokens = Tokens(text)
    return tokens.all.first { Stem.of(tokens[$0]) == stem }.map { Letter.text(tokens[$0]) }
  }
}
