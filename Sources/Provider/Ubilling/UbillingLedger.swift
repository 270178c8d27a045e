import Domain

/// The two histories that the agent tells apart, payments and charges, as one ledger.
///
/// Neither has identities. An operation is known by what is written of it and never changes: its moment, its amount and
/// the balance that it found; where several agree in all of that they are counted, for nothing tells them apart. Texts are
/// no part of it, because services are renamed.
///
/// The balance after an operation is the one that it found plus its amount, in the provider's own words; where those are
/// lacking it is computed backwards, from the next operation or from the cash. So one that comes late, or goes, moves no
/// other. What the operations do not explain, as corrections by hand or charges that are entered later, stays a gap which
/// the statement and the sync report; it is never filled.
struct UbillingLedger {
  let entries: [LedgerEntry]
  /// The days on which the tariff's fee was taken, in order.
  let tariffCharges: [CivilDate]

  init(payments: [Loose], charges: [Loose], user: UbillingUser) throws(ProviderError) {
    var rows: [UbillingRow] = []
    // Newest first, as the agent lists them.
    for row in payments.reversed() { rows.append(try UbillingRow(row, isCharge: false, user)) }
    var known: [String: Int] = [:]
    for row in rows { known[row.mark, default: 0] += 1 }
    for row in charges {
      let charge = try UbillingRow(row, isCharge: true, user)
      // What an office took by hand is in both lists.
      if charge.isOther, let count = known[charge.mark], count > 0 {
        known[charge.mark] = count - 1
        continue
      }
      rows.append(charge)
    }
    let ordered = UbillingLedger.ordered(rows)
    entries = try UbillingLedger.entries(ordered, cash: user.cash, user: user)
    tariffCharges = ordered.filter(\.isTariff).map(\.date)
  }

  /// By moment; within a second each follows the one that left the balance which it found.
  private static func ordered(_ rows: [UbillingRow]) -> [UbillingRow] {
    let sorted = rows.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    var waiting = sorted.map(\.element)[...]
    var ordered: [UbillingRow] = []
    ordered.reserveCapacity(rows.count)
    while let first = waiting.first {
      let second = waiting.prefix { $0.time == first.time }
      let due = ordered.last?.after
      let next = due.flatMap { due in second.firstIndex { $0.before == due } } ?? second.startIndex
      ordered.append(waiting[next])
      waiting.remove(at: next)
    }
    return ordered
  }

  private static func entries(
    _ rows: [UbillingRow], cash: Millionths?, user: UbillingUser
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
      let balance = (next.flatMap { $0.isNear(after) ? $0 : nil } ?? after).money(user.currency)
      guard let amount = balance.subtracting(before.money(user.currency)) else {
        throw .malformed("\(row.path): the amounts are too large")
      }
      let count = counts[row.mark, default: 1]
      counts[row.mark] = count - 1
      entries.append(
        LedgerEntry(
          id: count == 1 ? row.mark : "\(row.mark)-\(count)", time: row.time, date: row.date, kind: row.kind(signed),
          amount: amount, balance: balance, text: row.text))
      next = before
    }
    return entries.reversed()
  }
}

/// A row of either list.
struct UbillingRow {
  let path: String
  let time: Timestamp
  let date: CivilDate
  /// The balance that it found.
  let before: Millionths?
  let mark: String
  let text: String
  private let isCharge: Bool
  private let type: String
  private let sum: Millionths

  init(_ row: Loose, isCharge: Bool, _ user: UbillingUser) throws(ProviderError) {
    path = row.path
    self.isCharge = isCharge
    time = try row["date"].required(row["date"].moment(utcOffset: user.utcOffset), "a date and time")
    date = try row["date"].required(row["date"].date, "a date and time")
    sum = try row["summ"].required(row["summ"].amount, "an amount")
    guard sum.value != .min else { throw .malformed("\(row.path).summ: an amount is due") }
    before = row["balance"].amount
    type = row["type"].text ?? ""
    text = PlainText.of(row["note"].text ?? "")
    // The wall's own digits: a guess of the offset must not change an identity.
    let wall = (row["date"].text ?? "").filter { ("0"..."9").contains($0) }
    let found = before.map { String($0.money(user.currency).minor) } ?? "x"
    let size = Millionths(value: abs(sum.value)).money(user.currency).minor
    mark = "\(wall).\(size).\(found)"
  }

  var isTariff: Bool { type == "mainsrv" }
  /// Neither of the tariff nor of a service: taken from the payments by hand.
  var isOther: Bool { type != "mainsrv" && type != "virtualsrv" }
  var after: Millionths? { before.flatMap { $0.adding(signed(next: nil)) } }

  /// Charges are written as what they changed, below zero, or as their size by some harvesters. One that is above zero was
  /// a refund only where the balance after it says so.
  func signed(next: Millionths?) -> Millionths {
    guard isCharge, sum.value > 0 else { return sum }
    let isRefund = next != nil && before != nil && before?.adding(sum) == next
    return isRefund ? sum : Millionths(value: -sum.value)
  }

  func kind(_ signed: Millionths) -> LedgerEntry.Kind {
    if isCharge { return signed.value > 0 ? .refund : type.isEmpty || !isOther ? .charge : .fee }
    return signed.value < 0 ? .fee : .payment
  }
}
