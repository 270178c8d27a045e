import Testing

@testable import Domain

/// What a rule decides, input by input.
@Suite struct AutopayDecisionTests {
  private static let identity = "0123456789abcdef"

  private func account(_ balance: Int64, state: Account.State = .active) throws -> Account {
    Account(
      id: "1", number: "1", holder: Account.Holder(name: "x"), utcOffset: 180, state: state, balance: roubles(balance),
      credit: roubles(0), asOf: Timestamp(seconds: 0))
  }

  private func rule(
    _ trigger: AutopayRule.Trigger = .below(roubles(100_00)), _ amount: AutopayRule.Amount = .fixed(roubles(500_00)),
    paymentCap: Int64 = 500_00, monthCap: Int64 = 1000_00, trust: Bool = false, until: String? = nil,
    since: String = "2026-01-01", stop: AutopayRule.Stop? = nil
  ) throws -> AutopayRule {
    AutopayRule(
      name: "main", account: "a",
      payment: AutopayRule.Payment(
        trigger: trigger, amount: amount, method: nil, paymentCap: roubles(paymentCap), monthCap: roubles(monthCap)),
      takesTrustPayment: trust, enabledUntil: try until.map { try day($0) }, since: try day(since), stop: stop)
  }

  private func attempt(
    _ on: String, period: String? = nil, number: Int = 1, _ events: [Intent.Event], amount: Int64 = 500_00
  ) throws -> AutopayAttempt {
    let slot = AutopayClaim.Slot(period: period ?? on, number: number)
    let prefix = AutopayClaim.keyPrefix(identity: Self.identity, rule: "main", period: slot.period)
    let made = Intent(
      key: prefix + String(number), account: "a", action: .pay(amount: roubles(amount), method: nil), body: "",
      terms: nil, created: Timestamp(startOf: try day(on), utcOffset: 180))
    var intent = made
    for event in events { try intent.apply(event, at: intent.created) }
    return AutopayAttempt(
      claim: AutopayClaim(rule: "main", slot: slot, on: try day(on), intent: made), intent: intent)
  }

  private func verdict(
    _ rule: AutopayRule, balance: Int64 = 50_00, today: String = "2026-11-21", turnOff: String? = nil,
    attempts: [AutopayAttempt] = [], unsettled: [Intent] = [], paid: Set<String>? = [], state: Account.State = .active
  ) throws -> AutopayDecision.Verdict {
    AutopayDecision(
      rule,
      AutopayDecision.Facts(
        account: try account(balance, state: state), today: try day(today), turnOff: try turnOff.map { try day($0) },
        attempts: attempts, unsettled: unsettled, paid: try paid.map { try entries($0, on: today) },
        identity: Self.identity)
    ).verdict
  }

  private func entries(_ keys: Set<String>, on date: String) throws -> [String: LedgerEntry] {
    let date = try day(date)
    return Dictionary(
      uniqueKeysWithValues: keys.map { key in
        let entry = LedgerEntry(
          id: key, time: Timestamp(startOf: date, utcOffset: 180), date: date, kind: .payment, amount: roubles(500_00),
          balance: roubles(0), text: "", key: key)
        return (key, entry)
      })
  }

  private func pay(_ minor: Int64, _ period: String, _ number: Int = 1) -> AutopayDecision.Verdict {
    .pay(roubles(minor), AutopayClaim.Slot(period: period, number: number))
  }

  @Test func belowItsBalanceItPaysForTheDay() throws {
    #expect(try verdict(rule()) == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule(), balance: 100_00) == .nothing(.notDue))
  }

