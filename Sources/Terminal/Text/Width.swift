/// How many columns of a terminal a text takes.
package enum Width {
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar) else { return text.reduce(0) { $0 + of($1) } }
      width += 1
    }
    return width
  }

  /// The columns of one character as people see it, whatever it is made of.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    if isRegionalIndicator(first) { return 2 }
    // U+FE0F asks for the picture of a character that is text by default: ☀️.
    if scalars.contains("\u{FE0F}"), first.properties.isEmoji { return 2 }
    if first.properties.isEmojiPresentation { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if isSimple(scalar) { return 1 }
    switch scalar.value {
    case 0, 0x1160...0x11FF, 0xFE00...0xFE0F: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return WidthTable.isWide(scalar) ? 2 : 1
    }
  }

  /// Latin, Greek and Cyrillic letters without the combining marks between them: one column each. U+00AD is shown as a
  /// hyphen by most terminals.
  private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300, 0x370..<0x483, 0x48A..<0x531: true
    default: false
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
