/// Random bytes from the kernel, and the identifiers made of them.
package enum Randomness {
  package static func bytes(_ count: Int) -> [UInt8] {
    // The standard library's generator reads getrandom(2), and on Linux it is documented to be cryptographically secure.
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      // Each number is a system call.
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
    }
    return bytes
  }

  package static func hexadecimal(bytes count: Int) -> String { Hexadecimal.text(bytes(count)) }
}

/// A version 7 UUID (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits, so that keys sort by time.
///
/// `random` gives ten bytes; missing ones count as zero.
package func uuidVersion7(milliseconds: Int64, random: [UInt8]) -> String {
  var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * $0)) }
  bytes += random.prefix(10)
  bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
  bytes[6] = bytes[6] & 0x0f | 0x70
  bytes[8] = bytes[8] & 0x3f | 0x80
  let text = Array(Hexadecimal.text(bytes))
  return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(text[$0]) }.joined(separator: "-")
}

/// Lower-case hexadecimal digits of bytes.
package enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Eight digits, as checksums are written.
  package static func text(_ number: UInt32) -> String {
    text([UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)])
  }
}
