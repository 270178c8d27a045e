import Domain

/// Reads the commonest line of a feed, an entry in canonical JSON, without making a tree of it: a tenth of the price,
/// which the hundred thousand lines of a first sync show.
///
/// Any surprise (another order, a member more, an escape, ill-formed UTF-8) is nil, and the strict reader decides; a test
/// holds the two together.
struct EntryLine {
  private var texts = TextCache()

  mutating func entry(_ line: ArraySlice<UInt8>) -> LedgerEntry? {
    line.withUnsafeBufferPointer { bytes in
      var scanner = ByteScanner(bytes)
      return entry(&scanner)
    }
  }

  private mutating func entry(_ scanner: inout ByteScanner) -> LedgerEntry? {
    guard let amount = scanner.integer(#"{"data":{"amount":"#), let balance = scanner.integer(#","balance":"#),
      let code = scanner.string(#","currency":"#), let date = scanner.string(#","date":"#),
      let id = scanner.string(#","id":"#)
    else { return nil }
    let key = scanner.string(#","key":"#)
    guard let kind = scanner.string(#","kind":"#) else { return nil }
    let method = scanner.string(#","method":"#)
    let service = scanner.string(#","service":"#)
    guard let text = scanner.string(#","text":"#), let time = scanner.string(#","time":"#),
      let outer = scanner.string(#"},"id":"#), outer.elementsEqual(id), scanner.take(#","op":"put""#),
      scanner.integer(#","rev":"#) != nil,
      scanner.take(#","type":"entry"}"#), scanner.isAtEnd
    else { return nil }
    guard let currency = texts[code].flatMap({ Currency($0) }), let day = ByteScanner.date(date),
      let moment = ByteScanner.time(time), let id = TextCache.text(id), let kind = texts[kind], let text = texts[text]
    else { return nil }
    let optional = [key, method, service].map { $0.map { texts[$0] } }
    guard !optional.contains(where: { $0 == .some(nil) }) else { return nil }
    return LedgerEntry(
      id: id, time: moment, date: day, kind: .init(rawValue: kind), amount: Money(minor: amount, currency: currency),
      balance: Money(minor: balance, currency: currency), text: text, service: optional[2] ?? nil,
      method: optional[1] ?? nil, key: optional[0] ?? nil)
  }
}

/// Steps over bytes; each step that does not find what is due answers nil and stays where it is.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count - offset >= count else { return false }
    for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { return false }
    offset += count
    return true
  }

  /// A whole number after a word: no leading zeros, no minus zero, 64 bits.
  mutating func integer(_ word: StaticString) -> Int64? {
    let before = offset
    guard take(word), let value = integer() else {
      offset = before
      return nil
    }
    return value
  }

  private mutating func integer() -> Int64? {
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let start = offset
    var value: Int64 = 0
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
      let digit = Int64(bytes[offset] - 0x30)
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, overflowed) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      guard !overflow, !overflowed else { return nil }
      value = next
      offset += 1
    }
    let digits = offset - start
    return digits > 0 && (digits == 1 || bytes[start] != 0x30) && !(isNegative && value == 0) ? value : nil
  }

  /// The bytes of a string after a word, without escapes and control characters.
  mutating func string(_ word: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let before = offset
    guard take(word), take("\"") else {
      offset = before
      return nil
    }
    var end = offset
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
      offset = before
      return nil
    }
    defer { offset = end + 1 }
    return UnsafeBufferPointer(rebasing: bytes[offset..<end])
  }

  /// Exactly `2026-11-21`.
  static func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text.count == 10 else { return nil }
    return day(text)
  }

  /// Exactly `2026-11-21T09:00:00Z`; other forms of RFC 3339 are left to the strict reader.
  static func time(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "Z"), let date = day(text), let hour = pair(text, 11),
      let minute = pair(text, 14), let second = pair(text, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    return Timestamp(seconds: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
  }

  private static func day(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let century = pair(text, 0),
      let year = pair(text, 2), let month = pair(text, 5), let day = pair(text, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  private static func pair(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let tens = text[index] &- 0x30
    let units = text[index + 1] &- 0x30
    return tens < 10 && units < 10 ? Int(tens) * 10 + Int(units) : nil
  }
}

/// The strings of a ledger repeat themselves: each is made once and found again by its bytes.
private struct TextCache {
  private var slots: [(bytes: [UInt8], text: String)?] = Array(repeating: nil, count: 256)

  /// Nil for ill-formed UTF-8.
  subscript(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    mutating get {
      var hash: UInt32 = 2_166_136_261
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      let slot = Int((hash ^ hash >> 16) & 255)
      if let known = slots[slot], known.bytes.elementsEqual(bytes) { return known.text }
      guard let text = TextCache.text(bytes) else { return nil }
      slots[slot] = (Array(bytes), text)
      return text
    }
  }

  /// `decoding` repairs what is ill-formed, which shows in the bytes.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? text : nil
  }
}
