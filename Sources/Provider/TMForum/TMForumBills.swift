import Domain

/// Bills (TMF678): what they ask for, and when the next one comes.
struct TMForumBills {
  private let reading: TMForumReading
  private let rows: [Loose]
  private let view: TMForumAccount

  init(_ reading: TMForumReading, _ view: TMForumAccount) throws {
    self.reading = reading
    self.view = view
    rows = try (reading.list(.bill, "customerBill", lacking: .documents) ?? []).filter { $0.concerns(view.id) }
  }

  /// Each bill as an invoice, with the rates that name it as its rows.
  func documents() throws -> [Document] {
    guard !rows.isEmpty else { return [] }
    let rates = try reading.list(.bill, "appliedCustomerBillingRate") ?? []
    return rows.compactMap { row in
      guard let id = row["id"].identity, let date = day(row["billDate"]) else { return nil }
      let stated = row["taxIncludedAmount"].money(view.currency) ?? row["amountDue"].money(view.currency)
      let rest = row["remainingAmount"].money(view.currency)
      let link = row[list: "billDocument"].lazy.compactMap { $0["url"].text }.first
      return Document(
        id: "bill-" + id, kind: .invoice, number: row["billNo"].text ?? id, date: date, due: day(row["paymentDueDate"]),
        amount: stated, paid: stated.flatMap { stated in rest.flatMap { stated.subtracting($0) } },
        rows: rates.filter { $0["bill"]["id"].identity == id }.compactMap(part),
        link: Link.outside(link))
    }
  }

  private func part(_ rate: Loose) -> Document.Row? {
    let amount = rate["taxIncludedAmount"].money(view.currency) ?? rate["taxExcludedAmount"].money(view.currency)
    return amount.map {
      Document.Row(text: PlainText.of(rate["name"].text ?? rate["description"].text ?? ""), amount: $0)
    }
  }

  private func day(_ moment: Loose) -> CivilDate? { moment.time(view.utcOffset)?.date(utcOffset: view.utcOffset) }

  /// The unpaid parts together; nil where nothing is asked for.
  var due: Money? {
    let open = rows.filter { ["sent", "partiallyPaid"].contains($0["state"].text) }
    let sum = open.compactMap { $0["remainingAmount"].money(view.currency) }
      .reduce(Money.zero(view.currency)) { $0.adding($1) ?? $0 }
    return sum.isPositive ? sum : nil
  }

  /// The day of the next bill, where it is told.
  var next: CivilDate? {
    rows.compactMap { day($0["nextBillDate"]) }
      .filter { $0 > view.today }.min()
  }
}

/// When the tariff's fee is taken next: by the bills, else a period after it was taken last.
///
/// A plan says that the service stops when the balance does not cover the fee. That is so with prepaid buckets alone: who
/// is billed afterwards has none.
enum TMForumPlan {
  static func plan(
    _ own: TMForumProducts.Product?, _ ledger: History, _ bills: TMForumBills, _ view: TMForumAccount
  ) -> ChargePlan? {
    guard let price = own?.price, price.fee.isPositive, !view.buckets.isEmpty else { return nil }
    let last = ledger.tariffCharges.last
    switch price.cycle {
    case .everyDays(let days):
      return last.map { ChargePlan(cycle: price.cycle, fee: price.fee, nextCharge: $0.adding(days: days)) }
    case .daily: return last.map { ChargePlan(cycle: price.cycle, fee: price.fee, nextCharge: $0.adding(days: 1)) }
    default:
      guard let next = bills.next ?? last?.adding(months: 1) else { return nil }
      return plan(price.fee, next)
    }
  }

  static func plan(_ fee: Money, _ next: CivilDate) -> ChargePlan {
    ChargePlan(cycle: next.day == 1 ? .calendarMonth : .anniversary(day: next.day), fee: fee, nextCharge: next)
  }
}
