import JSON

/// What becomes of an account if nothing is paid, and what to pay so that it does not.
///
/// Computed from the account alone by the billing rules of its charge cycle; ten years are looked at. The provider's
/// own recommendation is not part of it: whoever shows a sum shows the larger of the two.
package struct Forecast: Sendable, Equatable {
  package struct Charge: Sendable, Equatable {
    package let date: CivilDate
    /// All regular fees of that day together, after the discount.
    package let amount: Money
  }

  /// The next day on which money is taken, days that are prepaid skipped; of an account that is blocked for lack of
  /// money, what would be taken today. Nil while nothing is charged: no plan, a hold, a closed account.
  package let nextCharge: Charge?
  /// The first day without service if nothing is paid; nil: not within ten years. Of a blocked account, since when.
  package let turnOffDate: CivilDate?
  /// What to pay now so that any debt and the next charge are covered, of daily charges those of a month; zero when
  /// they are.
  package let recommendedPayment: Money
  /// What must be paid for the service to be switched on again; nil unless blocked in a way that money ends.
  package let neededToUnblock: Money?
  /// False when the provider gave no charge plan that we can count with: the dates then only know of credits that end.
  package let isKnown: Bool

  private let funds: Funds
  private let firstUnmet: CivilDate?

  package init(account: Account, today: CivilDate) {
    let funds = Funds(account: account, today: today)
    var charges = funds.calendar
    let first = charges?.nextWithAmount(from: today)
    let second = charges?.nextWithAmount(from: today)
    let beforeSecond = second.map { $0.date.adding(days: -1) } ?? funds.last
    let horizon = account.isChargedDaily ? max(beforeSecond, today.adding(months: 1).adding(days: -1)) : beforeSecond
    let off = funds.turnOffDay()
    self.funds = funds
    self.firstUnmet = off
    nextCharge = first.map { Charge(date: $0.date, amount: Money(minor: $0.minor, currency: account.currency)) }
    recommendedPayment = Money(minor: funds.needed(until: horizon, off: off), currency: account.currency)
    isKnown = funds.standing == .suspended || funds.calendar != nil
    switch funds.standing {
    case .on:
      turnOffDate = off
      neededToUnblock = nil
    case .awaitingFee, .awaitingDebt:
      turnOffDate = account.block?.since ?? today
      neededToUnblock = Money(minor: funds.neededToUnblock(), currency: account.currency)
    case .suspended:
      turnOffDate = account.block?.since
      neededToUnblock = nil
    }
  }

  /// The last day with service if nothing is paid; nil: longer than ten years.
  package var paidUntil: CivilDate? { turnOffDate?.adding(days: -1) }

  /// Days from today to the turn-off, zero when it is today or past; nil: longer than ten years.
  package var daysLeft: Int? { turnOffDate.map { max(0, funds.today.days(until: $0)) } }

  /// Whether the next charge and any debt are covered.
  package var isCovered: Bool { recommendedPayment.isZero }

  /// The least payment today such that there is no turn-off on any day up to and with `date`.
  ///
  /// Dates beyond ten years count as ten years. Of an account that money does not bring back, its debt.
  package func needed(until date: CivilDate) -> Money {
    Money(minor: funds.needed(until: date, off: firstUnmet), currency: funds.account.currency)
  }
}

extension Account {
  /// Nobody pays day by day: what is charged daily is recommended for a month.
  fileprivate var isChargedDaily: Bool { plan?.cycle == .daily || plan?.cycle == .spread }
}

extension ChargeCalendar {
  fileprivate mutating func nextWithAmount(from today: CivilDate) -> Charge? {
    while let charge = next() {
      if charge.minor > 0, charge.date >= today { return charge }
    }
    return nil
  }
}

extension Forecast {
  /// For `--json`; it is computed, so it is never read back.
  package var json: JSON {
    .members([
      "nextCharge": nextCharge.map { ["date": $0.date.json, "amount": $0.amount.json] },
      "turnOff": turnOffDate?.json, "paidUntil": paidUntil?.json, "daysLeft": daysLeft.map { .integer(Int64($0)) },
      "recommendedPayment": recommendedPayment.json, "covered": .bool(isCovered),
      "neededToUnblock": neededToUnblock?.json, "known": .bool(isKnown),
    ])
  }
}
