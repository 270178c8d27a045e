import Domain
import JSON
import Provider
import Testing

private let pay = Action.pay(amount: rubles("500"), method: "card")

private func answer(_ status: Int, _ body: String, headers: [String: String] = [:]) -> Response {
  Response(status: status, headers: headers, body: Array(body.utf8))
}

private let reason = Reason(code: "debt", label: LocalizedText("Долг"))

@Test(arguments: [
  (answer(200, #"{"key":"key-1","state":"done","reference":"e9"}"#), Submission.done(reference: "e9", link: nil)),
  (
    answer(202, #"{"key":"key-1","state":"accepted","link":"https://p/1"}"#, headers: ["retry-after": "5"]),
    .accepted(link: "https://p/1", retryAfter: 5)
  ),
  (answer(200, #"{"key":"key-1","state":"rejected","reason":\#(reason.json.text)}"#), .refused(reason)),
  (NativeFixture.problem(409, "in-flight", headers: ["retry-after": "2"]), .accepted(link: nil, retryAfter: 2)),
  (NativeFixture.problem(400, "malformed"), .refused(Reason(code: "malformed", label: LocalizedText("Because")))),
  (NativeFixture.problem(403, "x"), .refused(Reason(code: "x", label: LocalizedText("Because")))),
  (answer(403, "<html>"), .unknown(.malformedAnswer)),
  (answer(404, ""), .unknown(.malformedAnswer)),
  (answer(429, ""), .notSent(.other)),
  (answer(500, ""), .unknown(.other)),
  (answer(503, "", headers: ["retry-after": "2"]), .unknown(.other)),
  (answer(200, "<html>"), .unknown(.malformedAnswer)),
  (answer(200, "{}"), .unknown(.malformedAnswer)),
  (answer(200, #"{"state":"rejected"}"#), .unknown(.malformedAnswer)),
  (answer(200, #"{"state":"dancing"}"#), .unknown(.malformedAnswer)),
  (answer(200, ""), .unknown(.malformedAnswer)),
])
func anAnswerToAnIntentProvesWhatItSays(_ response: Response, _ expected: Submission) throws {
  let native = NativeFixture()
  native.transport.on("PUT " + NativeFixture.intentPath) { _ in response }
  #expect(native.provider.submit(try intent(pay), for: "100") == expected)
  #expect(native.transport.requests.count == 1)
}

private func sixHundred() -> Action { .pay(amount: rubles("600"), method: "card") }

/// Two machines with one script: both pay under one key, each on a quote of its own.
@Test(arguments: [
  (#"{"action":\#(pay.json.text),"state":"done","reference":"e9"}"#, Submission.done(reference: "e9", link: nil)),
  (#"{"action":\#(pay.json.text),"state":"rejected","reason":\#(reason.json.text)}"#, .refused(reason)),
  (#"{"action":\#(sixHundred().json.text),"state":"done","reference":"e9"}"#, nil),
  (#"{"state":"done","reference":"e9"}"#, nil),
])
func aKeyThatStandsForTheSameActionHasItsOutcome(_ known: String, _ expected: Submission?) throws {
  let native = NativeFixture()
  native.transport.on("PUT " + NativeFixture.intentPath) { _ in NativeFixture.problem(422, "key-reused") }
  native.transport.on("GET " + NativeFixture.intentPath, 200, known)
  let refused = Submission.refused(Reason(code: "key-reused", label: LocalizedText("Because")))
  #expect(native.provider.submit(try intent(pay), for: "100") == expected ?? refused)
}

@Test func anotherActionUnderTheKeyIsNotOurs() throws {
  let native = NativeFixture()
  native.transport.on(
    "GET " + NativeFixture.intentPath, 200,
    #"{"action":\#(sixHundred().json.text),"state":"done","reference":"e9"}"#)
  guard case .refused(let reason) = try native.provider.settle(try intent(pay), for: "100") else {
    Issue.record("not refused")
    return
  }
  #expect(reason.code == "key-reused")
}

@Test func aFencedKeyIsRefused() throws {
  let native = NativeFixture()
  native.transport.on("PUT " + NativeFixture.intentPath, 200, #"{"key":"key-1","state":"fenced"}"#)
  guard case .refused(let reason) = native.provider.submit(try intent(pay), for: "100") else {
    Issue.record("not refused")
    return
  }
  #expect(reason.code == "fenced")
}

@Test func theFrozenBytesAreSentUnderTheKey() throws {
  let native = NativeFixture()
  let body = native.provider.body(for: pay, terms: Check(eligibility: Eligibility(available: true), quote: "q1"))
  #expect(try JSON(parsing: body) == ["action": pay.json, "quote": "q1"])
  native.transport.on("PUT " + NativeFixture.intentPath, 200, #"{"state":"done"}"#)
  _ = native.provider.submit(try intent(pay, body: body), for: "100")
  let request = try #require(native.transport.requests.first)
  #expect(request.text == body)
  #expect(request.header("Content-Type") == "application/json")
}

@Test(arguments: [
  (TransportFailure.notSent(.connectionRefused), Submission.notSent(.connectionRefused)),
  (.unknown(.timeout), .unknown(.timeout)), (.unknown(.redirect), .unknown(.redirect)),
])
func aLostExchangeIsToldAsItWas(_ failure: TransportFailure, _ expected: Submission) throws {
  let native = NativeFixture()
  native.transport.fallback = { _ in throw failure }
  #expect(native.provider.submit(try intent(pay), for: "100") == expected)
  #expect(throws: ProviderError.noAnswer(failure)) { try native.provider.settle(try intent(pay), for: "100") }
}

@Test func aTransportThatBreaksItsContractProvesNothing() throws {
  struct Surprise: Error {}
  let native = NativeFixture()
  native.transport.fallback = { _ in throw Surprise() }
  #expect(native.provider.submit(try intent(pay), for: "100") == .unknown(.other))
}

@Test(arguments: [
  (
    answer(200, #"{"state":"done","reference":"e9","link":"/pay/1"}"#),
    Settlement.done(reference: "e9", link: "https://my.provider.example/pay/1")
  ),
  (answer(200, #"{"state":"accepted"}"#), .accepted(link: nil)),
  (answer(200, #"{"state":"rejected","reason":\#(reason.json.text)}"#), .refused(reason)),
  (answer(200, #"{"state":"fenced"}"#), .notExecuted),
  (NativeFixture.problem(404, "intent-unknown"), .unknown),
  (answer(404, ""), .unknown), (answer(409, ""), .unknown),
])
func settlingAsksByKeyAndA404ProvesNothing(_ response: Response, _ expected: Settlement) throws {
  let native = NativeFixture()
  native.transport.on("GET " + NativeFixture.intentPath) { _ in response }
  native.transport.on("DELETE " + NativeFixture.intentPath) { _ in response }
  #expect(try native.provider.settle(try intent(pay), for: "100") == expected)
  #expect(try native.provider.fence(try intent(pay), for: "100") == expected)
  #expect(native.transport.requests.map(\.method) == ["GET", "DELETE"])
}

@Test(arguments: [
  (answer(200, "<html>"), ProviderError.malformed("intent: a state is due")), (answer(500, ""), .broken(status: 500)),
  (NativeFixture.problem(404, "account-unknown"), .unknownAccount),
])
func settlingThrowsWhereTheProviderCouldNotBeAsked(_ response: Response, _ expected: ProviderError) throws {
  let native = NativeFixture()
  native.transport.on("GET " + NativeFixture.intentPath) { _ in response }
  #expect(throws: expected) { try native.provider.settle(try intent(pay), for: "100") }
}

@Test func aCheckIsReadAsItIs() throws {
  let native = NativeFixture()
  let check = Check(
    eligibility: Eligibility(available: false, reasons: [reason]), price: rubles("500"), quote: "q")
  native.transport.on("POST /v1/accounts/1%2F00/checks", 200, check.json.text)
  #expect(try native.provider.check(pay, for: "1/00") == check)
  #expect(native.transport.requests.first?.text == pay.json.text)
}

@Test func theAccountsOfALoginAreListed() throws {
  let native = NativeFixture()
  native.transport.on("GET /v1/accounts", 200, #"{"accounts":[{"id":"1","number":"77","name":"Иван"}]}"#)
  #expect(try native.provider.accounts() == [AccountBrief(id: "1", number: "77", name: "Иван")])
}
