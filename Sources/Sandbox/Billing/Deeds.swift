import Domain

/// What a subscriber or the office does to a contract between two midnights.
extension Contract {
  static let trustFee: Int64 = 10_00
  static let trustDays = 3
  static let trustLimit: Int64 = 1000_00
  static let switchAtOnceFee: Int64 = 100_00

  mutating func pay(_ amount: Int64, method: String, text: String, key: String?) {
    post(.payment, amount, text, method: method, key: key)
    lastPayment = Account.LastPayment(amount: amount.roubles, date: today)
    if balance >= 0, let taken = trust, taken.state == .active { trust = taken.becoming(.repaid) }
    resumeIfCovered()
  }

  /// What a trust payment would grant: what the next charge lacks together with its own fee, in whole roubles.
  var trustGrant: Int64 {
    min(Contract.trustLimit, (nextTotal + Contract.trustFee - balance - credit).roundedUp(to: 100))
  }

  mutating func takeTrustPayment(key: String?) {
    let grant = trustGrant
    post(.fee, -Contract.trustFee, "Обещанный платёж: плата", service: "trust-payment", key: key)
    trustCount += 1
    trust = TrustPayment(
      id: "t\(trustCount)", amount: grant.roubles, fee: Contract.trustFee.roubles, takenOn: today,
      until: today.adding(days: Contract.trustDays), state: .active)
    resumeIfCovered()
  }

  mutating func switchAtOnce(to new: Terms, key: String?) {
    post(.fee, -Contract.switchAtOnceFee, "Смена тарифа: «\(new.name)»", service: new.tariff, key: key)
    lastSwitchAtOnce = today
    terms = new
    chargeWhenDue()
  }

  /// A correction by the office: a compensation, a wrong charge, a bonus.
  mutating func correct(_ kind: LedgerEntry.Kind, _ amount: Int64, text: String, service: String?) {
    post(kind, amount, text, service: service)
    resumeIfCovered()
  }

  /// The day on which a change for the next period takes place.
  var nextPeriod: CivilDate {
    switch terms.cycle {
    case .daily, .spread: today.firstOfNextMonth
    default: terms.nextCharge
    }
  }
}
