/// Finds what was probably meant by a word that nothing is called.
package enum NearMiss {
  /// The closest candidates, at most three, best first; nothing when all are far.
  package static func closest(to word: String, among candidates: [String]) -> [String] {
    let typed = Array(word.lowercased())
    guard (1...40).contains(typed.count) else { return [] }
    let readings = [typed, otherLayout(typed)]
    let scored = candidates.enumerated().compactMap { order, candidate in
      score(readings, Array(candidate.lowercased())).map { (score: $0, order: order, candidate: candidate) }
    }
    guard let best = scored.map(\.score).min() else { return [] }
    return scored.filter { $0.score == best }.prefix(3).map(\.candidate)
  }

  /// Abbreviations are not accepted, so a beginning of a name counts as one mistake, however short.
  private static func score(_ readings: [[Character]], _ candidate: [Character]) -> Int? {
    readings.compactMap { typed -> Int? in
      if typed.count >= 2, candidate.starts(with: typed) { return candidate.count == typed.count ? 0 : 1 }
      let limit = typed.count <= 2 ? 0 : typed.count <= 4 ? 1 : typed.count <= 7 ? 2 : 3
      guard abs(typed.count - candidate.count) <= limit else { return nil }
      let distance = distance(typed, candidate)
      return distance <= limit ? distance : nil
    }.min()
  }

  /// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let cost = first[row - 1] == second[column - 1] ? 0 : 1
        var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          best = min(best, beforePrevious[column - 2] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }

  private static let latinKeys = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.")
  private static let russianKeys = Array("йцукенгшщзхъфывапролджэячсмитьбю")

  /// The same keys pressed in the other keyboard layout: `ифдфтсу` is `balance`.
  static func otherLayout(_ word: [Character]) -> [Character] {
    word.map { key in
      if let place = latinKeys.firstIndex(of: key) { return russianKeys[place] }
      if let place = russianKeys.firstIndex(of: key) { return latinKeys[place] }
      return key
    }
  }
}
