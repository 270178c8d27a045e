import Domain
import JSON

/// Reads the members of one checked ledger line straight from its bytes.
///
/// What it does not know at once (an unknown member, an escape, white space) is read by the strict JSON reader instead, so it
/// never accepts more than that one does.
struct LedgerLineReader {
  private var scanner: LineScanner

  /// The entry of a line with its newline; nil when checksum or contents are wrong.
  static func entry(_ line: UnsafeBufferPointer<UInt8>, _ currency: inout Currency?) -> LedgerEntry? {
    guard Envelope.isIntact(line) else { return nil }
    var reader = LedgerLineReader(scanner: LineScanner(line, at: Envelope.headerLength))
    if let entry = reader.members(&currency) { return entry }
    guard let json = try? JSON(parsing: line), let entry = try? LedgerEntry(json: json), entry.seq > 0 else {
      return nil
    }
    return entry
  }

  /// The members in the order in which `LedgerLine` writes them; nil at the first surprise.
  private mutating func members(_ cached: inout Currency?) -> LedgerEntry? {
    guard let seq = scanner.integer(",\"seq\":"), seq > 0, let amount = scanner.integer(",\"amount\":"),
      let balance = scanner.integer(",\"balance\":"), let code = scanner.raw(",\"currency\":"),
      let currency = LedgerLineReader.currency(code, &cached),
      let date = scanner.raw(",\"date\":").flatMap(LineScanner.date),
      let id = scanner.text(",\"id\":")
    else { return nil }
    let key = scanner.text(",\"key\":")
    guard let kind = scanner.text(",\"kind\":") else { return nil }
    let method = scanner.text(",\"method\":")
    let service = scanner.text(",\"service\":")
    guard let text = scanner.text(",\"text\":"), let time = scanner.raw(",\"time\":").flatMap(LineScanner.time),
      scanner.isAtEnd
    else { return nil }
    return LedgerEntry(
      seq: Int(seq), id: id, time: time, date: date, kind: LedgerEntry.Kind(rawValue: kind),
      amount: Money(minor: amount, currency: currency), balance: Money(minor: balance, currency: currency), text: text,
      service: service, method: method, key: key)
  }

  private static func currency(_ code: UnsafeBufferPointer<UInt8>, _ cached: inout Currency?) -> Currency? {
    if let cached, cached.code.utf8.elementsEqual(code) { return cached }
    cached = Currency(String(decoding: code, as: UTF8.self))
    return cached
  }
}
