import Domain

/// The flat object that the agent answers with when no verb is given.
struct UbillingUser {
  let data: Loose
  let currency: Currency
  let utcOffset: Int

  init(_ data: Loose) {
    self.data = data
    currency = CurrencyWord.currency(data["currency"].text)
    utcOffset = WallOffset.minutes(currency)
  }

  var login: String { data["login"].text ?? "" }
  var cash: Millionths? { data["cash"].amount }
  var balance: Money { cash?.money(currency) ?? .zero(currency) }
  var credit: Money {
    let money = data["credit"].amount?.money(currency) ?? .zero(currency)
    return money.isNegative ? .zero(currency) : money
  }
  var tariff: String? { UbillingUser.word(data["tariff"]) }
  /// The tariff of the next month.
  var nextTariff: String? { UbillingUser.word(data["tariffnm"]) }
  var isFrozen: Bool { data["accountstate"].text?.contains("frozen") == true }
  private var isDisabled: Bool { data["accountstate"].text?.contains("disabled") == true }

  /// "No" and its like are no name.
  private static func word(_ value: Loose) -> String? {
    value.text.flatMap { ["no", "none", "-", "*_no_tariff_*"].contains($0.lowercased()) ? nil : $0 }
  }

  /// To be seen; the agent changes none of it.
  var profile: Profile {
    func texts(_ key: String) -> [String] { UbillingUser.word(data[key]).map { [$0] } ?? [] }
    return Profile(
      phones: texts("phone"), mobiles: texts("mobile"), emails: texts("email"), contractDate: data["contractdate"].date)
  }

  func account(
    _ catalogue: UbillingCatalogue, ledger: History, frozenSince: CivilDate?, now: Timestamp
  ) -> Account {
    let (state, block) = state(frozenSince)
    let plan = catalogue.plan(ledger: ledger, today: now.date(utcOffset: utcOffset))
    return Account(
      id: login, number: login, contract: data["contract"].identity, login: login, paymentID: data["payid"].identity,
      holder: Account.Holder(name: data["realname"].text ?? "", address: data["address"].text), utcOffset: utcOffset,
      state: state, block: block, balance: balance, credit: credit,
      creditUntil: credit.isPositive ? data["creditexpire"].date : nil, tariffID: tariff,
      tariffName: tariff.map { data["tariffalias"].text ?? $0 }, plan: plan,
      scheduledChange: catalogue.scheduledChange(after: plan, today: now.date(utcOffset: utcOffset)),
      services: catalogue.services, hold: isFrozen ? frozenSince.map { Hold(from: $0, until: nil) } : nil,
      lastPayment: ledger.entries.last { $0.kind == .payment }.map { .init(amount: $0.amount, date: $0.date) },
      asOf: now)
  }

  /// The agent calls an account active that has no money left; what its credit does not cover is off all the same.
  private func state(_ frozenSince: CivilDate?) -> (Account.State, Account.Block?) {
    if isDisabled { return (.blocked, Account.Block(code: "by-office", since: nil)) }
    if isFrozen { return (.held, Account.Block(code: ReasonCode.onHold.rawValue, since: frozenSince)) }
    let isShort = balance.adding(credit)?.isNegative ?? false
    return isShort ? (.blocked, Account.Block(code: "no-funds", since: nil)) : (.active, nil)
  }
}
