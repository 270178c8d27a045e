import Domain
import Platform
import Testing

@testable import Store

private let moment = Timestamp(seconds: 1_790_000_000)

private func rule(_ name: String = "main", below: Int64 = 100) -> AutopayRule {
  let money = { Money(minor: $0, currency: .rub) }
  return AutopayRule(
    name: name, account: "1001",
    payment: AutopayRule.Payment(
      trigger: .below(money(below)), amount: .fixed(money(5)), method: nil, paymentCap: money(5), monthCap: money(10)),
    since: CivilDate(dayNumber: 20_000))
}

private func claim(_ number: Int = 1, on day: Timestamp = moment) -> AutopayClaim {
  let date = day.date(utcOffset: 0)
  let intent = Intent(
    key: "auto-x-main-\(date.text)-\(number)", account: "1001",
    action: .pay(amount: Money(minor: 5, currency: .rub), method: nil), body: "{}", terms: nil, created: day)
  return AutopayClaim(
    rule: "main", slot: AutopayClaim.Slot(period: date.text, number: number), on: date, intent: intent)
}

@Suite struct AutopayStoreTests {
  @Test func aRuleIsKeptAndReplaced() throws {
    let store = TemporaryStore()
    let writer = try store.writer()
    #expect(try writer.reader.autopayRules(of: "1001") == [])
    try writer.save(rule())
    try writer.save(rule("other"))
    try writer.save(rule(below: 7))
    #expect(try store.reader().autopayRules(of: "1001") == [rule(below: 7), rule("other")])
    #expect(try store.reader().autopayRules(of: "1002") == [])
  }

  @Test func aDamagedRuleIsAnErrorAndNotAbsent() throws {
    let store = TemporaryStore()
    try store.writer().save(rule())
    try store.directory().replace("autopay/1001/main.json", with: Array("{}\n".utf8))
    #expect(throws: StoreError.self) { try store.reader().autopayRules(of: "1001") }
  }

  @Test func ofTwoClaimsOfASlotOneIsMade() throws {
    let store = TemporaryStore()
    let writer = try store.writer()
    #expect(try writer.claim(claim())?.key == claim().intent.key)
    #expect(try writer.claim(claim()) == nil)
    let attempts = try store.reader().autopayAttempts("main", of: "1001")
    #expect(attempts.map(\.claim) == [claim()])
    #expect(attempts.first?.intent.state == .queued)
  }

  @Test func aClaimWhoseIntentWasNeverMadeIsSettledAndNotSentOnTrust() throws {
    let store = TemporaryStore()
    let writer = try store.writer()
    _ = try writer.claim(claim())
    try store.directory().remove("intents/\(claim().intent.key).json")
    try writer.mendClaims(at: moment.adding(seconds: 60))
    let made = try #require(try store.reader().intent(claim().intent.key))
    #expect(made.state == .unknown)
    #expect(made.body == claim().intent.body)
    try writer.mendClaims(at: moment.adding(seconds: 90))
    #expect(try store.reader().intent(claim().intent.key) == made)
  }

  @Test func aClaimOfLongAgoIsLeftToTheDoctor() throws {
    let store = TemporaryStore()
    let writer = try store.writer()
    _ = try writer.claim(claim())
    try store.directory().remove("intents/\(claim().intent.key).json")
    try writer.mendClaims(at: moment.adding(seconds: 200 * 86_400))
    #expect(try store.reader().intent(claim().intent.key) == nil)
  }

  @Test func anUnreadableClaimStopsItsRuleAndNothingElse() throws {
    let store = TemporaryStore()
    let writer = try store.writer()
    _ = try writer.claim(claim())
    let path = "autopay/1001/claims/main/\(claim().slot.name).json"
    try store.directory().replace(path, with: Array("{}\n".utf8))
    try writer.mendClaims(at: moment)
    #expect(throws: StoreError.self) { try store.reader().autopayAttempts("main", of: "1001") }
  }
}
