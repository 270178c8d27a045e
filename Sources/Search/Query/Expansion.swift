/// A term that a word of the query may mean, and how likely.
struct Alternative {
  let term: Int
  var weight: Float
}

/// What a word of a query means in the vocabulary of the index.
struct Meaning {
  /// The heaviest first.
  var alternatives: [Alternative] = []
  /// The vocabulary has the word's stem.
  var isKnown = false
  /// The term that an unknown word was taken for.
  var mended: Int?

  mutating func add(_ term: Int, _ weight: Float) {
    if let place = alternatives.firstIndex(where: { $0.term == term }) {
      alternatives[place].weight = max(alternatives[place].weight, weight)
    } else {
      alternatives.append(Alternative(term: term, weight: weight))
    }
  }

  mutating func sort() {
    alternatives.sort { $0.weight == $1.weight ? $0.term < $1.term : $0.weight > $1.weight }
  }
}

/// Finds the terms that a word may mean: its stem, what sounds alike, what it is a beginning of.
struct Expansion {
  private let index: Index
  private let isTolerant: Bool
  private var counts: [UInt8]
  private let runCounts: UnsafeRawBufferPointer

  init(_ index: Index, isTolerant: Bool) throws(IndexDamage) {
    self.index = index
    self.isTolerant = isTolerant
    counts = [UInt8](repeating: 0, count: isTolerant ? index.termCount : 0)
    runCounts = try index.bytes.whole(.runCounts)
  }

  mutating func meaning(of word: QueryWord) throws(IndexDamage) -> Meaning {
    var meaning = Meaning()
    if let exact = try index.find(word.stem) {
      meaning.isKnown = true
      meaning.add(exact, 1)
    }
    guard isTolerant else { return meaning }
    try addSimilar(word, &meaning)
    if word.isPrefix { try addBeginnings(word, &meaning) }
    meaning.sort()
    return meaning
  }

  // MARK: words that sound alike

  private mutating func addSimilar(_ word: QueryWord, _ meaning: inout Meaning) throws(IndexDamage) {
    guard !word.isStop || !meaning.isKnown else { return }
    var readings = [Skeleton.of(word.stem)]
    if let russian = Skeleton.russian(word.letters) {
      let stem = Stem.of(russian)
      if let exact = try index.find(stem) { meaning.add(exact, Tuning.transliterated) }
      let reading = Skeleton.of(stem)
      if !readings.contains(reading) { readings.append(reading) }
    }
    // An unknown word may be misspelt: then what is less alike is looked at too.
    let least = meaning.isKnown ? Tuning.leastLikeness : 0.15
    var near: [(term: Int, likeness: Float)] = []
    for reading in readings where reading.count > 1 {
      for (term, likeness) in try similar(to: reading, least) {
        if readings.count > 1, let known = near.firstIndex(where: { $0.term == term }) {
          near[known].likeness = max(near[known].likeness, likeness)
        } else {
          near.append((term, likeness))
        }
      }
    }
    near.sort { $0.likeness == $1.likeness ? $0.term < $1.term : $0.likeness > $1.likeness }
    for (term, likeness) in near.prefix(Tuning.mostAlike) where likeness >= Tuning.leastLikeness {
      meaning.add(term, min(Tuning.alike, likeness * likeness))
    }
    if !meaning.isKnown { try mend(word, readings, near.prefix(100).map(\.term), &meaning) }
  }

  /// Terms by the share of runs of three sounds that they have in common (Dice), from the least on.
  private mutating func similar(to sounds: [UInt8], _ least: Float) throws(IndexDamage) -> [(Int, Float)] {
    let runs = Skeleton.runs(sounds, of: 3)
    var touched: [Int] = []
    for run in runs {
      let list = try index.bytes.list(.runPlaces, Int(run), in: .runTerms)
      var place = 0
      var term = -1
      while let step = Varint.read(list, &place) {
        term += step + 1
        guard term < counts.count else { break }
        if counts[term] == 0 { touched.append(term) }
        counts[term] += 1
      }
    }
    var found: [(Int, Float)] = []
    for term in touched {
      let likeness = 2 * Float(counts[term]) / Float(runs.count + Int(runCounts[term]))
      counts[term] = 0
      if likeness >= least { found.append((term, likeness)) }
    }
    return found
  }

  // MARK: misspelt words

  /// Looks among similar terms, and among those that two letters in each other's place or one too many would hide from
  /// the likeness of sounds, for what a slip or two turn into the word.
  private func mend(
    _ word: QueryWord, _ readings: [[UInt8]], _ near: [Int], _ meaning: inout Meaning
  ) throws(IndexDamage) {
    let allowed: Float = word.letters.count < 4 ? 0 : word.letters.count < 8 ? 1 : 2
    guard allowed > 0 else { return }
    var costs: [(term: Int, cost: Float)] = []
    for term in near {
      let letters = try index.term(term)
      guard letters.count > (word.letters.count < 5 ? 1 : 2) else { continue }
      var cost = min(
        Slips.cost(from: word.stem, to: letters, limit: allowed),
        Slips.cost(from: word.letters, to: letters, limit: allowed))
      if letters.first.map(Letter.isLatin) != word.letters.first.map(Letter.isLatin) {
        let sounds = Skeleton.of(letters)
        cost = min(cost, readings.map { Slips.cost(from: $0, to: sounds, limit: allowed) }.min() ?? .infinity)
      }
      if cost < .infinity { costs.append((term, cost)) }
    }
    for (letters, cost) in unslipped(word.letters) {
      if let term = try index.find(Stem.of(letters)), Stem.of(letters).count > 1 {
        costs.append((term, cost))
      }
    }
    // Of two ways to one term the cheaper.
    costs.sort { ($0.term, $0.cost) < ($1.term, $1.cost) }
    var ranked: [(term: Int, cost: Float)] = []
    for (place, (term, cost)) in costs.enumerated() where place == 0 || costs[place - 1].term != term {
      // Of two words as near the more usual one is meant.
      let count = Float(try index.postings(ofTerm: term).count)
      ranked.append((term, cost - Tuning.usualness * logarithm(count)))
    }
    ranked.sort { ($0.cost, $0.term) < ($1.cost, $1.term) }
    guard let best = ranked.first else { return }
    meaning.mended = best.term
    for (term, cost) in ranked.prefix(Tuning.mostReadings) where cost <= best.cost + Tuning.readingRange {
      meaning.add(term, Tuning.reading(cost))
    }
  }

  /// The word without one of its letters, or with two neighbours in each other's place.
  private func unslipped(_ word: [UInt8]) -> [([UInt8], Float)] {
    var words: [([UInt8], Float)] = []
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      words.append((shorter, index == 0 ? 1.3 : 1))
      guard index + 1 < word.count, word[index] != word[index + 1] else { continue }
      var swapped = word
      swapped.swapAt(index, index + 1)
      words.append((swapped, Slips.transposition))
    }
    return words
  }

  // MARK: the beginning of a word

  private func addBeginnings(_ word: QueryWord, _ meaning: inout Meaning) throws(IndexDamage) {
    guard word.letters.count > 1 else { return }
    for term in try index.terms(beginningWith: word.letters) { meaning.add(term, Tuning.beginning) }
    if word.stem.count >= 3, word.stem.count < word.letters.count {
      for term in try index.terms(beginningWith: word.stem) { meaning.add(term, Tuning.beginning * 0.8) }
    }
  }
}
