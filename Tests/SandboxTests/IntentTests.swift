import Domain
import JSON
import Provider
import Testing

@testable import Sandbox

/// At most once: a key and its effect are one.
struct IntentTests {
  @Test func aRepeatedOrderHasOneEffectAndOneAnswer() throws {
    let client = try Client("100100")
    let first = try client.order("k-1", Client.pay(500_00))
    let entries = client.sandbox.book("100100")?.postings.count
    for _ in 0..<3 { #expect(try client.order("k-1", Client.pay(500_00)) == first) }
    #expect(client.sandbox.book("100100")?.postings.count == entries)
    #expect(try client.call("GET", "/v1/accounts/100100/intents/k-1") == first)
    #expect(try client.account().balance == Int64(714_50).roubles)
  }

  @Test func theReferenceIsTheLedgerEntryWithTheKey() throws {
    let client = try Client("100100")
    let done = try client.order("k-1", Client.pay(500_00))
    let lines = try #require(try client.feed())
    let line = try #require(lines.first { $0["id"] == done["reference"] })
    let entry = try LedgerEntry(json: try #require(line["data"]))
    #expect(entry.key == "k-1")
    #expect(entry.kind == .payment)
    #expect(entry.amount == Int64(500_00).roubles)
  }

  @Test func anotherBodyUnderAKnownKeyIsRefused() throws {
    let client = try Client("100100")
    try client.order("k-1", Client.pay(500_00))
    let problem = try client.order("k-1", Client.pay(501_00), status: 422)
    #expect(problem["code"] == "key-reused")
  }

  @Test func aRejectionStaysWhenTheAccountCouldPayLater() throws {
    let client = try Client("100106")
    let action: JSON = ["action": "tariff-switch", "tariff": "home-300", "when": "next-period"]
    let rejected = try client.order("k-1", action)
    #expect(rejected["reason"]?["code"] == "blocked")
    try client.order("k-2", Client.pay(5000_00))
    #expect(try client.order("k-1", action) == rejected)
    #expect(try client.order("k-3", action)["state"] == "done")
  }

  @Test func aFencedKeyIsNeverDone() throws {
    let client = try Client("100100")
    _ = try client.call("GET", "/v1/accounts/100100/intents/k-1", status: 404)
    #expect(try client.call("DELETE", "/v1/accounts/100100/intents/k-1")["state"] == "fenced")
    #expect(try client.order("k-1", Client.pay(500_00))["state"] == "fenced")
    #expect(try client.account().balance == Int64(214_50).roubles)
  }

  @Test func whatWasDoneCannotBeFenced() throws {
    let client = try Client("100100")
    let done = try client.order("k-1", Client.pay(500_00))
    #expect(try client.call("DELETE", "/v1/accounts/100100/intents/k-1") == done)
  }

  @Test func aLinkIsPaidOnceByThePersonAndThenDone() throws {
    let client = try Client("100100")
    let accepted = try client.order("k-1", Client.pay(500_00, method: "sbp"), status: 202)
    #expect(accepted["state"] == "accepted")
    let link = try #require(accepted["link"]?.string)
    #expect(try client.account().balance == Int64(214_50).roubles)
    for _ in 0..<2 {
      let page = try client.response(Request("POST", link))
      #expect(String(decoding: page.body, as: UTF8.self).contains("Оплачено"))
    }
    #expect(try client.call("GET", "/v1/accounts/100100/intents/k-1")["state"] == "done")
    #expect(try client.account().balance == Int64(714_50).roubles)
  }

  @Test func anUnpaidLinkCanBeFencedAndIsThenDead() throws {
    let client = try Client("100100")
    let link = try #require(
      try client.order("k-1", Client.pay(500_00, method: "sbp"), status: 202)["link"]?.string)
    #expect(try client.call("DELETE", "/v1/accounts/100100/intents/k-1")["state"] == "fenced")
    _ = try client.response(Request("POST", link))
    #expect(try client.account().balance == Int64(214_50).roubles)
  }

  @Test func aQuoteBindsTheTermsAndExpires() throws {
    let client = try Client("100106")
    let action: JSON = ["action": "trust-payment"]
    let quote = try #require(try client.check(action).quote)
    try client.order("p-1", Client.pay(10_00))
    #expect(try client.order("k-1", action, quote: quote)["reason"]?["code"] == "terms-changed")
    let fresh = try #require(try client.check(action).quote)
    try client.sandbox.advance(hours: 1)
    #expect(try client.order("k-2", action, quote: fresh)["reason"]?["code"] == "terms-changed")
    #expect(try client.order("k-3", action, quote: "q1-nonsense")["reason"]?["code"] == "terms-changed")
  }

  @Test func aCheckChangesNothing() throws {
    let client = try Client("100100")
    let before = try client.account()
    for action in [Client.pay(500_00), ["action": "trust-payment"], ["action": "tariff-cancel"]] as [JSON] {
      _ = try client.check(action)
    }
    #expect(try client.account() == before)
  }

  private static let nonsense: [(JSON, String)] = [
    (Client.pay(0), "amount-not-positive"), (Client.pay(-500), "amount-not-positive"),
    (Client.pay(9_99), "amount-out-of-range"), (Client.pay(15_000_01), "amount-out-of-range"),
    (Client.pay(500_00, method: "cheque"), "method-unknown"),
    (["action": "pay", "amount": ["currency": "USD", "minor": 500]], "currency"),
    (["action": "tariff-switch", "tariff": "nope", "when": "now"], "tariff-unknown"),
    (["action": "tariff-cancel"], "no-change-scheduled"),
  ]

  @Test(arguments: nonsense)
  func nonsenseIsUnavailableWithAReason(action: JSON, code: String) throws {
    let client = try Client("100100")
    #expect(try client.check(action).eligibility.reasons.map(\.code) == [code])
    #expect(try client.order("k-1", action)["reason"]?["code"] == .string(code))
  }

  @Test func anotherLoginsAccountDoesNotExist() throws {
    let client = try Client("100101")
    let problem = try client.call("GET", "/v1/accounts/100100/intents/k", status: 404)
    #expect(problem["code"] == "account-unknown")
  }
}
