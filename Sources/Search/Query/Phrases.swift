import Domain

/// Words that must stand beside each other.
struct Phrases {
  private let phrases: [[[UInt8]]]

  init(_ texts: [String]) {
    phrases = texts.map { text in
      let tokens = Tokens(text)
      return tokens.all.filter { !$0.isJoined }.map { Stem.of(tokens[$0]) }
    }.filter { !$0.isEmpty }
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// The articles that have every word of every phrase.
  func candidates(in index: Index) throws -> [Bool] {
    var missing = [Int](repeating: 0, count: index.documentCount)
    var wanted = 0
    for stem in phrases.joined() {
      wanted += 1
      guard let term = try index.find(stem) else { return missing.map { _ in false } }
      try index.postings(ofTerm: term).forEach(below: missing.count) { document, _ in missing[document] += 1 }
    }
    return missing.map { $0 == wanted }
  }

  func stand(in article: Article) -> Bool {
    let texts = ([article.title, article.body] + article.tags).map { text in
      let tokens = Tokens(text)
      return tokens.all.filter { !$0.isJoined }.map { Stem.of(tokens[$0]) }
    }
    return phrases.allSatisfy { phrase in texts.contains { Phrases.stands(phrase, in: $0) } }
  }

  private static func stands(_ phrase: [[UInt8]], in words: [[UInt8]]) -> Bool {
    guard phrase.count <= words.count else { return false }
    return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
