import Domain

/// The subscriber's card (`GET user`).
struct MikBillUser {
  let data: Loose
  let currency: Currency
  let utcOffset: Int

  init(_ data: Loose) {
    self.data = data
    currency = CurrencyWord.currency(data["UE"].text)
    utcOffset = WallOffset.minutes(currency)
  }

  var id: String? { data["useruid"].identity ?? data["uid"].identity }
  var name: String { data["fio"].text ?? "" }
  var deposit: Millionths? { data["deposit"].amount }
  var balance: Money { deposit?.money(currency) ?? .zero(currency) }
  var tariff: String? { data["gid"].identity }

  var credit: Money {
    let money = data["credit"].amount?.money(currency) ?? .zero(currency)
    return money.isNegative ? .zero(currency) : money
  }

  /// How the tariff's fee is taken (`fixed`): 10 a month's fee in daily parts, 8 and 9 on the first of the month, 11 on a
  /// day of one's own. Nil for no fee, and where it is not told what a day costs.
  func plan(_ fee: Money, today: CivilDate) -> ChargePlan? {
    switch data["fixed"].integer {
    case 0, 1, 7: return nil
    case 10: return ChargePlan(cycle: .spread, fee: fee, nextCharge: today.adding(days: 1))
    case 11:
      guard let number = data["date_abonka"].integer, (1...31).contains(number) else { return nil }
      let day = Int(number)
      let dates = [today.firstOfMonth, today.firstOfNextMonth].map { $0.adding(days: min(day, $0.daysInMonth) - 1) }
      guard let next = dates.first(where: { $0 > today }) else { return nil }
      return ChargePlan(cycle: .anniversary(day: day), fee: fee, nextCharge: next)
    default: return ChargePlan(cycle: .calendarMonth, fee: fee, nextCharge: today.firstOfNextMonth)
    }
  }

  func account(_ id: String, plan: ChargePlan?, hold: Hold?, ledger: History, now: Timestamp) -> Account {
    let (state, block) = state
    let recommended = data["erec_payment"].amount?.money(currency)
    return Account(
      id: id, number: id, contract: data["numdogovor"].identity, login: data["user"].text,
      holder: Account.Holder(name: name, birthday: data["date_birth"].date, address: data["address"].text),
      utcOffset: utcOffset, state: state, block: block, balance: balance, credit: credit,
      creditUntil: credit.isPositive ? data["credit_stop"].date : nil, tariffID: tariff, tariffName: data["tarif"].text,
      plan: plan, services: services, hold: hold,
      lastPayment: ledger.entries.last { $0.kind == .payment }.map { .init(amount: $0.amount, date: $0.date) },
      recommendedPayment: recommended.flatMap { $0.isPositive ? $0 : nil }, asOf: now)
  }

  /// What is paid beside the tariff: subscriptions, and the address of one's own.
  private var services: [Service] {
    let fee = data["fee"]
    let rows = (try? fee["subscriptions"]["detailed"].elements()) ?? []
    let subscriptions = rows.compactMap { row -> Service? in
      guard let id = row["id"].identity, let name = row["name"].text,
        let price = row["price_with_discount"].amount ?? row["price"].amount
      else { return nil }
      return Service(id: id, name: PlainText.of(name), kind: "subscription", fee: price.money(currency))
    }
    guard let address = fee["realip"].amount, address.isPositive else { return subscriptions }
    return subscriptions + [Service(id: "realip", name: "Real IP", kind: "static-ip", fee: address.money(currency))]
  }

  private var state: (Account.State, Account.Block?) {
    if data["deletedtable"].isTrue { return (.closed, nil) }
    if data["otkluchentable"].isTrue { return (.blocked, Account.Block(code: "by-office", since: nil)) }
    if data["frezetable"].isTrue { return (.held, nil) }
    let isShort = balance.adding(credit)?.isNegative ?? false
    guard data["blocked"].isTrue || isShort else { return (.active, nil) }
    return (.blocked, Account.Block(code: isShort ? "no-funds" : "by-office", since: nil))
  }
}

/// The state of an extra service: `{"available","active","info":{...}}`, one form for all.
struct MikBillService {
  let data: Loose

  /// Whether it says anything at all.
  var isTold: Bool { data["active"].isTold }
  var isAvailable: Bool { data["available"].isTrue }
  var isActive: Bool { data["active"].isTrue }
  var info: Loose { data["info"] }

  /// `will_be_avilable_days` (sic): after so many days; nil for now and for never (-1).
  func availableFrom(_ today: CivilDate) -> CivilDate? {
    let days = info["will_be_avilable_days"].integer ?? info["will_be_available_days"].integer
    return days.flatMap { (1...3660).contains($0) ? today.adding(days: Int($0)) : nil }
  }

  /// Today inclusive: a credit of type 3 moves with the day on which it is taken.
  func termDays(_ today: CivilDate) -> Int? {
    if info["type"].integer == 3 {
      return info["do_credit_swing_date_days"].integer.flatMap { (1...3660).contains($0) ? Int($0) : nil }
    }
    return info["date_stop"].date.flatMap { $0 > today ? today.days(until: $0) : nil }
  }
}
