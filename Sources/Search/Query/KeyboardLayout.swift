/// The Russian and the American layout of one keyboard (`winkeys` of ru, `basic` of us).
enum KeyboardLayout {
  private static let latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&"
  private static let russian = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?"

  private static let toRussian = table(latin, russian)
  private static let toLatin = table(russian, latin)

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }

  /// The layout that most of the letters were typed with; nil for a text without letters of either.
  private static func isLatin(_ text: String) -> Bool? {
    var latin = 0
    var cyrillic = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0x410...0x44F, 0x401, 0x451: cyrillic += 1
      default: break
      }
    }
    return latin == cyrillic ? nil : latin > cyrillic
  }

  /// What the same keys type with the other layout: character by character, from the layout of most letters.
  static func switched(_ text: String) -> (_ part: Substring) -> String {
    let table = isLatin(text).map { $0 ? toRussian : toLatin } ?? [:]
    return { part in
      var other = String.UnicodeScalarView()
      for scalar in part.unicodeScalars { other.append(table[scalar] ?? scalar) }
      return String(other)
    }
  }
}
