/// The alphabet of the index: a word is a row of bytes, one a letter or digit of the two languages.
///
/// Half of UTF-8's size for Russian, one table look-up a letter, and both stemmers and the skeleton are switches over small
/// numbers. Letters of other scripts take three bytes: `escape` and sixteen bits.
package enum Letter {
  /// `0` to `9` are 1 to 10.
  static let digit: UInt8 = 1
  /// `a` to `z` are 11 to 36.
  static let latin: UInt8 = 11
  /// `а` to `я` are 37 to 68; ё is е.
  static let cyrillic: UInt8 = 37
  static let end: UInt8 = 69
  static let escape: UInt8 = 255

  static func isDigit(_ code: UInt8) -> Bool { code >= digit && code < latin }
  static func isLatin(_ code: UInt8) -> Bool { code >= latin && code < cyrillic }
  static func isCyrillic(_ code: UInt8) -> Bool { code >= cyrillic && code < end }

  /// What a character is within a text.
  enum Meaning {
    case letter(UInt8)
    /// A letter of another script, or one that stands for two of ours.
    case letters(UInt8, UInt8, UInt8)
    case hyphen, apostrophe, nothing
    case breve
    case other
  }

  /// Folds case and diacritics.
  static func meaning(_ value: UInt32) -> Meaning {
    switch value {
    case 0x30...0x39: .letter(digit + UInt8(value - 0x30))
    case 0x41...0x5A: .letter(latin + UInt8(value - 0x41))
    case 0x61...0x7A: .letter(latin + UInt8(value - 0x61))
    case 0x410...0x42F: .letter(cyrillic + UInt8(value - 0x410))
    case 0x430...0x44F: .letter(cyrillic + UInt8(value - 0x430))
    case 0x401, 0x451: .letter(Cyrillic.е)
    case 0x2D, 0x2010, 0x2011: .hyphen
    case 0x27, 0x2019: .apostrophe
    case 0x306: .breve
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x300...0x36F: .nothing
    case 0..<0x80: .other
    case 0xC0...0x17F: diacritic(value)
    default: foreign(value)
    }
  }

  /// The letter under a diacritic of Western Europe.
  private static func diacritic(_ value: UInt32) -> Meaning {
    let base = bases[Int(value - 0xC0)]
    return switch base {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter(latin + base - UInt8(ascii: "a"))
    default: value == 0xDF ? .letters(latin + 18, latin + 18, 0) : foreign(value)
    }
  }

  private static let bases = Array(
    (("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo"
      + "..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs") as String).utf8)

  private static func foreign(_ value: UInt32) -> Meaning {
    switch value {
    // Letters of the neighbours, as a Russian types them.
    case 0x404, 0x454: return .letter(Cyrillic.е)
    case 0x406, 0x407, 0x456, 0x457: return .letter(Cyrillic.и)
    case 0x40E, 0x45E: return .letter(Cyrillic.у)
    case 0x490, 0x491: return .letter(Cyrillic.г)
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    if scalar.properties.numericType == .decimal, let number = scalar.properties.numericValue {
      return .letter(digit + UInt8(max(0, min(9, number))))
    }
    guard scalar.properties.isAlphabetic else { return .other }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    return .letters(escape, UInt8(truncatingIfNeeded: lower >> 8), UInt8(truncatingIfNeeded: lower))
  }

  /// A word in letters that a person reads.
  package static func text(_ word: some Swift.Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var rest = word.makeIterator()
    while let code = rest.next() {
      let value: UInt32 =
        switch code {
        case digit..<latin: 0x30 + UInt32(code - digit)
        case latin..<cyrillic: 0x61 + UInt32(code - latin)
        case cyrillic..<end: 0x430 + UInt32(code - cyrillic)
        default: UInt32(rest.next() ?? 0) << 8 | UInt32(rest.next() ?? 0)
        }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }
}

/// Codes by their letters, for rules that name them.
enum Cyrillic {
  static let а: UInt8 = 37, б: UInt8 = 38, в: UInt8 = 39, г: UInt8 = 40, д: UInt8 = 41, е: UInt8 = 42, ж: UInt8 = 43
  static let з: UInt8 = 44, и: UInt8 = 45, й: UInt8 = 46, к: UInt8 = 47, л: UInt8 = 48, м: UInt8 = 49, н: UInt8 = 50
  static let о: UInt8 = 51, п: UInt8 = 52, р: UInt8 = 53, с: UInt8 = 54, т: UInt8 = 55, у: UInt8 = 56, ф: UInt8 = 57
  static let х: UInt8 = 58, ц: UInt8 = 59, ч: UInt8 = 60, ш: UInt8 = 61, щ: UInt8 = 62, ъ: UInt8 = 63, ы: UInt8 = 64
  static let ь: UInt8 = 65, э: UInt8 = 66, ю: UInt8 = 67, я: UInt8 = 68
}
