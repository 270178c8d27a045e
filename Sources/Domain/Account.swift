import JSON

/// What the provider says of one account at one moment: all that the home screen and `balance` need.
package struct Account: Sendable, Equatable {
  package enum State: String, Sendable {
    case active, blocked, held, closed
  }

  /// Why the account is blocked: `no-funds`, `trust-payment-overdue`, `credit-expired` (money ends these), `expired`,
  /// `by-office`; others are kept.
  package struct Block: Sendable, Equatable {
    package let code: String
    package let since: CivilDate?
    package init(code: String, since: CivilDate?) {
      self.code = code
      self.since = since
    }
  }

  /// The person who holds the contract.
  package struct Holder: Sendable, Equatable {
    package let name: String
    package let birthday: CivilDate?
    package let address: String?

    package init(name: String, birthday: CivilDate? = nil, address: String? = nil) {
      self.name = name
      self.birthday = birthday
      self.address = address
    }
  }

  /// Months that were paid in advance: an entitlement with an end, never money.
  package struct Prepayment: Sendable, Equatable {
    /// The last day that it covers: no tariff fee is taken up to it.
    package let until: CivilDate
    package init(until: CivilDate) { self.until = until }
  }

  /// The provider's identity of the account: the path segment of its API.
  package let id: String
  /// Number, contract, login and payment id are four different things.
  package let number: String
  package let contract: String?
  package let login: String?
  package let paymentID: String?
  package let holder: Holder
  /// Minutes ahead of UTC of the provider's calendar.
  package let utcOffset: Int
  package let state: State
  package let block: Block?
  package let balance: Money
  /// How far below zero the balance may go; never negative. It includes an active trust payment.
  package let credit: Money
  /// The last day of the credit, where it ends.
  package let creditUntil: CivilDate?
  /// Taken off each regular fee, in percent.
  package let discountPercent: Int
  package let tariffID: String?
  package let tariffName: String?
  package let plan: ChargePlan?
  package let scheduledChange: ScheduledTariffChange?
  package let services: [Service]
  package let trustPayment: TrustPayment?
  /// Running or planned.
  package let hold: Hold?
  package let prepayment: Prepayment?
  package let lastPayment: LastPayment?
  /// What the provider itself recommends to pay.
  package let recommendedPayment: Money?
  /// When the provider computed this.
  package let asOf: Timestamp
  /// For how many seconds the provider holds this to be fresh.
  package let freshFor: Int

  package struct LastPayment: Sendable, Equatable {
    package let amount: Money
    package let date: CivilDate
    package init(amount: Money, date: CivilDate) {
      self.amount = amount
      self.date = date
    }
  }

  package init(
    id: String, number: String, contract: String? = nil, login: String? = nil, paymentID: String? = nil, holder: Holder,
    utcOffset: Int, state: State, block: Block? = nil, balance: Money, credit: Money, creditUntil: CivilDate? = nil,
    discountPercent: Int = 0, tariffID: String? = nil, tariffName: String? = nil, plan: ChargePlan? = nil,
    scheduledChange: ScheduledTariffChange? = nil, services: [Service] = [], trustPayment: TrustPayment? = nil,
    hold: Hold? = nil,
    prepayment: Prepayment? = nil, lastPayment: LastPayment? = nil, recommendedPayment: Money? = nil, asOf: Timestamp,
    freshFor: Int = 3600
  ) {
    self.id = id
    self.number = number
    self.contract = contract
    self.login = login
    self.paymentID = paymentID
    self.holder = holder
    self.utcOffset = utcOffset
    self.state = state
    self.block = block
    self.balance = balance
    self.credit = credit
    self.creditUntil = creditUntil
    self.discountPercent = discountPercent
    self.tariffID = tariffID
    self.tariffName = tariffName
    self.plan = plan
    self.scheduledChange = scheduledChange
    self.services = services
    self.trustPayment = trustPayment
    self.hold = hold
    self.prepayment = prepayment
    self.lastPayment = lastPayment
    self.recommendedPayment = recommendedPayment
    self.asOf = asOf
    self.freshFor = freshFor
  }

  package var currency: Currency { balance.currency }

  /// The provider's day at a moment.
  package func day(at now: Timestamp) -> CivilDate { now.date(utcOffset: utcOffset) }

  /// Older than the provider's advice.
  package func isStale(at now: Timestamp) -> Bool { asOf.seconds(until: now) > Int64(freshFor) }
}
