/// The gate through which every text passes on its way to a screen or a pipe.
///
/// Texts come from providers and files. A control byte could drive the terminal, a bidirectional control could make
/// an amount or an address read as another one (Unicode TR36, CVE-2021-42574), an invisible character could hide a
/// difference. All of these become visible escapes: `\x1b`, `\u{202E}`.
package enum Gate {
  /// What becomes of the newlines and tabs of a text.
  enum Lines {
    /// Both become a space: a cell, a label, a message.
    case single
    /// Newlines stay, a tab becomes four spaces: a paragraph.
    case several
  }

  /// The text with everything dangerous made visible.
  static func clean(_ text: String, _ lines: Lines = .single) -> String {
    if !needsWork(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += lines == .single ? " " : "\n"
      case "\t": result += lines == .single ? " " : "    "
      default:
        if isDangerous(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The JSON text with the same characters as `\uXXXX`. JSON needs none of them outside its strings but the newline.
  package static func cleanJSON(_ text: String) -> String {
    if !needsWork(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 64)
    for scalar in text.unicodeScalars {
      if scalar != "\n", isDangerous(scalar) {
        for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(UInt32(unit), digits: 4) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// True for controls (C0, DEL, C1), bidirectional controls, invisible characters, and line and paragraph separators.
  package static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x08, 0x0B...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Whether a character must change. Nearly every text ends at its bytes; guillemets and signs of currencies, which
  /// share their lead bytes with dangerous characters, are looked at one by one.
  private static func needsWork(_ text: String) -> Bool {
    mayNeedWork(text) && text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" || isDangerous($0) }
  }

  /// By the bytes alone.
  @inline(__always)
  static func mayNeedWork(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for byte in bytes where isSuspect(byte) { return true }
      return false
    }
  }

  /// A control, or the lead byte of a character in `isDangerous`.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0xC0 ? byte < 0x20 || byte == 0x7F : leads >> UInt64(byte & 63) & 1 != 0
  }

  /// A bit for each of the lead bytes C2, D8, E1, E2, EF and F3, counted from C0.
  private static let leads: UInt64 = 1 << 0x02 | 1 << 0x18 | 1 << 0x21 | 1 << 0x22 | 1 << 0x2F | 1 << 0x33

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value > 0xFF else { return "\\x" + hexadecimal(scalar.value, digits: 2) }
    return "\\u{" + hexadecimal(scalar.value, digits: 4).uppercased() + "}"
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
