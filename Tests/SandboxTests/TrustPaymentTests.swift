import Domain
import JSON
import Testing

@testable import Sandbox

/// The life of a trust payment and of other credits.
struct TrustPaymentTests {
  private func blocked() throws -> Contract {
    var contract = Contract(
      utcOffset: 180, today: try date("2026-02-28"),
      terms: Contract.Terms(
        tariff: "t", name: "T", fee: 650_00, cycle: .calendarMonth, nextCharge: try date("2026-03-01")))
    contract.balance = 100_50
    contract.beginDay(try date("2026-03-01"))
    return contract
  }

  @Test func itGrantsWhatIsMissingWithItsFeeInWholeRoublesAndSwitchesOn() throws {
    var contract = try blocked()
    #expect(contract.isBlocked)
    // 650.00 + 10.00 - 100.50 = 559.50
    #expect(contract.trustGrant == 560_00)
    contract.takeTrustPayment(key: "k")
    #expect(!contract.isBlocked)
    #expect(contract.balance == 100_50 - 10_00 - 650_00)
    #expect(contract.trust?.until == (try date("2026-03-04")))
    #expect(contract.posted.map(\.kind) == [.fee, .charge])
  }

  @Test func unpaidItEndsInABlockOnTheDayAfterItsLast() throws {
    var contract = try blocked()
    contract.takeTrustPayment(key: nil)
    for day in ["2026-03-02", "2026-03-03", "2026-03-04"] { contract.beginDay(try date(day)) }
    #expect(!contract.isBlocked)
    contract.beginDay(try date("2026-03-05"))
    #expect(contract.block == Contract.Block(code: "trust-payment-overdue", since: try date("2026-03-05")))
    #expect(contract.credit == 0)
    contract.pay(559_49, method: "card", text: "", key: nil)
    #expect(contract.isBlocked)
    contract.pay(1, method: "card", text: "", key: nil)
    #expect(!contract.isBlocked)
    #expect(contract.terms.nextCharge == (try date("2026-04-01")))
  }

  @Test func aPaymentUpToZeroRepaysItAtOnce() throws {
    var contract = try blocked()
    contract.takeTrustPayment(key: nil)
    contract.pay(559_50, method: "card", text: "", key: nil)
    #expect(contract.trust?.state == .repaid)
    #expect(contract.credit == 0)
  }

  @Test func chargesThatFellDueInAnOverdueBlockAreNotMadeUp() throws {
    var contract = try blocked()
    contract.takeTrustPayment(key: nil)
    var day = try date("2026-03-02")
    while day <= (try date("2026-05-10")) {
      contract.beginDay(day)
      day = day.adding(days: 1)
    }
    contract.pay(600_00, method: "card", text: "", key: nil)
    #expect(contract.posted.filter { $0.kind == .charge }.count == 1)
    #expect(contract.terms.nextCharge == (try date("2026-06-01")))
  }

  @Test func aCreditThatEndsBlocksADebtorOnly() throws {
    var contract = try blocked()
    contract.ownCredit = Contract.Credit(amount: 600_00, until: try date("2026-03-20"))
    contract.resumeIfCovered()
    #expect(contract.balance == -549_50)
    for number in 2...20 { contract.beginDay(try #require(CivilDate(year: 2026, month: 3, day: number))) }
    #expect(!contract.isBlocked)
    contract.beginDay(try date("2026-03-21"))
    #expect(contract.block?.code == "credit-expired")
    #expect(contract.credit == 0)
  }

  @Test func onceInThirtyDaysAndNotWhileOneIsActive() throws {
    let client = try Client("100107")
    let check = try client.check(["action": "trust-payment"])
    #expect(check.eligibility.reasons.map(\.code) == ["trust-payment-active"])
    try client.order("pay-1", Client.pay(1000_00))
    try client.sandbox.advance(days: 1)
    let later = try client.check(["action": "trust-payment"])
    #expect(later.eligibility.reasons.map(\.code) == ["too-soon"])
    #expect(later.eligibility.availableFrom == (try date("2026-12-20")))
  }

  @Test func theBlockedAccountCanTakeItAndIsOnAtOnce() throws {
    let client = try Client("100106")
    let check = try client.check(["action": "trust-payment"])
    #expect(check.eligibility.available)
    #expect(check.fee == Int64(10_00).roubles)
    let done = try client.order("t-1", ["action": "trust-payment"], quote: check.quote)
    #expect(done["state"] == "done")
    let account = try client.account()
    #expect(account.state == .active)
    #expect(account.credit == check.grants)
    #expect(account.balance == check.after?.balance)
  }
}
