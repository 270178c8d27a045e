/// What a rule does now, and every input of that decision. Pure: the same facts give the same answer.
package struct AutopayDecision: Sendable, Equatable {
  package struct Facts: Sendable, Equatable {
    package let account: Account
    /// The provider's day.
    package let today: CivilDate
    /// The first day without service if nothing is paid.
    package let turnOff: CivilDate?
    /// Every try of this rule, in any order.
    package let attempts: [AutopayAttempt]
    /// The account's intents that may have moved money and are not settled.
    package let unsettled: [Intent]
    /// The ledger's entries of this month and the last days by the keys that caused them: payments of other machines too. Nil:
    /// the provider's entries carry no keys.
    package let paid: [String: LedgerEntry]?
    /// 16 hexadecimal digits that stand for the account on every machine.
    package let identity: String

    package init(
      account: Account, today: CivilDate, turnOff: CivilDate?, attempts: [AutopayAttempt], unsettled: [Intent],
      paid: [String: LedgerEntry]?, identity: String
    ) {
      self.account = account
      self.today = today
      self.turnOff = turnOff
      self.attempts = attempts
      self.unsettled = unsettled
      self.paid = paid
      self.identity = identity
    }
  }

  package enum Verdict: Sendable, Equatable {
    case pay(Money, AutopayClaim.Slot)
    case takeTrustPayment(AutopayClaim.Slot)
    case nothing(Reason)
  }

  package enum Reason: Sendable, Equatable {
    case stopped(AutopayRule.Stop)
    case ended(CivilDate)
    case accountClosed
    case unsettled(key: String)
    /// The trigger does not hold.
    case notDue
    case alreadyPaid(key: String)
    /// This period's try was taken back or was not sent in time.
    case givenUp(key: String)
    case declined(next: CivilDate)
    /// The provider confirmed a payment that the ledger does not show yet.
    case notArrived(key: String)
    case enough
    case overPaymentCap
    case overMonthCap
  }

  package let rule: AutopayRule
  package let facts: Facts
  package let verdict: Verdict

  package init(_ rule: AutopayRule, _ facts: Facts) {
    self.rule = rule
    self.facts = facts
    verdict = AutopayDecision.verdict(rule, facts)
  }

  /// What this month's payments by the rule may have cost, on this machine and on others; it saturates.
  package var spent: Money { facts.spent(by: rule.name) }

  /// Whether the caps hold with a fee that the provider names.
  package func allows(_ amount: Money, fee: Money?) -> Bool {
    guard let caps = rule.payment, let total = fee.map({ amount.adding($0) }) ?? amount else { return false }
    guard let month = spent.adding(total) else { return false }
    return total <= caps.paymentCap && month <= caps.monthCap
  }

  /// How many of the latest tries in a row were declined.
  package static func declinesInARow(_ attempts: [AutopayAttempt]) -> Int {
    let latestFirst = attempts.sorted { ($1.claim.on, $1.claim.slot.number) < ($0.claim.on, $0.claim.slot.number) }
    return latestFirst.prefix(while: \.isDeclined).count
  }

  /// So many declines in a row stop a rule.
  package static let mostDeclines = 3
}

extension AutopayDecision {
  private static func verdict(_ rule: AutopayRule, _ facts: Facts) -> Verdict {
    if let stop = rule.stop { return .nothing(.stopped(stop)) }
    if let end = rule.enabledUntil, facts.today > end { return .nothing(.ended(end)) }
    if facts.account.state == .closed { return .nothing(.accountClosed) }
    if let open = facts.unsettled.first { return .nothing(.unsettled(key: open.key)) }
    let paying = rule.payment.map { verdict($0, rule, facts) } ?? .nothing(.notDue)
    guard case .nothing = paying, rule.takesTrustPayment, facts.turnOff == facts.today else { return paying }
    let slot = AutopayClaim.Slot(period: facts.today.text + "-trust", number: 1)
    return facts.attempts.contains { $0.claim.slot == slot } ? paying : .takeTrustPayment(slot)
  }

  private static func verdict(_ payment: AutopayRule.Payment, _ rule: AutopayRule, _ facts: Facts) -> Verdict {
    guard let period = period(payment.trigger, rule, facts) else { return .nothing(.notDue) }
    let slot: AutopayClaim.Slot
    switch self.slot(period, rule, facts) {
    case .success(let free): slot = free
    case .failure(let taken): return .nothing(taken.reason)
    }
    if let late = facts.notArrived { return .nothing(.notArrived(key: late)) }
    guard let amount = amount(payment, facts) else { return .nothing(.enough) }
    guard amount <= payment.paymentCap else { return .nothing(.overPaymentCap) }
    guard let month = facts.spent(by: rule.name).adding(amount), month <= payment.monthCap else {
      return .nothing(.overMonthCap)
    }
    return .pay(amount, slot)
  }

