import Domain

/// The reading verbs of the agent, with those that an installation lacks remembered as missing.
final class UbillingReading {
  let session: UbillingSession
  let clock: () -> Timestamp
  private(set) var missing: Set<Capability> = []

  init(session: UbillingSession, clock: @escaping () -> Timestamp) {
    self.session = session
    self.clock = clock
  }

  func user() throws -> UbillingUser {
    let user = try session.agent()
    _ = try user["login"].required(user["login"].text, "a login")
    _ = try user["cash"].required(user["cash"].amount, "an amount")
    return UbillingUser(user)
  }

  /// A list; an installation that does not know the verb answers with the user's data, as it does without any.
  func rows(_ verb: String, for capability: Capability? = nil) throws -> [Loose] {
    let answer = try session.agent(verb)
    if answer["login"].text != nil, answer["cash"].amount != nil {
      if let capability { missing.insert(capability) }
      return []
    }
    return try answer.elements()
  }

  /// Payments and charges as they lie in two tables; older installations have no verb for the charges.
  func histories() throws -> (payments: [Loose], charges: [Loose]) {
    (try rows("payments", for: .ledger), try rows("feecharges"))
  }

  func ledger(_ user: UbillingUser) throws -> History {
    let histories = try histories()
    return try UbillingLedger.history(payments: histories.payments, charges: histories.charges, user: user)
  }

  /// Cash and histories are separate calls: an operation between them would look like one that does not add up. So the user
  /// is read before and after, and the histories once more where the cash moved.
  func ledgerThatMatches() throws -> (UbillingUser, History) {
    let user = try user()
    let ledger = try ledger(user)
    let again = try self.user()
    return again.cash == user.cash ? (again, ledger) : (again, try self.ledger(again))
  }

  func catalogue(_ user: UbillingUser) throws -> UbillingCatalogue {
    UbillingCatalogue(
      user: user, own: try rows("tariffvservices"), all: try rows("activetariffsvservices", for: .tariffs),
      allowed: try rows("tarifftoswitchallowed"))
  }

  func methods() throws -> [UbillingMethod] {
    let methods = try rows("opayz", for: .payment).compactMap { UbillingMethod($0, at: session.address) }
    if methods.isEmpty { missing.insert(.payment) }
    return methods
  }

  func notices() throws -> [Notice] {
    var notices: [Notice] = []
    let rows = try rows("announcements", for: .notices)
    if !rows.contains(where: { $0["read"].json != nil }) { missing.insert(.noticesRead) }
    for row in rows {
      guard let id = row["unic"].identity else { continue }
      let text = PlainText.of(row["text"].text ?? "")
      let title = row["title"].text.map(PlainText.of) ?? String(text.prefix { $0 != "\n" }.prefix(80))
      // Where nothing says what was read, nothing is called new for ever.
      let isRead = row["read"].json == nil ? true : row["read"].isTrue
      notices.append(
        Notice(id: "ann-" + id, at: nil, title: LocalizedText(title), text: LocalizedText(text), isRead: isRead))
    }
    return notices
  }

  /// Since when the account is frozen.
  func frozenSince() throws -> CivilDate? {
    let freeze = try session.agent("freezedata")
    return freeze["freezeStatus"].text == "frozen" ? freeze["dateFrom"].date : nil
  }
}

/// A payment system of the provider: a page where the person pays.
struct UbillingMethod {
  let id: String
  let name: String
  let link: String

  /// Nil for a page that nobody may be sent to.
  init?(_ row: Loose, at address: Address) {
    guard let id = row["name"].text, let target = row["url"].text,
      let link = UbillingMethod.resolved(target, at: address)
    else { return nil }
    self.id = id
    self.link = link
    name = row["description"].text.map { "\(id): \(PlainText.of($0))" } ?? id
  }

  /// The page, which is often relative to the script: `../openpayz/backend/liqpay/?customer_id=1920679795`.
  static func resolved(_ target: String, at address: Address) -> String? {
    guard Link.isPlain(target) else { return nil }
    if target.contains("://") || target.hasPrefix("/") { return Link.resolved(target, at: address) }
    guard !(target.split(separator: "/").first ?? "").contains(":") else { return nil }
    var folders = address.path.split(separator: "/").map(String.init)
    if address.path.hasSuffix(".php") { folders.removeLast() }
    var rest = target[...]
    while let step = ["./", "../"].first(where: { rest.hasPrefix($0) }) {
      if step == "../", !folders.isEmpty { folders.removeLast() }
      rest = rest.dropFirst(step.count)
    }
    return Link.resolved("/" + (folders + [String(rest)]).joined(separator: "/"), at: address)
  }
}
