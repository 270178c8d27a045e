import Domain

/// The account as several calls describe it.
struct ABillSAccount {
  let user: Loose
  let person: Loose?
  let internet: [Loose]
  let subscriptions: [Loose]
  let recommended: Loose?
  /// As the installation says; nil where it does not.
  let nextCharge: CivilDate?
  let currency: Currency
  let utcOffset: Int
  let now: Timestamp

  var id: String? { user["uid"].identity }
  var deposit: Millionths? { user["deposit"].amount }
  var balance: Money? { deposit?.money(currency) }
  var credit: Money { money(user["credit"]) }
  var main: Loose? { internet.first }
  private var today: CivilDate { now.date(utcOffset: utcOffset) }

  func account(lastPayment: LedgerEntry?, hold: Hold?) throws(ProviderError) -> Account {
    let id = try user["uid"].required(id, "an id")
    let balance = try user["deposit"].required(balance, "an amount")
    let (state, block) = state(balance)
    return Account(
      id: id, number: id, contract: contract, login: user["login"].text, holder: holder, utcOffset: utcOffset,
      state: state, block: block, balance: balance, credit: credit,
      creditUntil: credit.isPositive ? user["creditDate"].date : nil, discountPercent: discount,
      tariffID: main?["tpId"].identity, tariffName: main?["tpName"].text, plan: plan,
      scheduledChange: scheduledChange, services: services, hold: hold,
      lastPayment: lastPayment.map { .init(amount: $0.amount, date: $0.date) },
      recommendedPayment: recommended?["sum"].amount.map { $0.money(currency) }.flatMap { $0.isPositive ? $0 : nil },
      asOf: now)
  }

  private func money(_ value: Loose) -> Money {
    let money = value.amount?.money(currency) ?? .zero(currency)
    return money.isNegative ? .zero(currency) : money
  }

  private var contract: String? {
    person?["contractId"].identity.map { $0 + (person?["contractSufix"].text ?? "") }
  }

  private var holder: Account.Holder {
    let names = ["fio", "fio2", "fio3"].compactMap { person?[$0].text }
    let parts = ["city", "addressStreet", "addressBuild", "addressFlat"].compactMap { person?[$0].identity }
    let address = person?["addressFullLocation"].text ?? (parts.isEmpty ? nil : parts.joined(separator: ", "))
    return Account.Holder(
      name: names.joined(separator: " "), birthday: person?["birthDate"].date, address: address)
  }

  /// In whole percent; a discount that has ended counts no more.
  private var discount: Int {
    if let end = user["reductionDate"].date, end < today { return 0 }
    guard let percent = user["reduction"].amount, (0...100_000_000).contains(percent.value) else { return 0 }
    // Where the tariff does not honour discounts, the account's own one changes nothing.
    let honoured = main.map { $0["tpReductionFee"].isTrue || $0["originalMonthFee"].amount?.isPositive == true } ?? true
    return honoured ? Int(percent.value / 1_000_000) : 0
  }

  /// Service states of ABillS: 0 active, 1 and 2 off, 3 on hold, 4 and 5 no money, 6 blocked for a virus.
  private func state(_ balance: Money) -> (Account.State, Account.Block?) {
    if let end = user["expire"].date, end <= today { return blocked("expired", since: end) }
    if user["disable"].isTrue || user["disableDate"].date.map({ $0 <= today }) == true {
      return blocked("by-office", since: user["disableDate"].date)
    }
    switch main?["internetStatus"].integer ?? 0 {
    case 1, 2: return blocked("by-office", since: nil)
    case 3: return (.held, nil)
    case 4, 5: return blocked("no-funds", since: nil)
    case 6: return blocked("virus", since: nil)
    default:
      let isShort = balance.adding(credit)?.isNegative ?? false
      return isShort ? blocked("no-funds", since: nil) : (.active, nil)
    }
  }

  private func blocked(_ code: String, since: CivilDate?) -> (Account.State, Account.Block?) {
    (.blocked, Account.Block(code: code, since: since))
  }

  /// The regular charge of the first internet service. With a date of activation the installation counts 30 days from it;
  /// otherwise a monthly fee is due on the 1st.
  private var plan: ChargePlan? {
    guard let main else { return nil }
    let next = (main["nextAbon"]["abonDate"].date ?? nextCharge).flatMap { $0 >= today ? $0 : nil }
    if let daily = main["dayFee"].amount, daily.isPositive {
      return ChargePlan(cycle: .daily, fee: daily.money(currency), nextCharge: next ?? today.adding(days: 1))
    }
    let original = main["originalMonthFee"].amount
    guard let fee = original?.isPositive == true ? original : main["monthFee"].amount, fee.isPositive else {
      return nil
    }
    let money = fee.money(currency)
    if main["abonDistribution"].isTrue {
      return ChargePlan(cycle: .spread, fee: money, nextCharge: next ?? today.adding(days: 1))
    }
    guard let activation = user["activate"].date, activation <= today else {
      return ChargePlan(cycle: .calendarMonth, fee: money, nextCharge: next ?? today.firstOfNextMonth)
    }
    let periods = activation.days(until: today) / 30 + 1
    return ChargePlan(cycle: .everyDays(30), fee: money, nextCharge: next ?? activation.adding(days: periods * 30))
  }

  private var scheduledChange: ScheduledTariffChange? {
    guard let schedule = main?["schedule"], let tariff = schedule["tpId"].identity, let day = schedule["dateFrom"].date
    else { return nil }
    let daily = schedule["dayFee"].amount ?? Millionths(value: 0)
    let fee = (daily.isPositive ? daily : schedule["monthFee"].amount ?? Millionths(value: 0)).money(currency)
    return ScheduledTariffChange(
      tariffID: tariff, name: schedule["tpName"].text ?? tariff, on: day,
      plan: ChargePlan(cycle: daily.isPositive ? .daily : .calendarMonth, fee: fee, nextCharge: day),
      canCancel: schedule["canCancel"].isTrue)
  }

  /// Further internet services and the active monthly subscriptions.
  private var services: [Service] {
    let further = internet.dropFirst().compactMap { service($0, prefix: "internet", kind: "internet") }
    let monthly = subscriptions.filter { $0["active"].isTrue && $0["period"].text?.lowercased() ?? "month" == "month" }
    return further + monthly.compactMap { service($0, prefix: "abon", kind: "subscription") }
  }

  private func service(_ item: Loose, prefix: String, kind: String) -> Service? {
    guard let id = item["id"].identity else { return nil }
    let fee = [item["monthFee"], item["price"]].lazy.compactMap { $0.amount }.first { $0.isPositive }
    return Service(
      id: prefix + "-" + id, name: item["tpName"].text ?? item["name"].text ?? id, kind: kind,
      fee: (fee ?? Millionths(value: 0)).money(currency), since: item["startDate"].date)
  }
}