  /// The period that is due; nil when none is.
  private static func period(_ trigger: AutopayRule.Trigger, _ rule: AutopayRule, _ facts: Facts) -> String? {
    let today = facts.today
    switch trigger {
    case .below(let limit): return facts.account.balance < limit ? today.text : nil
    case .dayOfMonth(let day):
      let due = today.firstOfMonth.adding(days: min(day, today.daysInMonth) - 1)
      return due <= today && due >= rule.since ? today.monthText : nil
    case .daysBeforeTurnOff(let days):
      guard let turnOff = facts.turnOff, facts.account.state != .held else { return nil }
      return today.days(until: turnOff) <= days ? today.text : nil
    }
  }

  private struct Taken: Error {
    let reason: Reason
    init(_ reason: Reason) { self.reason = reason }
  }

  /// A try is followed by another in its period only when the provider itself has refused it, or never will do it: then every
  /// machine of the subscriber comes to the same number.
  private static func slot(
    _ period: String, _ rule: AutopayRule, _ facts: Facts
  ) -> Result<AutopayClaim.Slot, Taken> {
    let prefix = AutopayClaim.keyPrefix(identity: facts.identity, rule: rule.name, period: period)
    // One digit more: the days of a month begin as the month does.
    let isOfPeriod = { (key: String) in key.hasPrefix(prefix) && key.utf8.count == prefix.utf8.count + 1 }
    if let paid = facts.paid?.keys.filter(isOfPeriod).min() {
      return .failure(Taken(.alreadyPaid(key: paid)))
    }
    let tries = facts.attempts.filter { $0.claim.slot.period == period }
    guard let last = tries.max(by: { $0.claim.slot.number < $1.claim.slot.number }) else {
      return .success(AutopayClaim.Slot(period: period, number: 1))
    }
    let next = AutopayClaim.Slot(period: period, number: last.claim.slot.number + 1)
    switch last.intent.state {
    case .confirmed: return .failure(Taken(.alreadyPaid(key: last.intent.key)))
    case .expired, .cancelled: return .failure(Taken(.givenUp(key: last.intent.key)))
    case .queued, .sending, .accepted, .unknown, .fencing: return .failure(Taken(.unsettled(key: last.intent.key)))
    case .rejected where facts.today <= last.claim.on:
      return .failure(Taken(.declined(next: last.claim.on.adding(days: 1))))
    case .rejected, .notExecuted:
      return next.number <= AutopayClaim.highestNumber
        ? .success(next) : .failure(Taken(.givenUp(key: last.intent.key)))
    }
  }

  /// Nil when nothing is missing.
  private static func amount(_ payment: AutopayRule.Payment, _ facts: Facts) -> Money? {
    switch payment.amount {
    case .fixed(let amount): amount
    case .upTo(let target):
      target.subtracting(facts.account.balance).flatMap { $0.isPositive ? min($0, payment.paymentCap) : nil }
    }
  }
}

extension AutopayDecision.Facts {
  fileprivate func spent(by rule: String) -> Money {
    let month = today.monthText
    let own = attempts.filter { $0.claim.on.monthText == month }.compactMap(\.cost)
    // What other machines paid by the same rule is in the ledger, without its fee.
    let known = Set(attempts.map(\.intent.key))
    let prefix = AutopayClaim.keyPrefix(identity: identity, rule: rule)
    let others = (paid ?? [:]).filter { key, entry in
      key.hasPrefix(prefix) && !known.contains(key) && entry.date.monthText == month
    }
    return (own + others.values.map(\.amount)).reduce(Money.zero(account.currency)) { sum, cost in
      sum.adding(cost) ?? Money(minor: .max, currency: account.currency)
    }
  }

  /// For how many days a confirmed payment is waited for.
  private static let arrival = 3

  /// Where the ledger's entries carry keys, a confirmed payment that none of them carries is still on its way.
  fileprivate var notArrived: String? {
    guard let paid else { return nil }
    let recent = attempts.filter { attempt in
      attempt.intent.state == .confirmed && attempt.intent.amount != nil
        && (0...Self.arrival).contains(attempt.claim.on.days(until: today))
    }
    return recent.first { paid[$0.intent.key] == nil }?.intent.key
  }
}
