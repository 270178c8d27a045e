import Domain

/// Invoices (module Docs) and fiscal receipts (module Extreceipt).
struct ABillSDocuments {
  private let reading: ABillSReading
  private let currency: Currency

  /// The rows of an invoice cost a call each: they are read for so many of the latest.
  private static let readInFull = 6

  init(_ reading: ABillSReading, _ currency: Currency) {
    self.reading = reading
    self.currency = currency
  }

  /// - Parameter payments: the ledger's, to tell what a receipt is for.
  func all(payments: [LedgerEntry]) throws -> [Document] {
    let invoices = try rows()
    let receipts = try reading.optional("/user/extreceipt/checks/")
    if invoices == nil { reading.lacks(.invoiceRequest) }
    guard invoices != nil || receipts != nil else {
      reading.lacks(.documents)
      return []
    }
    return try (invoices.map(invoiceList) ?? []) + (receipts.map { try receiptList($0, payments) } ?? [])
  }

  static let path = "/user/docs/invoices/"

  private func rows() throws -> Loose? { try reading.optional(ABillSDocuments.path + "?pageRows=1000") }

  // MARK: asking for one

  func check() throws -> Check {
    guard let rows = try rows() else { throw ProviderError.missing(.invoiceRequest) }
    // What the list ended in: one after it is the one that was asked for.
    return Check(eligibility: Eligibility(available: true), quote: String(try latest(rows)))
  }

  private func latest(_ rows: Loose) throws -> Int64 { try rows.elements().compactMap { $0["id"].integer }.max() ?? 0 }

  static func submission(_ answer: Loose) -> Submission {
    let id = answer["docId"].identity ?? answer["insertId"].identity
    return id.map { .done(reference: "invoice-" + $0, link: nil) } ?? .unknown(.malformedAnswer)
  }

  /// Made when an invoice of this sum came after the last one of the terms; nil when none did.
  func trace(of intent: Intent) throws -> Settlement? {
    guard let last = intent.terms?.quote.flatMap({ Int64($0) }), case .requestInvoice(let amount) = intent.action,
      let rows = try rows()
    else { return .unknown }
    let made = try rows.elements().first { row in
      (row["id"].integer ?? 0) > last && row["totalSum"].amount?.money(currency) == amount
    }
    return made?["id"].identity.map { .done(reference: "invoice-" + $0, link: nil) }
  }

  // MARK: those there are

  private func invoiceList(_ answer: Loose) throws -> [Document] {
    // Only its oldest order is one that all versions keep.
    let rows = try answer.elements().sorted { ($0["id"].integer ?? 0) > ($1["id"].integer ?? 0) }
    return try rows.enumerated().compactMap { try invoice($1, readsRows: $0 < ABillSDocuments.readInFull) }
  }

  private func invoice(_ row: Loose, readsRows: Bool) throws -> Document? {
    let id = try row["id"].required(row["id"].identity ?? row["docId"].identity, "an id")
    guard let date = row["date"].date ?? row["created"].date else { return nil }
    let details = readsRows ? try reading.optional("/user/docs/invoices/\(Encoding.percent(id))/") : nil
    return Document(
      id: "invoice-" + id, kind: .invoice, number: row["invoiceNum"].identity ?? id, date: date,
      due: details?["expireDate"].date, amount: (row["totalSum"].amount ?? row["invoiceSum"].amount)?.money(currency),
      paid: row["paymentSum"].json == nil
        ? nil : (row["paymentSum"].amount ?? Millionths(value: 0)).money(currency),
      rows: (try? details?["orders"].elements().compactMap(order)) ?? [])
  }

  private func order(_ row: Loose) -> Document.Row? {
    guard let price = row["price"].amount else { return nil }
    let count = row["counts"].integer ?? 1
    let (total, overflow) = price.value.multipliedReportingOverflow(by: count)
    guard !overflow else { return nil }
    return Document.Row(
      text: PlainText.of(row["orders"].text ?? ""), amount: Millionths(value: total).money(currency))
  }

  private func receiptList(_ answer: Loose, _ payments: [LedgerEntry]) throws -> [Document] {
    try answer.elements().compactMap { row in
      guard let payment = row["paymentId"].identity, let date = row["date"].date else { return nil }
      let entry = "p:" + payment
      let amount = payments.last { $0.id == entry }?.amount
      let link = row["checkUrl"].text.flatMap { $0.hasPrefix("https://") && Link.isPlain($0) ? $0 : nil }
      return Document(
        id: "receipt-" + payment, kind: .receipt, number: payment, date: date, amount: amount, entry: entry, link: link)
    }
  }
}
