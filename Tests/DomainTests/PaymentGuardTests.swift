import Testing

@testable import Domain

@Suite struct PaymentGuardTests {
  private let now = Timestamp(seconds: 1_795_000_000)

  private func intent(_ action: Action, _ events: [Intent.Event], secondsAgo: Int64) throws -> Intent {
    let at = now.adding(seconds: -secondsAgo)
    var intent = Intent(key: "k", account: "1", action: action, body: "{}", terms: nil, created: at)
    for event in events { try intent.apply(event, at: at) }
    return intent
  }

  private func pay(_ minor: Int64, method: String? = nil) -> Action { .pay(amount: roubles(minor), method: method) }

  @Test func withoutAnythingEarlierAPaymentIsAllowed() {
    #expect(PaymentGuard.verdict(on: pay(500_00), intents: [], now: now) == .allowed)
  }

  @Test(arguments: [[], [.take], [.take, .accepted], [.take, .lost], [.take, .lost, .cancel]] as [[Intent.Event]])
  func anUnsettledMoneyIntentStandsInTheWayWhateverItsAmount(events: [Intent.Event]) throws {
    let open = try intent(pay(1), events, secondsAgo: 90_000)
    #expect(PaymentGuard.verdict(on: pay(500_00), intents: [open], now: now) == .unsettled(open))
    #expect(PaymentGuard.verdict(on: .takeTrustPayment, intents: [open], now: now) == .unsettled(open))
  }

  @Test func cancellingATariffChangeIsNeverGuarded() throws {
    let open = try intent(pay(1), [.take], secondsAgo: 5)
    #expect(PaymentGuard.verdict(on: .cancelTariffChange, intents: [open], now: now) == .allowed)
    let cancel = try intent(.cancelTariffChange, [.take], secondsAgo: 5)
    #expect(PaymentGuard.verdict(on: pay(1), intents: [cancel], now: now) == .allowed)
  }

  @Test(arguments: [(0, true), (599, true), (600, true), (601, false), (-3600, true)] as [(Int64, Bool)])
  func theSameAmountWithinTenMinutesIsARepetition(secondsAgo: Int64, isRepeated: Bool) throws {
    let done = try intent(pay(500_00, method: "card"), [.take, .done], secondsAgo: secondsAgo)
    let verdict = PaymentGuard.verdict(on: pay(500_00, method: "sbp"), intents: [done], now: now)
    #expect(verdict == (isRepeated ? .repeated(done, secondsAgo: max(0, secondsAgo)) : .allowed))
    #expect(PaymentGuard.verdict(on: pay(500_01), intents: [done], now: now) == .allowed)
  }

  @Test func theLatestRepetitionIsTheOneShown() throws {
    let older = try intent(pay(5), [.take, .done], secondsAgo: 500)
    let newer = try intent(pay(5), [.take, .done], secondsAgo: 20)
    #expect(PaymentGuard.verdict(on: pay(5), intents: [older, newer], now: now) == .repeated(newer, secondsAgo: 20))
  }

  @Test(arguments: [[.take, .refused], [.expire], [.cancel], [.take, .lost, .notExecuted]] as [[Intent.Event]])
  func whatHadNoEffectMayBeRepeatedAtOnce(events: [Intent.Event]) throws {
    let over = try intent(pay(5), events, secondsAgo: 1)
    #expect(PaymentGuard.verdict(on: pay(5), intents: [over], now: now) == .allowed)
  }
}

@Suite struct IntentKeyTests {
  @Test(arguments: ["a", "0192f0c5-7e4b-7c1e-8f00-3a5d1c2b4e6f", "autopay_2026-11", String(repeating: "Z", count: 64)])
  func aKeyOfTheRightFormIsValid(key: String) throws {
    #expect(IntentKey.isValid(key))
    try IntentKey.check(key)
  }

  @Test func eachFlawIsNamed() {
    #expect(throws: IntentKey.Flaw.empty) { try IntentKey.check("") }
    #expect(throws: IntentKey.Flaw.tooLong(count: 65)) { try IntentKey.check(String(repeating: "a", count: 65)) }
    for (key, bad) in [("a b", " "), ("../x", "."), ("ключ", "к"), ("a\r\n", "\r\n"), ("e\u{301}", "e\u{301}")] {
      #expect(throws: IntentKey.Flaw.badCharacter(Character(bad))) { try IntentKey.check(key) }
    }
  }
}

@Suite struct CardNumberTests {
  @Test(arguments: [
    "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "pay 5555 5555 5555 4444 now", "378282246310005",
    "4222222222222", "6304000000000000000", "4111\u{A0}1111\u{A0}1111\u{A0}1111", "4111 1111 1111 1111 12/27 123",
    "٤١١١١١١١١١١١١١١١", "x4111111111111111y", "500 4111111111111111",
  ])
  func aCardNumberIsFoundHoweverItIsTyped(text: String) {
    #expect(CardNumber.isFound(in: text))
  }

  @Test(arguments: [
    "", "500", "1 234,50", "4111111111111112", "411111111111", "0000000000000000", "+7 (999) 123-45-67",
    "2026-11-21T09:00:00Z", "41111111111111110000", "4111,1111,1111,1111",
  ])
  func whatIsNoCardNumberPasses(text: String) {
    #expect(!CardNumber.isFound(in: text))
  }
}
