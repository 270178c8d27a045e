import Domain
import JSON

/// The open interfaces of the TM Forum (version 4), as far as a subscriber's login sees them.
///
/// Each area has an interface of its own and an installation may lack any of them; what is lacking is a missing
/// capability. They have no feed: each pull reads everything. They do not collapse repeated requests either, but they keep
/// a client's own number with what it made, and by that a lost mutation is found again. A hold has no interface: an order
/// may change a product's features, and none of its actions suspends one.
package struct TMForumProvider: Provider {
  let session: TMForumSession
  let reading: TMForumReading
  let clock: () -> Timestamp

  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp,
    deadlineSeconds: Int = 20
  ) {
    session = TMForumSession(address: address, transport: transport, vault: vault, deadline: deadlineSeconds)
    reading = TMForumReading(session: session, clock: clock)
    self.clock = clock
  }

  static let abilities: Set<Capability> = [
    .ledger, .tariffs, .tariffSwitch, .tariffCancel, .payment, .incidents, .notices, .tickets, .ticketClose,
    .ticketFiles, .vouchers, .autopayments, .documents, .profile,
  ]

  package var capabilities: Set<Capability> { TMForumProvider.abilities.subtracting(reading.missing) }

  package func accounts() throws -> [AccountBrief] {
    try reading.accounts().compactMap { row in
      row["id"].identity.map { AccountBrief(id: $0, number: $0, name: TMForumAccount.holderName(row)) }
    }
  }

  /// Everything is read before the first step is given, so that a call that fails half way leaves no half of a pull.
  package func changes(
    of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void
  ) throws -> Bool {
    let (view, products, ledger) = try ledgerThatMatches(account)
    let catalogue = try TMForumCatalogue(reading, view, products)
    let bills = try TMForumBills(reading, view)
    let messages = TMForumMessages(reading: reading, view: view)
    let customer = try TMForumCustomer(reading, view)
    let facts = TMForumFacts(
      holder: customer.holder, products: products, ledger: ledger,
      plan: TMForumPlan.plan(products.tariff, ledger, bills, view), scheduled: try scheduled(view, products, catalogue),
      due: bills.due)
    let items: [Item] =
      try catalogue.tariffs().map { Item($0) } + messages.incidents(products).map { Item($0) }
      + TMForumPayments(reading: reading, view: view).methods().map { Item($0) }
      + tickets(view).all().map { Item($0) } + [customer.profile].compactMap { $0.map { Item($0) } }
      + part { try messages.notices() } + part { try bills.documents() } + part { try autopayments(view).all() }
    let changes =
      ledger.entries.map { Change.entry($0) } + items.map { Change.item($0) } + [.account(view.account(facts))]
    try receive(.begin(PullHeader(isComplete: true, epoch: "tmforum-" + account, serverTime: session.serverTime)))
    for change in changes { try receive(.change(change)) }
    try receive(.end(nil, LedgerHead(entries: ledger.entries.count, balance: view.balance)))
    return true
  }

  /// Behind a gateway each interface is a program of its own, and one of them may be down: what nothing else hangs on costs
  /// itself alone.
  private func part<Member: CollectionMember>(_ read: () throws -> [Member]) throws -> [Item] {
    do {
      return try read().map { Item($0) }
    } catch ProviderError.broken, ProviderError.malformed {
      return []
    }
  }

  /// The balance and the journals are separate calls: see that nothing came between them.
  private func ledgerThatMatches(
    _ account: String
  ) throws -> (view: TMForumAccount, products: TMForumProducts, ledger: History) {
    let view = try reading.view(of: account)
    let products = try TMForumProducts(reading, view)
    let ledger = try TMForumLedger(reading: reading, view: view).history(tariff: products.tariff?.id)
    let again = try reading.view(of: account)
    guard again.cash != view.cash else { return (again, products, ledger) }
    return (again, products, try TMForumLedger(reading: reading, view: again).history(tariff: products.tariff?.id))
  }

  private func scheduled(
    _ view: TMForumAccount, _ products: TMForumProducts, _ catalogue: TMForumCatalogue
  ) throws -> ScheduledTariffChange? {
    let orders = try TMForumOrders(reading, view)
    guard let change = orders.change(from: products.tariff, view), let offer = catalogue.offer(change.offering) else {
      return nil
    }
    let plan =
      switch offer.price.cycle {
      case .calendarMonth: TMForumPlan.plan(offer.price.fee, change.on)
      default: ChargePlan(cycle: offer.price.cycle, fee: offer.price.fee, nextCharge: change.on)
      }
    return ScheduledTariffChange(
      tariffID: offer.id, name: offer.name, on: change.on, plan: plan,
      canCancel: TMForumOrders.canCancel(change.order))
  }

  private func tickets(_ view: TMForumAccount) -> TMForumTickets { TMForumTickets(reading: reading, view: view) }

  func autopayments(_ view: TMForumAccount) -> TMForumAutopayments {
    TMForumAutopayments(reading: reading, view: view)
  }

  package func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    throw ProviderError.missing(.articles)
  }

  package func check(_ action: Action, for account: String) throws -> Check {
    let capability = action.kind.capability
    guard TMForumProvider.abilities.contains(capability) else { throw ProviderError.missing(capability) }
    let view = try reading.view(of: account)
    let change = TMForumTariffChange(reading: reading, view: view)
    switch action {
    case .pay(let amount, let method): return try TMForumPayments(reading: reading, view: view).check(amount, method)
    case .switchTariff(let id, let when): return try change.check(id, when)
    case .cancelTariffChange: return try change.checkCancellation()
    case .openTicket, .replyTicket, .closeTicket: return try tickets(view).check(action)
    case .redeemVoucher: return try TMForumPayments(reading: reading, view: view).checkVoucher()
    case .setProfile(let values, _): return try TMForumCustomer(reading, view).check(values)
    case .stopAutopayment(let id): return try autopayments(view).check(id)
    default: throw ProviderError.missing(capability)
    }
  }

  package func attachment(_ id: String, for account: String) throws -> [UInt8] {
    try TMForumTickets.file(id, session)
  }

  package func body(for action: Action, terms: Check?) -> String {
    switch action {
    case .pay(let amount, _): TMForumPayments.body(amount, quote: terms?.quote).text
    case .switchTariff(let id, _): TMForumTariffChange.body(switching: id, quote: terms?.quote).text
    case .cancelTariffChange: TMForumTariffChange.body(cancelling: terms?.quote).text
    case .redeemVoucher(let code, _): TMForumPayments.body(voucher: code, quote: terms?.quote).text
    case .setProfile(let values, _): TMForumCustomer.body(values).text
    case .stopAutopayment: TMForumAutopayments.body.text
    default: TMForumTickets.body(of: action, quote: terms?.quote).text
    }
  }
}
