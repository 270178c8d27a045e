import Domain
import JSON

/// Writes feed lines of ledger entries straight into bytes: the same as the canonical JSON (a test compares), at a tenth of
/// its price, which a hundred thousand of them show.
struct EntryWriter {
  let account: String
  private var strings: [String: [UInt8]] = [:]

  init(account: String) { self.account = account }

  mutating func write(_ posting: Posting, number: Int, into out: inout [UInt8]) {
    out.append(literal: #"{"data":{"amount":"#)
    out.append(number: posting.amount)
    out.append(literal: #","balance":"#)
    out.append(number: posting.balance)
    out.append(literal: #","currency":"RUB","date":""#)
    out.append(date: posting.day)
    out.append(literal: #"","id":""#)
    append(id: number, to: &out)
    if let key = posting.key {
      out.append(literal: #"","key":""#)
      out.append(contentsOf: key.utf8)
    }
    out.append(literal: #"","kind":"#)
    append(posting.kind.rawValue, to: &out)
    append(posting.method, named: #","method":"#, to: &out)
    append(posting.service, named: #","service":"#, to: &out)
    out.append(literal: #","text":"#)
    append(posting.text, to: &out)
    out.append(literal: #","time":""#)
    out.append(time: posting.time)
    out.append(literal: #""},"id":""#)
    append(id: number, to: &out)
    out.append(literal: #"","op":"put","rev":"#)
    out.append(number: Int64(number))
    out.append(literal: #","type":"entry"}"#)
    out.append(0x0A)
  }

  /// The same entry as a value.
  static func entry(_ posting: Posting, number: Int, account: String) -> LedgerEntry {
    LedgerEntry(
      id: Book.entryID(account, number), time: posting.time, date: posting.day, kind: posting.kind,
      amount: posting.amount.roubles, balance: posting.balance.roubles, text: posting.text, service: posting.service,
      method: posting.method, key: posting.key)
  }

  private func append(id number: Int, to out: inout [UInt8]) {
    out.append(contentsOf: account.utf8)
    out.append(UInt8(ascii: "-"))
    out.append(number: Int64(number))
  }

  private mutating func append(_ text: String?, named name: StaticString, to out: inout [UInt8]) {
    guard let text else { return }
    out.append(literal: name)
    append(text, to: &out)
  }

  /// Escaped once; ledgers repeat themselves.
  private mutating func append(_ text: String, to out: inout [UInt8]) {
    if let known = strings[text] { return out.append(contentsOf: known) }
    let escaped = JSON.string(text).bytes
    strings[text] = escaped
    out.append(contentsOf: escaped)
  }
}

extension [UInt8] {
  fileprivate mutating func append(literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  fileprivate mutating func append(number: Int64) {
    guard number >= 0 else {
      append(UInt8(ascii: "-"))
      return append(digits: number.magnitude, width: 1)
    }
    append(digits: number.magnitude, width: 1)
  }

  fileprivate mutating func append(digits number: UInt64, width: Int) {
    var rest = number
    var count = 0
    let start = self.count
    while rest > 0 || count < width {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    }
    self[start...].reverse()
  }

  fileprivate mutating func append(date: CivilDate) {
    let parts = date.components
    append(digits: UInt64(parts.year), width: 4)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(parts.month), width: 2)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(parts.day), width: 2)
  }

  /// Ledgers begin after 1970.
  fileprivate mutating func append(time: Timestamp) {
    append(date: time.date(utcOffset: 0))
    let second = UInt64(time.seconds % 86_400)
    append(UInt8(ascii: "T"))
    append(digits: second / 3600, width: 2)
    append(UInt8(ascii: ":"))
    append(digits: second / 60 % 60, width: 2)
    append(UInt8(ascii: ":"))
    append(digits: second % 60, width: 2)
    append(UInt8(ascii: "Z"))
  }
}
