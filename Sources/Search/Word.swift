/// A word of a text, folded for comparing: lower case, ё as е, diacritics that stand apart dropped.
struct Word {
  let letters: [Unicode.Scalar]
  let range: Range<String.Index>
  /// Two words with a hyphen between them, taken as one: `Wi-Fi` is found by `wifi`. It comes beside its parts.
  var isJoined = false

  /// The words of a text in their order; letters and digits of any script make words.
  static func all(in text: String) -> [Word] {
    var words: [Word] = []
    var letters: [Unicode.Scalar] = []
    var start = text.startIndex
    var isHyphenBefore = false
    func close(at end: String.Index) {
      guard !letters.isEmpty else { return }
      let word = Word(letters: letters, range: start..<end)
      if isHyphenBefore, let before = words.last(where: { !$0.isJoined }), isNeighbour(before, start) {
        words.append(
          Word(letters: before.letters + letters, range: before.range.lowerBound..<end, isJoined: true))
      }
      words.append(word)
      letters = []
    }
    func isNeighbour(_ before: Word, _ start: String.Index) -> Bool {
      text.unicodeScalars.index(after: before.range.upperBound) == start
    }
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      if isLetter(scalar) {
        if letters.isEmpty { start = index }
        letters.append(contentsOf: folded(scalar))
      } else if !(0x300...0x36F).contains(scalar.value) {
        close(at: index)
        isHyphenBefore = scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
      }
    }
    close(at: text.endIndex)
    return words
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x410...0x44F, 0x401, 0x451: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20).map { [$0] } ?? []
    case 0x401, 0x451: ["е"]
    case 0x30...0x7A, 0x430...0x44F: [scalar]
    default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}

/// Endings taken off a word so that its forms meet. Light and without a dictionary: over-cutting is forgiven by
/// `Term.likeness`, which lets two stems differ by two letters.
enum Stem {
  private static let russian = endings(
    """
    иями ями ами ией иям ием иях ого его ому ему ыми ими ешь ишь ете ите ить ать ять еть уть ует уют ают яют ила ало \
    али ала или ено ена ены ью ия ья ов ев ей ой ий ый ая яя ое ее ые ие ом ем ам ям ах ях ую юю ют ут ат ят ет ит им \
    ым их ых ал ил а я о е и ы у ю ь й
    """)
  private static let english = endings("ings ing ies ied es ed ly s e y")

  static func of(_ word: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    guard let last = word.last, word.count > 3 else { return word[...] }
    guard (0x430...0x44F).contains(last.value) else { return cut(english, off: word[...]) }
    let isReflexive = word.count > 5 && (word.suffix(2) == ["с", "я"] || word.suffix(2) == ["с", "ь"])
    return cut(russian, off: isReflexive ? word.dropLast(2) : word[...])
  }

  private static func cut(_ endings: [[Unicode.Scalar]], off word: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    for ending in endings where word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
      // `speed` is no participle.
      if ending == ["e", "d"], word.count < 6 { continue }
      return word.dropLast(ending.count)
    }
    return word
  }

  private static func endings(_ text: String) -> [[Unicode.Scalar]] {
    text.split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }
}
