import Domain

/// The voluntary suspension (`freeze`): from a day to the day on which the services are back.
struct MikBillHold {
  private let reading: MikBillReading
  private let user: MikBillUser
  private let today: CivilDate

  init(_ reading: MikBillReading, _ user: MikBillUser) {
    self.reading = reading
    self.user = user
    today = reading.today(user)
  }

  private func freeze() throws -> MikBillService? { try reading.service("freeze", for: .hold) }

  /// The days stand there before there is a hold too: they are its own only while one is active.
  func current() throws -> Hold? {
    guard !reading.missing.contains(.hold), let freeze = try freeze(), freeze.isActive,
      let from = freeze.info["date_start"].date
    else { return nil }
    let back = freeze.info["date_stop_ever"].isTrue ? nil : freeze.info["date_stop"].date
    return Hold(
      from: from, until: back.map { max(from, $0.adding(days: -1)) }, canCancel: cancellation(freeze).reasons.isEmpty)
  }

  func check(_ action: Action) throws -> Check {
    guard !reading.missing.contains(.hold), let freeze = try freeze() else { throw ProviderError.missing(.hold) }
    guard case .startHold(let from, let until) = action else {
      let (reasons, day) = cancellation(freeze)
      return Check(
        eligibility: Eligibility(
          available: reasons.isEmpty, active: freeze.isActive, availableFrom: day, reasons: reasons),
        fee: money(freeze, "cost_deactivate"))
    }
    let plan = plan(freeze, from, until)
    let reasons = obstacles(freeze) + plan.reasons
    return Check(
      eligibility: Eligibility(
        available: reasons.isEmpty, active: freeze.isActive,
        availableFrom: freeze.isActive ? nil : freeze.availableFrom(today), reasons: reasons),
      fee: cost(freeze, days: plan.first.days(until: plan.back)), effectiveOn: plan.first, quote: plan.form)
  }

  private func obstacles(_ freeze: MikBillService) -> [Reason] {
    if freeze.isActive { return [HoldReasons.active] }
    guard freeze.isAvailable else {
      return [freeze.availableFrom(today) == nil ? HoldReasons.off : HoldReasons.tooSoon]
    }
    let info = freeze.info
    let needsMoney = info["balanse_plus"].isTrue || info["balance_plus"].isTrue
    return needsMoney && user.balance.isNegative ? [HoldReasons.debt] : []
  }

  /// Why an active one can't be taken back, and from when it can.
  private func cancellation(_ freeze: MikBillService) -> (reasons: [Reason], day: CivilDate?) {
    guard freeze.isActive else { return ([HoldReasons.none], nil) }
    if freeze.info["unfreeze_earlier_disallow"].isTrue { return ([HoldReasons.fixed], nil) }
    let day = freeze.info["date_start"].date?.adding(days: leastDays(freeze)) ?? today
    return day > today ? ([HoldReasons.notBackYet], day) : ([], nil)
  }

  private func leastDays(_ freeze: MikBillService) -> Int {
    freeze.info["min_day"].integer.flatMap { (1...366).contains($0) ? Int($0) : nil } ?? 0
  }

  // MARK: - What is asked for

  private struct Plan {
    let first: CivilDate
    /// The day on which the services are back.
    var back: CivilDate
    var isOpen = false
    var months = 0
    var reasons: [Reason] = []

    var form: String {
      let form = Encoding.form([
        ("activate", "1"), ("date_start", first.text), ("date_stop", back.text),
        ("freeze_do_ever", isOpen ? "1" : "0"), ("fixed_month_num", String(months)),
      ])
      return String(decoding: form, as: UTF8.self)
    }
  }

  private func plan(_ freeze: MikBillService, _ from: CivilDate?, _ until: CivilDate?) -> Plan {
    let first = from ?? max(today, freeze.info["date_start"].date ?? today)
    let least = leastDays(freeze)
    var plan = Plan(first: first, back: until?.adding(days: 1) ?? first.adding(days: max(1, least)))
    if until == nil {
      plan.isOpen = freeze.info["freeze_ever"].isTrue
      if !plan.isOpen { plan.reasons = [HoldReasons.untilNeeded] }
    } else if freeze.info["fixed_month"].isTrue {
      let months = (1...12).first { first.adding(months: $0) == plan.back }
      plan.months = months ?? 0
      if months == nil { plan.reasons = [HoldReasons.wholeMonths] }
    } else if first.days(until: plan.back) < least {
      plan.reasons = [HoldReasons.tooShort(days: least)]
    }
    return plan
  }

  /// What it costs to begin, with the price of its days: of an open one, of the fewest.
  private func cost(_ freeze: MikBillService, days: Int) -> Money? {
    guard let begin = money(freeze, "cost_activate") else { return nil }
    guard let day = money(freeze, "cost_day"), day.isPositive, days > 0, day.minor < 1_000_000_000 else { return begin }
    return begin.adding(Money(minor: day.minor * Int64(min(days, 3660)), currency: day.currency))
  }

  private func money(_ freeze: MikBillService, _ name: String) -> Money? {
    freeze.info[name].amount?.money(user.currency)
  }

  static func body(of action: Action, terms: Check?) -> String {
    action == .cancelHold ? "activate=0" : terms?.quote ?? ""
  }

  /// Begun when one is active from the day of the terms: there was none then, and there is only one at a time; from
  /// another day it may be the office's. Not begun when none is active on a day that it would hold: one that is planned
  /// may show in no call before its day. Taken back when none is active.
  func trace(of intent: Intent) throws -> Settlement {
    guard let freeze = try freeze(), freeze.isTold else { return .unknown }
    let done = Settlement.done(reference: nil, link: nil)
    guard case .startHold(_, let until) = intent.action else {
      return freeze.isActive ? intent.absence(at: reading.clock()) : done
    }
    guard let first = intent.terms?.effectiveOn else { return .unknown }
    if freeze.isActive { return freeze.info["date_start"].date ?? first == first ? done : .unknown }
    return Hold(from: first, until: until).holds(today) ? intent.absence(at: reading.clock()) : .unknown
  }
}
