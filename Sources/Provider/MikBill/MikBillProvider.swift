import Domain

/// The subscriber's cabinet of MikBiLL (`/api/v1/cabinet`), as far as its vendor's own client shows it.
///
/// It knows no keys and has no feed: each pull reads everything, and the outcome of a lost mutation is found by reading the
/// account again. Its payment pages live on another host that it does not tell, so there is no payment here.
package struct MikBillProvider: Provider {
  let session: MikBillSession
  let reading: MikBillReading
  let clock: () -> Timestamp

  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp,
    deadlineSeconds: Int = 20
  ) {
    session = MikBillSession(address: address, transport: transport, vault: vault, deadline: deadlineSeconds)
    reading = MikBillReading(session: session, clock: clock)
    self.clock = clock
  }

  static let abilities: Set<Capability> = [
    .ledger, .tariffs, .tariffSwitch, .trustPayment, .notices, .tickets, .hold, .vouchers, .profile, .usage,
  ]

  package var capabilities: Set<Capability> { MikBillProvider.abilities.subtracting(reading.missing) }

  package func accounts() throws -> [AccountBrief] {
    let (user, id) = try reading.user()
    return [AccountBrief(id: id, number: id, name: user.name)]
  }

  /// Everything is read before the first step is given, so that a call that fails half way leaves no half of a pull.
  package func changes(
    of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void
  ) throws -> Bool {
    let (user, id, ledger) = try reading.ledgerThatMatches()
    guard id == account else { throw ProviderError.unknownAccount }
    try reading.offers(user)
    let tariffs = try reading.tariffs(user)
    let today = reading.today(user)
    let plan = tariffs.first { $0.id == user.tariff && $0.fee.isPositive }.flatMap { user.plan($0.fee, today: today) }
    let hold = try MikBillHold(reading, user).current()
    let changes =
      ledger.entries.map { Change.entry($0) } + tariffs.map { Change.item($0) }
      + (try reading.notices(user)).map { Change.item($0) }
      + (try MikBillTickets(reading, user).all()).map { .item($0) }
      + (try MikBillUsage(reading, user).sessions()).map { .item($0) } + [.item(MikBillProfile(user).current)]
      + [.account(user.account(id, plan: plan, hold: hold, ledger: ledger, now: clock()))]
    try receive(.begin(PullHeader(isComplete: true, epoch: "mikbill-" + account, serverTime: session.serverTime)))
    for change in changes { try receive(.change(change)) }
    try receive(.end(nil, LedgerHead(entries: ledger.entries.count, balance: user.balance)))
    return true
  }

  package func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    throw ProviderError.missing(.articles)
  }

  package func check(_ action: Action, for account: String) throws -> Check {
    let capability = action.kind.capability
    guard MikBillProvider.abilities.contains(capability) else { throw ProviderError.missing(capability) }
    let (user, id) = try reading.user()
    guard id == account else { throw ProviderError.unknownAccount }
    switch action {
    case .switchTariff(let tariff, let when): return try checkTariff(tariff, when, user)
    case .takeTrustPayment:
      guard let credit = try reading.service("credit", for: capability) else { throw ProviderError.missing(capability) }
      return checkCredit(credit, user)
    default: return try checkSmaller(action, user)
    }
  }

  private func checkSmaller(_ action: Action, _ user: MikBillUser) throws -> Check {
    try reading.offers(user)
    switch action {
    case .openTicket, .replyTicket: return try MikBillTickets(reading, user).check(action)
    case .startHold, .cancelHold: return try MikBillHold(reading, user).check(action)
    case .redeemVoucher(let code, let serial):
      return try MikBillVoucher(reading, user).check(code: code, serial: serial)
    case .setProfile(let values, _): return MikBillProfile(user).check(values)
    default: throw ProviderError.missing(action.kind.capability)
    }
  }

  private func checkCredit(_ credit: MikBillService, _ user: MikBillUser) -> Check {
    let today = reading.today(user)
    let before = Check.Effect(balance: user.balance, credit: user.credit)
    let from = credit.availableFrom(today)
    guard credit.isAvailable, !credit.isActive, from == nil else {
      let reason =
        credit.isActive
        ? MikBillReasons.creditActive : from == nil ? MikBillReasons.creditNever : MikBillReasons.creditLater
      return Check(
        eligibility: Eligibility(available: false, active: credit.isActive, availableFrom: from, reasons: [reason]),
        before: before)
    }
    let fee = credit.info["active_cena"].amount?.money(user.currency)
    return Check(
      eligibility: Eligibility(available: true), fee: fee, termDays: credit.termDays(today), effectiveOn: today,
      before: before, after: Check.Effect(balance: fee.flatMap { user.balance.subtracting($0) } ?? user.balance))
  }

  private func checkTariff(_ id: String, _ when: Action.When, _ user: MikBillUser) throws -> Check {
    let tariffs = try reading.tariffs(user)
    let own = tariffs.first { $0.id == user.tariff }
    let before = Check.Effect(balance: user.balance, credit: user.credit, tariff: own?.name, periodFee: own?.fee)
    guard let tariff = tariffs.first(where: { $0.id == id }) else {
      return Check(eligibility: refused(TariffReasons.unknown), before: before)
    }
    guard tariff.eligibility.available else { return Check(eligibility: tariff.eligibility, before: before) }
    let times = try reading.times()
    let today = reading.today(user)
    let day: CivilDate? =
      switch when {
      case .now: times.now ? today : nil
      case .nextPeriod: times.nextMonth ? today.firstOfNextMonth : nil
      case .on(let day): times.nextMonth && day == today.firstOfNextMonth ? day : nil
      }
    guard let day else { return Check(eligibility: refused(MikBillReasons.notThen), before: before) }
    return Check(
      eligibility: Eligibility(available: true), effectiveOn: day, before: before,
      after: Check.Effect(balance: nil, tariff: tariff.name, periodFee: tariff.fee))
  }

  private func refused(_ reason: Reason) -> Eligibility { Eligibility(available: false, reasons: [reason]) }

  package func body(for action: Action, terms: Check?) -> String {
    switch action {
    case .switchTariff(let id, let when):
      let form = Encoding.form([("gid", id), ("from_next_month", when == .now ? "0" : "1")])
      return String(decoding: form, as: UTF8.self)
    case .openTicket, .replyTicket:
      return String(decoding: Encoding.form([("message", MikBillTickets.text(of: action))]), as: UTF8.self)
    case .startHold, .cancelHold: return MikBillHold.body(of: action, terms: terms)
    case .redeemVoucher(let code, let serial): return MikBillVoucher.body(code: code, serial: serial)
    case .setProfile(let values, _): return MikBillProfile.body(values)
    default: return ""
    }
  }
}
