import Domain

/// One ledger of the journals that an installation keeps.
///
/// Money comes in as top-ups of the buckets (TMF654) or, where nobody tops up, as payments less refunds (TMF676). Charges
/// are adjustments of a charge's type (TMF654) or, where there are none, applied billing rates (TMF678). Each side is taken
/// from one journal, for the same payment and the same fee stand in both. An operation is known by its journal and its id.
///
/// None of them tells a balance: they are computed backwards from the account's, so the last one is always it. What the
/// journals do not explain is the balance before the first operation, and is shown as such; nothing is filled in. An
/// operation without an amount, a date or the account's currency has no place in a ledger and is left to that sum.
struct TMForumLedger {
  let reading: TMForumReading
  let view: TMForumAccount

  func history(tariff product: String?) throws -> History {
    let topUps = try rows(.balance, "topupBalance") { try topUp($0) }
    if !topUps.isKept { reading.note(missing: .vouchers, .autopayments) }
    let adjustments = try rows(.balance, "adjustBalance") { try adjustment($0, tariff: product) }
    let transfers = try rows(.balance, "transferBalance") { try transfer($0) }
    let payments =
      topUps.rows.isEmpty
      ? [try rows(.payment, "payment") { try payment($0) }, try rows(.payment, "refund") { try refund($0) }] : []
    let hasCharges = adjustments.rows.contains { $0.mark.hasPrefix("charge:") }
    let rates = hasCharges ? nil : try rows(.bill, "appliedCustomerBillingRate") { try rate($0, tariff: product) }
    let journals = [topUps, transfers] + payments + (rates.map { [$0] } ?? [])
    guard adjustments.isKept || journals.contains(where: \.isKept) else {
      reading.note(missing: .ledger)
      return try History([], cash: view.cash, currency: view.currency)
    }
    let others = journals.flatMap(\.rows)
    return try History(
      others + signed(adjustments.rows, beside: others), cash: view.cash, currency: view.currency)
  }

  private struct Journal {
    let isKept: Bool
    let rows: [HistoryRow]
  }

  private func rows(
    _ api: TMForumAPI, _ resource: String, _ row: (Loose) throws -> HistoryRow?
  ) throws -> Journal {
    guard let list = try reading.list(api, resource) else { return Journal(isKept: false, rows: []) }
    return Journal(isKept: true, rows: try list.filter { $0.concerns(view.id) }.compactMap(row))
  }

  /// The document calls an adjustment with a type a charge and leaves its sign open: some write charges above zero. The
  /// sign is taken at its word, unless the account's balance comes out only when charges above zero take money.
  private func signed(_ rows: [HistoryRow], beside others: [HistoryRow]) -> [HistoryRow] {
    let turned = rows.map { $0.mark.hasPrefix("charge:") && $0.sum.isPositive ? $0.turned : $0 }
    func addsUp(_ rows: [HistoryRow]) -> Bool {
      var sum: Millionths? = Millionths(value: 0)
      for row in rows + others { sum = sum?.adding(row.sum) }
      return sum?.isNear(view.cash) ?? false
    }
    return !addsUp(rows) && addsUp(turned) ? turned : rows
  }

  // MARK: - Buckets

  private func isOfBuckets(_ row: Loose, _ key: String = "bucket") -> Bool {
    guard let bucket = row[key]["id"].identity else { return true }
    return view.buckets.contains { $0["id"].identity == bucket }
  }

  private func isDone(_ row: Loose) -> Bool {
    (row["status"].text ?? "completed") == "completed" && (row["usageType"].text ?? "monetary") == "monetary"
  }

  private func topUp(_ row: Loose) throws -> HistoryRow? {
    guard isDone(row), isOfBuckets(row), !TMForumAutopayments.isRule(row) else { return nil }
    return try operation(row, "topup", row["amount"], text: row["description"].text) { _ in .payment }
  }

