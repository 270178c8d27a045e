import Domain

/// The two histories that ABillS keeps apart, payments and fees, as one ledger with the balance after each operation.
///
/// The installation shows no balances. They are computed backwards from the deposit, exactly to the millionth, so the last
/// one equals it; what was cut from old histories is in the balance before the first.
struct ABillSLedger {
  let entries: [LedgerEntry]

  private struct Operation {
    let id: String
    let order: Int
    let number: Int64
    let time: Timestamp
    let date: CivilDate
    let signed: Millionths
    let kind: LedgerEntry.Kind
    let text: String
    let method: String?
  }

  init(
    payments: Loose, fees: Loose, deposit: Millionths, currency: Currency, utcOffset: Int
  ) throws(ProviderError) {
    var operations: [Operation] = []
    for row in try payments.elements() {
      operations.append(try ABillSLedger.operation(row, isPayment: true, utcOffset: utcOffset))
    }
    for row in try fees.elements() {
      operations.append(try ABillSLedger.operation(row, isPayment: false, utcOffset: utcOffset))
    }
    // A payment of the same second comes first: a fee that it made possible follows it.
    operations.sort { ($0.time, $0.order, $0.number) < ($1.time, $1.order, $1.number) }
    entries = try ABillSLedger.entries(operations, deposit: deposit, currency: currency, path: payments.path)
  }

  private static func operation(_ row: Loose, isPayment: Bool, utcOffset: Int) throws(ProviderError) -> Operation {
    let id = try row["id"].required(row["id"].identity, "an id")
    let sum = try row["sum"].required(row["sum"].amount, "an amount")
    guard sum.value != .min else { throw .malformed("\(row.path).sum: an amount is due") }
    let method = isPayment ? row["extId"].text?.split(separator: ":").first.map(String.init) : nil
    return Operation(
      id: (isPayment ? "p:" : "f:") + id, order: isPayment ? 0 : 1, number: Int64(id) ?? 0,
      time: try row["datetime"].required(row["datetime"].moment(utcOffset: utcOffset), "a date and time"),
      date: try row["datetime"].required(row["datetime"].date, "a date and time"),
      signed: isPayment ? sum : Millionths(value: -sum.value),
      // A correction has the opposite sign; it is neither a payment nor a charge.
      kind: sum.value < 0 ? .adjustment : isPayment ? .payment : .charge,
      text: PlainText.of(row["dsc"].text ?? ""), method: method)
  }

  private static func entries(
    _ operations: [Operation], deposit: Millionths, currency: Currency, path: String
  ) throws(ProviderError) -> [LedgerEntry] {
    var after = deposit
    var entries: [LedgerEntry] = []
    entries.reserveCapacity(operations.count)
    for operation in operations.reversed() {
      guard let before = after.subtracting(operation.signed),
        let amount = after.money(currency).subtracting(before.money(currency))
      else { throw .malformed("\(path): the amounts are too large") }
      entries.append(
        LedgerEntry(
          id: operation.id, time: operation.time, date: operation.date, kind: operation.kind, amount: amount,
          balance: after.money(currency), text: operation.text, method: operation.method))
      after = before
    }
    entries.reverse()
    return entries
  }
}
