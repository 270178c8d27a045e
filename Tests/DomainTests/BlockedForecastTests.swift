import Testing

@testable import Domain

@Suite struct BlockedForecastTests {
  private func noFunds(since: String) throws -> Account.Block { .init(code: "no-funds", since: try day(since)) }

  struct Row: Sendable, CustomTestStringConvertible {
    let cycle: ChargeCycle
    /// What is taken on 2026-11-21 when the account comes back, with a fee of 300.00 and a balance of 100.00.
    let due: Int64
    /// The first day without service if exactly that is paid.
    let thenOff: String
    var testDescription: String { cycle.text }
  }

  private static let rows = [
    Row(cycle: .calendarMonth, due: 300_00, thenOff: "2026-12-01"),
    Row(cycle: .everyDays(30), due: 300_00, thenOff: "2026-12-21"),
    Row(cycle: .anniversary(day: 5), due: 300_00, thenOff: "2026-12-21"),
    Row(cycle: .daily, due: 300_00, thenOff: "2026-11-22"),
    Row(cycle: .spread, due: 10_00, thenOff: "2026-11-27"),
    Row(cycle: .inAdvance, due: 300_00, thenOff: "2026-12-01"),
  ]

  @Test(arguments: rows)
  func aBlockForLackOfMoneyEndsWithTheFeeOfItsCycle(row: Row) throws {
    // The fifth row's balance is 50.00: 10.00 a day carry it to the 25th; 0.01 more would be of no use.
    let balance: Int64 = row.cycle == .spread ? 60_00 : 100_00
    let sample = Sample(
      cycle: row.cycle, fee: 300_00, next: "2026-11-01", balance: balance, state: .blocked,
      block: try noFunds(since: "2026-11-01"))
    let forecast = try sample.forecast(on: "2026-11-21")
    let missing = max(0, row.due - balance)
    #expect(forecast.neededToUnblock == roubles(missing))
    #expect(forecast.nextCharge == Forecast.Charge(date: try day("2026-11-21"), amount: roubles(row.due)))
    #expect(forecast.turnOffDate == (try day("2026-11-01")))
    #expect(forecast.daysLeft == 0)
    let off = try day(row.thenOff)
    #expect(forecast.needed(until: off.adding(days: -1)) == roubles(missing))
    #expect(forecast.needed(until: off) > roubles(missing))
  }

  @Test func serviceInAdvanceRunsToTheMonthsEndBeforeItsBlock() throws {
    let sample = Sample(
      cycle: .inAdvance, fee: 300_00, next: "2026-11-30", balance: 100_00, state: .active,
      block: try noFunds(since: "2026-12-01"))
    let forecast = try sample.forecast(on: "2026-11-30")
    #expect(forecast.turnOffDate == (try day("2026-12-01")))
    #expect(forecast.daysLeft == 1)
    #expect(forecast.neededToUnblock == roubles(200_00))
    // Paid on the 30th it is December's fee; the next is due on December 31.
    #expect(forecast.needed(until: try day("2026-12-31")) == roubles(200_00))
    #expect(forecast.needed(until: try day("2027-01-01")) == roubles(500_00))
  }

  @Test func anAccountThatComesBackInAdvanceOnTheLastDayPaysTwoMonths() throws {
    let sample = Sample(
      cycle: .inAdvance, fee: 300_00, next: "2026-10-31", balance: 0, state: .blocked,
      block: try noFunds(since: "2026-11-01"))
    let forecast = try sample.forecast(on: "2026-11-30")
    #expect(forecast.neededToUnblock == roubles(300_00))
    #expect(forecast.needed(until: try day("2026-11-30")) == roubles(300_00))
    #expect(forecast.needed(until: try day("2026-12-01")) == roubles(600_00))
  }

  @Test(arguments: ["trust-payment-overdue", "credit-expired"])
  func aBlockForADebtEndsAtZeroAndMissedChargesAreNotMadeUp(code: String) throws {
    let sample = Sample(
      fee: 300_00, next: "2026-09-01", balance: -120_00, state: .blocked,
      block: .init(code: code, since: try day("2026-08-20")))
    let forecast = try sample.forecast(on: "2026-11-21")
    #expect(forecast.neededToUnblock == roubles(120_00))
    #expect(forecast.nextCharge?.date == (try day("2026-12-01")))
    #expect(forecast.needed(until: try day("2026-11-30")) == roubles(120_00))
    #expect(forecast.recommendedPayment == roubles(420_00))
  }

