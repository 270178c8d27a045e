import JSON
import Platform

/// A JSON object whose first member is the checksum of all that follows: `{"crc":"e3a7a3ea",...}` and a newline.
///
/// Every file of the store is one, or a row of them, so that each can be judged by itself, even when the head is lost.
package enum Envelope {
  /// The bytes of `{"crc":"xxxxxxxx"`.
  static let headerLength = 17
  private static let opening = Array(#"{"crc":""#.utf8)

  /// Wraps the text of a JSON object, as it comes from the writer, with at least one member.
  package static func seal(_ object: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: headerLength)
    out.reserveCapacity(object.count + 24)
    out.append(UInt8(ascii: ","))
    out.append(contentsOf: object.dropFirst())
    out.append(UInt8(ascii: "\n"))
    sign(&out, from: 0)
    return out
  }

  package static func seal(_ json: JSON) -> [UInt8] { seal(json.bytes) }

  /// Writes the header of a line whose place for it was left empty at `start`.
  static func sign(_ out: inout [UInt8], from start: Int) {
    let crc = out.withUnsafeBytes { CRC32C.of(UnsafeRawBufferPointer(rebasing: $0[(start + headerLength)...])) }
    for index in 0..<8 { out[start + index] = opening[index] }
    for index in 0..<8 {
      let nibble = UInt8(truncatingIfNeeded: crc >> UInt32(28 - 4 * index)) & 15
      out[start + 8 + index] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
    out[start + 16] = UInt8(ascii: "\"")
  }

  /// Whether the header is there and the checksum is that of the rest, newline included.
  static func isIntact(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > headerLength + 2, line[line.count - 1] == UInt8(ascii: "\n") else { return false }
    for index in 0..<8 where line[index] != opening[index] { return false }
    guard line[16] == UInt8(ascii: "\"") else { return false }
    var stated: UInt32 = 0
    for index in 8..<16 {
      guard let digit = hexadecimalDigit(line[index]) else { return false }
      stated = stated << 4 | digit
    }
    return CRC32C.of(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: line[headerLength...]))) == stated
  }

  /// Whether a file is whole: one object, or in a `.ndjson` one a line.
  static func areIntact(_ bytes: [UInt8], path: String) -> Bool {
    guard path.hasSuffix(".ndjson") else { return bytes.withUnsafeBufferPointer(isIntact) }
    guard let last = bytes.last else { return true }
    guard last == UInt8(ascii: "\n") else { return false }
    return bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).allSatisfy { line in
      (line + [UInt8(ascii: "\n")]).withUnsafeBufferPointer(isIntact)
    }
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  /// The object inside a file, checked.
  package static func open(_ bytes: [UInt8], path: String) throws(Damage) -> JSON {
    guard bytes.withUnsafeBufferPointer(isIntact) else { throw Damage(path, .badChecksum) }
    do {
      return try JSON(parsing: bytes)
    } catch {
      throw Damage(path, .illegal("\(error.reason.rawValue) at byte \(error.offset)"))
    }
  }

  /// The value that a file holds: checksum, JSON and members in one go.
  static func open<Value>(
    _ bytes: [UInt8], path: String, _ make: (JSON) throws(FieldError) -> Value
  ) throws(Damage) -> Value {
    let json = try open(bytes, path: path)
    do {
      return try make(json)
    } catch {
      throw Damage(path, .illegal(error.description))
    }
  }
}
