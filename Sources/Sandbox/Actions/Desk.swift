import Domain

/// Decides whether an action can be done on a contract, on which terms, and does it. One code for dry runs and for deeds.
struct Desk {
  var contract: Contract
  let persona: Persona
  let firstDay: CivilDate

  /// The terms of an action, without the quote and the account's state.
  struct Terms {
    var eligibility: Eligibility
    var price: Int64?
    var fee: Int64?
    var grants: Int64?
    var termDays: Int?
    var effectiveOn: CivilDate?

    init(_ reasons: [Reason], availableFrom: CivilDate? = nil) {
      eligibility = Eligibility(available: reasons.isEmpty, availableFrom: availableFrom, reasons: reasons)
    }
  }

  func terms(of action: Action) -> Terms {
    switch action {
    case .pay(let amount, let method): payment(amount, method)
    case .takeTrustPayment: trustPayment()
    case .switchTariff(let id, let when): tariffSwitch(id, when)
    case .cancelTariffChange: Terms(contract.planned == nil ? [Refusal.nothingPlanned()] : [])
    case .openTicket(_, let text, let topic): Terms(ticketReasons(text: text, topic: topic))
    case .replyTicket(let id, let text): Terms(ticketReasons(text: text) + ticketReasons(id: id))
    case .closeTicket(let id): Terms(ticketReasons(id: id))
    case .startHold(let from, let until): hold(from, until)
    case .cancelHold: Terms(contract.hold == nil ? [Refusal.noHold()] : [])
    case .redeemVoucher(let code, _): voucher(code)
    case .setProfile(let values, _):
      Terms(values.keys.allSatisfy(contract.profile.editable.contains) ? [] : [Refusal.notEditable()])
    case .inviteFriend(_, let phone):
      Terms(contract.friends.contains { $0.phone == phone } ? [Refusal.friendKnown()] : [])
    case .claimReferralBonus: Terms(contract.friendBonus > 0 ? [] : [Refusal.noBonus()])
    case .requestInvoice(let amount): invoice(amount)
    case .readNotices: Terms(contract.notices.contains { !$0.isRead } ? [] : [Refusal.nothingUnread()])
    case .stopAutopayment(let id): Terms(contract.autopayment?.id == id ? [] : [Refusal.noAutopayment()])
    }
  }

  /// Does what `terms` called available.
  mutating func perform(_ action: Action, key: String?) {
    switch action {
    case .pay(let amount, let method):
      let method = Desk.method(method) ?? MethodCatalogue.card
      contract.pay(amount.minor, method: method.id, text: "Оплата: \(method.name.text(in: "ru"))", key: key)
    case .takeTrustPayment: contract.takeTrustPayment(key: key)
    case .cancelTariffChange: contract.planned = nil
    case .openTicket(let subject, let text, let topic): contract.openTicket(subject, text, topic: topic)
    case .replyTicket(let id, let text): contract.reply(to: id, text)
    case .closeTicket(let id): contract.closeTicket(id)
    case .startHold(let from, let until): contract.startHold(from: from, until: until)
    case .cancelHold: contract.cancelHold()
    case .redeemVoucher(let code, _): contract.redeem(code, key: key)
    case .setProfile(let values, _): contract.change(values)
    case .inviteFriend(let name, let phone): contract.invite(name, phone: phone)
    case .claimReferralBonus: contract.claimBonus(key: key)
    case .stopAutopayment: contract.autopayment = nil
    case .readNotices: contract.readNotices()
    case .requestInvoice(let amount): contract.papers.request(amount, on: contract.today)
    case .switchTariff(let id, let when):
      guard let offer = TariffCatalogue.offer(id) else { return }
      if when == .now {
        contract.switchAtOnce(
          to: TariffRules.terms(of: offer, for: contract, from: contract.terms.nextCharge), key: key)
      } else {
        let day = contract.nextPeriod
        contract.planned = Contract.Planned(on: day, terms: TariffRules.terms(of: offer, for: contract, from: day))
      }
    }
  }

  static func method(_ id: String?) -> PaymentMethod? {
    guard let id else { return MethodCatalogue.card }
    return MethodCatalogue.all.first { $0.id == id }
  }

  private func payment(_ amount: Money, _ methodID: String?) -> Terms {
    guard let method = Desk.method(methodID) else { return Terms([Refusal.methodUnknown()]) }
    guard amount.currency == .rub else { return Terms([Refusal.wrongCurrency(amount.currency.code)]) }
    guard amount.isPositive else { return Terms([Refusal.notPositive()]) }
    if let minimum = method.minimum, let maximum = method.maximum, !(minimum...maximum).contains(amount) {
      return Terms([Refusal.outOfRange(method)])
    }
    var terms = Terms([])
    terms.price = amount.minor
    terms.fee = 0
    return terms
  }