  @Test func periodsOfDaysGoOnInStepAfterADebt() throws {
    let sample = Sample(
      cycle: .everyDays(10), fee: 100_00, next: "2026-11-01", balance: -1, state: .blocked,
      block: .init(code: "trust-payment-overdue", since: try day("2026-10-30")))
    #expect(try sample.forecast(on: "2026-11-12").nextCharge?.date == day("2026-11-21"))
    #expect(try sample.forecast(on: "2026-11-11").nextCharge?.date == day("2026-11-11"))
  }

  @Test func moneyThatIsThereAlreadyNeedsNoPayment() throws {
    let sample = Sample(balance: 900_00, state: .blocked, block: try noFunds(since: "2026-11-01"))
    #expect(try sample.forecast(on: "2026-11-21").neededToUnblock == roubles(0))
  }

  @Test(arguments: ["by-office", "expired", "something-new"])
  func moneyDoesNotEndOtherBlocks(code: String) throws {
    let sample = Sample(balance: -20_00, state: .blocked, block: .init(code: code, since: try day("2026-11-01")))
    let forecast = try sample.forecast(on: "2026-11-21")
    #expect(forecast.neededToUnblock == nil)
    #expect(forecast.nextCharge == nil)
    #expect(forecast.turnOffDate == (try day("2026-11-01")))
    #expect(forecast.recommendedPayment == roubles(20_00))
  }

  @Test(arguments: [Account.State.held, .closed])
  func nothingIsChargedWhileHeldOrClosed(state: Account.State) throws {
    let forecast = try Sample(balance: 10_00, state: state).forecast(on: "2026-11-21")
    #expect(forecast.nextCharge == nil)
    #expect(forecast.turnOffDate == nil)
    #expect(forecast.recommendedPayment == roubles(0))
    #expect(try Sample(balance: -7, state: state).forecast(on: "2026-11-21").recommendedPayment == roubles(7))
  }

  @Test func aTrustPaymentHoldsToItsLastDay() throws {
    let trust = try Sample.trust(600_00, taken: "2026-11-20", until: "2026-11-23")
    let forecast = try Sample(balance: -100_00, credit: 600_00, trust: trust).forecast(on: "2026-11-21")
    #expect(forecast.turnOffDate == (try day("2026-11-24")))
    #expect(forecast.needed(until: try day("2026-11-23")) == roubles(0))
    #expect(forecast.needed(until: try day("2026-11-24")) == roubles(100_00))
    #expect(forecast.recommendedPayment == roubles(600_00))
  }

  @Test func aPaymentToZeroLosesTheCreditThatWouldHaveCarriedTheCharge() throws {
    let trust = try Sample.trust(500_00, taken: "2026-11-30", until: "2026-12-03")
    let sample = Sample(balance: -100_00, credit: 500_00, trust: trust)
    // 400.00 of credit are left for a fee of 500.00: 100.00 would do, but ends the trust payment, so 600.00 are due.
    #expect(try sample.forecast(on: "2026-11-30").needed(until: day("2026-12-01")) == roubles(600_00))
    let larger = try Sample.trust(550_00, taken: "2026-11-30", until: "2026-12-03")
    let other = Sample(balance: -100_00, credit: 550_00, trust: larger)
    #expect(try other.forecast(on: "2026-11-30").needed(until: day("2026-12-01")) == roubles(50_00))
  }

  @Test func aTrustPaymentTakenWithMoneyOnTheBalanceEndsTheNextDay() throws {
    let trust = try Sample.trust(500_00, taken: "2026-11-30", until: "2026-12-03")
    let forecast = try Sample(balance: 100_00, credit: 500_00, trust: trust).forecast(on: "2026-11-30")
    #expect(forecast.turnOffDate == (try day("2026-12-01")))
  }
}
