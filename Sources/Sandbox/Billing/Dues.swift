import Domain

/// What is due on a charge day, and when the next one is.
extension Contract {
  struct Due: Equatable {
    let id: String
    let text: String
    let amount: Int64
  }

  /// The fees of a day, each with the discount taken off; those of zero are left out.
  func dues(on day: CivilDate) -> [Due] {
    var dues: [Due] = []
    if !(prepaidUntil.map { $0 >= day } ?? false) {
      dues.append(
        Due(id: terms.tariff, text: "Абонентская плата: «\(terms.name)»", amount: part(of: terms.fee, on: day)))
    }
    for service in services {
      dues.append(Due(id: service.id, text: service.name, amount: part(of: service.fee.minor, on: day)))
    }
    return dues.filter { $0.amount != 0 }
  }

  func total(on day: CivilDate) -> Int64 { dues(on: day).reduce(0) { $0 + $1.amount } }

  /// The sum that the next charge, or the way out of a block, takes.
  var nextTotal: Int64 { total(on: max(today, terms.nextCharge)) }

  /// What is missing for it; zero when it is covered.
  var missing: Int64 { max(0, nextTotal - balance - credit) }

  /// All fees of one period after the discount.
  var periodFee: Int64 { services.reduce(discounted(terms.fee)) { $0 + discounted($1.fee.minor) } }

  /// Half a kopeck goes up; fees are never negative.
  func discounted(_ fee: Int64) -> Int64 { (fee * (100 - discountPercent) * 2 + 100) / 200 }

  private func part(of fee: Int64, on day: CivilDate) -> Int64 {
    let fee = discounted(fee)
    guard terms.cycle == .spread else { return fee }
    let days = Int64(day.daysInMonth)
    let upTo = { (count: Int64) in (fee * count * 2 + days) / (days * 2) }
    return upTo(Int64(day.day)) - upTo(Int64(day.day) - 1)
  }

  /// The charge day after one that was just charged.
  func chargeDay(after day: CivilDate) -> CivilDate {
    switch terms.cycle {
    case .calendarMonth: day.firstOfNextMonth
    case .everyDays(let days): day.adding(days: days)
    case .anniversary(let wanted): Contract.day(wanted, ofMonth: day.firstOfNextMonth)
    case .daily, .spread: day.adding(days: 1)
    case .inAdvance: day.firstOfNextMonth.lastOfMonth
    }
  }

  /// The first charge day on or after today, where some were skipped by a block.
  func nextChargeDay() -> CivilDate {
    guard terms.nextCharge < today else { return terms.nextCharge }
    switch terms.cycle {
    case .calendarMonth: return today.day == 1 ? today : today.firstOfNextMonth
    case .everyDays(let days):
      let periods = (terms.nextCharge.days(until: today) + days - 1) / days
      return terms.nextCharge.adding(days: periods * days)
    case .anniversary(let wanted):
      let here = Contract.day(wanted, ofMonth: today.firstOfMonth)
      return here >= today ? here : Contract.day(wanted, ofMonth: today.firstOfNextMonth)
    case .daily, .spread: return today
    case .inAdvance: return today.lastOfMonth
    }
  }

  private static func day(_ wanted: Int, ofMonth first: CivilDate) -> CivilDate {
    first.adding(days: min(wanted, first.daysInMonth) - 1)
  }
}
