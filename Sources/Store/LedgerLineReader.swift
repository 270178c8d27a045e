import Domain
import JSON

/// Reads the members of one checked ledger line straight from its bytes.
///
/// What it does not know at once (an unknown member, an escape, white space) is read by the strict JSON reader instead, so it
/// never accepts more than that one does.
struct LedgerLineReader {
  private var scanner: LineScanner

  /// The entry of a line with its newline; nil when checksum or contents are wrong.
  static func entry(_ line: UnsafeBufferPointer<UInt8>, _ known: inout KnownTexts) -> LedgerEntry? {
    guard Envelope.isIntact(line) else { return nil }
    var reader = LedgerLineReader(scanner: LineScanner(line, at: Envelope.headerLength))
    if let entry = reader.members(&known) { return entry }
    guard let json = try? JSON(parsing: line), let entry = try? LedgerEntry(json: json), entry.seq > 0 else {
      return nil
    }
    return entry
  }

  /// The members in the order in which `LedgerLine` writes them; nil at the first surprise.
  private mutating func members(_ known: inout KnownTexts) -> LedgerEntry? {
    guard let seq = scanner.integer(",\"seq\":"), seq > 0, seq <= Limit.seq,
      let amount = scanner.integer(",\"amount\":"),
      let balance = scanner.integer(",\"balance\":"),
      let currency = scanner.raw(",\"currency\":").flatMap({ Currency(ascii: $0) }),
      let date = scanner.raw(",\"date\":").flatMap({ known.date($0) }),
      let id = scanner.text(",\"id\":")
    else { return nil }
    let key = scanner.text(",\"key\":")
    guard let kind = scanner.raw(",\"kind\":").map({ known.text($0) }) else { return nil }
    let method = scanner.raw(",\"method\":").map { known.text($0) }
    let service = scanner.raw(",\"service\":").map { known.text($0) }
    guard let text = scanner.raw(",\"text\":").map({ known.text($0) }),
      let time = scanner.raw(",\"time\":").flatMap({ known.time($0) }), scanner.isAtEnd
    else { return nil }
    return LedgerEntry(
      seq: Int(seq), id: id, time: time, date: date, kind: LedgerEntry.Kind(rawValue: kind),
      amount: Money(minor: amount, currency: currency), balance: Money(minor: balance, currency: currency), text: text,
      service: service, method: method, key: key)
  }
}

/// Texts that were made lately, one for each of 256 places, and the last day.
///
/// A ledger says the same few things over and over; to look a text up takes a fifth of the time of making it anew.
struct KnownTexts {
  private var places: [String] = Array(repeating: "", count: 256)
  private var last: (bytes: (UInt64, UInt16), date: CivilDate)?

  mutating func date(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard bytes.count == 10 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let key = (raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    if let last, last.bytes == key { return last.date }
    guard let date = LineScanner.date(bytes) else { return nil }
    last = (key, date)
    return date
  }

  mutating func time(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? { LineScanner.time(bytes) { date($0) } }

  /// The text of these bytes, which a checksum has vouched for.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let place = Int(truncatingIfNeeded: Word.hash(bytes) & 255)
    if places[place].withUTF8({ Word.areEqual($0, bytes) }) { return places[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    places[place] = text
    return text
  }
}
