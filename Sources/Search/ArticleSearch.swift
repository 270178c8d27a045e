import Domain

/// Finds articles of the knowledge base by words.
///
/// It reads every article at each search, without an index: a hundred articles take some ten milliseconds, thousands would
/// need one. Words meet by light stemming in Russian and English; there are no synonyms, no forgiveness of misspelling
/// and no wrong keyboard layout. Ranked by BM25 with titles weighted; equal scores keep the given order.
package struct ArticleSearch {
  package struct Hit: Sendable, Equatable {
    /// The place in the articles that were given.
    package let index: Int
    package let id: String
    package let language: String
    package let score: Double
    package let title: [Fragment]
    /// Some twenty words around the best place, as plain text.
    package let snippet: [Fragment]
  }

  /// A stretch of text, found or not: the provider's text, so it passes the terminal's gate.
  package struct Fragment: Sendable, Equatable {
    package let text: String
    package let isMatch: Bool
  }

  private let articles: [Article]
  private let language: String?

  /// - language: of two translations that match, the one in it is shown; nil: the one that matches better.
  package init(_ articles: [Article], preferring language: String? = nil) {
    self.articles = articles
    self.language = language
  }

  /// The best articles, at most `limit`, each id once; nothing for a query without words.
  package func search(_ query: String, limit: Int) -> [Hit] {
    let terms = Term.all(in: query)
    guard !terms.isEmpty, limit > 0 else { return [] }
    let counts = articles.map { Occurrences(of: terms, in: $0) }
    let scores = Ranking(counts, termCount: terms.count).scores
    let order = articles.indices.filter { scores[$0] > 0 }.sorted { (scores[$0], $1) > (scores[$1], $0) }
    return chosen(order).prefix(limit).map { index in
      let article = articles[index]
      return Hit(
        index: index, id: article.id, language: article.language, score: scores[index],
        title: Snippet.whole(article.title, terms), snippet: Snippet.best(PlainText.of(article.body), terms))
    }
  }

  /// One translation of each article, at the place of the best.
  private func chosen(_ order: [Int]) -> [Int] {
    var places: [String: Int] = [:]
    var chosen: [Int] = []
    for index in order {
      let article = articles[index]
      guard let place = places[article.id] else {
        places[article.id] = chosen.count
        chosen.append(index)
        continue
      }
      if article.language == language, articles[chosen[place]].language != language { chosen[place] = index }
    }
    return chosen
  }
}

/// How often each term occurs in an article, a word of the title counting four times, of tags and category twice.
private struct Occurrences {
  var frequencies: [Double]
  var length = 0.0

  init(of terms: [Term], in article: Article) {
    frequencies = terms.map { _ in 0 }
    add(article.title, weight: 4, terms)
    add((article.tags + [article.category]).joined(separator: " · "), weight: 2, terms)
    add(article.body, weight: 1, terms)
  }

  private mutating func add(_ text: String, weight: Double, _ terms: [Term]) {
    for word in Word.all(in: text) {
      length += word.isJoined ? 0 : 1
      for (index, term) in terms.enumerated() { frequencies[index] += weight * term.likeness(word) }
    }
  }
}

/// BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75), times the share of the terms that were found.
private struct Ranking {
  let scores: [Double]

  init(_ counts: [Occurrences], termCount: Int) {
    let total = Double(counts.count)
    let average = max(1, counts.reduce(0) { $0 + $1.length } / max(1, total))
    let weights = (0..<termCount).map { term in
      let found = Double(counts.count { $0.frequencies[term] > 0 })
      return Ranking.logarithm(1 + (total - found + 0.5) / (found + 0.5))
    }
    scores = counts.map { article in
      let shortening = 1.2 * (0.25 + 0.75 * article.length / average)
      let score = zip(article.frequencies, weights).reduce(0) { $0 + $1.1 * $1.0 * 2.2 / ($1.0 + shortening) }
      return score * Double(article.frequencies.count { $0 > 0 }) / Double(termCount)
    }
  }

  /// The binary logarithm, linear between powers of two: monotone, which is all that ranking asks.
  private static func logarithm(_ number: Double) -> Double { Double(number.exponent) + number.significand - 1 }
}
