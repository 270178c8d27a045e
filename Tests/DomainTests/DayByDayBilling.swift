@testable import Domain

/// A second billing, as slow and plain as the rules read, against which the forecast is compared.
struct DayByDayBilling {
  let account: Account
  let today: CivilDate
  private var balance: Int64
  private var ownCredit: Int64
  private var trustCredit: Int64
  private var cycle: ChargeCycle
  private var fee: Int64
  private var next: CivilDate
  private var isOffFrom: CivilDate?
  private var awaitsFee: Bool
  private var change: ScheduledTariffChange?

  init?(_ account: Account, today: CivilDate, paying payment: Int64) {
    guard let plan = account.plan else { return nil }
    self.account = account
    self.today = today
    balance = account.balance.minor
    trustCredit = account.trustPayment.map { min($0.amount.minor, account.credit.minor) } ?? 0
    ownCredit = account.credit.minor - trustCredit
    cycle = plan.cycle
    fee = plan.fee.minor
    next = plan.nextCharge
    change = account.scheduledChange
    awaitsFee = account.block?.code == "no-funds"
    isOffFrom = account.state == .blocked ? account.block?.since : nil
    balance += payment
    if payment > 0, balance >= 0 { trustCredit = 0 }
    recover(on: today)
  }

  /// The first day without service from today on, looking at `days` days; the day itself when it is off already.
  mutating func turnOff(within days: Int) -> CivilDate? {
    if isOffFrom != nil { return today }
    for distance in 0...days {
      let day = today.adding(days: distance)
      if distance > 0 { endCredits(on: day) }
      if let off = isOffFrom { return off }
      if distance > 0, let planned = change, planned.on == day { adopt(planned) }
      if day == next { charge(on: day) }
      if let off = isOffFrom { return off }
    }
    return nil
  }

  private mutating func adopt(_ planned: ScheduledTariffChange) {
    (cycle, fee, next, change) = (planned.plan.cycle, planned.plan.fee.minor, planned.plan.nextCharge, nil)
  }

  private mutating func endCredits(on day: CivilDate) {
    if let trust = account.trustPayment, trustCredit > 0, day > trust.takenOn {
      if balance >= 0 {
        trustCredit = 0
      } else if day > trust.until {
        trustCredit = 0
        isOffFrom = day
      }
    }
    if ownCredit > 0, let until = account.creditUntil, day > until {
      ownCredit = 0
      if balance < 0 { isOffFrom = day }
    }
  }

  private mutating func charge(on day: CivilDate) {
    let total = total(on: day)
    guard total == 0 || balance + ownCredit + trustCredit >= total else {
      isOffFrom = cycle == .inAdvance ? day.adding(days: 1) : day
      return
    }
    balance -= total
    next = following(day)
  }

  private mutating func recover(on day: CivilDate) {
    guard isOffFrom != nil else { return }
    if awaitsFee {
      let total = total(on: day)
      guard balance + ownCredit + trustCredit >= total else { return }
      balance -= total
      if case .anniversary = cycle { cycle = .anniversary(day: day.day) }
      next = cycle == .inAdvance ? day.lastOfMonth : following(day)
    } else {
      guard balance >= 0 else { return }
      while next < day { next = following(next) }
    }
    isOffFrom = nil
  }

  private func following(_ day: CivilDate) -> CivilDate {
    var next = day.adding(days: 1)
    switch cycle {
    case .daily, .spread: return next
    case .everyDays(let days): return day.adding(days: days)
    case .calendarMonth: while next.day != 1 { next = next.adding(days: 1) }
    case .inAdvance: while next.adding(days: 1).day != 1 { next = next.adding(days: 1) }
    case .anniversary(let wanted):
      while next.month == day.month || next.day != min(wanted, next.daysInMonth) { next = next.adding(days: 1) }
    }
    return next
  }

  private func total(on day: CivilDate) -> Int64 {
    let isPrepaid = account.prepayment.map { $0.until >= day } ?? false
    let fees = (isPrepaid ? [] : [fee]) + account.services.map(\.fee.minor)
    return fees.reduce(0) { $0 + part(of: ($1 * Int64(100 - account.discountPercent) + 50) / 100, on: day) }
  }

  private func part(of fee: Int64, on day: CivilDate) -> Int64 {
    guard cycle == .spread else { return fee }
    let days = Int64(day.daysInMonth)
    func rounded(_ number: Int64) -> Int64 { (fee * number + days / 2) / days }
    // With an odd number of days there is no half; with an even one half goes up: either way this is the rounding.
    return rounded(Int64(day.day)) - rounded(Int64(day.day) - 1)
  }
}
