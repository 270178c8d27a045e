import Domain

/// Steps through a checked line of JSON that we wrote ourselves, member by member in a known order.
///
/// Every step answers nil at a surprise and leaves the offset where it was; the caller then asks the strict reader.
struct LineScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Only the closing brace and a newline are left.
  var isAtEnd: Bool { offset == bytes.count - 2 && bytes[offset] == UInt8(ascii: "}") }

  mutating func take(_ key: StaticString) -> Bool {
    let count = key.utf8CodeUnitCount
    guard offset + count < bytes.count, let base = bytes.baseAddress else { return false }
    guard
      Word.areEqual(
        UnsafeBufferPointer(start: base + offset, count: count), UnsafeBufferPointer(start: key.utf8Start, count: count)
      )
    else { return false }
    offset += count
    return true
  }

  mutating func integer(_ key: StaticString) -> Int64? {
    guard take(key) else { return nil }
    let negative = bytes[offset] == UInt8(ascii: "-")
    if negative { offset += 1 }
    let start = offset
    var value: Int64 = 0
    while case let digit = bytes[offset] &- 48, digit < 10 {
      value = value &* 10 &+ Int64(digit)
      offset += 1
    }
    let digits = offset - start
    // Eighteen digits always fit; more are the strict reader's to judge.
    guard (1...18).contains(digits), digits == 1 || bytes[start] != 48, !negative || value != 0 else { return nil }
    return negative ? -value : value
  }

  /// The bytes between two quotation marks; nil with an escape or a control character inside.
  mutating func raw(_ key: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let before = offset
    guard take(key), bytes[offset] == UInt8(ascii: "\"") else {
      offset = before
      return nil
    }
    let start = offset + 1
    let end = Word.plainEnd(bytes, from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
      offset = before
      return nil
    }
    offset = end + 1
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text as it was written; the checksum has vouched for its being UTF-8.
  mutating func text(_ key: StaticString) -> String? {
    guard let raw = raw(key) else { return nil }
    return String(decoding: raw, as: UTF8.self)
  }

  static func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text.count == 10 else { return nil }
    return day(text)
  }

  private static func day(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let century = pair(text, 0),
      let year = pair(text, 2), let month = pair(text, 5), let day = pair(text, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  /// Exactly `2026-11-21T09:00:00Z`, as we write it.
  static func time(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? { time(text, day: LineScanner.date) }

  /// - Parameter day: reads the first ten bytes.
  static func time(
    _ text: UnsafeBufferPointer<UInt8>, day: (UnsafeBufferPointer<UInt8>) -> CivilDate?
  ) -> Timestamp? {
    guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "Z"), let date = day(UnsafeBufferPointer(rebasing: text[..<10])),
      let hour = pair(text, 11), let minute = pair(text, 14),
      let second = pair(text, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    return Timestamp(seconds: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
  }

  private static func pair(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let (tens, units) = (Int(text[index]) - 48, Int(text[index + 1]) - 48)
    return (0...9).contains(tens) && (0...9).contains(units) ? tens * 10 + units : nil
  }
}
