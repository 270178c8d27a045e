extension JSON {
  /// The value as UTF-8 on one line, object members sorted by the bytes of their keys.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(256)
    JSONWriter(indented: false).write(self, into: &out, level: 0)
    return out
  }

  /// As `bytes`, as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value with two spaces a level and a final newline, for files and screens that people read.
  package var prettyText: String {
    var out: [UInt8] = []
    JSONWriter(indented: true).write(self, into: &out, level: 0)
    out.append(UInt8(ascii: "\n"))
    return String(decoding: out, as: UTF8.self)
  }
}

private struct JSONWriter {
  let indented: Bool

  func write(_ value: JSON, into out: inout [UInt8], level: Int) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .decimal(let text): out.append(contentsOf: text.utf8)
    case .string(let text): write(text, into: &out)
    case .array(let elements):
      bracketed("[", "]", count: elements.count, into: &out, level: level) { index, out in
        write(elements[index], into: &out, level: level + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      bracketed("{", "}", count: sorted.count, into: &out, level: level) { index, out in
        write(sorted[index].key, into: &out)
        out.append(UInt8(ascii: ":"))
        if indented { out.append(UInt8(ascii: " ")) }
        write(sorted[index].value, into: &out, level: level + 1)
      }
    }
  }

  private func bracketed(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, count: Int, into out: inout [UInt8], level: Int,
    element: (Int, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newline(into: &out, level: level + 1)
      element(index, &out)
    }
    if count > 0 { newline(into: &out, level: level) }
    out.append(UInt8(ascii: close))
  }

  private func newline(into out: inout [UInt8], level: Int) {
    guard indented else { return }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }

  /// Escapes what JSON must escape; what a terminal must not see is the business of the terminal's gate.
  private func write(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x0A: out.append(contentsOf: #"\n"#.utf8)
      case 0x0D: out.append(contentsOf: #"\r"#.utf8)
      case 0x09: out.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20, 0x7F:
        let hex = Array("0123456789abcdef".utf8)
        out.append(contentsOf: #"\u00"#.utf8)
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
