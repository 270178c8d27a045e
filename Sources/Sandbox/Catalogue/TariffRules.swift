import Domain

/// What the catalogue means for one account on one day.
struct TariffRules {
  let contract: Contract
  let hasFibre: Bool
  /// The sandbox's first day, from which seasonal offers are counted.
  let firstDay: CivilDate

  func tariffs() -> [Tariff] {
    TariffCatalogue.all.map { offer in
      Tariff(
        id: offer.id, name: offer.name, fee: offer.fee.roubles, cycle: TariffRules.cycle(of: offer, for: contract),
        downstream: offer.down, upstream: offer.up, description: offer.description, included: offer.included,
        isArchived: offer.rule == .archived, eligibility: eligibility(of: offer, when: .nextPeriod))
    }
  }

  /// Monthly tariffs follow the cycle of the contract; those by the day have their own.
  static func cycle(of offer: TariffOffer, for contract: Contract) -> ChargeCycle {
    if offer.isDaily { return .daily }
    return contract.terms.cycle == .daily ? .calendarMonth : contract.terms.cycle
  }

  static func terms(of offer: TariffOffer, for contract: Contract, from day: CivilDate) -> Contract.Terms {
    let cycle = cycle(of: offer, for: contract)
    // Who pays in advance has paid for the last day of the month already.
    let isPaidToday = contract.terms.cycle == .inAdvance && cycle == .daily
    return Contract.Terms(
      tariff: offer.id, name: offer.name, fee: offer.fee, cycle: cycle,
      nextCharge: isPaidToday ? day.adding(days: 1) : day)
  }

  func eligibility(of offer: TariffOffer, when: Action.When) -> Eligibility {
    if offer.id == contract.terms.tariff {
      return Eligibility(available: false, active: true, reasons: [Refusal.isCurrent()])
    }
    var reasons = ruleReasons(offer).map { [$0] } ?? []
    if let service = contract.services.first(where: { offer.included.contains($0.id) }) {
      reasons.append(Refusal.serviceIncluded(service.name))
    }
    if let planned = contract.planned { reasons.append(Refusal.changePlanned(planned.terms.name, planned.on)) }
    if contract.isBlocked {
      reasons.append(Refusal.blocked(max(contract.missing, -contract.balance)))
    } else if contract.balance < 0 {
      reasons.append(Refusal.debt(-contract.balance))
    }
    reasons += timeReasons(offer, when)
    return Eligibility(available: reasons.isEmpty, availableFrom: availableFrom(offer), reasons: reasons)
  }

  private func ruleReasons(_ offer: TariffOffer) -> Reason? {
    switch offer.rule {
    case .archived: return Refusal.archived()
    case .gponOnly: return hasFibre ? nil : Refusal.gponOnly()
    case .papers: return Refusal.papers()
    case .fromDay:
      guard let day = availableFrom(offer) else { return nil }
      return Refusal.notYet(day)
    case nil: return nil
    }
  }

  /// The day on which a seasonal offer begins, while it is ahead.
  private func availableFrom(_ offer: TariffOffer) -> CivilDate? {
    guard case .fromDay(let count) = offer.rule else { return nil }
    let day = firstDay.adding(days: count)
    return day > contract.today ? day : nil
  }

  private func timeReasons(_ offer: TariffOffer, _ when: Action.When) -> [Reason] {
    switch when {
    case .nextPeriod: return []
    case .on(let day): return day == contract.nextPeriod ? [] : [Refusal.dateNotOffered(contract.nextPeriod)]
    case .now:
      var reasons: [Reason] = []
      if offer.isDaily != (contract.terms.cycle == .daily) { reasons.append(Refusal.otherCycle()) }
      if let last = contract.lastSwitchAtOnce, last.firstOfMonth == contract.today.firstOfMonth {
        reasons.append(Refusal.onceAMonth())
      }
      if contract.balance < Contract.switchAtOnceFee {
        reasons.append(Refusal.lowBalance(Contract.switchAtOnceFee - contract.balance))
      }
      return reasons
    }
  }
}
