import Domain
import Testing

@testable import Sandbox

/// A year of each cycle, against sums and days worked out by hand from the calendar of 2026.
struct CycleTests {
  private func contract(
    _ cycle: ChargeCycle, fee: Int64, first: String, balance: Int64, discount: Int64 = 0
  ) throws -> Contract {
    let day = try date("2025-12-31")
    var contract = Contract(
      utcOffset: 180, today: day,
      terms: Contract.Terms(tariff: "t", name: "T", fee: fee, cycle: cycle, nextCharge: try date(first)))
    contract.balance = balance
    contract.discountPercent = discount
    return contract
  }

  /// The days on which something was charged in 2026, and what.
  private func year(_ contract: inout Contract, pay: [String: Int64] = [:]) throws -> [(day: String, sum: Int64)] {
    var day = try date("2026-01-01")
    while day.year == 2026 {
      contract.beginDay(day)
      if let sum = pay[day.text] { contract.pay(sum, method: "card", text: "", key: nil) }
      day = day.adding(days: 1)
    }
    return contract.posted.filter { $0.kind == .charge }.map { ($0.day.text, -$0.amount) }
  }

  @Test func calendarMonthChargesTheWholeFeeOnEachFirst() throws {
    var contract = try contract(.calendarMonth, fee: 650_00, first: "2026-01-01", balance: 7800_00)
    let charges = try year(&contract)
    #expect(charges.map(\.day) == (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)-01" })
    #expect(contract.balance == 0)
    #expect(contract.terms.nextCharge == (try date("2027-01-01")))
  }

  @Test func everyThirtyDaysChargesTwelveTimesAndOnceMore() throws {
    var contract = try contract(.everyDays(30), fee: 500_00, first: "2026-01-01", balance: 10_000_00)
    let days = try year(&contract).map(\.day)
    #expect(
      days == [
        "2026-01-01", "2026-01-31", "2026-03-02", "2026-04-01", "2026-05-01", "2026-05-31", "2026-06-30", "2026-07-30",
        "2026-08-29", "2026-09-28", "2026-10-28", "2026-11-27", "2026-12-27",
      ])
  }

  @Test func theThirtyFirstIsTheLastDayOfShortMonths() throws {
    var contract = try contract(.anniversary(day: 31), fee: 100_00, first: "2026-01-31", balance: 10_000_00)
    let days = try year(&contract).map(\.day)
    #expect(
      days == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
        "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31",
      ])
  }

  @Test func dailyChargesTheFeeEachDay() throws {
    var contract = try contract(.daily, fee: 19_00, first: "2026-01-01", balance: 365 * 19_00)
    #expect(try year(&contract).count == 365)
    #expect(contract.balance == 0)
    #expect(contract.block == nil)
  }

  @Test func spreadPartsSumToTheFeeInEachMonth() throws {
    var contract = try contract(.spread, fee: 655_00, first: "2026-01-01", balance: 20_000_00, discount: 10)
    let charges = try year(&contract)
    #expect(charges.count == 365)
    // 655.00 less ten percent is 589.50; in January round(58950/31) is 19.02, in February round(58950/28) is 21.05.
    #expect(charges[0].sum == 19_02)
    #expect(charges[31].sum == 21_05)
    for month in 1...12 {
      let prefix = "2026-\(month < 10 ? "0" : "")\(month)"
      #expect(charges.filter { $0.day.hasPrefix(prefix) }.reduce(0) { $0 + $1.sum } == 589_50)
    }
  }

  @Test func inAdvanceChargesOnTheLastDayForTheNextMonth() throws {
    var contract = try contract(.inAdvance, fee: 450_00, first: "2026-01-31", balance: 450_00 * 12)
    let days = try year(&contract).map(\.day)
    #expect(days.first == "2026-01-31")
    #expect(days[1] == "2026-02-28")
    #expect(days.last == "2026-12-31")
    #expect(days.count == 12)
  }

  @Test func halfAKopeckOfADiscountIsRoundedUp() throws {
    var contract = try contract(.calendarMonth, fee: 33_33, first: "2026-01-01", balance: 10_000_00, discount: 50)
    #expect(try year(&contract).first?.sum == 16_67)
  }

  @Test func nothingIsChargedWithoutTheWholeSumAndThePeriodBeginsWithThePayment() throws {
    var contract = try contract(.calendarMonth, fee: 650_00, first: "2026-01-01", balance: 649_99)
    let charges = try year(&contract, pay: ["2026-01-15": 1])
    #expect(charges.map(\.day) == ["2026-01-15"])
    #expect(contract.balance == 0)
    #expect(contract.block == Contract.Block(code: "no-funds", since: try date("2026-02-01")))
  }

  @Test func aRestartMovesPeriodsOfDaysAndAnniversaries() throws {
    var days = try contract(.everyDays(30), fee: 100_00, first: "2026-01-01", balance: 0)
    #expect(try year(&days, pay: ["2026-01-11": 200_00]).map(\.day) == ["2026-01-11", "2026-02-10"])
    var months = try contract(.anniversary(day: 31), fee: 100_00, first: "2026-01-31", balance: 0)
    #expect(try year(&months, pay: ["2026-02-10": 200_00]).map(\.day) == ["2026-02-10", "2026-03-10"])
  }

  @Test func inAdvanceTheServiceRunsToTheMonthsEnd() throws {
    var contract = try contract(.inAdvance, fee: 450_00, first: "2026-01-31", balance: 0)
    contract.beginDay(try date("2026-01-31"))
    #expect(contract.block?.since == (try date("2026-02-01")))
    #expect(!contract.isBlocked)
    contract.pay(450_00, method: "card", text: "", key: nil)
    #expect(contract.block == nil)
    #expect(contract.terms.nextCharge == (try date("2026-02-28")))
  }

  @Test func inAdvanceALateComerPaysTheMonthThatRunsAndThenTheNext() throws {
    var contract = try contract(.inAdvance, fee: 450_00, first: "2026-01-31", balance: 0)
    let charges = try year(&contract, pay: ["2026-02-10": 900_00])
    #expect(charges.map(\.day) == ["2026-02-10", "2026-02-28"])
  }

  @Test func prepaidMonthsTakeTheServicesOnly() throws {
    var contract = try contract(.calendarMonth, fee: 650_00, first: "2026-01-01", balance: 3000_00)
    contract.services = [ServiceCatalogue.service("antivirus", since: contract.today)]
    contract.prepaidUntil = try date("2026-02-28")
    let charges = try year(&contract)
    #expect(charges.prefix(4).map(\.sum) == [99_00, 99_00, 650_00, 99_00])
  }
}
