/// The Russian and the American layout of one keyboard (`winkeys` of ru, `basic` of us).
enum KeyboardLayout {
  private static let latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&"
  private static let russian = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?"

  /// Key by key; they are looked through, for a search knows a few dozen characters and no more.
  private static let keys = (latin: Array(latin.unicodeScalars), russian: Array(russian.unicodeScalars))

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
    let isLatin = isLatin(text)
    let from = isLatin.map { $0 ? keys.latin : keys.russian } ?? []
    let to = isLatin == true ? keys.russian : keys.latin
    return { part in
      var other = String.UnicodeScalarView()
      for scalar in part.unicodeScalars { other.append(from.firstIndex(of: scalar).map { to[$0] } ?? scalar) }
      return String(other)
    }
  }
}
