/// Texts as they travel in targets and forms.
enum Encoding {
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// A text as one path segment or one value of a query: everything but unreserved characters is escaped (RFC 3986).
  static func percent(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    // A segment of dots would be walked up by servers and proxies.
    let escaped = String(decoding: out, as: UTF8.self)
    return escaped == "." || escaped == ".." ? escaped.replacing(".", with: "%2E") : escaped
  }

  private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// RFC 4648, 4. Our own, because the one of Foundation brings 6 MB of it into the binary.
  static func base64(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place <= group.count ? base64Digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of base64, line breaks or not; nil for anything else.
  static func base64Bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.filter { ![0x0A, 0x0D, UInt8(ascii: "=")].contains($0) }
    guard digits.count % 4 != 1 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(digits.count * 3 / 4)
    var (bits, count) = (0, 0)
    for digit in digits {
      guard let value = base64Digits.firstIndex(of: digit) else { return nil }
      (bits, count) = ((bits << 6 | value) & 0xFFFF, count + 6)
      guard count >= 8 else { continue }
      count -= 8
      out.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return out
  }

  /// `application/x-www-form-urlencoded`
  static func form(_ pairs: [(String, String)]) -> [UInt8] {
    Array(pairs.map { percent($0.0) + "=" + percent($0.1) }.joined(separator: "&").utf8)
  }
}

extension Response {
  /// Seconds of `Retry-After`, at most a day. The form with a date is not read: it depends on two clocks.
  var retryAfter: Int? {
    guard let text = headers["retry-after"], (1...9).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int(text)
    else { return nil }
    return min(seconds, 86_400)
  }
}
