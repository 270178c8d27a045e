import Domain

/// Answers queries from an index.
package struct Searcher {
  package let index: Index
  private let saturation: Saturation
  private let names: [String]
  private let synonyms: Synonyms

  /// Throws where the index is damaged: it must be made anew.
  package init(_ index: Index) throws {
    self.index = index
    saturation = try Saturation(index)
    names = try index.names()
    synonyms = Synonyms(try index.bytes.whole(.synonyms))
  }

  /// What is asked for beside the words.
  package struct Wish: Sendable, Equatable {
    /// Exactly as typed: no other layout, no mending, nothing that only sounds alike, no beginnings, no synonyms.
    package var isExact = false
    /// Of two translations the one that is shown.
    package var preferred: String?
    package var language: String?
    package var type: String?
    package var category: String?
    package var limit = 10

    package init() {}
  }

  package struct Hit: Sendable, Equatable {
    package let document: Int
    package let record: DocumentRecord
    package let score: Float
  }

  /// A word that the articles do not have, and the term that it was taken for.
  package struct Mended: Sendable, Equatable {
    package let typed: String
    package let stem: [UInt8]
  }

  package struct Found {
    package var hits: [Hit] = []
    /// The query as it was meant to be typed, when the other layout was on.
    package var otherLayout: String?
    package var mended: [Mended] = []
    /// No article has the phrases that were asked for: these are found without.
    package var ignoresPhrases = false
    package var lights = Lights()
  }

  /// Reads the text of an article; nil where it can't be.
  package typealias Reading = (DocumentRecord) -> Article?

  package func search(_ typed: String, _ wish: Wish = Wish(), reading: Reading = { _ in nil }) throws -> Found {
    var found = Found()
    if !wish.isExact, let other = try LayoutReading(index).other(typed) {
      found.otherLayout = other.split(separator: " ").joined(separator: " ")
    }
    let query = Query(found.otherLayout ?? typed)
    let words = QueryWord.all(in: Array(query.text.utf8), mayBeUnfinished: !wish.isExact)
    let ranking = try rank(words, wish, &found)
    try choose(ranking, query, wish, reading, &found)
    return found
  }

  private func rank(_ words: [QueryWord], _ wish: Wish, _ found: inout Found) throws -> Ranking {
    var expansion = try Expansion(index, isTolerant: !wish.isExact)
    var meanings: [Meaning] = []
    for word in words { meanings.append(try expansion.meaning(of: word)) }
    if !wish.isExact { try synonyms.widen(words, &meanings, in: index) }
    var ranking = Ranking(index, saturation)
    var grams: [(run: UInt32, weight: Float)] = []
    for (place, word) in words.enumerated() {
      meanings[place].sort()
      let meaning = meanings[place]
      try ranking.add(meaning.alternatives, weight: word.weight)
      try light(word, meaning, ranking, &found)
      guard !wish.isExact else { continue }
      let runs = Skeleton.runs(Skeleton.of(word.stem), of: 4)
      let weight = word.weight * Tuning.gramShare(runs.count) * (meaning.isKnown ? 1 : Tuning.gramOfUnknown)
      for (place, run) in runs.enumerated() { grams.append((run, weight * Tuning.gramWeight(place, of: runs.count))) }
    }
    // Of the words that share a run the heaviest.
    grams.sort { ($0.run, $1.weight) < ($1.run, $0.weight) }
    var last: UInt32?
    for (run, weight) in grams where run != last {
      last = run
      if let postings = try index.postings(ofGram: run) { ranking.addGram(postings, weight: weight * Tuning.gram) }
    }
    ranking.weighAgain()
    if !wish.isExact { try ranking.addFeedback(words, meanings) }
    return ranking
  }

  /// Remembers what is to be lit up in titles and snippets.
  private func light(_ word: QueryWord, _ meaning: Meaning, _ ranking: Ranking, _ found: inout Found) throws {
    for alternative in meaning.alternatives.prefix(12) where alternative.weight >= 0.3 {
      let rarity = ranking.rarity(try index.postings(ofTerm: alternative.term).count)
      found.lights.add(
        try index.term(alternative.term), word: word.place.lowerBound, alternative.weight * rarity * word.weight)
    }
    if let term = meaning.mended, !word.isJoined {
      found.mended.append(Mended(typed: Letter.text(word.letters), stem: try index.term(term)))
    }
  }

  // MARK: the choice

  private func choose(
    _ ranking: Ranking, _ query: Query, _ wish: Wish, _ reading: Reading, _ found: inout Found
  ) throws {
    var scores = ranking.scores
    for document in scores.indices where !ranking.isMatched[document] { scores[document] = 0 }
    try exclude(query.excluded, &scores)
    let filter = try Filter(wish, names)
    let phrases = Phrases(query.phrases)
    let candidates = phrases.isEmpty ? nil : try phrases.candidates(in: index)
    func hits(from threshold: Float, asksPhrases: Bool) throws -> [Hit] {
      try self.hits(Selection.best(scores, from: threshold), scores, wish) { document, record in
        guard filter.admits(record) else { return false }
        guard asksPhrases, let candidates else { return true }
        return candidates[document] && (reading(record).map(phrases.stand(in:)) ?? false)
      }
    }
    let threshold = Selection.threshold(scores, count: wish.limit * 4 + 20)
    found.hits = try hits(from: threshold, asksPhrases: true)
    // Filters may leave too few of the best; then all are looked through.
    if found.hits.count < wish.limit { found.hits = try hits(from: 0, asksPhrases: true) }
    if found.hits.isEmpty, !phrases.isEmpty {
      found.hits = try hits(from: 0, asksPhrases: false)
      found.ignoresPhrases = !found.hits.isEmpty
    }
  }

  private func exclude(_ words: [String], _ scores: inout [Float]) throws {
    for word in words {
      let tokens = Tokens(word)
      for token in tokens.all {
        guard let term = try index.find(Stem.of(tokens[token])) else { continue }
        try index.postings(ofTerm: term).forEach(below: scores.count) { document, _ in scores[document] = 0 }
      }
    }
  }

  /// One translation of each article, at the place of the best.
  private func hits(
    _ order: [Int], _ scores: [Float], _ wish: Wish, admits: (Int, DocumentRecord) throws -> Bool
  ) throws -> [Hit] {
    var hits: [Hit] = []
    for document in order {
      let record = try index.record(document)
      if let place = hits.firstIndex(where: { $0.record.group == record.group }) {
        let isPreferred = record.language < names.count && names[record.language] == wish.preferred
        let shown = hits[place].record.language
        if isPreferred, shown < names.count, names[shown] != wish.preferred, try admits(document, record) {
          hits[place] = Hit(document: document, record: record, score: hits[place].score)
        }
        continue
      }
      guard hits.count < wish.limit else { continue }
      guard try admits(document, record) else { continue }
      hits.append(Hit(document: document, record: record, score: scores[document]))
    }
    return hits
  }

  /// The numbers of the names that are asked for.
  private struct Filter {
    private let language: Int?
    private let type: Int?
    private let category: Int?

    init(_ wish: Wish, _ names: [String]) throws {
      // A name that no article has has a number that none has.
      func number(_ name: String?) -> Int? { name.map { names.firstIndex(of: $0) ?? -1 } }
      language = number(wish.language)
      type = number(wish.type)
      let categories = wish.category.map { wish in names.firstIndex { $0.lowercased() == wish.lowercased() } ?? -1 }
      category = categories
    }

    func admits(_ record: DocumentRecord) -> Bool {
      (language ?? record.language) == record.language && (type ?? record.type) == record.type
        && (category ?? record.category) == record.category
    }
  }
}
