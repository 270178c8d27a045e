/// Scores the articles of an index for the words of a query.
struct Ranking {
  let index: Index
  private let saturation: Saturation
  private(set) var scores: [Float]
  /// Whether a word of the query, or what it may mean, stands in the article.
  private(set) var isMatched: [Bool]
  private var best: [Float]
  private var touched: [Int32] = []
  /// What each word gave to each article, one word after the other.
  private var given: [(document: Int32, share: Float)] = []
  private var words: [(end: Int, rarity: Float, most: Float)] = []

  init(_ index: Index, _ saturation: Saturation) {
    self.index = index
    self.saturation = saturation
    scores = [Float](repeating: 0, count: index.documentCount)
    best = scores
    isMatched = [Bool](repeating: false, count: index.documentCount)
  }

  /// How telling a term is that so many articles have.
  func rarity(_ count: Int) -> Float {
    let total = Float(index.documentCount)
    return logarithm(1 + max(0, total - Float(count) + 0.5) / (Float(count) + 0.5))
  }

  /// Adds what a word contributes: for each article the best of its alternatives. None is more telling than the first.
  mutating func add(_ alternatives: [Alternative], weight: Float) throws(IndexDamage) {
    guard !alternatives.isEmpty else { return }
    var ceiling = Float.infinity
    for alternative in alternatives {
      let postings = try index.postings(ofTerm: alternative.term)
      let rarity = min(self.rarity(postings.count), ceiling)
      if ceiling == .infinity { ceiling = rarity }
      collect(postings, alternative.weight * rarity * weight)
    }
    let most = take()
    words.append((given.count, ceiling, most))
    touched.removeAll(keepingCapacity: true)
  }

  /// Adds the best of the alternatives to the scores; the largest share that an article got of them.
  private mutating func take() -> Float {
    var most: Float = 0
    // Without buffers each of the writes asks whether the array is shared: half a million instructions a sentence.
    scores.withUnsafeMutableBufferPointer { scores in
      isMatched.withUnsafeMutableBufferPointer { isMatched in
        best.withUnsafeMutableBufferPointer { best in
          for document in touched {
            let place = Int(document)
            let share = best[place]
            scores[place] += share
            isMatched[place] = true
            best[place] = 0
            most = max(most, share)
            given.append((document, share))
          }
        }
      }
    }
    return most
  }

  mutating func addGram(_ postings: Postings, weight: Float) {
    let factor = weight * rarity(postings.count)
    let saturation = saturation
    scores.withUnsafeMutableBufferPointer { scores in
      postings.forEach(below: scores.count) { document, byte in
        scores[document] += factor * saturation(Frequency(byte: byte), in: document)
      }
    }
  }

  private mutating func collect(_ postings: Postings, _ factor: Float) {
    let saturation = saturation
    best.withUnsafeMutableBufferPointer { best in
      postings.forEach(below: best.count) { document, byte in
        let score = factor * saturation(Frequency(byte: byte), in: document)
        if best[document] == 0 { touched.append(Int32(truncatingIfNeeded: document)) }
        if score > best[document] { best[document] = score }
      }
    }
  }

  /// Weighs the words again by how rare they are among the best articles so far.
  mutating func weighAgain() {
    let least = Selection.threshold(scores, count: Tuning.nearCount)
    let total = Float(min(Tuning.nearCount, scores.count))
    var start = 0
    var changes = scores.map { _ in Float(0) }
    for word in words {
      var found: Float = 0
      for (document, share) in given[start..<word.end]
      where share > word.most * Tuning.nearShare && scores[Int(document)] >= least { found += 1 }
      let near = logarithm(1 + max(0, total - found + 0.5) / (found + 0.5))
      let factor = Tuning.near * (near * Tuning.nearScale / max(word.rarity, 0.01) - 1)
      for (document, share) in given[start..<word.end] { changes[Int(document)] += share * factor }
      start = word.end
    }
    for document in scores.indices { scores[document] += changes[document] }
  }
}

/// Finds the best of many scores without sorting them all.
enum Selection {
  /// A score that about so many reach, at least so many where there are as many above zero.
  static func threshold(_ scores: [Float], count: Int) -> Float {
    let most = scores.max() ?? 0
    guard most > 0 else { return .infinity }
    var bins = [Int](repeating: 0, count: 1024)
    let scale = 1023 / most
    for score in scores where score > 0 { bins[Int(score * scale)] += 1 }
    var left = count
    for bin in stride(from: 1023, through: 1, by: -1) {
      left -= bins[bin]
      if left <= 0 { return Float(bin) / scale }
    }
    return .leastNonzeroMagnitude
  }

  /// Places of the scores from the threshold on, the best first; of equals the first.
  static func best(_ scores: [Float], from threshold: Float) -> [Int] {
    scores.indices.filter { scores[$0] >= threshold && scores[$0] > 0 }.sorted { left, right in
      scores[left] == scores[right] ? left < right : scores[left] > scores[right]
    }
  }
}
