import Domain

/// What happens at 00:00, in this order; and what follows from it.
extension Contract {
  mutating func beginDay(_ day: CivilDate) {
    if !isBlocked, !isHeld {
      Network.keep(&sessions, Network.session(on: today, tariff: terms.tariff, utcOffset: utcOffset))
    }
    today = day
    moment = Timestamp(startOf: day, utcOffset: utcOffset)
    if day.day == 1 { papers.closeMonth(on: day) }
    payByItself()
    endHold()
    endTrustPayment()
    endCredit()
    changeTariff()
    chargeWhenDue()
    warnOfTurnOff()
    answerTickets()
    welcomeFriends()
  }

  private mutating func endTrustPayment() {
    guard let taken = trust, taken.state == .active, today > taken.takenOn else { return }
    if balance >= 0 {
      trust = taken.becoming(.repaid)
    } else if today > taken.until {
      trust = taken.becoming(.expired)
      block(Block.trustOverdue)
    }
  }

  private mutating func endCredit() {
    guard ownCredit.amount > 0, let until = ownCredit.until, today > until else { return }
    ownCredit = Credit()
    if balance < 0, !isBlocked { block(Block.creditExpired) }
  }

  private mutating func changeTariff() {
    guard let change = planned, change.on == today else { return }
    terms = change.terms
    planned = nil
    say(Announcement.tariffChanged, Announcement.tariffIsNow(terms.name))
  }

  /// Charges what is due, or blocks without making a debt. Harmless when nothing is due.
  mutating func chargeWhenDue() {
    guard !isHeld else { return }
    guard block == nil else { return resumeIfCovered() }
    guard terms.nextCharge <= today else { return }
    let dues = dues(on: today)
    let sum = dues.reduce(0) { $0 + $1.amount }
    guard sum == 0 || balance + credit >= sum else {
      return block(Block.noFunds, since: terms.cycle == .inAdvance ? today.adding(days: 1) : today)
    }
    charge(dues)
    terms.nextCharge = chargeDay(after: today)
  }

  private mutating func charge(_ dues: [Due]) {
    for due in dues { post(.charge, -due.amount, due.text, service: due.id) }
  }

  private mutating func block(_ code: String, since: CivilDate? = nil) {
    block = Block(code: code, since: since ?? today)
    say(Announcement.blocked, Announcement.reasonOfBlock(code, missing: missing))
  }

  /// The way out of each kind of block; called whenever money, credit or fees have changed.
  mutating func resumeIfCovered() {
    guard let block else { return }
    if block.code != Block.noFunds {
      guard balance >= 0 else { return }
      self.block = nil
      terms.nextCharge = nextChargeDay()
      return chargeWhenDue()
    }
    let dues = dues(on: today)
    let sum = dues.reduce(0) { $0 + $1.amount }
    guard balance + credit >= sum else { return }
    self.block = nil
    charge(dues)
    restartPeriod(serviceWasOn: block.since > today)
  }

  /// Where the next charge lies after the one that ended a block for lack of money.
  private mutating func restartPeriod(serviceWasOn: Bool) {
    if case .anniversary = terms.cycle { terms.cycle = .anniversary(day: today.day) }
    guard terms.cycle == .inAdvance, !serviceWasOn else {
      terms.nextCharge = chargeDay(after: today)
      return
    }
    // This month was paid just now; on its last day the next month falls due as well.
    terms.nextCharge = today.lastOfMonth
    chargeWhenDue()
  }

  private mutating func warnOfTurnOff() {
    guard block == nil, terms.nextCharge == today.adding(days: 3), missing > 0 else { return }
    say(Announcement.chargeIsNear, Announcement.payBefore(terms.nextCharge, missing: missing))
  }

  /// The first day without service if nothing is paid, found by billing ahead on a copy; nil: not within two years.
  func turnOff() -> CivilDate? {
    if let block { return block.since }
    var ahead = self
    for distance in 1...800 {
      ahead.beginDay(today.adding(days: distance))
      if let block = ahead.block { return block.since }
      ahead.posted.removeAll(keepingCapacity: true)
    }
    return nil
  }
}

extension TrustPayment {
  func becoming(_ state: State) -> TrustPayment {
    TrustPayment(id: id, amount: amount, fee: fee, takenOn: takenOn, until: until, state: state)
  }
}
