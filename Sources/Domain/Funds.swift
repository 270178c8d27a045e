/// An account's money against its charges to come; the arithmetic behind `Forecast`.
struct Funds: Sendable, Equatable {
  enum Standing: Sendable, Equatable {
    case on
    /// Blocked until balance and credit reach the fee, which is then taken at once.
    case awaitingFee
    /// Blocked until the balance is not negative.
    case awaitingDebt
    /// Held, closed or blocked by the office: money does not bring it back.
    case suspended
  }

  let account: Account
  let today: CivilDate
  let last: CivilDate
  let standing: Standing
  let calendar: ChargeCalendar?

  init(account: Account, today: CivilDate) {
    self.account = account
    self.today = today
    last = today.adding(months: 120)
    standing = Funds.standing(of: account, today: today)
    calendar = Funds.calendar(of: account, standing: standing, today: today, last: last)
  }

  private static func standing(of account: Account, today: CivilDate) -> Standing {
    switch account.state {
    case .held, .closed: return .suspended
    case .active:
      // In advance: the fee of the next month was not covered, the present one runs to its end.
      guard let block = account.block, let since = block.since, since > today else { return .on }
      return block.code == "no-funds" ? .awaitingFee : .on
    case .blocked:
      switch account.block?.code ?? "no-funds" {
      case "no-funds": return .awaitingFee
      case "trust-payment-overdue", "credit-expired": return .awaitingDebt
      default: return .suspended
      }
    }
  }

  private static func calendar(
    of account: Account, standing: Standing, today: CivilDate, last: CivilDate
  ) -> ChargeCalendar? {
    switch standing {
    case .suspended: return nil
    case .awaitingFee: return ChargeCalendar(account: account, start: .restarted(today), through: last)
    case .awaitingDebt: return ChargeCalendar(account: account, start: .resumed(today), through: last)
    case .on:
      // Charges that fell due since the data was read are counted; older than a year it says nothing about now.
      let isAncient = account.plan.map { $0.nextCharge.days(until: today) > 366 } ?? false
      return ChargeCalendar(account: account, start: isAncient ? .resumed(today) : .planned, through: last)
    }
  }

  private var balance: Int64 { account.balance.minor }

  private var activeTrustPayment: TrustPayment? {
    guard let trust = account.trustPayment, trust.state == .active else { return nil }
    return trust
  }

  /// The parts of the credit limit, the first to end first. The provider's figure includes an active trust payment.
  func credits(isTrusting: Bool) -> [Credit] {
    guard standing != .suspended else { return [] }
    let trusted = activeTrustPayment.map { min(max(0, $0.amount.minor), account.credit.minor) } ?? 0
    let own = Credit(minor: max(0, account.credit.minor - trusted), offFrom: account.creditUntil?.adding(days: 1))
    var credits = own.minor > 0 ? [own] : []
    if isTrusting, let trust = activeTrustPayment {
      credits.append(Credit(minor: trusted, offFrom: trust.until.adding(days: 1)))
    }
    if standing != .on { credits.removeAll { $0.offFrom.map { $0 <= today } ?? false } }
    return credits.sorted { ($0.offFrom ?? .distantFuture) < ($1.offFrom ?? .distantFuture) }
  }

  /// Whether the trust payment outlives its first day if nothing is paid: only a negative balance keeps it.
  private var keepsTrust: Bool {
    guard let trust = activeTrustPayment else { return false }
    var balance = balance
    var charges = calendar
    while balance >= 0, let charge = charges?.next(), charge.date <= trust.takenOn {
      balance = balance.subtractingClamped(charge.minor)
    }
    return balance < 0
  }

  /// The first day without service if nothing is paid; nil when there is none within ten years.
  func turnOffDay() -> CivilDate? {
    let balance = balance
    var demands = Demands(on: self, isTrusting: keepsTrust)
    while let demand = demands.next() {
      if demand.required > balance { return demand.day }
      demands.skipMonths(coveredBy: balance)
    }
    return nil
  }

  /// The least payment with which there is no turn-off up to `day`, in minor units.
  ///
  /// - off: what `turnOffDay` gave.
  func needed(until day: CivilDate, off: CivilDate?) -> Int64 {
    let day = min(max(day, today), last)
    guard let off, off <= day else { return 0 }
    return leastPayment { demands in
      var greatest = Int64.min
      for demand in demands {
        guard demand.day <= day else { break }
        greatest = max(greatest, demand.required)
      }
      return greatest
    }
  }

  /// The least payment that switches the service on again, in minor units; zero when the money is there.
  func neededToUnblock() -> Int64 {
    var unpaid = Demands(on: self, isTrusting: keepsTrust)
    guard let first = unpaid.next(), first.required > balance else { return 0 }
    return leastPayment { demands in
      var demands = demands
      return demands.next()?.required ?? .min
    }
  }

  /// Paying up to zero ends a trust payment at once, so there are two ranges to look at: a payment that leaves the
  /// balance negative keeps the trust payment's credit, a greater one loses it.
  private func leastPayment(meeting greatest: (Demands) -> Int64) -> Int64 {
    let toZero = max(0, Int64(0).subtractingClamped(balance))
    guard activeTrustPayment != nil else {
      return max(0, greatest(Demands(on: self, isTrusting: false)).subtractingClamped(balance))
    }
    if toZero > 0 {
      let keeping = max(0, greatest(Demands(on: self, isTrusting: true)).subtractingClamped(balance))
      if keeping < toZero { return keeping }
    }
    let losing = greatest(Demands(on: self, isTrusting: false)).subtractingClamped(balance)
    return max(losing, toZero, 1)
  }
}

extension CivilDate {
  /// Later than every date that can be written.
  fileprivate static let distantFuture = CivilDate(dayNumber: 1 << 40)
}
