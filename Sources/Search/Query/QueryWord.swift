/// A word of a query.
struct QueryWord {
  let letters: [UInt8]
  let stem: [UInt8]
  let isStop: Bool
  /// Two parts of a word with a hyphen, taken as one.
  let isJoined: Bool
  /// How much it counts beside the others.
  var weight: Float
  /// It may still be being typed.
  var isPrefix: Bool
  /// Bytes of the query.
  let place: Range<Int>

  /// «ли», which makes a question of the word before it.
  private static let particle = [Cyrillic.л, Cyrillic.и]

  /// At most so many; the rest of a longer query is not looked at.
  static let most = 64

  static func all(in text: [UInt8], mayBeUnfinished: Bool) -> [QueryWord] {
    let tokens = Tokens(text)
    var words: [QueryWord] = []
    for token in tokens.all.prefix(most) {
      let letters = Array(tokens[token])
      let isStop = StopWords.contains(tokens[token])
      let weight = (isStop ? Tuning.stopWord : 1) * (token.isJoined ? Tuning.joinedWord : 1)
      // A word said again is the same word, and somewhat more what it is about.
      if let known = words.firstIndex(where: { $0.letters == letters }) {
        words[known].weight += Tuning.saidAgain * weight
        continue
      }
      if letters == particle, let asked = words.indices.last, !words[asked].isStop {
        words[asked].weight *= Tuning.predicate
      }
      words.append(
        QueryWord(
          letters: letters, stem: Stem.of(letters), isStop: isStop, isJoined: token.isJoined, weight: weight,
          isPrefix: false, place: token.place))
    }
    if mayBeUnfinished, let last = tokens.all.last, last.place.upperBound == text.count {
      for index in words.indices where words[index].place.upperBound == text.count { words[index].isPrefix = true }
    }
    return words
  }
}
