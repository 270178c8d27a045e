import Domain

/// An operation as a billing system without identities writes it down.
struct HistoryRow {
  /// Where it stands in the answer, for errors.
  let path: String
  let time: Timestamp
  let date: CivilDate
  /// The balance that it found, where that is told.
  let before: Millionths?
  /// What is written of it and never changes; equal operations have equal marks.
  let mark: String
  let text: String
  /// What it adds, below zero for what it takes.
  let sum: Millionths
  /// Whether the sign is the system's own word; else a sum above zero takes money, unless the balance after it rose.
  var isSigned = true
  /// Whether it must have moved money; else, where the balance stayed, it took none.
  var isEffective = true
  let kind: @Sendable (Millionths) -> LedgerEntry.Kind
  /// The tariff's own fee.
  var isTariff = false
  var method: String?

  func signed(next: Millionths?) -> Millionths {
    guard !isSigned, sum.value > 0 else { return sum }
    if !isEffective, next != nil, before == next { return Millionths(value: 0) }
    let isRise = next != nil && before.flatMap { $0.adding(sum) } == next
    return isRise ? sum : Millionths(value: -sum.value)
  }

  fileprivate var after: Millionths? { before.flatMap { $0.adding(signed(next: nil)) } }

  /// The wall's own digits, the size and what was found: a guess of the offset must not change an identity.
  static func mark(_ wall: String?, _ sum: Millionths, _ before: Millionths?, _ currency: Currency) -> String {
    let digits = (wall ?? "").filter { ("0"..."9").contains($0) }
    let size = Millionths(value: abs(sum.value)).money(currency).minor
    return "\(digits).\(size)." + (before.map { String($0.money(currency).minor) } ?? "x")
  }
}

/// Rows as a ledger with stable identities and the balance after each.
///
/// An operation is known by its mark; where several agree in all of it they are counted, for nothing tells them apart.
///
/// The balance after an operation is the one that it found plus its amount, in the provider's own words; where those are
/// lacking it is computed backwards, from the next operation or from the cash. So one that comes late, or goes, moves no
/// other. What the operations do not explain, as corrections by hand or charges that are entered later, stays a gap which
/// the statement and the sync report; it is never filled.
struct History {
  let entries: [LedgerEntry]
  /// The days on which the tariff's fee was taken, in order.
  let tariffCharges: [CivilDate]

  init(_ rows: [HistoryRow], cash: Millionths?, currency: Currency) throws(ProviderError) {
    let ordered = History.ordered(rows)
    entries = try History.entries(ordered, cash: cash, currency: currency)
    tariffCharges = ordered.filter(\.isTariff).map(\.date)
  }

  /// By moment; within a second each follows the one that left the balance which it found.
  private static func ordered(_ rows: [HistoryRow]) -> [HistoryRow] {
    let sorted = rows.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    var ordered = sorted.map(\.element)
    var start = 0
    while start < ordered.count {
      let end = ordered[start...].firstIndex { $0.time != ordered[start].time } ?? ordered.endIndex
      for place in start..<end {
        guard let due = place > 0 ? ordered[place - 1].after : nil,
          let next = ordered[place..<end].firstIndex(where: { $0.before == due })
        else { continue }
        ordered.insert(ordered.remove(at: next), at: place)
      }
      start = end
    }
    return ordered
  }

  private static func entries(
    _ rows: [HistoryRow], cash: Millionths?, currency: Currency
  ) throws(ProviderError) -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    entries.reserveCapacity(rows.count)
    var next = cash
    var counts: [String: Int] = [:]
    for row in rows { counts[row.mark, default: 0] += 1 }
    for row in rows.reversed() {
      let signed = row.signed(next: next)
      let left = row.before.map { $0.adding(signed) } ?? next
      guard let after = left, let before = row.before ?? after.subtracting(signed) else {
        throw .malformed("\(row.path): the amounts are too large")
      }
      // Half a minor unit apart they are one balance, rounded here and there.
      let balance = (next.flatMap { $0.isNear(after) ? $0 : nil } ?? after).money(currency)
      guard let amount = balance.subtracting(before.money(currency)) else {
        throw .malformed("\(row.path): the amounts are too large")
      }
      let count = counts[row.mark, default: 1]
      counts[row.mark] = count - 1
      entries.append(
        LedgerEntry(
          id: count == 1 ? row.mark : "\(row.mark)-\(count)", time: row.time, date: row.date, kind: row.kind(signed),
          amount: amount, balance: balance, text: row.text, method: row.method))
      next = before
    }
    return entries.reversed()
  }
}
