import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// The trust payment of userstats: eleven statuses, a dry run, and what a lost answer leaves behind.
@Suite struct UbillingCreditTests {
  private let system = UbillingSystem(inDebt: true)
  private let wire: FaultyWire
  private let provider: UbillingProvider

  init() throws {
    let address = Address(scheme: "https", host: "isp.example", port: nil, path: "")
    let wire = FaultyWire(system)
    let vault = MemoryVault()
    let system = system
    self.wire = wire
    provider = UbillingProvider(address: address, transport: wire, vault: vault, clock: { system.now })
    try UbillingSignIn(address: address, transport: wire, vault: vault).signIn(
      login: system.login, password: system.password)
  }

  private func answer(_ status: Int, term: String = "3", window: (Int, Int) = (1, 31)) -> String {
    #"""
    {"status":\#(status),"message":"m","fullmessage":"Так сказано","minday":"\#(window.0)","maxday":"\#(window.1)",
     "creditterm":"\#(term)","creditprice":"5","currency":"RUB","creditintro":""}
    """#
  }

  @Test func theDryRunTellsPriceAndTermAsFarAsItKnowsThem() throws {
    let check = try provider.check(.takeTrustPayment, for: "ivanov")
    #expect(check.eligibility == Eligibility(available: true) && check.fee == rubles("5"))
    // On success the last day of the window stands where the term should.
    #expect(check.termDays == nil && check.grants == nil)
    #expect(check.before?.balance == rubles("-120") && check.after?.balance == rubles("-125"))
    system.instead["creditor"] = answer(0, term: "3")
    #expect(try provider.check(.takeTrustPayment, for: "ivanov").termDays == 3)
    #expect(wire.requests.allSatisfy { $0.target.contains("justcheck") || !$0.target.contains("creditor") })
  }

  @Test(arguments: [
    (1, "trust-payment-off"), (2, "date-not-offered"), (3, "trust-payment-active"), (4, "on-hold"), (5, "not-needed"),
    (6, "debt-too-large"), (7, "provider-error"), (8, "tariff-not-allowed"), (9, "too-soon"), (10, "not-repaid"),
    (42, "ubilling-42"),
  ]) func eachStatusHasItsReason(_ status: Int, _ code: String) throws {
    system.instead["creditor"] = answer(status)
    let eligibility = try provider.check(.takeTrustPayment, for: "ivanov").eligibility
    let reason = try #require(eligibility.reasons.first)
    #expect(!eligibility.available && eligibility.active == (status == 3) && reason.code == code)
    #expect(reason.label.text(in: "en") != reason.label.text(in: "ru") || status == 42)
    #expect(reason.remedy != nil || status == 5 || status == 42)
    let sent = try intent(.takeTrustPayment, sentAt: system.now)
    let submission = provider.submit(sent, for: "ivanov")
    switch status {
    case 7, 42: #expect(submission == .unknown(.malformedAnswer))
    default: #expect(submission == .refused(reason))
    }
  }

  @Test func waitingHelpsFromTheNextWindowOn() throws {
    system.instead["creditor"] = answer(2, window: (25, 31))
    #expect(try provider.check(.takeTrustPayment, for: "ivanov").eligibility.availableFrom == CivilDate("2026-11-25"))
    system.instead["creditor"] = answer(2, window: (5, 10))
    #expect(try provider.check(.takeTrustPayment, for: "ivanov").eligibility.availableFrom == CivilDate("2026-12-05"))
    system.instead["creditor"] = answer(9, window: (1, 31))
    #expect(try provider.check(.takeTrustPayment, for: "ivanov").eligibility.availableFrom == CivilDate("2026-12-01"))
  }

  /// After a lost answer: the credit that the account shows, the status of a dry run, the age, what that proves.
  @Test(
    arguments: [
      (0, 0, 10, .unknown), (0, 0, 300, .notExecuted), (0, 0, 864_000, .notExecuted),
      (505, 3, 10, .done(reference: nil, link: nil)), (0, 9, 864_000, .done(reference: nil, link: nil)),
      (0, 10, 864_000, .done(reference: nil, link: nil)), (0, 5, 10, .unknown), (0, 5, 300, .notExecuted),
      (0, 5, 864_000, .unknown), (0, 1, 864_000, .unknown),
    ] as [(Int, Int, Int64, Settlement)])
  func aLostOneIsSettledByReading(_ credit: Int, _ status: Int, _ age: Int64, _ expected: Settlement) throws {
    let terms = try provider.check(.takeTrustPayment, for: "ivanov")
    let lost = try intent(.takeTrustPayment, terms: terms, sentAt: system.now)
    guard case .object(var members) = system.fact(nil) else { return }
    members["credit"] = .integer(Int64(credit))
    system.instead["user"] = JSON.object(members).text
    system.instead["creditor"] = answer(status)
    system.now = system.now.adding(seconds: age)
    wire.rearm()
    #expect(try provider.settle(lost, for: "ivanov") == expected)
    #expect(try provider.fence(lost, for: "ivanov") == expected)
    #expect(wire.requests.allSatisfy { $0.target.contains("justcheck") || !$0.target.contains("creditor") })
  }

  @Test func aModuleThatAnswersWithItsPageIsAMissingCapability() throws {
    system.instead["creditor"] = "<!doctype html><title>userstats</title>"
    #expect(throws: ProviderError.missing(.trustPayment)) { try provider.check(.takeTrustPayment, for: "ivanov") }
    #expect(provider.submit(try intent(.takeTrustPayment), for: "ivanov") == .unknown(.malformedAnswer))
  }

  @Test func aPaymentIsRecognisedByWhatCameAfterItsTerms() throws {
    let pay = Action.pay(amount: rubles("700.50"), method: "portmone")
    let check = try provider.check(pay, for: "ivanov")
    var sent = try intent(pay, body: provider.body(for: pay, terms: check), terms: check, sentAt: system.now)
    let link = "https://isp.example/openpayz/backend/portmone/?customer_id=1920679795"
    #expect(provider.submit(sent, for: "ivanov") == .accepted(link: link, retryAfter: nil))
    try sent.apply(.accepted, at: system.now, link: link)
    // One of the same amount was there before.
    #expect(try provider.settle(sent, for: "ivanov") == .accepted(link: link))
    system.payOnPage(rubles("100"))
    #expect(try provider.settle(sent, for: "ivanov") == .accepted(link: link))
    system.payOnPage(rubles("700.50"))
    guard case .done(let reference, link) = try provider.settle(sent, for: "ivanov") else {
      Issue.record("not recognised")
      return
    }
    #expect(reference != nil)
    system.instead["payments"] = "[]"
    #expect(try provider.settle(sent, for: "ivanov") == .accepted(link: link), "a cut history tells nothing")
    system.now = system.now.adding(seconds: 8 * 86_400)
    #expect(try provider.settle(sent, for: "ivanov") == .notExecuted)
  }
}
