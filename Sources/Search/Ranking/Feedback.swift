extension Ranking {
  /// Looks again with what the best articles have in common beside the words that were asked for: what is written about
  /// the matter in other words comes nearer, and what shares a word with it by chance falls behind.
  mutating func addFeedback(_ words: [QueryWord], _ meanings: [Meaning]) throws(IndexDamage) {
    let common = try commonTerms(besides: meanings)
    let total = common.reduce(Float(0)) { $0 + $1.gain }
    guard total > 0 else { return }
    // All of them together weigh a share of what the words do, however many these are.
    let asked = words.reduce(Float(0)) { $0 + ($1.isJoined ? 0 : $1.weight) }
    for (term, gain) in common {
      addGram(try index.postings(ofTerm: term), weight: Tuning.feedback * asked * gain / total)
    }
  }

  /// The terms that tell the best articles from others, the most telling first. One article alone proves nothing.
  private func commonTerms(besides meanings: [Meaning]) throws(IndexDamage) -> [(term: Int, gain: Float)] {
    var found = scores
    for document in found.indices where !isMatched[document] { found[document] = 0 }
    let best = Selection.best(found, from: Selection.threshold(found, count: Tuning.feedbackArticles))
    var traits: [(term: Int, gain: Float)] = []
    for document in best.prefix(Tuning.feedbackArticles) {
      let share = Tuning.feedbackShare(found[document] / found[best[0]])
      try Traits.forEach(of: document, in: index) { term, weight in traits.append((term, share * weight)) }
    }
    traits.sort { $0.term < $1.term }
    let asked = meanings.flatMap { $0.alternatives.filter { $0.weight > 0.5 }.map(\.term) }
    var common: [(term: Int, gain: Float)] = []
    var start = 0
    for end in traits.indices where end + 1 == traits.count || traits[end + 1].term != traits[end].term {
      let term = traits[end].term
      if end > start, !asked.contains(term) {
        common.append((term, traits[start...end].reduce(0) { $0 + $1.gain }))
      }
      start = end + 1
    }
    common.sort { $0.gain == $1.gain ? $0.term < $1.term : $0.gain > $1.gain }
    return Array(common.prefix(Tuning.feedbackTerms))
  }
}