  private func invoice(_ amount: Money) -> Terms {
    guard amount.currency == .rub else { return Terms([Refusal.wrongCurrency(amount.currency.code)]) }
    return Terms(amount.isPositive ? [] : [Refusal.notPositive()])
  }

  private func voucher(_ code: String) -> Terms {
    guard let amount = VoucherCatalogue.amount(code) else { return Terms([Refusal.voucherUnknown()]) }
    guard !contract.vouchers.contains(code.uppercased()) else { return Terms([Refusal.voucherUsed()]) }
    var terms = Terms([])
    terms.grants = amount
    return terms
  }

  private func tariffSwitch(_ id: String, _ when: Action.When) -> Terms {
    guard let offer = TariffCatalogue.offer(id) else { return Terms([Refusal.tariffUnknown()]) }
    let rules = TariffRules(contract: contract, hasFibre: persona.hasFibre, firstDay: firstDay)
    var terms = Terms([])
    terms.eligibility = rules.eligibility(of: offer, when: when)
    terms.fee = when == .now ? Contract.switchAtOnceFee : 0
    terms.effectiveOn = when == .now ? contract.today : contract.nextPeriod
    return terms
  }
}

extension Desk {
  private func hold(_ from: CivilDate?, _ until: CivilDate?) -> Terms {
    let first = from ?? contract.today.adding(days: 1)
    let days = until.map { first.days(until: $0) + 1 } ?? Contract.longestHold
    var terms = Terms(holdReasons(first, days))
    terms.fee = 0
    terms.termDays = days > 0 ? days : nil
    terms.effectiveOn = first
    return terms
  }

  private func holdReasons(_ first: CivilDate, _ days: Int) -> [Reason] {
    if contract.hold != nil { return [Refusal.heldAlready()] }
    if contract.isBlocked || contract.balance < 0 { return [Refusal.blocked(max(0, -contract.balance))] }
    if first <= contract.today { return [Refusal.holdTooSoon()] }
    let range = Contract.shortestHold...Contract.longestHold
    return range.contains(days) ? [] : [Refusal.holdLength(range)]
  }

  private func ticketReasons(text: String, topic: String? = nil) -> [Reason] {
    if text.isEmpty { return [Refusal.emptyText()] }
    guard let topic, !TicketCatalogue.topics.contains(where: { $0.id == topic }) else { return [] }
    return [Refusal.topicUnknown()]
  }

  private func ticketReasons(id: String) -> [Reason] {
    guard let ticket = contract.tickets.first(where: { $0.id == id }) else { return [Refusal.ticketUnknown()] }
    return ticket.state == .closed ? [Refusal.ticketClosed()] : []
  }
}

extension Desk {
  private func trustPayment() -> Terms {
    let (reasons, availableFrom) = trustReasons()
    var terms = Terms(reasons, availableFrom: availableFrom)
    terms.fee = Contract.trustFee
    terms.grants = reasons.isEmpty ? contract.trustGrant : nil
    terms.termDays = Contract.trustDays
    terms.effectiveOn = reasons.isEmpty ? contract.today : nil
    return terms
  }

  private func trustReasons() -> ([Reason], CivilDate?) {
    if let taken = contract.trust, taken.state == .active {
      return ([Refusal.trustActive()], taken.takenOn.adding(days: 30))
    }
    if contract.isBlocked, let block = contract.block, block.code != Contract.Block.noFunds {
      return ([Refusal.blocked(-contract.balance)], nil)
    }
    if contract.balance <= -1000_00 { return ([Refusal.debtTooLarge(-contract.balance)], nil) }
    if let taken = contract.trust, contract.today < taken.takenOn.adding(days: 30) {
      let day = taken.takenOn.adding(days: 30)
      return ([Refusal.trustTooSoon(day)], day)
    }
    guard contract.missing > 0, contract.trustGrant > 0 else { return ([Refusal.notNeeded()], nil) }
    // Taken while there is still money it would count as repaid at the next midnight: a fee for nothing.
    guard contract.balance < 0 || contract.isBlocked else {
      let turnOff = contract.terms.nextCharge
      return ([Refusal.tooEarly(turnOff)], turnOff)
    }
    return ([], nil)
  }
}
