import Domain
import JSON

/// Where an account stands on a day: what the provider said, and what follows from it.
struct Standing: Sendable, Equatable {
  struct Charge: Sendable, Equatable {
    let date: CivilDate
    let amount: Money
  }

  /// What must be paid today for the service to last through a day.
  struct Need: Sendable, Equatable {
    let until: CivilDate
    let amount: Money
  }

  let account: Account
  /// On the clock of the provider.
  let now: Timestamp
  /// Seconds since the data was received.
  let age: Int64
  let isStale: Bool
  let paidUntil: CivilDate?
  /// The first day without service if nothing is paid; of a blocked account, since when.
  let turnOff: CivilDate?
  let nextCharge: Charge?
  /// Zero when nothing need be paid.
  let recommended: Money
  /// What brings a blocked account back, where money does.
  let neededToUnblock: Money?
  var need: Need?

  var today: CivilDate { account.day(at: now) }
  var balance: Money { account.balance }

  /// Days until the turn-off, never negative; nil where there is none in sight or it has happened.
  var daysLeft: Int? {
    guard account.state == .active else { return nil }
    return turnOff.map { max(0, today.days(until: $0)) }
  }

  /// The trust payment that is not repaid, with what it is today.
  var openTrustPayment: (payment: TrustPayment, state: TrustPayment.State)? {
    guard let payment = account.trustPayment else { return nil }
    let state = payment.state(on: today, balance: balance)
    return state == .repaid ? nil : (payment, state)
  }

  var isBirthday: Bool {
    guard let birthday = account.holder.birthday else { return false }
    // February 29 is kept on the 28th in a year that lacks it.
    return birthday <= today && birthday.adding(months: (today.year - birthday.year) * 12) == today
  }

  var json: [String: JSON] {
    let members: [String: JSON?] = [
      "account": .string(account.number), "balance": balance.json, "credit": account.credit.json,
      "creditUntil": account.creditUntil?.json, "state": .string(account.state.rawValue),
      "block": account.block?.json, "trustPayment": trustPaymentJSON, "prepaidUntil": account.prepayment?.until.json,
      "paidUntil": paidUntil?.json, "turnOffOn": account.state == .active ? turnOff?.json : nil,
      "daysLeft": daysLeft.map { .integer(Int64($0)) },
      "nextCharge": nextCharge.map { ["date": $0.date.json, "amount": $0.amount.json] },
      "recommendedPayment": recommended.json, "neededToUnblock": neededToUnblock?.json,
      "needed": need.map { ["until": $0.until.json, "amount": $0.amount.json] },
      "lastPayment": account.lastPayment?.json, "today": today.json, "asOf": account.asOf.json,
      "ageSeconds": .integer(age), "stale": .bool(isStale),
    ]
    return members.compactMapValues { $0 }
  }

  private var trustPaymentJSON: JSON? {
    guard let (payment, state) = openTrustPayment, case .object(var members) = payment.json else { return nil }
    members["state"] = .string(state.rawValue)
    return .object(members)
  }
}
