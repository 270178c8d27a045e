import Domain

/// The two histories that the agent tells apart, payments and charges, as one. Neither has identities.
enum UbillingLedger {
  static func history(payments: [Loose], charges: [Loose], user: UbillingUser) throws(ProviderError) -> History {
    var rows: [HistoryRow] = []
    // Newest first, as the agent lists them.
    for row in payments.reversed() { rows.append(try UbillingLedger.row(row, isCharge: false, user)) }
    var known: [String: Int] = [:]
    for row in rows { known[row.mark, default: 0] += 1 }
    for row in charges {
      let charge = try UbillingLedger.row(row, isCharge: true, user)
      // What an office took by hand is in both lists.
      if isOther(row), let count = known[charge.mark], count > 0 {
        known[charge.mark] = count - 1
        continue
      }
      rows.append(charge)
    }
    return try History(rows, cash: user.cash, currency: user.currency)
  }

  /// Neither of the tariff nor of a service: taken from the payments by hand.
  private static func isOther(_ row: Loose) -> Bool { !["mainsrv", "virtualsrv"].contains(row["type"].text ?? "") }

  private static func row(_ row: Loose, isCharge: Bool, _ user: UbillingUser) throws(ProviderError) -> HistoryRow {
    let sum = try row["summ"].required(row["summ"].amount, "an amount")
    guard sum.value != .min else { throw .malformed("\(row.path).summ: an amount is due") }
    let before = row["balance"].amount
    let isByHand = isOther(row) && row["type"].text != nil
    return HistoryRow(
      path: row.path, time: try row["date"].required(row["date"].moment(utcOffset: user.utcOffset), "a date and time"),
      date: try row["date"].required(row["date"].date, "a date and time"), before: before,
      // No part of it is the text, because services are renamed.
      mark: HistoryRow.mark(row["date"].text, sum, before, user.currency), text: PlainText.of(row["note"].text ?? ""),
      sum: sum,
      // Charges are written as what they changed, below zero, or as their size by some harvesters.
      isSigned: !isCharge,
      kind: { signed in
        guard isCharge else { return signed.value < 0 ? .fee : .payment }
        return signed.value > 0 ? .refund : isByHand ? .fee : .charge
      }, isTariff: row["type"].text == "mainsrv")
  }
}