  private func adjustment(_ row: Loose, tariff: String?) throws -> HistoryRow? {
    guard isDone(row), isOfBuckets(row) else { return nil }
    let type = row["adjustType"].text?.lowercased()
    let isRecurring = type?.hasPrefix("recurring") == true
    let products = row[list: "product"].compactMap { $0["id"].identity }
    return try operation(
      row, type == nil ? "adjust" : "charge", row["amount"], text: row["reason"].text ?? row["description"].text,
      isTariff: isRecurring && (products.isEmpty || products.contains { $0 == tariff })
    ) { $0.value >= 0 || type == nil ? .adjustment : isRecurring ? .charge : .fee }
  }

  private func transfer(_ row: Loose) throws -> HistoryRow? {
    guard isDone(row), row["bucket"]["id"].identity != row["receiverBucket"]["id"].identity else { return nil }
    let isSource = isOfBuckets(row)
    guard isSource != isOfBuckets(row, "receiverBucket") else { return nil }
    return try operation(
      row, "transfer", row["amount"], isTaken: isSource, text: row["reason"].text ?? row["description"].text
    ) { _ in .adjustment }
  }

  // MARK: - Payments and rates

  static let paid: Set<String> = ["captured", "done", "completed", "settled"]

  private func payment(_ row: Loose) throws -> HistoryRow? {
    guard row["status"].text.map({ TMForumLedger.paid.contains($0.lowercased()) }) ?? true else { return nil }
    let amount = row["totalAmount"].size == nil ? row["amount"] : row["totalAmount"]
    return try operation(row, "payment", amount, text: row["description"].text ?? row["name"].text) { _ in .payment }
  }

  private func refund(_ row: Loose) throws -> HistoryRow? {
    guard row["status"].text.map({ TMForumLedger.paid.contains($0.lowercased()) }) ?? true else { return nil }
    let amount = row["totalAmount"].size == nil ? row["amount"] : row["totalAmount"]
    return try operation(
      row, "refund", amount, isTaken: true, text: row["description"].text ?? row["name"].text
    ) { _ in .refund }
  }

  private func rate(_ row: Loose, tariff: String?) throws -> HistoryRow? {
    let amount = row["taxIncludedAmount"].size == nil ? row["taxExcludedAmount"] : row["taxIncludedAmount"]
    let isCredit = row["type"].text?.lowercased().contains("credit") == true
    let isRecurring = row["periodCoverage"]["startDateTime"].text != nil
    let product = row["product"]["id"].identity
    return try operation(
      row, "rate", amount, isTaken: !isCredit, text: row["name"].text ?? row["description"].text,
      isTariff: isRecurring && !isCredit && (product == nil || product == tariff)
    ) { _ in isCredit ? .compensation : isRecurring ? .charge : .fee }
  }

  private func operation(
    _ row: Loose, _ journal: String, _ amount: Loose, isTaken: Bool = false, text: String?, isTariff: Bool = false,
    _ kind: @escaping @Sendable (Millionths) -> LedgerEntry.Kind
  ) throws -> HistoryRow? {
    let stated = ["confirmationDate", "paymentDate", "refundDate", "date", "requestedDate", "statusDate"].lazy
      .compactMap { row[$0].time(view.utcOffset) }.first
    guard let size = amount.size, size.value != .min, amount.money(view.currency) != nil, let time = stated else {
      return nil
    }
    let sum = isTaken ? Millionths(value: -size.value) : size
    return HistoryRow(
      path: row.path, time: time, date: time.date(utcOffset: view.utcOffset), before: nil,
      mark: journal + ":" + (row["id"].identity ?? HistoryRow.mark(time.text, sum, nil, view.currency)),
      text: PlainText.of(text ?? ""), sum: sum, kind: kind, isTariff: isTariff,
      method: row["paymentMethod"]["id"].identity)
  }
}

extension HistoryRow {
  fileprivate var turned: HistoryRow {
    HistoryRow(
      path: path, time: time, date: date, before: before, mark: mark, text: text, sum: Millionths(value: -sum.value),
      kind: kind, isTariff: isTariff, method: method)
  }
}
