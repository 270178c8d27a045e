/// Markdown without its marks, on one line.
package enum PlainText {
  package static func of(_ markdown: String) -> String {
    var markdown = markdown
    let plain = markdown.withUTF8 { text in
      [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
        count = strip(text, into: buffer)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func strip(_ text: UnsafeBufferPointer<UInt8>, into plain: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    func put(_ byte: UInt8) {
      plain[count] = byte
      count += 1
    }
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"),
        UInt8(ascii: "["):
        continue
      case UInt8(ascii: "!") where index < text.count && text[index] == UInt8(ascii: "["): continue
      case UInt8(ascii: "]"): index = afterTarget(text, index)
      case UInt8(ascii: "-") where index + 1 < text.count && text[index] == byte && text[index + 1] == byte:
        while index < text.count, text[index] == byte { index += 1 }
      case 0...0x20: if count > 0, plain[count - 1] != 0x20 { put(0x20) }
      default: put(byte)
      }
    }
    return count
  }

  /// What follows a link's text, without the address in parentheses.
  private static func afterTarget(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index < text.count, text[index] == UInt8(ascii: "(") else { return index }
    var end = index
    while end < text.count, text[end] != UInt8(ascii: "\n") {
      if text[end] == UInt8(ascii: ")") { return end + 1 }
      end += 1
    }
    return index
  }
}
