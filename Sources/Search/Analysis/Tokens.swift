/// The words of a text, in their order, as places in one row of letters.
///
/// `Wi-Fi` gives `wi`, `fi` and the joined `wifi`; `5ГГц` and `IPv6` part at the border of digits and letters and are joined
/// in the same way, so that one is found by the other however it is written.
package struct Tokens {
  package struct Token {
    package var letters: Range<Int>
    /// Bytes of the text.
    package var place: Range<Int>
    /// Two neighbouring parts taken as one word. It follows its second part.
    package var isJoined: Bool
    /// A digit or letter border, or a hyphen, before it: it is not the first part of its chunk.
    var follows: Bool
  }

  package private(set) var letters: [UInt8] = []
  package private(set) var all: [Token] = []

  private var start = 0
  private var placeStart = 0
  private var placeEnd = 0
  /// A hyphen was just read after a part.
  private var isHyphenated = false
  private var isContinued = false
  private var apostrophe = false

  /// Longer words are cut: nobody types them.
  private static let longest = 40

  package init(_ text: [UInt8]) {
    self = text.withUnsafeBufferPointer { Tokens($0) }
  }

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { Tokens($0) }
  }

  package init(_ text: UnsafeBufferPointer<UInt8>) {
    letters.reserveCapacity(text.count)
    all.reserveCapacity(text.count / 6)
    var offset = 0
    while offset < text.count {
      let (value, width) = Tokens.scalar(text, offset)
      read(Letter.meaning(value), at: offset, width: width)
      offset += width
    }
    close()
  }

  package subscript(_ token: Token) -> ArraySlice<UInt8> { letters[token.letters] }

  /// The character at an offset and its bytes; a byte that begins none is one that means nothing.
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + width <= text.count else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(width))
    for index in 1..<width {
      let byte = UInt32(text[offset + index])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | byte & 0x3F
    }
    return (value, width)
  }

  private mutating func read(_ meaning: Letter.Meaning, at offset: Int, width: Int) {
    switch meaning {
    case .letter(let code):
      let isOpen = letters.count > start
      if isOpen, Letter.isDigit(code) != Letter.isDigit(letters[letters.count - 1]) {
        finishPart()
        isContinued = true
      }
      append(code, offset, width)
    case .letters(let first, let second, let third):
      append(first, offset, width)
      letters.append(second)
      if third > 0 || first == Letter.escape { letters.append(third) }
    case .breve:
      if letters.count > start, letters[letters.count - 1] == Cyrillic.и { letters[letters.count - 1] = Cyrillic.й }
      if letters.count > start { placeEnd = offset + width }
    case .nothing:
      if letters.count > start { placeEnd = offset + width }
    case .hyphen:
      let isPart = letters.count > start
      close(keepsChunk: isPart)
      isHyphenated = isPart
    case .apostrophe:
      if letters.count > start, Letter.isLatin(letters[letters.count - 1]) { apostrophe = true } else { close() }
    case .other: close()
    }
  }

  private mutating func append(_ code: UInt8, _ offset: Int, _ width: Int) {
    if letters.count == start {
      placeStart = offset
      if isHyphenated { isContinued = true }
    } else if apostrophe {
      // `don't` is one word, what comes after other apostrophes is none: `provider's`, `I'd`.
      if code != Letter.latin + 19 {
        finishPart()
        isContinued = false
        isDropping = true
        placeStart = offset
      }
    }
    apostrophe = false
    letters.append(code)
    placeEnd = offset + width
  }

  private var isDropping = false

  private mutating func close(keepsChunk: Bool = false) {
    finishPart()
    isHyphenated = false
    isContinued = false
    apostrophe = false
    if !keepsChunk { chunk = all.count }
  }

  private var chunk = 0

  private mutating func finishPart() {
    defer {
      start = letters.count
      isDropping = false
    }
    guard letters.count > start else { return }
    if isDropping, letters.count - start <= 2 {
      letters.removeLast(letters.count - start)
      return
    }
    if letters.count - start > Tokens.longest { letters.removeLast(letters.count - start - Tokens.longest) }
    let token = Token(
      letters: start..<letters.count, place: placeStart..<placeEnd, isJoined: false, follows: isContinued)
    let before = isContinued ? all.last(where: { !$0.isJoined }) : nil
    all.append(token)
    if let before, before.letters.count + token.letters.count <= Tokens.longest { join(before, token) }
  }

  /// The letters of two parts lie beside each other unless a joined word stands between them.
  private mutating func join(_ first: Token, _ second: Token) {
    let from = letters.count
    letters.append(contentsOf: letters[first.letters])
    letters.append(contentsOf: letters[second.letters])
    all.append(
      Token(
        letters: from..<letters.count, place: first.place.lowerBound..<second.place.upperBound, isJoined: true,
        follows: true))
  }
}
