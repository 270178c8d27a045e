import Domain

/// The agent of Ubilling's userstats (`?xmlagent=true&json=true`, versions 1 and 2).
///
/// It knows no keys and has no feed: each pull reads everything, and the outcome of a lost mutation is found by reading the
/// account again. It changes no tariffs.
package struct UbillingProvider: Provider {
  let session: UbillingSession
  let reading: UbillingReading
  let clock: () -> Timestamp

  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp,
    deadlineSeconds: Int = 20
  ) {
    session = UbillingSession(address: address, transport: transport, vault: vault, deadline: deadlineSeconds)
    reading = UbillingReading(session: session, clock: clock)
    self.clock = clock
  }

  static let abilities: Set<Capability> = [
    .ledger, .tariffs, .trustPayment, .payment, .notices, .noticesRead, .tickets, .hold,
  ]

  package var capabilities: Set<Capability> { UbillingProvider.abilities.subtracting(reading.missing) }

  package func accounts() throws -> [AccountBrief] {
    let user = try reading.user()
    return [AccountBrief(id: user.login, number: user.login, name: user.data["realname"].text ?? "")]
  }

  /// Everything is read before the first step is given, so that a call that fails half way leaves no half of a pull.
  package func changes(
    of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void
  ) throws -> Bool {
    let (user, ledger) = try reading.ledgerThatMatches()
    guard user.login == account else { throw ProviderError.unknownAccount }
    let catalogue = try reading.catalogue(user)
    let value = user.account(
      catalogue, ledger: ledger, frozenSince: user.isFrozen ? try reading.frozenSince() : nil, now: clock())
    let changes =
      ledger.entries.map { Change.entry($0) } + catalogue.tariffs.map { Change.item($0) }
      + (try reading.notices()).map { Change.item($0) } + (try methods()).map { Change.item($0) }
      + (try tickets.all(user)).map { Change.item($0) } + (try tickets.notices(user)).map { Change.item($0) }
      + [.item(Item(user.profile)), .account(value)]
    try receive(.begin(PullHeader(isComplete: true, epoch: "ubilling-" + account, serverTime: session.serverTime)))
    for change in changes { try receive(.change(change)) }
    try receive(.end(nil, LedgerHead(entries: ledger.entries.count, balance: value.balance)))
    return true
  }

  var tickets: UbillingTickets { UbillingTickets(reading) }

  private func methods() throws -> [PaymentMethod] {
    try reading.methods().enumerated().map { index, method in
      PaymentMethod(id: method.id, name: LocalizedText(method.name), isDirect: false, isDefault: index == 0)
    }
  }

  package func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    throw ProviderError.missing(.articles)
  }

  package func check(_ action: Action, for account: String) throws -> Check {
    let capability = action.kind.capability
    guard UbillingProvider.abilities.contains(capability) else { throw ProviderError.missing(capability) }
    let user = try reading.user()
    guard user.login == account else { throw ProviderError.unknownAccount }
    switch action {
    case .pay(let amount, let method): return try checkPayment(amount, method, user)
    case .openTicket, .replyTicket: return try tickets.check(action, user)
    case .startHold, .cancelHold: return try UbillingHold(reading).check(action, user)
    case .readNotices: return try checkReading()
    default: return try checkTrustPayment(user)
    }
  }

  /// - Throws: `.missing` where the agent does not tell what was read: an older one can't mark it either.
  private func checkReading() throws -> Check {
    let notices = try reading.notices()
    guard !reading.missing.contains(.noticesRead) else { throw ProviderError.missing(.noticesRead) }
    let isUnread = notices.contains { !$0.isRead }
    return Check(
      eligibility: Eligibility(available: isUnread, reasons: isUnread ? [] : [UbillingReasons.nothingUnread]))
  }

  private func checkTrustPayment(_ user: UbillingUser) throws -> Check {
    let credit = try dryRun(user)
    let before = Check.Effect(balance: user.balance, credit: user.credit)
    let eligibility = credit.eligibility
    guard eligibility.available else { return Check(eligibility: eligibility, fee: credit.price, before: before) }
    // The sum that is granted is told by nobody beforehand; it is read back afterwards.
    return Check(
      eligibility: eligibility, fee: credit.price, termDays: credit.termDays, effectiveOn: credit.today,
      before: before, after: Check.Effect(balance: credit.price.flatMap { user.balance.subtracting($0) }))
  }

  /// Asks for a trust payment without taking it.
  ///
  /// - Throws: `.missing` where the module has no answer for programs, though the agent answers: then it sends its page.
  func dryRun(_ user: UbillingUser) throws -> UbillingCredit {
    do {
      let answer = try session.call("module=creditor&agentcredit=true&justcheck=true&json=true", "creditor")
      let credit = UbillingCredit(
        answer: answer, currency: user.currency, today: clock().date(utcOffset: user.utcOffset))
      _ = try answer["status"].required(credit.status, "a status")
      return credit
    } catch ProviderError.malformed(let place) where place == UbillingAnswer.page("creditor") {
      // A page of the network would answer for the agent as well.
      guard try reading.user().login == user.login else { throw ProviderError.malformed(place) }
      throw ProviderError.missing(.trustPayment)
    }
  }

  /// A payment is a page of a payment system; leading the person there moves no money.
  private func checkPayment(_ amount: Money, _ method: String?, _ user: UbillingUser) throws -> Check {
    let methods = try reading.methods()
    guard !methods.isEmpty else { throw ProviderError.missing(.payment) }
    guard let chosen = methods.first(where: { $0.id == method ?? methods[0].id }) else {
      return Check(eligibility: Eligibility(available: false, reasons: [PaymentReasons.noMethod]))
    }
    var reasons: [Reason] = []
    if amount.currency != user.currency { reasons.append(PaymentReasons.currency) }
    if !amount.isPositive { reasons.append(PaymentReasons.notPositive) }
    return Check(
      eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons), price: amount,
      // What the ledger ended in: a payment after it may be this one.
      quote: "\(try lastEntry(user) ?? "-") \(chosen.id)",
      before: Check.Effect(balance: user.balance, credit: user.credit),
      after: Check.Effect(balance: user.balance.adding(amount), credit: user.credit))
  }

  private func lastEntry(_ user: UbillingUser) throws -> String? {
    try reading.ledger(user).entries.last { $0.kind == .payment }?.id
  }

  package func body(for action: Action, terms: Check?) -> String {
    guard case .pay(_, let method) = action else { return UbillingTickets.text(of: action) }
    let words = terms?.quote?.split(separator: " ", maxSplits: 1).map(String.init) ?? []
    return words.count == 2 ? words[1] : method ?? ""
  }
}
