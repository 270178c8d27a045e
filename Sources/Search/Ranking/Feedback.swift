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
    let best = best(Tuning.feedbackArticles)
    var traits: [(term: Int, gain: Float)] = []
    traits.reserveCapacity(best.count * Traits.most)
    for document in best {
      let share = Tuning.feedbackShare(scores[document] / scores[best[0]])
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

  /// The best articles that have a word of the query, found in one pass: few of all ever come into so short a list.
  private func best(_ count: Int) -> [Int] {
    var best: [Int] = []
    var least: Float = 0
    for document in scores.indices where scores[document] > least && isMatched[document] {
      let score = scores[document]
      best.insert(document, at: best.firstIndex { scores[$0] < score } ?? best.count)
      if best.count > count { best.removeLast() }
      if best.count == count { least = scores[best[count - 1]] }
    }
    return best
  }
}
