import Testing

@testable import Domain

/// Tables by hand: each row was worked out on paper from the billing rules, none by running the code.
@Suite struct ForecastTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let sample: Sample
    let today: String
    var charge: String?
    var amount: Int64 = 0
    var off: String?
    var recommended: Int64 = 0
    var testDescription: String { name }
  }

  private static let cycles = [
    Row(
      name: "calendar month, covered once", sample: Sample(balance: 700_00), today: "2026-11-21", charge: "2026-12-01",
      amount: 500_00, off: "2027-01-01"),
    Row(
      name: "calendar month, one kopeck short", sample: Sample(balance: 499_99), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2026-12-01", recommended: 1),
    Row(
      name: "calendar month, exactly covered", sample: Sample(balance: 500_00), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2027-01-01"),
    Row(
      name: "every 30 days over a leap February",
      sample: Sample(cycle: .everyDays(30), next: "2028-02-10", balance: 1000_00), today: "2028-02-01",
      charge: "2028-02-10", amount: 500_00, off: "2028-04-10"),
    Row(
      name: "anniversary 31 in a leap year",
      sample: Sample(cycle: .anniversary(day: 31), next: "2028-01-31", balance: 1500_00),
      today: "2028-01-15", charge: "2028-01-31", amount: 500_00, off: "2028-04-30"),
    Row(
      name: "anniversary 31 is the 28th in a common February",
      sample: Sample(cycle: .anniversary(day: 31), next: "2027-01-31", balance: 500_00), today: "2027-01-15",
      charge: "2027-01-31", amount: 500_00, off: "2027-02-28"),
    Row(
      name: "anniversary 31 is the 29th in a leap February",
      sample: Sample(cycle: .anniversary(day: 31), next: "2028-01-31", balance: 500_00), today: "2028-01-15",
      charge: "2028-01-31", amount: 500_00, off: "2028-02-29"),
    Row(
      name: "daily", sample: Sample(cycle: .daily, fee: 15_00, next: "2026-11-22", balance: 100_00),
      today: "2026-11-21",
      charge: "2026-11-22", amount: 15_00, off: "2026-11-28", recommended: 335_00),
    // 500.00 over 30 days: 16.67, 16.66, 16.67, ... Taken by day 22 is 366.67, by day 26 433.33, by day 30 500.00.
    Row(
      name: "spread", sample: Sample(cycle: .spread, next: "2026-11-22", balance: 100_00), today: "2026-11-21",
      charge: "2026-11-22", amount: 16_67, off: "2026-11-28", recommended: 372_58),
    Row(
      name: "in advance on the last day", sample: Sample(cycle: .inAdvance, next: "2026-11-30", balance: 500_00),
      today: "2026-11-21", charge: "2026-11-30", amount: 500_00, off: "2027-01-01"),
    Row(
      name: "in advance, not covered: the month runs out",
      sample: Sample(cycle: .inAdvance, next: "2028-02-29", balance: 100_00), today: "2028-02-10",
      charge: "2028-02-29", amount: 500_00, off: "2028-03-01", recommended: 400_00),
  ]

  private static let circumstances = [
    Row(
      name: "a standing credit counts", sample: Sample(balance: -100_00, credit: 600_00), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2027-01-01"),
    Row(
      name: "a credit that ends before the charge does not",
      sample: Sample(balance: 100_00, credit: 600_00, creditUntil: "2026-11-30"), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2026-12-01", recommended: 400_00),
    Row(
      name: "the day after the credit's end is off when the balance is negative",
      sample: Sample(balance: -100_00, credit: 600_00, creditUntil: "2026-11-25"), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2026-11-26", recommended: 600_00),
    Row(
      name: "a credit carries the charge and ends after it",
      sample: Sample(balance: 0, credit: 500_00, creditUntil: "2026-12-05"), today: "2026-11-21",
      charge: "2026-12-01", amount: 500_00, off: "2026-12-06", recommended: 500_00),
    Row(
      name: "a discount comes off each fee, half a kopeck up",
      sample: Sample(fee: 333_33, balance: 0, discount: 50, services: [11_11]), today: "2026-11-21",
      charge: "2026-12-01", amount: 172_23, off: "2026-12-01", recommended: 172_23),
    Row(
      name: "prepaid months leave the services' fees",
      sample: Sample(balance: 150_00, services: [100_00], prepaidUntil: "2027-01-31"), today: "2026-11-21",
      charge: "2026-12-01", amount: 100_00, off: "2027-01-01"),
    Row(
      name: "prepaid without services: the first day on which money is taken",
      sample: Sample(balance: 0, prepaidUntil: "2027-01-31"), today: "2026-11-21", charge: "2027-02-01",
      amount: 500_00, off: "2027-02-01", recommended: 500_00),
    Row(
      name: "nothing to take: never off", sample: Sample(fee: 0, balance: 0), today: "2026-11-21"),
    Row(
      name: "nothing to take, but a debt on a credit that ends",
      sample: Sample(fee: 0, balance: -50_00, credit: 100_00, creditUntil: "2026-12-10"), today: "2026-11-21",
      off: "2026-12-11", recommended: 50_00),
    Row(
      name: "the charge of today is still to come", sample: Sample(next: "2026-11-21", balance: 100_00),
      today: "2026-11-21", charge: "2026-11-21", amount: 500_00, off: "2026-11-21", recommended: 400_00),
    Row(
      name: "a charge that fell due since the data was read is counted",
      sample: Sample(cycle: .daily, fee: 20_00, next: "2026-11-11", balance: 100_00), today: "2026-11-21",
      charge: "2026-11-21", amount: 20_00, off: "2026-11-16", recommended: 700_00),
  ]

  @Test(arguments: cycles + circumstances)
  func theTableHolds(row: Row) throws {
    let forecast = try row.sample.forecast(on: row.today)
    #expect(forecast.nextCharge?.date == (try row.charge.map { try day($0) }))
    #expect(forecast.nextCharge?.amount.minor ?? 0 == row.amount)
    #expect(forecast.turnOffDate == (try row.off.map { try day($0) }))
    #expect(forecast.paidUntil == (try row.off.map { try day($0).adding(days: -1) }))
    #expect(forecast.recommendedPayment == roubles(row.recommended))
    #expect(forecast.isCovered == (row.recommended == 0))
    #expect(forecast.isKnown)
    #expect(forecast.neededToUnblock == nil)
  }

  @Test func daysLeftAreCountedFromTodayToTheTurnOff() throws {
    #expect(try Sample(balance: 0).forecast(on: "2026-11-21").daysLeft == 10)
    #expect(try Sample(next: "2026-11-21", balance: 0).forecast(on: "2026-11-21").daysLeft == 0)
    #expect(try Sample(next: "2026-11-11", balance: 0).forecast(on: "2026-11-21").daysLeft == 0)
    #expect(try Sample(fee: 0).forecast(on: "2026-11-21").daysLeft == nil)
  }

  @Test func moneyForMoreThanTenYearsHasNoTurnOff() throws {
    // The charges of 2026-12-01 to 2036-11-01 are 120.
    let enough = try Sample(balance: 120 * 500_00).forecast(on: "2026-11-21")
    #expect(enough.turnOffDate == nil)
    #expect(enough.paidUntil == nil)
    let short = try Sample(balance: 120 * 500_00 - 1).forecast(on: "2026-11-21")
    #expect(short.turnOffDate == (try day("2036-11-01")))
  }

  @Test func aPlannedTariffTakesOverOnItsDay() throws {
    let dearer = ScheduledTariffChange(
      tariffID: "b", name: "B", on: try day("2026-12-01"),
      plan: ChargePlan(cycle: .calendarMonth, fee: roubles(800_00), nextCharge: try day("2026-12-01")), canCancel: true)
    let forecast = try Sample(balance: 700_00, change: dearer).forecast(on: "2026-11-21")
    #expect(forecast.nextCharge == Forecast.Charge(date: try day("2026-12-01"), amount: roubles(800_00)))
    #expect(forecast.turnOffDate == (try day("2026-12-01")))
    #expect(forecast.recommendedPayment == roubles(100_00))
  }

  @Test func aPlannedTariffMayChangeTheCycleToo() throws {
    let daily = ScheduledTariffChange(
      tariffID: "b", name: "B", on: try day("2026-12-15"),
      plan: ChargePlan(cycle: .daily, fee: roubles(20_00), nextCharge: try day("2026-12-15")), canCancel: true)
    let forecast = try Sample(balance: 550_00, change: daily).forecast(on: "2026-11-21")
    #expect(forecast.nextCharge?.amount == roubles(500_00))
    // 50.00 is left on December 1: two days of 20.00, the third is not covered.
    #expect(forecast.turnOffDate == (try day("2026-12-17")))
    #expect(forecast.needed(until: try day("2026-12-17")) == roubles(10_00))
  }

  @Test func withoutAPlanOnlyEndsOfCreditAreKnown() throws {
    let forecast = try Sample(balance: -10_00, credit: 50_00, creditUntil: "2026-12-03", hasPlan: false)
      .forecast(on: "2026-11-21")
    #expect(!forecast.isKnown)
    #expect(forecast.nextCharge == nil)
    #expect(forecast.turnOffDate == (try day("2026-12-04")))
    #expect(forecast.recommendedPayment == roubles(10_00))
  }

  @Test func amountsThatDoNotFitNeverTrap() throws {
    for balance in [Int64.min, -1, 0, .max] {
      for cycle in [ChargeCycle.calendarMonth, .everyDays(30), .anniversary(day: 31), .daily, .spread, .inAdvance] {
        let sample = Sample(
          cycle: cycle, fee: .max, next: "2026-11-30", balance: balance, credit: .max, creditUntil: "2026-12-24",
          services: [.max, .max])
        let forecast = try sample.forecast(on: "2026-11-21")
        #expect(forecast.needed(until: try day("2036-01-01")).minor >= 0)
        #expect(balance >= 0 || forecast.turnOffDate != nil)
      }
    }
  }

  @Test func theJSONFaceNamesItsMembersOnce() throws {
    let forecast = try Sample(balance: 0).forecast(on: "2026-11-21")
    #expect(
      forecast.json.text == """
        {"covered":false,"daysLeft":10,"known":true,"nextCharge":{"amount":{"currency":"RUB","minor":50000},\
        "date":"2026-12-01"},"paidUntil":"2026-11-30","recommendedPayment":{"currency":"RUB","minor":50000},\
        "turnOff":"2026-12-01"}
        """)
  }
}
