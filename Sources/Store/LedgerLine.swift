import Domain
import JSON

/// The text of one ledger entry: `{"crc":"e3a7a3ea","seq":9182,"amount":-4500,...}` and a newline, keys sorted after `seq`.
///
/// Written and read without a tree of values: a hundred thousand of them are written at the first pull, and `statement` reads
/// a month of 830 in about half a millisecond where the tree takes three.
enum LedgerLine {
  /// Appends an entry's line; the same bytes as the sorted members of its JSON, with `crc` and `seq` in front.
  static func write(_ entry: LedgerEntry, seq: Int, into out: inout [UInt8]) {
    let start = begin(seq, into: &out)
    append(",\"amount\":", entry.amount.minor, &out)
    append(",\"balance\":", entry.balance.minor, &out)
    append(",\"currency\":", entry.amount.currency.code, &out)
    append(",\"date\":\"", &out)
    append(entry.date, &out)
    out.append(UInt8(ascii: "\""))
    append(",\"id\":", entry.id, &out)
    if let key = entry.key { append(",\"key\":", key, &out) }
    append(",\"kind\":", entry.kind.rawValue, &out)
    if let method = entry.method { append(",\"method\":", method, &out) }
    if let service = entry.service { append(",\"service\":", service, &out) }
    append(",\"text\":", entry.text, &out)
    append(",\"time\":\"", &out)
    append(entry.time, &out)
    out.append(UInt8(ascii: "\""))
    out.append(UInt8(ascii: "}"))
    out.append(UInt8(ascii: "\n"))
    Envelope.sign(&out, from: start)
  }

  /// Appends a line that was read before under another number. Members that we do not know stay as they are.
  static func rewrite(_ line: UnsafeBufferPointer<UInt8>, seq: Int, into out: inout [UInt8]) {
    let prefix = Envelope.headerLength + seqKey.count
    let rest = line.dropFirst(prefix).drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let start = begin(seq, into: &out)
    out.append(contentsOf: rest)
    Envelope.sign(&out, from: start)
  }

  private static let seqKey = Array(",\"seq\":".utf8)

  private static func begin(_ seq: Int, into out: inout [UInt8]) -> Int {
    let start = out.count
    out.append(contentsOf: repeatElement(0, count: Envelope.headerLength))
    append(",\"seq\":", Int64(seq), &out)
    return start
  }

  private static func append(_ key: StaticString, _ out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  private static func append(_ key: StaticString, _ number: Int64, _ out: inout [UInt8]) {
    append(key, &out)
    out.append(contentsOf: String(number).utf8)
  }

  private static func append(_ key: StaticString, _ text: String, _ out: inout [UInt8]) {
    append(key, &out)
    var text = text
    let isPlain = text.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x7f { return false }
      out.append(UInt8(ascii: "\""))
      out.append(contentsOf: bytes)
      out.append(UInt8(ascii: "\""))
      return true
    }
    if !isPlain { out.append(contentsOf: JSON.string(text).bytes) }
  }

  /// `2026-11-21`, without the strings that `CivilDate.text` makes on its way.
  private static func append(_ date: CivilDate, _ out: inout [UInt8]) {
    let (year, month, day) = date.components
    append(pair: year / 100, &out)
    append(pair: year % 100, &out)
    out.append(UInt8(ascii: "-"))
    append(pair: month, &out)
    out.append(UInt8(ascii: "-"))
    append(pair: day, &out)
  }

  private static func append(_ time: Timestamp, _ out: inout [UInt8]) {
    let date = time.date(utcOffset: 0)
    let second = Int(time.seconds - Int64(date.dayNumber) * 86_400)
    append(date, &out)
    out.append(UInt8(ascii: "T"))
    append(pair: second / 3600, &out)
    out.append(UInt8(ascii: ":"))
    append(pair: second / 60 % 60, &out)
    out.append(UInt8(ascii: ":"))
    append(pair: second % 60, &out)
    out.append(UInt8(ascii: "Z"))
  }

  private static func append(pair number: Int, _ out: inout [UInt8]) {
    out.append(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
    out.append(UInt8(truncatingIfNeeded: 48 + number % 10))
  }
}
