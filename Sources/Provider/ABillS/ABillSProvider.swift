import Domain
import JSON

/// The subscriber API of ABillS (1.47 and about; `/api.cgi`).
///
/// It knows no keys and has no feed: each pull reads everything, and the outcome of a lost mutation is found by reading
/// the account again and comparing.
package struct ABillSProvider: Provider {
  let session: ABillSSession
  let reading: ABillSReading
  let clock: () -> Timestamp

  /// - Parameter utcOffset: minutes ahead of UTC of the installation's clock, which it does not tell; else its currency says
  ///   in which country it is.
  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp,
    utcOffset: Int? = nil, deadlineSeconds: Int = 20
  ) {
    session = ABillSSession(address: address, transport: transport, vault: vault, deadline: deadlineSeconds)
    reading = ABillSReading(session: session, clock: clock, utcOffset: utcOffset)
    self.clock = clock
  }

  static let abilities = Set(Capability.allCases).subtracting([.keys, .feed, .ticketClose, .noticesRead])

  /// What ABillS can, without what this installation turned out to lack.
  package var capabilities: Set<Capability> { ABillSProvider.abilities.subtracting(reading.missing) }

  package func accounts() throws -> [AccountBrief] {
    let user = try reading.user()
    let id = try user["uid"].required(user["uid"].identity, "an id")
    return [AccountBrief(id: id, number: id, name: try reading.person()?["fio"].text ?? user["login"].text ?? "")]
  }

  /// Everything is read before the first step is given, so that a call that fails half way leaves no half of a pull.
  package func changes(
    of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void
  ) throws -> Bool {
    _ = try reading.configuration()
    let (view, ledger) = try ledgerThatMatches()
    guard view.id == account else { throw ProviderError.unknownAccount }
    let lastPayment = ledger.entries.last { $0.kind == .payment }
    let value = try view.account(
      lastPayment: lastPayment, hold: try ABillSHold(reading, account: account).current())
    let changes =
      ledger.entries.map { Change.entry($0) }
      + (try ABillSTariffs(rows: try reading.tariffRows(), account: view)).all.map { .item($0) }
      + (try reading.incidents()).map { .item($0) } + (try reading.notices()).map { .item($0) }
      + (try reading.methods(view)).map { .item($0) } + (try tickets.all()).map { .item($0) }
      + (try tickets.topics()).map { .item($0) } + (try more(view, ledger)) + [.account(value)]
    try receive(
      .begin(PullHeader(isComplete: true, epoch: "abills-" + account, serverTime: reading.session.serverTime)))
    for change in changes { try receive(.change(change)) }
    try receive(.end(nil, LedgerHead(entries: ledger.entries.count, balance: value.balance)))
    return true
  }

  /// The smaller collections.
  private func more(_ view: ABillSAccount, _ ledger: ABillSLedger) throws -> [Change] {
    let usage = ABillSUsage(reading)
    let payments = ledger.entries.filter { $0.kind == .payment }
    return try part { try ABillSDocuments(reading, view.currency).all(payments: payments) }
      + part { try usage.sessions() } + part { try usage.devices() }
      + part { try [ABillSProfile(reading).current(view.person)].compactMap { $0 } }
      + part { try [ABillSReferral(reading).current()].compactMap { $0 } }
      + part { try [ABillSAutopayments(reading).current()].compactMap { $0 } }
  }

  /// Installations have modules that are there and die when they are asked: the rest of the account is read all the same.
  private func part<Member: CollectionMember>(_ read: () throws -> [Member]) throws -> [Change] {
    do {
      return try read().map { .item(Item($0)) }
    } catch ProviderError.broken, ProviderError.malformed {
      return []
    }
  }

  /// Deposit and histories are separate calls: a payment between them would put a false amount into every balance. So the
  /// deposit is read before and after, and the histories once more where it moved.
  private func ledgerThatMatches() throws -> (ABillSAccount, ABillSLedger) {
    var user = try reading.user()
    var histories = (try reading.payments(), try reading.fees())
    let again = try reading.user()
    if again["deposit"].amount != user["deposit"].amount { histories = (try reading.payments(), try reading.fees()) }
    user = again
    let view = try reading.account(user: user)
    let deposit = try user["deposit"].required(view.deposit, "an amount")
    return (
      view,
      try ABillSLedger(
        payments: histories.0, fees: histories.1, deposit: deposit, currency: view.currency,
        utcOffset: view.utcOffset)
    )
  }

  package func takeNotes() -> Set<ProviderNote> {
    defer { session.wasRenewed = false }
    return session.wasRenewed ? [.sessionRenewed] : []
  }

  package func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    let articles = try ABillSMessages.articles(try reading.read("/user/expert/faqs/", for: .articles))
    try receive(.begin(PullHeader(isComplete: true, epoch: "abills", serverTime: nil)))
    for article in articles { try receive(.change(.article(article))) }
    try receive(.end(nil, nil))
    return true
  }

  package func check(_ action: Action, for account: String) throws -> Check {
    let view = try reading.terms()
    guard view.id == account else { throw ProviderError.unknownAccount }
    let checks = ABillSChecks(reading: reading, view: view)
    switch action {
    case .takeTrustPayment: return try checks.trustPayment()
    case .switchTariff(let id, let when): return try checks.tariff(id, when)
    case .cancelTariffChange: return checks.cancellation()
    case .pay(let amount, let method): return try checks.payment(amount, method)
    case .openTicket, .replyTicket: return try tickets.check(action)
    case .requestInvoice: return try ABillSDocuments(reading, view.currency).check()
    case .closeTicket, .readNotices: throw ProviderError.missing(action.kind.capability)
    case .startHold, .cancelHold: return try ABillSHold(reading, account: account).check(action)
    case .redeemVoucher(_, let serial): return try ABillSVoucher(reading).check(serial: serial)
    case .setProfile(let values, _): return try ABillSProfile(reading).check(values)
    case .inviteFriend, .claimReferralBonus: return try ABillSReferral(reading).check(action)
    case .stopAutopayment(let id): return try ABillSAutopayments(reading).check(id)
    }
  }

  package func attachment(_ id: String, for account: String) throws -> [UInt8] {
    guard !reading.missing.contains(.ticketFiles) else { throw ProviderError.missing(.ticketFiles) }
    return try session.file("/user/msgs/attachments/\(Encoding.percent(id))/")
  }

  var tickets: ABillSTickets { ABillSTickets(reading) }

  package func body(for action: Action, terms: Check?) -> String {
    switch action {
    case .takeTrustPayment: return "{}"
    case .cancelTariffChange: return ""
    case .openTicket, .replyTicket, .closeTicket: return ABillSTickets.body(of: action)
    case .startHold, .cancelHold: return ABillSHold.body(of: action, terms: terms)
    case .redeemVoucher(let code, let serial): return ABillSVoucher.body(code: code, serial: serial)
    case .setProfile(let values, let code): return ABillSProfile.body(values, confirmation: code)
    case .inviteFriend, .claimReferralBonus: return ABillSReferral.body(of: action)
    case .stopAutopayment, .readNotices: return ""
    case .requestInvoice(let amount): return JSON.object(["sum": sum(amount)]).text
    case .switchTariff(let id, let when):
      let period: Int64 =
        switch when {
        case .now: 0
        case .nextPeriod: 1
        case .on: 2
        }
      var members: [String: JSON] = ["tpId": number(id), "period": .integer(period)]
      if case .on(let day) = when { members["date"] = .string(day.text) }
      return JSON.object(members).text
    case .pay(let amount, let method):
      let words = terms?.quote?.split(separator: " ").map(String.init) ?? []
      var members: [String: JSON] = ["sum": sum(amount)]
      members["systemId"] = number(words.first ?? method ?? "")
      if words.count > 1 { members["operationId"] = .string(words[1]) }
      return JSON.object(members).text
    }
  }

  private func number(_ text: String) -> JSON { Int64(text).map { .integer($0) } ?? .string(text) }

  private func sum(_ amount: Money) -> JSON {
    amount.minor % amount.currency.scale == 0
      ? .integer(amount.minor / amount.currency.scale) : .decimal(amount.decimalText)
  }
}