  @Test func aDayOfTheMonthIsPaidOnceFromThatDayOnAndNotMadeUp() throws {
    let rule = try rule(.dayOfMonth(5))
    #expect(try verdict(rule, today: "2026-11-04") == .nothing(.notDue))
    #expect(try verdict(rule, today: "2026-11-05") == pay(500_00, "2026-11"))
    #expect(try verdict(rule, today: "2026-11-21") == pay(500_00, "2026-11"))
    let paid = try attempt("2026-11-05", period: "2026-11", [.take, .done])
    #expect(
      try verdict(rule, attempts: [paid], paid: [paid.intent.key]) == .nothing(.alreadyPaid(key: paid.intent.key)))
    #expect(try verdict(rule, today: "2026-12-04", attempts: [paid]) == .nothing(.notDue))
    #expect(try verdict(self.rule(.dayOfMonth(5), since: "2026-11-06")) == .nothing(.notDue))
    #expect(try verdict(self.rule(.dayOfMonth(31)), today: "2026-11-29") == .nothing(.notDue))
    #expect(try verdict(self.rule(.dayOfMonth(31)), today: "2026-11-30") == pay(500_00, "2026-11"))
    #expect(try verdict(self.rule(.dayOfMonth(30)), today: "2027-02-28") == pay(500_00, "2027-02"))
  }

  @Test func daysBeforeTheTurnOffAreCounted() throws {
    let rule = try rule(.daysBeforeTurnOff(2))
    #expect(try verdict(rule, turnOff: "2026-11-24") == .nothing(.notDue))
    #expect(try verdict(rule, turnOff: "2026-11-23") == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule, turnOff: "2026-11-01") == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule) == .nothing(.notDue))
    #expect(try verdict(rule, turnOff: "2026-11-23", state: .held) == .nothing(.notDue))
  }

  @Test func upToATargetPaysWhatIsMissingWithinTheCap() throws {
    let rule = try rule(.below(roubles(100_00)), .upTo(roubles(300_00)), paymentCap: 260_00)
    #expect(try verdict(rule, balance: 50_00) == pay(250_00, "2026-11-21"))
    #expect(try verdict(rule, balance: -900_00) == pay(260_00, "2026-11-21"))
    let reached = try self.rule(.dayOfMonth(1), .upTo(roubles(300_00)), paymentCap: 260_00)
    #expect(try verdict(reached, balance: 300_00) == .nothing(.enough))
  }

  @Test(
    arguments: [
      ([.take, .lost], true), ([.take, .accepted], true), ([.take, .lost, .cancel], true), ([.take, .refused], false),
      ([.expire], false), ([.cancel], false), ([.take, .lost, .notExecuted], false), ([.take, .done], true),
    ] as [([Intent.Event], Bool)])
  func theMonthCapCountsAllThatMayHaveCost(_ events: [Intent.Event], counts: Bool) throws {
    let earlier = try attempt("2026-11-10", events)
    let rule = try rule(monthCap: 900_00)
    let verdict = try verdict(rule, attempts: [earlier], paid: [earlier.intent.key])
    #expect(verdict == (counts ? .nothing(.overMonthCap) : pay(500_00, "2026-11-21")))
    #expect(try self.verdict(rule, today: "2026-12-01", attempts: [earlier]) == pay(500_00, "2026-12-01"))
  }

  @Test func feesCountAgainstBothCaps() throws {
    let decision = AutopayDecision(
      try rule(paymentCap: 510_00, monthCap: 1000_00),
      AutopayDecision.Facts(
        account: try account(0), today: try day("2026-11-21"), turnOff: nil,
        attempts: [try attempt("2026-11-20", [.take, .done], amount: 480_00)], unsettled: [], paid: nil,
        identity: Self.identity))
    #expect(decision.allows(roubles(500_00), fee: roubles(10_00)))
    #expect(!decision.allows(roubles(500_00), fee: roubles(10_01)))
    #expect(!decision.allows(roubles(505_00), fee: roubles(16_00)))
    #expect(!decision.allows(roubles(.max), fee: roubles(1)))
  }

  @Test func aRefusalIsFollowedByAnotherTryOnTheNextDayWithTheNextNumber() throws {
    let rule = try rule(.dayOfMonth(5), monthCap: 500_00)
    let refused = try attempt("2026-11-21", period: "2026-11", [.take, .refused])
    #expect(try verdict(rule, attempts: [refused]) == .nothing(.declined(next: try day("2026-11-22"))))
    #expect(try verdict(rule, today: "2026-11-22", attempts: [refused]) == pay(500_00, "2026-11", 2))
  }

  @Test func whatWasNotSentInTimeOrTakenBackClosesItsPeriod() throws {
    for events in [[.expire], [.cancel], [.take, .lost, .cancel, .fenced]] as [[Intent.Event]] {
      let given = try attempt("2026-11-21", events)
      #expect(try verdict(rule(), attempts: [given]) == .nothing(.givenUp(key: given.intent.key)))
    }
    let proved = try attempt("2026-11-21", [.take, .lost, .notExecuted])
    #expect(try verdict(rule(), attempts: [proved]) == pay(500_00, "2026-11-21", 2))
  }

  @Test func anOpenOperationOfAnyKindStopsIt() throws {
    let open = try attempt("2026-11-20", [.take, .lost]).intent
    #expect(try verdict(rule(), unsettled: [open]) == .nothing(.unsettled(key: open.key)))
  }

  @Test func aPaymentOfAnotherMachineClosesThePeriod() throws {
    let key = AutopayClaim.keyPrefix(identity: Self.identity, rule: "main", period: "2026-11-21") + "1"
    #expect(try verdict(rule(), paid: [key]) == .nothing(.alreadyPaid(key: key)))
    // It counts against the cap of the month.
    let earlier = AutopayClaim.keyPrefix(identity: Self.identity, rule: "main", period: "2026-11-20") + "1"
    #expect(try verdict(rule(), paid: [earlier]) == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule(monthCap: 999_99), paid: [earlier]) == .nothing(.overMonthCap))
    #expect(
      try verdict(rule(monthCap: 500_00), paid: [earlier.replacing("main", with: "other")]) == pay(500_00, "2026-11-21")
    )
    #expect(try verdict(rule(), paid: ["auto-other-main-2026-11-21-1"]) == pay(500_00, "2026-11-21"))
    // The rule paid by the day before it was set to pay by the month.
    #expect(try verdict(rule(.dayOfMonth(5)), paid: [key]) == pay(500_00, "2026-11"))
  }

  @Test func aConfirmedPaymentThatTheLedgerDoesNotShowIsWaitedForThreeDays() throws {
    let late = try attempt("2026-11-20", [.take, .done])
    let rule = try rule(monthCap: 5000_00)
    #expect(try verdict(rule, attempts: [late]) == .nothing(.notArrived(key: late.intent.key)))
    #expect(try verdict(rule, attempts: [late], paid: [late.intent.key]) == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule, attempts: [late], paid: nil) == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule, today: "2026-11-24", attempts: [late]) == pay(500_00, "2026-11-24"))
  }

  @Test func stoppedAndEndedRulesDoNothing() throws {
    let stop = AutopayRule.Stop(.off, on: try day("2026-11-01"))
    #expect(try verdict(rule(stop: stop)) == .nothing(.stopped(stop)))
    #expect(try verdict(rule(until: "2026-11-20")) == .nothing(.ended(try day("2026-11-20"))))
    #expect(try verdict(rule(until: "2026-11-21")) == pay(500_00, "2026-11-21"))
    #expect(try verdict(rule(), state: .closed) == .nothing(.accountClosed))
  }

  @Test func aTrustPaymentIsTakenOnTheDayOfTheTurnOffOnlyAndOnce() throws {
    let rule = try rule(.below(roubles(1)), trust: true)
    let slot = AutopayClaim.Slot(period: "2026-11-21-trust", number: 1)
    #expect(try verdict(rule, turnOff: "2026-11-21") == .takeTrustPayment(slot))
    #expect(try verdict(rule, turnOff: "2026-11-22") == .nothing(.notDue))
    let taken = try attempt("2026-11-21", period: slot.period, [.take, .done])
    #expect(
      try verdict(rule, turnOff: "2026-11-21", attempts: [taken], paid: [taken.intent.key]) == .nothing(.notDue))
    #expect(try verdict(self.rule(trust: true), turnOff: "2026-11-21") == pay(500_00, "2026-11-21"))
  }

  @Test func declinesInARowAreCountedFromTheLatest() throws {
    let declined = try (18...20).map { try attempt("2026-11-\($0)", [.take, .refused]) }
    #expect(AutopayDecision.declinesInARow(declined.shuffled()) == 3)
    #expect(AutopayDecision.declinesInARow(declined + [try attempt("2026-11-21", [.take, .done])]) == 0)
    #expect(AutopayDecision.declinesInARow([try attempt("2026-11-17", [.take, .done])] + declined) == 3)
  }

  @Test func rulesAndClaimsSurviveTheirFiles() throws {
    let rules = [
      try rule(), try rule(.dayOfMonth(31), .upTo(roubles(7)), until: "2027-01-01"),
      try rule(.daysBeforeTurnOff(0), trust: true, stop: AutopayRule.Stop(.declined, on: try day("2026-11-01"))),
      AutopayRule(name: "t", account: "a", payment: nil, takesTrustPayment: true, since: try day("2026-11-01")),
    ]
    for rule in rules { #expect(try AutopayRule(json: rule.json) == rule) }
    let claim = try attempt("2026-11-21", []).claim
    #expect(try AutopayClaim(json: claim.json) == claim)
    #expect(throws: (any Error).self) {
      try AutopayRule(json: ["name": "../x", "account": "a", "since": "2026-11-01"])
    }
  }
}
