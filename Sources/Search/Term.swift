/// A word that is looked for.
struct Term {
  private let letters: ArraySlice<Unicode.Scalar>
  private let stem: ArraySlice<Unicode.Scalar>
  /// The last word of a query may still be being typed: it stands for every word that begins with it.
  private let isPrefix: Bool

  init(_ word: Word, isPrefix: Bool) {
    letters = word.letters
    stem = Stem.of(word.letters)
    self.isPrefix = isPrefix && word.letters.count > 1
  }

  /// The terms of a query: at most 16, words that are everywhere left out when others remain.
  static func all(in query: String) -> [Term] {
    let words = Word.all(in: query)
    let joined = words.filter(\.isJoined).map(\.range)
    let whole = words.filter { word in word.isJoined || !joined.contains { $0.overlaps(word.range) } }
    let telling = whole.filter { !common.contains(String(String.UnicodeScalarView($0.letters))) }
    let kept = (telling.isEmpty ? whole : telling).prefix(16)
    let lastWord = whole.last?.range
    let isComplete = query.unicodeScalars.last?.properties.isWhitespace ?? true
    return kept.map { Term($0, isPrefix: !isComplete && $0.range == lastWord) }
  }

  /// How much a word of a text is the term: 1 the same stem, less for a near one or a mere beginning, 0 not at all.
  func likeness(_ word: Word) -> Double {
    // Stems keep three letters, so words that differ in the first two never meet; most end here.
    guard word.letters.prefix(2).elementsEqual(letters.prefix(2)) else { return 0 }
    if word.letters == letters { return 1 }
    let other = Stem.of(word.letters)
    if other.elementsEqual(stem) { return 1 }
    let (short, long) = other.count < stem.count ? (other, stem) : (stem, other)
    if short.count >= 4, long.count - short.count <= 2, long.starts(with: short) { return 0.7 }
    return isPrefix && word.letters.starts(with: letters) ? 0.5 : 0
  }

  private static let common: Set<String> = [
    "и", "в", "во", "на", "не", "с", "со", "к", "у", "о", "по", "за", "из", "от", "до", "для", "а", "но", "или", "что",
    "как", "где", "это", "мне", "я", "мой", "можно", "the", "a", "an", "to", "of", "in", "on", "is", "are", "do",
    "does",
    "i", "my", "how", "what", "and", "or", "for", "it", "can",
  ]
}
