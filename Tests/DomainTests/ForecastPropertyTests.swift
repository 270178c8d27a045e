import Testing

@testable import Domain

/// The forecast against a billing that walks each day: the same turn-off, and the least payment that avoids it.
@Suite struct ForecastPropertyTests {
  private func account(_ dice: inout Dice, today: CivilDate) throws -> Account {
    let cycles: [ChargeCycle] = [
      .calendarMonth, .everyDays(.random(in: 1...60, using: &dice)),
      .anniversary(day: .random(in: 1...31, using: &dice)),
      .daily, .spread, .inAdvance,
    ]
    let cycle = cycles.randomElement(using: &dice) ?? .daily
    let isDaily = cycle == .daily
    let fee = Int64.random(in: 0...(isDaily ? 3000 : 60_000), using: &dice)
    var sample = Sample(cycle: cycle, fee: fee, balance: .random(in: -40_000...150_000, using: &dice))
    sample.services = (0..<Int.random(in: 0...2, using: &dice)).map { _ in .random(in: 0...(fee / 3), using: &dice) }
    sample.discount = [0, 0, 10, 33, 100].randomElement(using: &dice) ?? 0
    sample.next = firstCharge(cycle, today, &dice).text
    if Bool.random(using: &dice) { sample.credit = .random(in: 0...80_000, using: &dice) }
    if Bool.random(using: &dice) { sample.creditUntil = today.adding(days: .random(in: 0...70, using: &dice)).text }
    if Bool.random(using: &dice) { sample.prepaidUntil = today.adding(days: .random(in: -5...90, using: &dice)).text }
    try addTrust(to: &sample, today, &dice)
    try addBlock(to: &sample, today, &dice)
    addChange(to: &sample, today, &dice)
    return try sample.account()
  }

  private func firstCharge(_ cycle: ChargeCycle, _ today: CivilDate, _ dice: inout Dice) -> CivilDate {
    switch cycle {
    case .everyDays(let days): today.adding(days: .random(in: 0..<days, using: &dice))
    default: cycle.chargeDay(onOrAfter: today, known: today.adding(days: -1))
    }
  }

  private func addTrust(to sample: inout Sample, _ today: CivilDate, _ dice: inout Dice) throws {
    guard Int.random(in: 0..<3, using: &dice) == 0 else { return }
    let taken = today.adding(days: .random(in: -3...0, using: &dice))
    let amount = Int64.random(in: 1...60_000, using: &dice)
    sample.trust = try Sample.trust(amount, taken: taken.text, until: taken.adding(days: 3).text)
    sample.credit += amount
    if taken < today, sample.balance >= 0 { sample.balance = -sample.balance - 1 }
  }

  private func addBlock(to sample: inout Sample, _ today: CivilDate, _ dice: inout Dice) throws {
    guard Int.random(in: 0..<4, using: &dice) == 0 else { return }
    let code = ["no-funds", "trust-payment-overdue", "credit-expired"].randomElement(using: &dice) ?? ""
    sample.state = .blocked
    sample.block = .init(code: code, since: today.adding(days: -2))
    if code != "no-funds" { (sample.trust, sample.credit, sample.balance) = (nil, 0, -abs(sample.balance) - 1) }
  }

  private func addChange(to sample: inout Sample, _ today: CivilDate, _ dice: inout Dice) {
    guard Int.random(in: 0..<3, using: &dice) == 0 else { return }
    let on = today.adding(days: .random(in: 1...60, using: &dice))
    let plan = ChargePlan(cycle: .calendarMonth, fee: roubles(.random(in: 0...90_000, using: &dice)), nextCharge: on)
    sample.change = ScheduledTariffChange(tariffID: "n", name: "N", on: on, plan: plan, canCancel: true)
  }

  @Test func theTurnOffIsTheOneThatDailyBillingFinds() throws {
    var dice = Dice()
    for round in 0..<1500 {
      let today = try day("2026-11-01").adding(days: .random(in: 0..<800, using: &dice))
      let account = try account(&dice, today: today)
      var billing = try #require(DayByDayBilling(account, today: today, paying: 0))
      let expected = billing.turnOff(within: 400)
      let forecast = Forecast(account: account, today: today)
      // What is blocked with the money there is switched on by the provider; the forecast says since when it is off.
      guard account.state == .active else {
        #expect(forecast.turnOffDate == account.block?.since)
        continue
      }
      let found = forecast.turnOffDate.flatMap { today.days(until: $0) <= 400 ? $0 : nil }
      let wanted = expected.flatMap { today.days(until: $0) <= 400 ? $0 : nil }
      #expect(found == wanted, "seed \(dice.seed) round \(round) on \(today.text): \(account.json.text)")
      if found != wanted { return }
    }
  }

  @Test func theNeededSumIsEnoughAndNothingLessIs() throws {
    var dice = Dice()
    for round in 0..<1500 {
      let today = try day("2026-11-01").adding(days: .random(in: 0..<800, using: &dice))
      let account = try account(&dice, today: today)
      let until = today.adding(days: .random(in: 0...150, using: &dice))
      let needed = Forecast(account: account, today: today).needed(until: until).minor
      let staysOn = try isOn(account, today, until, paying: needed)
      let isOffForLess = try needed == 0 || !isOn(account, today, until, paying: needed - 1)
      let evidence = "seed \(dice.seed) round \(round) \(today.text)..\(until.text) \(needed): \(account.json.text)"
      #expect(staysOn, "not enough: \(evidence)")
      #expect(isOffForLess, "less would do: \(evidence)")
      if !staysOn || !isOffForLess { return }
    }
  }

  private func isOn(_ account: Account, _ today: CivilDate, _ until: CivilDate, paying: Int64) throws -> Bool {
    var billing = try #require(DayByDayBilling(account, today: today, paying: paying))
    guard let off = billing.turnOff(within: today.days(until: until)) else { return true }
    return off > until
  }

  @Test func theHomeScreensForecastTakesNoMilliseconds() throws {
    let clock = ContinuousClock()
    for cycle in [ChargeCycle.daily, .spread] {
      let account = try Sample(cycle: cycle, fee: 1_00, next: "2026-11-22", balance: .max, services: [10]).account()
      let today = try day("2026-11-21")
      let spent = clock.measure { _ = Forecast(account: account, today: today) }
      // Ten years of days in a debug build; the release figure is some forty times smaller.
      #expect(spent < .milliseconds(200), "\(cycle.text): \(spent)")
    }
  }
}
