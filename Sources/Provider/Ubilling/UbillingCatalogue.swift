import Domain

/// Tariffs and services, which are rows of the same lists and have their names for identities.
struct UbillingCatalogue {
  private let user: UbillingUser
  private let own: [Price]
  private let all: [Price]
  private let allowed: Set<String>
  private let ownServices: [Price]

  private struct Price {
    let name: String
    let fee: Money
    /// `month`, `day`, or a number of days.
    let period: String

    init?(_ row: Loose, _ prefix: String, _ currency: Currency) {
      guard let name = row[prefix + "name"].text, let fee = row[prefix + "price"].amount else { return nil }
      self.name = name
      self.fee = fee.money(currency)
      period = row[prefix + "daysperiod"].text?.lowercased() ?? "month"
    }

    var isDaily: Bool { period == "day" || period == "1" }
  }

  /// - Parameters:
  ///   - own: `tariffvservices`: the account's tariff and services.
  ///   - all: `activetariffsvservices`: everything that is sold.
  ///   - allowed: `tarifftoswitchallowed`: what the account may change to.
  init(user: UbillingUser, own: [Loose], all: [Loose], allowed: [Loose]) {
    self.user = user
    self.own = own.compactMap { Price($0, "tariff", user.currency) }
    self.all = all.compactMap { Price($0, "tariff", user.currency) }
    self.allowed = Set(allowed.compactMap { $0["tariff"].text })
    ownServices = own.compactMap { Price($0, "vsrv", user.currency) }
  }

  private func price(_ name: String) -> Price? { (own + all).first { $0.name == name } }

  var tariffs: [Tariff] {
    var seen: Set<String> = []
    return (all + own).filter { seen.insert($0.name).inserted }.map { price in
      Tariff(
        id: price.name, name: price.name, fee: price.fee, cycle: price.isDaily ? .daily : .calendarMonth,
        isArchived: !all.contains { $0.name == price.name }, eligibility: eligibility(price.name))
    }
  }

  private func eligibility(_ name: String) -> Eligibility {
    if name == user.tariff { return Eligibility(available: false, active: true, reasons: [TariffReasons.current]) }
    return allowed.contains(name)
      ? Eligibility(available: true) : Eligibility(available: false, reasons: [UbillingReasons.tariffNotAllowed])
  }

  /// A service that is taken for another period than the tariff's is told with its share of thirty days.
  var services: [Service] {
    let isDaily = user.tariff.flatMap(price)?.isDaily ?? false
    return ownServices.map { service in
      let fee: Money? =
        switch (isDaily, service.isDaily) {
        case (false, true): service.fee.multiplied(by: 30)
        case (true, false): service.fee.share(1, of: 30)
        default: service.fee
        }
      return Service(id: service.name, name: service.name, kind: "service", fee: fee ?? service.fee)
    }
  }

  /// How the fee is taken is a setting of the installation that it does not tell; the last charges show it.
  func plan(ledger: History, today: CivilDate) -> ChargePlan? {
    guard let price = user.tariff.flatMap(price), price.fee.isPositive else { return nil }
    let days = ledger.tariffCharges.suffix(2)
    let isRecent = days.last.map { $0 <= today && $0.days(until: today) <= 62 } ?? false
    if price.isDaily || isRecent && days.count == 2 && days[days.startIndex].days(until: days[days.startIndex + 1]) == 1
    {
      let next = days.last == today ? today.adding(days: 1) : today
      return ChargePlan(
        cycle: price.isDaily ? .daily : .spread, fee: price.fee, nextCharge: isRecent ? next : today.adding(days: 1))
    }
    guard let last = days.last, isRecent, last.day > 1 else {
      return ChargePlan(cycle: .calendarMonth, fee: price.fee, nextCharge: today.firstOfNextMonth)
    }
    let next = last.adding(months: 1)
    return ChargePlan(
      cycle: .anniversary(day: last.day), fee: price.fee, nextCharge: next > today ? next : next.adding(months: 1))
  }

  /// A change is made on the first of the next month, at the price of that tariff.
  func scheduledChange(after plan: ChargePlan?, today: CivilDate) -> ScheduledTariffChange? {
    guard let name = user.nextTariff, let price = price(name) else { return nil }
    let day = today.firstOfNextMonth
    return ScheduledTariffChange(
      tariffID: name, name: name, on: day,
      plan: ChargePlan(cycle: price.isDaily ? .daily : plan?.cycle ?? .calendarMonth, fee: price.fee, nextCharge: day),
      canCancel: false)
  }
}
