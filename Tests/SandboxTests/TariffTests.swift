import Domain
import JSON
import Testing

@testable import Sandbox

/// Tariffs: who can have which, and what a change does.
struct TariffTests {
  private static let next: JSON = ["action": "tariff-switch", "tariff": "home-500", "when": "next-period"]

  @Test(arguments: [
    ("home-300", "current"), ("giga", "address"), ("social-50", "papers-needed"), ("promo-500", "not-yet"),
    ("retro-60", "archived"), ("home-300-tv", "service-included"),
  ])
  func eachTariffThatCannotBeHadSaysWhy(id: String, code: String) throws {
    let client = try Client("100100")
    let lines = try #require(try client.feed())
    let tariffs = try lines.filter { $0["type"] == "tariff" }.map { try Tariff(json: try #require($0["data"])) }
    let tariff = try #require(tariffs.first { $0.id == id })
    #expect(tariff.eligibility.reasons.map(\.code) == [code])
  }

  @Test func whereFibreIsTheAddressIsNoReason() throws {
    let check = try Client("100102").check(["action": "tariff-switch", "tariff": "giga-game", "when": "next-period"])
    #expect(check.eligibility.reasons.map(\.code) == ["service-included", "debt"])
  }

  @Test func aSeasonalOfferCanBeHadFromItsDay() throws {
    let client = try Client("100101")
    let action: JSON = ["action": "tariff-switch", "tariff": "promo-500", "when": "next-period"]
    #expect(try client.check(action).eligibility.availableFrom == (try date("2026-12-11")))
    try client.sandbox.advance(days: 20)
    let check = try client.check(action)
    #expect(check.eligibility.available)
  }

  @Test func theNextPeriodBringsThePlannedTariffAndItsFee() throws {
    let client = try Client("100100")
    let check = try client.check(TariffTests.next)
    #expect(check.effectiveOn == (try date("2026-12-01")))
    #expect(check.fee == Int64(0).roubles)
    #expect(check.after?.periodFee == Int64(850_00 + 250_00 + 99_00).roubles)
    try client.order("s-1", TariffTests.next, quote: check.quote)
    try client.order("p-1", Client.pay(2000_00))
    try client.sandbox.advance(days: 10)
    let account = try client.account()
    #expect(account.tariffID == "home-500")
    #expect(account.scheduledChange == nil)
    #expect(account.balance == Int64(214_50 + 2000_00 - 1199_00).roubles)
  }

  @Test func aPlannedChangeStandsInTheWayOfAnotherUntilItIsCancelled() throws {
    let client = try Client("100105")
    let codes = try client.check(TariffTests.next).eligibility.reasons.map(\.code)
    #expect(codes == ["change-already-scheduled"])
    #expect(try client.order("c-1", ["action": "tariff-cancel"])["state"] == "done")
    #expect(try client.check(TariffTests.next).eligibility.available)
  }

  @Test func aChangeAtOnceCostsAHundredOnceAMonth() throws {
    let client = try Client("100100")
    let now: JSON = ["action": "tariff-switch", "tariff": "home-100", "when": "now"]
    #expect(try client.check(now).fee == Int64(100_00).roubles)
    try client.order("s-1", now)
    #expect(try client.account().balance == Int64(114_50).roubles)
    let again = try client.check(["action": "tariff-switch", "tariff": "home-500", "when": "now"])
    #expect(again.eligibility.reasons.map(\.code) == ["once-a-month"])
  }
}
