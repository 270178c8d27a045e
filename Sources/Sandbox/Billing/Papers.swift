import Domain

/// Receipts of payments as they come, and an invoice on the first of a month for the one before.
struct Papers: Sendable, Equatable {
  /// As many of a kind as are kept.
  private static let most = 12

  private(set) var receipts: [Document] = []
  private var invoices: [Document] = []
  private var requested: [Document] = []
  private var count = 0
  private var month: [String: Int64] = [:]

  mutating func file(_ posting: Posting) {
    if posting.kind == .payment {
      count += 1
      receipts.append(
        Document(
          id: "r\(count)", kind: .receipt, number: String(count), date: posting.day, amount: posting.amount.roubles,
          link: "https://receipts.sandbox.example/\(count)"))
      if receipts.count > Papers.most { receipts.removeFirst() }
    } else if posting.amount < 0 {
      month[posting.service ?? "", default: 0] -= posting.amount
    }
  }

  mutating func closeMonth(on day: CivilDate) {
    defer { month = [:] }
    guard !month.isEmpty else { return }
    let number = String(day.adding(days: -1).text.prefix(7))
    let rows = month.sorted { $0.key < $1.key }.map {
      Document.Row(text: Papers.name(of: $0.key), amount: $0.value.roubles)
    }
    invoices.append(
      Document(
        id: "i" + number, kind: .invoice, number: number, date: day, due: day.adding(days: 20),
        amount: month.values.reduce(0, +).roubles, rows: rows))
    if invoices.count > Papers.most { invoices.removeFirst() }
  }

  /// An invoice that was asked for: to be paid within ten days.
  mutating func request(_ amount: Money, on day: CivilDate) {
    count += 1
    requested.append(
      Document(
        id: "q\(count)", kind: .invoice, number: "\(day.text)/\(count)", date: day, due: day.adding(days: 10),
        amount: amount, rows: [Document.Row(text: "Услуги связи, аванс", amount: amount)]))
    if requested.count > Papers.most { requested.removeFirst() }
  }

  private static func name(of service: String) -> String {
    switch service {
    case "tv-basic", "static-ip", "antivirus": ServiceCatalogue.service(service, since: CivilDate(dayNumber: 0)).name
    case "phone": "Телефонные звонки"
    case "trust-payment": "Обещанный платёж"
    default: TariffCatalogue.offer(service)?.name ?? "Прочее"
    }
  }

  /// A debt is of the latest invoices.
  func shown(balance: Int64) -> [Document] {
    var debt = max(0, -balance)
    let settled = invoices.reversed().map { invoice in
      let amount = invoice.amount?.minor ?? 0
      let open = min(amount, debt)
      debt -= open
      return Document(
        id: invoice.id, kind: invoice.kind, number: invoice.number, date: invoice.date, due: invoice.due,
        amount: invoice.amount, paid: (amount - open).roubles, rows: invoice.rows)
    }
    return receipts + settled.reversed() + requested
  }
}
