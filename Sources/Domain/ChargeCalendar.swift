/// The regular charges of an account that are to come, oldest first, as if each of them were covered.
///
/// Pure arithmetic on day numbers and minor units: ten years of daily parts take tens of microseconds. Sums that do not
/// fit saturate, so that they are never covered. Fees below zero count as zero: no provider has such a rule.
package struct ChargeCalendar: Sequence, IteratorProtocol, Sendable, Equatable {
  package struct Charge: Sendable, Equatable {
    package let date: CivilDate
    /// All fees of the day together, after the discount; zero while everything is prepaid.
    package let minor: Int64
    /// The first day without service if it is not covered.
    package let turnOffDay: CivilDate
  }

  /// Where the charges begin.
  package enum Start: Sendable, Equatable {
    /// On the plan's own next charge day.
    case planned
    /// On this day, from which the period counts anew: the way out of a block for lack of money.
    case restarted(CivilDate)
    /// On the first charge day on or after this one: the way out of any other block.
    case resumed(CivilDate)
  }

  private let last: CivilDate
  private let discountPercent: Int64
  private let prepaidUntil: CivilDate?
  private let serviceFees: [Int64]
  private let serviceTotal: Int64
  private var change: ScheduledTariffChange?
  private var cycle: ChargeCycle
  private var tariffFee: Int64
  private var day: CivilDate
  /// The second charge day, where it does not follow from the first.
  private var second: CivilDate?
  private var month = Month(containing: CivilDate(dayNumber: 0))

  /// Nil without a plan, or when the fees are not all in the account's currency; `last` is the last day looked at.
  package init?(account: Account, start: Start = .planned, through last: CivilDate) {
    guard let plan = account.plan else { return nil }
    let amounts = [plan.fee] + account.services.map(\.fee) + (account.scheduledChange.map { [$0.plan.fee] } ?? [])
    guard amounts.allSatisfy({ $0.currency == account.currency }) else { return nil }
    let percent = Int64(Swift.min(Swift.max(0, account.discountPercent), 100))
    self.last = last
    self.discountPercent = percent
    self.prepaidUntil = account.prepayment?.until
    self.serviceFees = account.services.map { ChargeCalendar.discounted($0.fee, percent) }
    self.serviceTotal = serviceFees.reduce(0) { $0.addingClamped($1) }
    self.change = account.scheduledChange
    self.cycle = plan.cycle
    self.tariffFee = ChargeCalendar.discounted(plan.fee, percent)
    self.day = plan.nextCharge
    begin(start, offFrom: account.block?.since)
  }

  private mutating func begin(_ start: Start, offFrom: CivilDate?) {
    switch start {
    case .planned: return
    case .resumed(let today):
      if let change, change.on <= today { adopt(change) }
      day = cycle.chargeDay(onOrAfter: today, known: day)
    case .restarted(let today):
      if let change, change.on <= today { adopt(change) }
      day = today
      if case .anniversary = cycle { cycle = .anniversary(day: today.day) }
      // In advance: what was paid is this month, unless the service runs on to the month's end.
      if cycle == .inAdvance, offFrom.map({ $0 <= today }) ?? true { second = today.lastOfMonth }
    }
  }

  package mutating func next() -> Charge? {
    if let change, change.on <= day { adopt(change) }
    guard day <= last else { return nil }
    let charge = Charge(date: day, minor: total(on: day), turnOffDay: cycle.turnOffDay(ofCharge: day))
    day = second ?? cycle.chargeDay(after: day)
    second = nil
    return charge
  }

  /// Takes all charges of the month that begins on the next charge day at once, and returns their sum.
  ///
  /// Nil, and nothing is taken, unless the charges are daily, all alike in kind and none is on or after `limit`.
  mutating func takeWholeMonth(before limit: CivilDate?) -> Int64? {
    guard cycle == .daily || cycle == .spread, second == nil else { return nil }
    if !month.contains(day) { month = Month(containing: day) }
    let end = CivilDate(dayNumber: month.first + month.days)
    let isPrepaid = prepaidUntil.map { $0 >= day } ?? false
    guard day.dayNumber == month.first, end.dayNumber <= last.dayNumber + 1, limit.map({ end <= $0 }) ?? true,
      change.map({ end <= $0.on }) ?? true, !isPrepaid
    else { return nil }
    day = end
    let fees = serviceTotal.addingClamped(tariffFee)
    guard cycle == .daily else { return fees }
    let (product, overflow) = fees.multipliedReportingOverflow(by: Int64(month.days))
    return overflow ? .max : product
  }

  /// The planned tariff takes the place of the present one at the beginning of its day, before that day's charge.
  private mutating func adopt(_ change: ScheduledTariffChange) {
    cycle = change.plan.cycle
    tariffFee = ChargeCalendar.discounted(change.plan.fee, discountPercent)
    day = Swift.max(change.plan.nextCharge, change.on)
    self.change = nil
  }

  private mutating func total(on day: CivilDate) -> Int64 {
    let isPrepaid = prepaidUntil.map { $0 >= day } ?? false
    guard cycle == .spread else { return isPrepaid ? serviceTotal : serviceTotal.addingClamped(tariffFee) }
    if !month.contains(day) { month = Month(containing: day) }
    var total = isPrepaid ? 0 : month.part(of: tariffFee, on: day)
    for fee in serviceFees { total = total.addingClamped(month.part(of: fee, on: day)) }
    return total
  }

  private static func discounted(_ fee: Money, _ percent: Int64) -> Int64 {
    Swift.max(0, fee.share(100 - percent, of: 100)?.minor ?? .max)
  }
}

/// A month, for the daily parts of a monthly fee; kept between days because finding it costs more than the division.
private struct Month: Equatable {
  let first: Int
  let days: Int

  init(containing date: CivilDate) {
    let (year, month, day) = date.components
    first = date.dayNumber - day + 1
    days = CivilDate.daysIn(month: month, year: year)
  }

  func contains(_ date: CivilDate) -> Bool { date.dayNumber >= first && date.dayNumber < first + days }

  /// What is taken up to the evening of the day minus what was taken before it: the parts sum exactly to the fee.
  func part(of fee: Int64, on date: CivilDate) -> Int64 {
    let day = Int64(date.dayNumber - first + 1)
    return taken(of: fee, by: day) - taken(of: fee, by: day - 1)
  }

  private func taken(of fee: Int64, by day: Int64) -> Int64 {
    let days = Int64(days)
    if fee < 1 << 56 { return (2 * fee * day + days) / (2 * days) }
    // At most the fee itself, so the share always fits; the currency plays no part in it.
    return Money(minor: fee, currency: .rub).share(day, of: days)?.minor ?? fee
  }
}
