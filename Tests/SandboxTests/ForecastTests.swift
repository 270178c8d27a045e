import Domain
import Testing

@testable import Sandbox

/// The client's forecast and the provider's billing know nothing of each other; they must tell the same day.
struct ForecastTests {
  private struct Draw {
    var chance: SplitMix64

    mutating func contract() -> Contract {
      let day = CivilDate(dayNumber: 20_000 + chance.number(in: 0...900))
      let cycles: [ChargeCycle] = [
        .calendarMonth, .everyDays(chance.number(in: 1...45)), .anniversary(day: chance.number(in: 1...31)), .daily,
        .spread, .inAdvance,
      ]
      let cycle = cycles[chance.number(in: 0...5)]
      var contract = Contract(
        utcOffset: 180, today: day,
        terms: Contract.Terms(
          tariff: "t", name: "T", fee: Int64(chance.number(in: 1...90_000)), cycle: cycle, nextCharge: day))
      contract.terms.nextCharge = first(cycle, after: day)
      contract.discountPercent = Int64([0, 0, 10, 33, 50][chance.number(in: 0...4)])
      contract.balance = Int64(chance.number(in: 0...400_000))
      for id in ["tv-basic", "static-ip", "antivirus"] where chance.happens(onceIn: 3) {
        contract.services.append(ServiceCatalogue.service(id, since: day))
      }
      if chance.happens(onceIn: 3) { contract.ownCredit.amount = Int64(chance.number(in: 1...100_000)) }
      if contract.ownCredit.amount > 0, chance.happens(onceIn: 2) {
        contract.ownCredit.until = day.adding(days: chance.number(in: 0...60))
        if chance.happens(onceIn: 2) {
          contract.balance = -Int64(chance.number(in: 0...Int(contract.ownCredit.amount)))
        }
      }
      if chance.happens(onceIn: 4) { contract.prepaidUntil = day.adding(days: chance.number(in: 0...90)) }
      plan(&contract)
      return contract
    }

    private func first(_ cycle: ChargeCycle, after day: CivilDate) -> CivilDate {
      switch cycle {
      case .calendarMonth: day.firstOfNextMonth
      case .everyDays, .daily, .spread: day.adding(days: 1)
      case .anniversary(let wanted):
        day.firstOfNextMonth.adding(days: min(wanted, day.firstOfNextMonth.daysInMonth) - 1)
      case .inAdvance: day.adding(days: 1).lastOfMonth
      }
    }

    private mutating func plan(_ contract: inout Contract) {
      guard chance.happens(onceIn: 4) else { return }
      let offer = TariffCatalogue.all[chance.number(in: 0...9)]
      let on = contract.nextPeriod
      contract.planned = Contract.Planned(on: on, terms: TariffRules.terms(of: offer, for: contract, from: on))
    }
  }

  private let book: Book

  init() throws {
    book = try #require(Sandbox.inMemory(seed: 1, start: noon, clock: { noon }).book("100106"))
  }

  @Test(arguments: [UInt64](1...8))
  func bothTellTheSameTurnOffDay(seed: UInt64) throws {
    var draw = Draw(chance: SplitMix64(seed: seed, name: "forecast"))
    var dates: Set<CivilDate> = []
    for round in 0..<150 {
      let contract = draw.contract()
      let account = book.account(of: contract, asOf: noon)
      let forecast = Forecast(account: account, today: contract.today)
      let billed = contract.turnOff()
      // Billing ahead ends after 800 days, the forecast after ten years.
      if billed == nil, let told = forecast.turnOffDate, contract.today.days(until: told) > 800 { continue }
      #expect(forecast.turnOffDate == billed, "seed \(seed), round \(round): \(account.json.text)")
      if let billed { dates.insert(billed) }
    }
    #expect(dates.count > 50)
  }

  @Test(arguments: [UInt64](1...4))
  func theSumThatIsSaidToLastDoesAndOneKopeckLessDoesNot(seed: UInt64) throws {
    var draw = Draw(chance: SplitMix64(seed: seed, name: "sums"))
    for round in 0..<60 {
      let contract = draw.contract()
      let target = contract.today.adding(days: draw.chance.number(in: 0...120))
      let sum = Forecast(account: book.account(of: contract, asOf: noon), today: contract.today).needed(until: target)
        .minor
      guard sum > 0 else { continue }
      for (payment, lasts) in [(sum, true), (sum - 1, false)] {
        var paid = contract
        if payment > 0 { paid.pay(payment, method: "card", text: "", key: nil) }
        let isOn = paid.turnOff().map { $0 > target } ?? true
        #expect(isOn == lasts, "seed \(seed), round \(round): \(payment) until \(target.text)")
      }
    }
  }
}
