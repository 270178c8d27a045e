import Domain
import JSON
import Testing

@testable import Sandbox

/// The accounts are what their description promises, and their ledgers add up.
struct PersonaTests {
  @Test func theDemoAccountIsOneChargeAwayFromTheTurnOff() throws {
    let account = try Client("100100").account()
    #expect(account.state == .active)
    #expect(account.balance == Int64(214_50).roubles)
    #expect(account.plan?.cycle == .calendarMonth)
    #expect(account.plan?.nextCharge == (try date("2026-12-01")))
    #expect(account.recommendedPayment == Int64(790_00).roubles)
  }

  @Test func theBlockedAccountMissedTheLastCharge() throws {
    let account = try Client("100106").account()
    #expect(account.state == .blocked)
    #expect(account.block == Account.Block(code: "no-funds", since: try date("2026-11-01")))
  }

  @Test func theTrustingAccountOwesAndIsOn() throws {
    let account = try Client("100107").account()
    #expect(account.state == .active)
    #expect(account.balance.isNegative)
    #expect(account.trustPayment?.state == .active)
    #expect(account.trustPayment?.until == (try date("2026-11-23")))
  }

  @Test(arguments: ["100101", "100102", "100103", "100104", "100105"])
  func theOthersAreActiveWithTenYearsOfHistory(number: String) throws {
    let client = try Client(number)
    let account = try client.account()
    #expect(account.state == .active)
    let book = try #require(client.sandbox.book(number))
    let first = try #require(book.postings.first)
    #expect(first.day <= (try date("2017-01-31")))
    #expect(book.postings.count > 100)
  }

  @Test(arguments: Persona.all(entries: 700).map(\.number))
  func everyLedgerAddsUpFromZeroInTheOrderOfTime(number: String) throws {
    let sandbox = Sandbox.inMemory(seed: 3, entries: 700, start: noon, clock: { noon })
    let book = try #require(sandbox.book(number))
    var balance: Int64 = 0
    var time = Timestamp(seconds: 0)
    for posting in book.postings {
      balance += posting.amount
      try #require(posting.balance == balance)
      try #require(posting.time >= time)
      try #require(posting.day == posting.time.date(utcOffset: book.persona.utcOffset))
      time = posting.time
    }
    #expect(balance == book.contract.balance)
    #expect(time <= noon)
  }

  @Test func theLargeLedgerHasExactlyTheLengthAskedFor() throws {
    let sandbox = Sandbox.inMemory(seed: 1, entries: 100_000, start: noon, clock: { noon })
    #expect(sandbox.book("100108")?.postings.count == 100_000)
  }

  @Test func theSameSeedMakesTheSameHistory() throws {
    let one = try #require(Sandbox.inMemory(seed: 5, start: noon, clock: { noon }).book("100101"))
    let two = try #require(Sandbox.inMemory(seed: 5, start: noon, clock: { noon }).book("100101"))
    let other = try #require(Sandbox.inMemory(seed: 6, start: noon, clock: { noon }).book("100101"))
    #expect(one.postings == two.postings)
    #expect(one.postings != other.postings)
  }
}
