import Domain
import JSON

/// Reads the members of one checked ledger line straight from its bytes.
///
/// What it does not know at once (an unknown member, an escape, white space) is read by the strict JSON reader instead, so it
/// never accepts more than that one does.
struct LedgerLineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = Envelope.headerLength

  /// The entry of a line with its newline; nil when checksum or contents are wrong.
  static func entry(_ line: UnsafeBufferPointer<UInt8>, _ currency: inout Currency?) -> LedgerEntry? {
    guard Envelope.isIntact(line) else { return nil }
    var reader = LedgerLineReader(bytes: line)
    if let entry = reader.members(&currency) { return entry }
    guard let json = try? JSON(parsing: line), let entry = try? LedgerEntry(json: json), entry.seq > 0 else {
      return nil
    }
    return entry
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The members in the order in which `LedgerLine` writes them; nil at the first surprise.
  private mutating func members(_ cached: inout Currency?) -> LedgerEntry? {
    guard let seq = integer(",\"seq\":"), seq > 0, let amount = integer(",\"amount\":"),
      let balance = integer(",\"balance\":"), let code = raw(",\"currency\":"),
      let currency = currency(code, &cached), let date = raw(",\"date\":").flatMap(date),
      let id = text(",\"id\":")
    else { return nil }
    let key = text(",\"key\":")
    guard let kind = text(",\"kind\":") else { return nil }
    let method = text(",\"method\":")
    let service = text(",\"service\":")
    guard let text = text(",\"text\":"), let time = raw(",\"time\":").flatMap(time), offset == bytes.count - 2,
      bytes[offset] == UInt8(ascii: "}")
    else { return nil }
    return LedgerEntry(
      seq: Int(seq), id: id, time: time, date: date, kind: LedgerEntry.Kind(rawValue: kind),
      amount: Money(minor: amount, currency: currency), balance: Money(minor: balance, currency: currency), text: text,
      service: service, method: method, key: key)
  }

  private mutating func take(_ key: StaticString) -> Bool {
    let count = key.utf8CodeUnitCount
    guard offset + count < bytes.count else { return false }
    for index in 0..<count where bytes[offset + index] != key.utf8Start[index] { return false }
    offset += count
    return true
  }

  private mutating func integer(_ key: StaticString) -> Int64? {
    guard take(key) else { return nil }
    let negative = bytes[offset] == UInt8(ascii: "-")
    if negative { offset += 1 }
    let start = offset
    var value: Int64 = 0
    while case let digit = Int64(bytes[offset]) - 48, (0...9).contains(digit) {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, overflowed) = shifted.addingReportingOverflow(negative ? -digit : digit)
      guard !overflow, !overflowed else { return nil }
      value = next
      offset += 1
    }
    let digits = offset - start
    return digits > 0 && (digits == 1 || bytes[start] != 48) && !(negative && value == 0) ? value : nil
  }

  /// The bytes between two quotation marks; nil with an escape or a control character inside.
  private mutating func raw(_ key: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let before = offset
    guard take(key), bytes[offset] == UInt8(ascii: "\"") else {
      offset = before
      return nil
    }
    let start = offset + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\") else {
        offset = before
        return nil
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    offset = end + 1
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private mutating func text(_ key: StaticString) -> String? {
    guard let raw = raw(key) else { return nil }
    return String(validating: raw, as: UTF8.self)
  }

  private func currency(_ code: UnsafeBufferPointer<UInt8>, _ cached: inout Currency?) -> Currency? {
    if let cached, cached.code.utf8.elementsEqual(code) { return cached }
    cached = Currency(String(decoding: code, as: UTF8.self))
    return cached
  }

  private func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text.count == 10 else { return nil }
    return day(text)
  }

  private func day(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let century = pair(text, 0),
      let year = pair(text, 2), let month = pair(text, 5), let day = pair(text, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  /// Exactly `2026-11-21T09:00:00Z`, as we write it.
  private func time(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "Z"), let date = day(text), let hour = pair(text, 11), let minute = pair(text, 14),
      let second = pair(text, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    return Timestamp(seconds: Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
  }

  private func pair(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let (tens, units) = (Int(text[index]) - 48, Int(text[index + 1]) - 48)
    return (0...9).contains(tens) && (0...9).contains(units) ? tens * 10 + units : nil
  }
}
