import Domain

/// A billing account with its money.
struct TMForumAccount {
  let row: Loose
  let id: String
  let buckets: [Loose]
  let currency: Currency
  let utcOffset: Int
  let cash: Millionths
  let now: Timestamp

  /// The balance is what the monetary buckets hold together (TMF654); without any, the account's own (TMF666).
  ///
  /// - Throws: `.malformed` where neither says how much and of what: no balance is ever assumed.
  init(_ row: Loose, id: String, buckets: [Loose], now: Timestamp) throws {
    self.row = row
    self.id = id
    self.now = now
    let stated = TMForumAccount.stated(row)
    let named = buckets.lazy.compactMap { $0["remainingValue"].currency }.first ?? stated?.amount.currency
    currency = try row["accountBalance"].required(named, "a currency")
    let currency = currency
    self.buckets = buckets.filter { $0["remainingValue"].money(currency) != nil }
    let sizes = self.buckets.compactMap { $0["remainingValue"].size }
    var cash = sizes.isEmpty ? stated?.signed : Millionths(value: 0)
    for size in sizes { cash = cash?.adding(size) }
    self.cash = try row["accountBalance"].required(cash, "a balance")
    let moments = [row["lastModified"]] + buckets.flatMap { [$0["confirmationDate"], $0["requestedDate"]] }
    utcOffset = moments.lazy.compactMap(\.statedOffset).first ?? WallOffset.minutes(currency)
  }

  /// What is deposited, else what is owed; disputed sums and loyalty points are not money to spend.
  private static func stated(_ row: Loose) -> (amount: Loose, signed: Millionths)? {
    let balances = row[list: "accountBalance"].compactMap { balance in
      balance["amount"].size.map { (type: balance["balanceType"].text?.lowercased() ?? "", balance["amount"], $0) }
    }
    func first(_ words: [String]) -> (type: String, Loose, Millionths)? {
      balances.first { balance in words.contains { balance.type.contains($0) } }
    }
    if let (_, amount, size) = first(["deposit", "prepa", "available", "current"]) { return (amount, size) }
    guard let (_, amount, size) = first(["receivable", "due", "outstanding"]), size.value != .min else { return nil }
    return (amount, Millionths(value: -size.value))
  }

  var today: CivilDate { now.date(utcOffset: utcOffset) }
  var balance: Money { cash.money(currency) }

  /// "The maximum amount of money that may be charged on an account."
  var credit: Money {
    let limit = row["creditLimit"].money(currency) ?? .zero(currency)
    return limit.isNegative ? .zero(currency) : limit
  }

  var party: Loose? { TMForumAccount.party(row) }
  var holderName: String { TMForumAccount.holderName(row) }

  /// Who holds it: the party with the role of a customer or owner, else the first.
  private static func party(_ row: Loose) -> Loose? {
    let parties = row[list: "relatedParty"]
    return parties.first { ["customer", "owner", "payer"].contains($0["role"].text?.lowercased()) } ?? parties.first
  }

  static func holderName(_ row: Loose) -> String { party(row)?["name"].text ?? row["name"].text ?? "" }

  private static func state(_ word: String?) -> Account.State? {
    guard let word = word?.lowercased() else { return nil }
    if word.contains("suspend") || word.contains("block") { return .blocked }
    return ["closed", "terminated", "cancelled"].contains(word) ? .closed : .active
  }

  func account(_ facts: TMForumFacts) -> Account {
    let (state, block) = state(facts.products)
    let tariff = facts.products.tariff
    return Account(
      id: id, number: id, contract: facts.products.agreement, login: nil,
      holder: facts.holder, utcOffset: utcOffset, state: state, block: block, balance: balance, credit: credit,
      tariffID: tariff?.offering, tariffName: tariff?.name, plan: facts.plan, scheduledChange: facts.scheduled,
      services: facts.products.services(currency),
      lastPayment: facts.ledger.entries.last { $0.kind == .payment }.map { .init(amount: $0.amount, date: $0.date) },
      recommendedPayment: facts.due, asOf: now)
  }

  /// Blocked when the account or its tariff is suspended: for money where there is none, else by the office.
  private func state(_ products: TMForumProducts) -> (Account.State, Account.Block?) {
    let own = TMForumAccount.state(row["state"].text) ?? .active
    guard own != .closed else { return (.closed, nil) }
    guard own == .blocked || products.tariff?.isSuspended == true else { return (.active, nil) }
    let isShort = balance.adding(credit).map { !$0.isPositive } ?? false
    return (.blocked, Account.Block(code: isShort ? "no-funds" : "by-office", since: nil))
  }
}

/// What is read beside the account itself.
struct TMForumFacts {
  let holder: Account.Holder
  let products: TMForumProducts
  let ledger: History
  let plan: ChargePlan?
  let scheduled: ScheduledTariffChange?
  /// What the bills ask for.
  let due: Money?
}
