import Domain
import JSON

/// What a client sees of a book, as the values that both sides share.
struct Shown: Equatable {
  /// Its `asOf` is left at the epoch: it is stamped when it is sent.
  let account: Account
  let tariffs: [Tariff]
  let incidents: [Incident]
  let notices: [Notice]
  let tickets: [Ticket]
  let documents: [Document]
  let sessions: [UsageSession]
  let profile: Profile
  let referral: Referral
  let autopayments: [Autopayment]
}

extension Book {
  func shown(_ scripts: [IncidentScript]) -> Shown {
    Shown(
      account: account(asOf: Timestamp(seconds: 0)),
      tariffs: TariffRules(contract: contract, hasFibre: persona.hasFibre, firstDay: firstDay).tariffs(),
      incidents: scripts.compactMap { $0.incident(at: now, address: persona.address) }, notices: contract.notices,
      tickets: contract.tickets, documents: contract.papers.shown(balance: contract.balance),
      sessions: contract.sessions, profile: contract.profile,
      referral: Referral(
        link: "https://sandbox.example/friends/\(id)", bonus: contract.friendBonus.roubles, friends: contract.friends),
      autopayments: contract.autopayment.map { [$0] } ?? [])
  }

  func account(asOf: Timestamp) -> Account { account(of: contract, asOf: asOf) }

  func account(of contract: Contract, asOf: Timestamp) -> Account {
    let own = contract.ownCredit
    return Account(
      id: id, number: persona.number, contract: "Д-\(persona.number)", login: persona.number, paymentID: persona.number,
      holder: Account.Holder(name: persona.name, birthday: persona.birthday, address: persona.address),
      utcOffset: persona.utcOffset, state: contract.isBlocked ? .blocked : contract.isHeld ? .held : .active,
      block: contract.block.map { Account.Block(code: $0.code, since: $0.since) },
      balance: contract.balance.roubles, credit: contract.credit.roubles,
      creditUntil: own.amount > 0 ? own.until : nil, discountPercent: Int(contract.discountPercent),
      tariffID: contract.terms.tariff, tariffName: contract.terms.name, plan: contract.terms.plan,
      scheduledChange: contract.planned.map {
        ScheduledTariffChange(
          tariffID: $0.terms.tariff, name: $0.terms.name, on: $0.on, plan: $0.terms.plan, canCancel: true)
      },
      services: contract.services, trustPayment: contract.trust, hold: contract.hold,
      prepayment: contract.prepaidUntil.map { Account.Prepayment(until: $0) }, lastPayment: contract.lastPayment,
      recommendedPayment: contract.recommendation, asOf: asOf, freshFor: 3600)
  }

  func check(_ action: Action) -> Check {
    let desk = desk()
    let terms = desk.terms(of: action)
    var after = desk
    let isAvailable = terms.eligibility.available
    if isAvailable { after.perform(action, key: nil) }
    let expires = now.adding(seconds: Quote.lifetime)
    return Check(
      eligibility: terms.eligibility, price: terms.price?.roubles, fee: terms.fee?.roubles,
      grants: terms.grants?.roubles, termDays: terms.termDays, effectiveOn: terms.effectiveOn,
      quote: isAvailable ? quote(for: action, terms, expires: expires).text : nil,
      expires: isAvailable ? expires : nil, before: isAvailable ? contract.effect : nil,
      after: isAvailable ? after.contract.effect : nil)
  }
}

extension Contract.Terms {
  var plan: ChargePlan { ChargePlan(cycle: cycle, fee: fee.roubles, nextCharge: nextCharge) }
}

extension Contract {
  /// What the provider itself recommends: the next charge and any debt, in tens of roubles.
  fileprivate var recommendation: Money? {
    let lacking = max(missing, -balance).roundedUp(to: 10_00)
    return lacking > 0 ? lacking.roubles : nil
  }

  /// One side of an action. A planned tariff counts as the tariff: it is what the action is about.
  var effect: Check.Effect {
    var later = self
    if let planned { later.terms = planned.terms }
    return Check.Effect(
      balance: balance.roubles, credit: credit.roubles, tariff: later.terms.name, periodFee: later.periodFee.roubles,
      services: services, paidUntil: turnOff()?.adding(days: -1))
  }
}
