import Domain
import JSON

/// One account over time: its contract, its ledger, and each thing that a client may hold a copy of, with its revision.
///
/// Time passes in fixed ticks (midnights, the moments of incidents, deeds), and revisions are counted at ticks alone: a
/// book made again from the seed and the same deeds has the same revisions, so cursors outlive a restart.
final class Book {
  struct Copy {
    let revision: Int
    /// Nil: it is gone.
    let data: JSON?
  }

  let persona: Persona
  let firstDay: CivilDate
  private(set) var contract: Contract
  private(set) var postings: [Posting]
  private(set) var intents: [String: IntentRecord] = [:]
  /// By type, then id.
  private(set) var copies: [String: [String: Copy]] = [:]
  private(set) var revision = 0
  private(set) var now: Timestamp
  private var incidents: IncidentPlan
  private var latest: Shown?

  var id: String { persona.number }

  init(_ persona: Persona, seed: UInt64, start: Timestamp) {
    self.persona = persona
    firstDay = start.date(utcOffset: persona.utcOffset)
    (contract, postings) = History.make(persona, seed: seed, start: start)
    incidents = IncidentPlan(seed: seed, start: start)
    now = start
    refresh()
  }

  /// Lets time pass, tick by tick.
  func run(to moment: Timestamp) {
    guard moment > now else { return }
    for tick in ticks(to: moment) {
      now = tick
      if contract.today < now.date(utcOffset: persona.utcOffset) { contract.beginDay(contract.today.adding(days: 1)) }
      refresh()
    }
    now = moment
    contract.moment = moment
  }

  private func ticks(to moment: Timestamp) -> [Timestamp] {
    var moments: Set<Timestamp> = []
    var midnight = Timestamp(startOf: contract.today.adding(days: 1), utcOffset: persona.utcOffset)
    while midnight <= moment {
      moments.insert(midnight)
      midnight = midnight.adding(seconds: 86_400)
    }
    for script in incidents.scripts(from: now, to: moment) {
      for change in script.moments where change > now && change <= moment { moments.insert(change) }
    }
    return moments.sorted()
  }

  func desk() -> Desk { Desk(contract: contract, persona: persona, firstDay: firstDay) }

  /// Does a deed at the book's own moment; the caller has made it durable before.
  func apply(_ deed: Deed) {
    contract.moment = now
    switch deed {
    case .order(_, let key, let order): execute(order, key: key)
    case .fence(_, let key): fence(key)
    case .confirm(_, let key): confirm(key)
    case .correct(_, let kind, let amount, let text):
      contract.correct(LedgerEntry.Kind(rawValue: kind), amount, text: text, service: nil)
    case .incident(let number, let area, let hours):
      incidents.provoked.append(.outage("i-x-\(number)", area: area, start: now, hours: Int64(hours)))
    case .advance, .access: return
    }
    refresh()
  }

  /// Brings ledger and copies up to the contract, with a new revision for each copy that is not what it was.
  private func refresh() {
    postings.append(contentsOf: contract.posted)
    contract.posted.removeAll(keepingCapacity: true)
    let current = shown(incidents.scripts(from: now, to: now))
    defer { latest = current }
    // Most midnights change little; making JSON of everything to find that out took a millisecond each.
    if current.account != latest?.account { renew("account", [id: current.account.json]) }
    if current.incidents != latest?.incidents { renew("incident", current.incidents.map { ($0.id, $0.json) }) }
    if latest == nil { renew("method", MethodCatalogue.all.map { ($0.id, $0.json) }) }
    if latest == nil { renew("topic", TicketCatalogue.topics.map { ($0.id, $0.json) }) }
    if current.tickets != latest?.tickets { renew("ticket", current.tickets.map { ($0.id, $0.json) }) }
    if latest == nil { renew("device", Network.devices(persona).map { ($0.id, $0.json) }) }
    if current.documents != latest?.documents { renew("document", current.documents.map { ($0.id, $0.json) }) }
    if current.sessions != latest?.sessions { renew("session", current.sessions.map { ($0.id, $0.json) }) }
    if current.profile != latest?.profile { renew("profile", [current.profile.id: current.profile.json]) }
    if current.referral != latest?.referral { renew("referral", [current.referral.id: current.referral.json]) }
    if current.autopayments != latest?.autopayments {
      renew("autopayment", current.autopayments.map { ($0.id, $0.json) })
    }
    if current.notices != latest?.notices { renew("notice", current.notices.map { ($0.id, $0.json) }) }
    if current.tariffs != latest?.tariffs { renew("tariff", current.tariffs.map { ($0.id, $0.json) }) }
  }

  private func renew(_ type: String, _ members: [(String, JSON)]) {
    renew(type, Dictionary(members, uniquingKeysWith: { _, last in last }))
  }

  private func renew(_ type: String, _ members: [String: JSON]) {
    var known = copies[type] ?? [:]
    for (id, data) in members.sorted(by: { $0.key < $1.key }) where known[id]?.data != data {
      revision += 1
      known[id] = Copy(revision: revision, data: data)
    }
    for (id, copy) in known.sorted(by: { $0.key < $1.key }) where copy.data != nil && members[id] == nil {
      revision += 1
      known[id] = Copy(revision: revision, data: nil)
    }
    copies[type] = known
  }
}

/// Intents: the key and the effect are one deed, so one is never without the other.
extension Book {
  private func execute(_ order: Order, key: String) {
    guard intents[key] == nil else { return }
    intents[key] = IntentRecord(key: key, order: order, outcome: outcome(of: order, key: key))
  }

  private func outcome(of order: Order, key: String) -> IntentRecord.Outcome {
    var desk = desk()
    let terms = desk.terms(of: order.action)
    guard terms.eligibility.available else {
      return .rejected(terms.eligibility.reasons.first ?? Refusal.termsChanged())
    }
    if let quote = order.quote, !isValid(quote, for: order.action, terms) { return .rejected(Refusal.termsChanged()) }
    if case .pay(_, let method) = order.action, Desk.method(method)?.isDirect == false { return .accepted }
    desk.perform(order.action, key: key)
    return settle(desk, order.action)
  }

  private func settle(_ desk: Desk, _ action: Action) -> IntentRecord.Outcome {
    let isInLedger = !desk.contract.posted.isEmpty
    var reference = isInLedger ? Book.entryID(id, postings.count + 1) : "\(id)-d\(intents.count + 1)"
    contract = desk.contract
    if case .openTicket = action, let ticket = contract.tickets.last { reference = ticket.id }
    return .done(reference: reference)
  }

  private func isValid(_ quote: String, for action: Action, _ terms: Desk.Terms) -> Bool {
    guard let expires = Quote.expiry(of: quote), now <= expires else { return false }
    return self.quote(for: action, terms, expires: expires).text == quote
  }

  func quote(for action: Action, _ terms: Desk.Terms, expires: Timestamp) -> Quote {
    var after = desk()
    after.perform(action, key: nil)
    return Quote(action, terms, after: after.contract, account: id, expires: expires)
  }

  /// A payment that the person has not finished was never executed, so it can be fenced as well.
  private func fence(_ key: String) {
    guard let record = intents[key] else {
      intents[key] = IntentRecord(key: key, order: nil, outcome: .fenced)
      return
    }
    if record.isOpen { intents[key]?.outcome = .fenced }
  }

  private func confirm(_ key: String) {
    guard let record = intents[key], record.isOpen, let order = record.order else { return }
    var desk = desk()
    desk.perform(order.action, key: key)
    intents[key]?.outcome = settle(desk, order.action)
  }

  static func entryID(_ account: String, _ number: Int) -> String { "\(account)-\(number)" }
}
