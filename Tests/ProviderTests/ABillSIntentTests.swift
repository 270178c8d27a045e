import Domain
import JSON
import Provider
import Testing

private let trust = Action.takeTrustPayment
private let toFaster = Action.switchTariff(id: "8", when: .nextPeriod)

@Test func theTrustPaymentIsCheckedWithoutTakingIt() throws {
  let abills = ABillSFixture()
  let check = try abills.provider.check(trust, for: "4217")
  #expect(check.eligibility == Eligibility(available: true))
  #expect(check.grants == rubles("300") && check.fee == rubles("15") && check.termDays == 5)
  #expect(check.before?.credit == rubles("0") && check.after?.balance == rubles("334.87"))
  #expect(abills.transport.requests.allSatisfy { $0.method == "GET" })
}

@Test(arguments: [
  (4302, "trust-payment-off"), (4303, "group-not-allowed"), (4304, "too-soon"), (4305, "trust-payment-active"),
  (4306, "wrong-password"), (4399, "abills-4399"), (4, "trust-payment-off"),
])
func aRefusedTrustPaymentSaysWhy(_ errno: Int, _ code: String) throws {
  let abills = ABillSFixture()
  for key in ["errno", "error"] {
    abills.set("GET /user/credit/", 400, #"{"\#(key)":"\#(errno)","errmsg":"ERR"}"#)
    let check = try abills.provider.check(trust, for: "4217")
    #expect(!check.eligibility.available && check.eligibility.reasons.first?.code == code)
    #expect(check.eligibility.active == (errno == 4305))
    #expect(check.eligibility.availableFrom == (errno == 4304 ? CivilDate("2026-12-01") : nil))
  }
}

@Test func theTrustPaymentIsTakenOnce() throws {
  let abills = ABillSFixture()
  abills.set("POST /user/credit/", 200, #"{"creditDays":5,"creditSum":300,"uid":4217}"#)
  let body = abills.provider.body(for: trust, terms: nil)
  #expect(abills.provider.submit(try intent(trust, body: body), for: "4217") == .done(reference: nil, link: nil))
  #expect(abills.transport.requests.map(\.text) == ["{}"])
}

@Test(arguments: [
  (200, "{}", Submission.unknown(.malformedAnswer)), (200, "<html>", .unknown(.malformedAnswer)),
  (500, #"{"errno":4304}"#, .unknown(.other)), (502, "", .unknown(.other)), (503, "", .unknown(.other)),
  (403, "<html>", .unknown(.malformedAnswer)), (429, "", .unknown(.other)),
])
func whatIsNoAnswerOfABillSIsUnknown(_ status: Int, _ body: String, _ expected: Submission) throws {
  let abills = ABillSFixture()
  abills.set("POST /user/credit/", status, body)
  #expect(abills.provider.submit(try intent(trust), for: "4217") == expected)
}

@Test func aRefusalIsDefinite() throws {
  let abills = ABillSFixture()
  abills.set("POST /user/credit/", 400, #"{"error":4304,"errstr":"LIMIT"}"#)
  guard case .refused(let reason) = abills.provider.submit(try intent(trust), for: "4217") else {
    Issue.record("not refused")
    return
  }
  #expect(reason.code == "too-soon" && reason.remedy != nil)
}

/// After a lost answer: what the account shows, how long ago it was sent, what that proves.
@Test(
  arguments: [
    ("0", 200, ABillSFixture.credit, 10, Settlement.unknown), ("0", 200, ABillSFixture.credit, 300, .notExecuted),
    ("300", 400, #"{"error":4304}"#, 10, .done(reference: nil, link: nil)),
    ("0", 400, #"{"error":4304}"#, 864_000, .done(reference: nil, link: nil)),
    ("0", 400, #"{"error":4302}"#, 864_000, .unknown),
  ] as [(String, Int, String, Int64, Settlement)])
func aLostTrustPaymentIsSettledByReading(
  _ credit: String, _ status: Int, _ offer: String, _ age: Int64, _ expected: Settlement
) throws {
  let abills = ABillSFixture()
  let terms = try abills.provider.check(trust, for: "4217")
  let lost = try intent(trust, terms: terms, sentAt: noon)
  abills.set(
    "GET /user/", 200, ABillSFixture.user.replacing(#""credit":"0.00""#, with: #""credit":\#(credit)"#))
  abills.set("GET /user/credit/", status, offer)
  abills.time.now = noon.adding(seconds: age)
  #expect(try abills.provider.settle(lost, for: "4217") == expected)
  #expect(try abills.provider.fence(lost, for: "4217") == expected)
  #expect(abills.transport.requests.allSatisfy { $0.method == "GET" })
}

@Test func withoutTermsALostTrustPaymentStaysUnknown() throws {
  let abills = ABillSFixture()
  abills.time.now = noon.adding(seconds: 9999)
  #expect(try abills.provider.settle(try intent(trust, sentAt: noon), for: "4217") == .unknown)
}

@Test func aTariffChangeIsCheckedAndSentWithTheServiceOfItsTerms() throws {
  let abills = ABillSFixture()
  let check = try abills.provider.check(toFaster, for: "4217")
  #expect(check.eligibility.available && check.fee == rubles("50") && check.quote == "31")
  #expect(check.effectiveOn == CivilDate("2026-12-01"))
  #expect(check.before?.periodFee == rubles("540") && check.after?.periodFee == rubles("900"))
  let body = abills.provider.body(for: toFaster, terms: check)
  #expect(try JSON(parsing: body) == ["tpId": 8, "period": 1])
  abills.set("PUT /user/internet/31/", 200, #"{"id":1,"success":"1","uid":4217}"#)
  let lost = try intent(toFaster, body: body, terms: check, sentAt: noon)
  #expect(abills.provider.submit(lost, for: "4217") == .done(reference: nil, link: nil))
  #expect(abills.transport.requests.last?.text == body)

  #expect(try abills.provider.settle(lost, for: "4217") == .unknown)
  abills.time.now = noon.adding(seconds: 121)
  #expect(try abills.provider.settle(lost, for: "4217") == .notExecuted)
  abills.set("GET /user/internet/", 200, ABillSFixture.scheduled)
  #expect(try abills.provider.settle(lost, for: "4217") == .done(reference: nil, link: nil))
}

@Test func theTimeOfAChangeIsAPeriod() throws {
  let provider = ABillSFixture().provider
  let day = try #require(CivilDate("2026-12-05"))
  func body(_ when: Action.When) throws -> JSON {
    try JSON(parsing: provider.body(for: .switchTariff(id: "8", when: when), terms: nil))
  }
  #expect(try body(.now) == ["tpId": 8, "period": 0])
  #expect(try body(.on(day)) == ["tpId": 8, "period": 2, "date": "2026-12-05"])
}

@Test(arguments: [
  ("9", Action.When.nextPeriod, "not-available"), ("10", .nextPeriod, "low-balance"), ("7", .now, "current"),
  ("777", .now, "tariff-unknown"), ("8", .now, "date-not-offered"),
])
func aTariffThatCannotBeHadSaysWhy(_ id: String, _ when: Action.When, _ code: String) throws {
  let abills = ABillSFixture()
  abills.set("GET /user/config/", 200, #"{"internet":{"nextMonth":1},"moneyUnitNames":{"majorUnit":"руб"}}"#)
  let check = try abills.provider.check(.switchTariff(id: id, when: when), for: "4217")
  #expect(!check.eligibility.available && check.eligibility.reasons.first?.code == code)
}

@Test func aPlannedChangeIsShownBlocksOthersAndIsCancelled() throws {
  let abills = ABillSFixture()
  let cancel = Action.cancelTariffChange
  #expect(
    try abills.provider.check(cancel, for: "4217").eligibility.reasons.first?.code == "no-change-scheduled")
  abills.set("GET /user/internet/", 200, ABillSFixture.scheduled)
  let planned = try #require(try abills.account().scheduledChange)
  #expect(planned.tariffID == "8" && planned.canCancel && planned.plan.fee == rubles("900"))
  #expect(
    try abills.provider.check(toFaster, for: "4217").eligibility.reasons.first?.code == "change-already-scheduled")
  let check = try abills.provider.check(cancel, for: "4217")
  #expect(check.eligibility.available && check.quote == "12" && check.before?.tariff == "Дом 300")

  abills.set("DELETE /user/internet/12/", 200, #"{"success":1,"uid":4217}"#)
  let lost = try intent(cancel, terms: check, sentAt: noon)
  #expect(abills.provider.submit(lost, for: "4217") == .done(reference: nil, link: nil))
  #expect(try abills.provider.settle(lost, for: "4217") == .unknown)
  abills.set("GET /user/internet/", 200, ABillSFixture.internet)
  #expect(try abills.provider.settle(lost, for: "4217") == .done(reference: nil, link: nil))
}

@Test func aPaymentIsALinkAndIsRecognisedByItsNumber() throws {
  let abills = ABillSFixture()
  let pay = Action.pay(amount: rubles("250.50"), method: "9")
  let check = try abills.provider.check(pay, for: "4217")
  #expect(check.eligibility.available && check.price == rubles("250.50"))
  let operation = try #require(check.quote?.split(separator: " ").last.map(String.init))
  let body = abills.provider.body(for: pay, terms: check)
  #expect(
    try JSON(parsing: body) == ["systemId": 9, "sum": .decimal("250.50"), "operationId": .string(operation)])
  abills.set("POST /user/paysys/pay/", 200, #"{"operationId":"1","url":"https://pay.example/x"}"#)
  var sent = try intent(pay, body: body, terms: check, sentAt: noon)
  #expect(
    abills.provider.submit(sent, for: "4217") == .accepted(link: "https://pay.example/x", retryAfter: nil))

  abills.time.now = noon.adding(seconds: 200)
  #expect(try abills.provider.settle(sent, for: "4217") == .notExecuted)
  try sent.apply(.accepted, at: noon, link: "https://pay.example/x")
  #expect(try abills.provider.settle(sent, for: "4217") == .accepted(link: "https://pay.example/x"))
  abills.set(
    "GET /user/payments/", 200,
    #"[{"datetime":"2026-11-21 12:05:00","extId":"Card:\#(operation)","id":9,"sum":250.5}]"#)
  #expect(
    try abills.provider.settle(sent, for: "4217") == .done(reference: "p:9", link: "https://pay.example/x"))
}

@Test(arguments: [("5", "amount-out-of-range"), ("20000", "amount-out-of-range")])
func anAmountOutsideTheBoundsIsRefusedBeforehand(_ amount: String, _ code: String) throws {
  let check = try ABillSFixture().provider.check(.pay(amount: rubles(amount), method: nil), for: "4217")
  #expect(!check.eligibility.available && check.eligibility.reasons.first?.code == code)
}

@Test func aLinkOfAnotherSchemeIsNotHandedOn() throws {
  let abills = ABillSFixture()
  abills.set("POST /user/paysys/pay/", 200, #"{"url":"javascript:alert(1)"}"#)
  let pay = try intent(.pay(amount: rubles("100"), method: nil))
  #expect(abills.provider.submit(pay, for: "4217") == .unknown(.malformedAnswer))
}

@Test func withoutPaymentSystemsThereIsNoPayment() throws {
  let abills = ABillSFixture()
  abills.set("GET /user/config/", 200, #"{"userCredit":1}"#)
  #expect(throws: ProviderError.missing(.payment)) {
    try abills.provider.check(.pay(amount: rubles("100"), method: nil), for: "4217")
  }
}

/// The id of the change is read first where the terms have none.
@Test func aChangeWhoseIdCannotBeReadIsNotSent() throws {
  let abills = ABillSFixture()
  abills.transport.answers["GET /api.cgi/user/internet/"] = nil
  abills.transport.on("GET /api.cgi/user/internet/") { _ in throw TransportFailure.unknown(.timeout) }
  #expect(abills.provider.submit(try intent(.cancelTariffChange), for: "4217") == .notSent(.timeout))
  #expect(!abills.transport.requests.contains { $0.method == "DELETE" })
}
