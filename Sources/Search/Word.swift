/// A word of a text, folded for comparing: lower case, ё as е, diacritics that stand apart dropped.
struct Word {
  let letters: ArraySlice<Unicode.Scalar>
  let range: Range<String.Index>
  /// Two words with a hyphen between them, taken as one: `Wi-Fi` is found by `wifi`. It comes beside its parts.
  let isJoined: Bool

  /// The words of a text in their order; letters and digits of any script make words.
  static func all(in text: String) -> [Word] {
    var reader = WordReader()
    for scalar in text.unicodeScalars { reader.read(scalar) }
    reader.closeWord()
    let utf8 = text.utf8
    return reader.spans.map { span in
      let lower = utf8.index(utf8.startIndex, offsetBy: span.bytes.lowerBound)
      let upper = utf8.index(utf8.startIndex, offsetBy: span.bytes.upperBound)
      return Word(letters: reader.letters[span.letters], range: lower..<upper, isJoined: span.isJoined)
    }
  }
}

/// All letters of a text lie in one array and words are places in it: an array a word took ten times as long.
private struct WordReader {
  struct Span {
    let letters: Range<Int>
    let bytes: Range<Int>
    let isJoined: Bool
  }

  var letters: [Unicode.Scalar] = []
  var spans: [Span] = []
  private var offset = 0
  private var letterStart = 0
  private var byteStart = 0
  private var byteEnd = 0
  /// The word just before a hyphen.
  private var hyphenated: Span?

  mutating func read(_ scalar: Unicode.Scalar) {
    let width = UTF8.width(scalar)
    defer { offset += width }
    if WordReader.isLetter(scalar) {
      if letters.count == letterStart { byteStart = offset }
      append(scalar)
      byteEnd = offset + width
      return
    }
    // A mark over a letter belongs to its word.
    if (0x300...0x36F).contains(scalar.value), letters.count > letterStart { return byteEnd = offset + width }
    let isWordBefore = letters.count > letterStart
    closeWord()
    let isHyphen = scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    hyphenated = isHyphen && isWordBefore ? spans.last : nil
  }

  mutating func closeWord() {
    guard letters.count > letterStart else { return }
    if let before = hyphenated {
      spans.append(
        Span(
          letters: before.letters.lowerBound..<letters.count, bytes: before.bytes.lowerBound..<byteEnd, isJoined: true))
    }
    spans.append(Span(letters: letterStart..<letters.count, bytes: byteStart..<byteEnd, isJoined: false))
    hyphenated = nil
    letterStart = letters.count
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x410...0x44F, 0x401, 0x451: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x430...0x44F: letters.append(scalar)
    case 0x41...0x5A, 0x410...0x42F: letters.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
    case 0x401, 0x451: letters.append("е")
    default: letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
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

  static func of(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let last = word.last, word.count > 3 else { return word }
    guard (0x430...0x44F).contains(last.value) else { return cut(english, off: word) }
    let isReflexive = word.count > 5 && (last == "я" || last == "ь") && word.dropLast().last == "с"
    return cut(russian, off: isReflexive ? word.dropLast(2) : word)
  }

  private static func cut(_ endings: [[Unicode.Scalar]], off word: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    for ending in endings where word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
      // `speed` is no participle.
      if ending.count == 2, ending[0] == "e", ending[1] == "d", word.count < 6 { continue }
      return word.dropLast(ending.count)
    }
    return word
  }

  private static func endings(_ text: String) -> [[Unicode.Scalar]] {
    text.split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }
}
