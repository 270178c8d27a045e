import Domain

/// Bills (TMF678): what they ask for, and when the next one comes.
struct TMForumBills {
  private let rows: [Loose]
  private let view: TMForumAccount

  init(_ reading: TMForumReading, _ view: TMForumAccount) throws {
    self.view = view
    rows = try (reading.list(.bill, "customerBill") ?? []).filter { $0.concerns(view.id) }
  }

  /// The unpaid parts together; nil where nothing is asked for.
  var due: Money? {
    let open = rows.filter { ["sent", "partiallyPaid"].contains($0["state"].text) }
    let sum = open.compactMap { $0["remainingAmount"].money(view.currency) }
      .reduce(Money.zero(view.currency)) { $0.adding($1) ?? $0 }
    return sum.isPositive ? sum : nil
  }

  /// The day of the next bill, where it is told.
  var next: CivilDate? {
    rows.compactMap { $0["nextBillDate"].time(view.utcOffset)?.date(utcOffset: view.utcOffset) }
      .filter { $0 > view.today }.min()
  }
}

/// When the tariff's fee is taken next: by the bills, else a period after it was taken last.
enum TMForumPlan {
  static func plan(_ own: TMForumProducts.Product?, _ ledger: History, _ bills: TMForumBills) -> ChargePlan? {
    guard let price = own?.price, price.fee.isPositive else { return nil }
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
