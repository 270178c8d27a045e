import Domain
import JSON
import Provider
import Testing

@Test(arguments: [1, 7, 100_000]) func theFeedIsReadHoweverItIsCut(pieceSize: Int) throws {
  let native = NativeFixture()
  native.transport.pieceSize = pieceSize
  let (changed, steps) = try native.pull([
    NativeFixture.begin, NativeFixture.entry("a", 100, 100), NativeFixture.entry("b", 200, 300),
    #"{"type":"weather","op":"put","id":"x","rev":1,"data":{"sun":true}}"#, "", NativeFixture.checkpoint,
    #"{"type":"entry","op":"delete","id":"a","rev":2}"#, #"{"type":"tariff","op":"delete","id":"t","rev":2}"#,
    NativeFixture.done,
  ])
  #expect(changed)
  #expect(steps.count == 7)
  #expect(steps.first == .begin(PullHeader(isComplete: true, epoch: "e1", serverTime: noon)))
  guard case .change(.entry(let entry)) = steps[1] else { throw ProviderError.loginNeeded }
  #expect(entry.id == "a" && entry.seq == 0 && entry.text == "Оплата")
  #expect(steps[3] == .checkpoint(Cursor("c1"), LedgerHead(entries: 2, balance: rubles("3.00"))))
  #expect(steps[4] == .change(.entryDeleted(id: "a")))
  #expect(steps[5] == .change(.deleted(.tariffs, id: "t")))
  #expect(steps[6] == .end(Cursor("c2"), LedgerHead(entries: 2, balance: rubles("3.00"))))
}

@Test func theCursorIsSentAndNothingNewIsFalse() throws {
  let native = NativeFixture()
  native.transport.on("GET /v1/accounts/100/changes", 304, "")
  var steps: [PullStep] = []
  let changed = try native.provider.changes(of: "100", since: Cursor("a/b=1")) { steps.append($0) }
  #expect(!changed)
  #expect(steps == [.unchanged(serverTime: nil)])
  let request = try #require(native.transport.requests.first)
  #expect(request.target == "/v1/accounts/100/changes?cursor=a%2Fb%3D1")
  #expect(request.header("If-None-Match") == "\"a/b=1\"")
  #expect(request.header("Authorization") == "Bearer t1")
  #expect(request.header("Accept-Language") == "ru")
  #expect(request.stallSeconds == 20)
}

@Test(arguments: ["\n", "\n{\"type\":\"ent", ""]) func anAnswerWithoutItsLastLineIsCut(end: String) throws {
  let native = NativeFixture()
  var steps: [PullStep] = []
  native.transport.on(
    "GET /v1/accounts/100/changes", 200, [NativeFixture.begin, NativeFixture.checkpoint].joined(separator: "\n") + end)
  #expect(throws: ProviderError.noAnswer(.unknown(.connectionLost))) {
    _ = try native.provider.changes(of: "100", since: nil) { steps.append($0) }
  }
  // What was complete has been delivered, so that the caller goes on from there.
  #expect(steps.count == (end.isEmpty ? 1 : 2))
}

@Test func aLastLineWithoutItsNewlineCounts() throws {
  let (changed, steps) = try NativeFixture().pull([NativeFixture.begin, NativeFixture.done], end: "")
  #expect(changed && steps.count == 2)
}

@Test(arguments: [
  ("<html>", "line 1"), ("[]", "line 1"), ("{\"complete\":true}", "epoch"),
  (NativeFixture.begin + "\n{}", "line 2"),
  (NativeFixture.begin + "\n{\"type\":\"entry\",\"op\":\"put\",\"id\":\"x\"}", "data"),
  (NativeFixture.begin + "\n{\"type\":\"entry\",\"op\":\"eat\",\"id\":\"x\"}", "op"),
  (NativeFixture.begin + "\n{\"type\":\"article\",\"op\":\"delete\",\"id\":\"x\"}", "id"),
  (NativeFixture.begin + "\n" + NativeFixture.entry("a", 1, 1).replacing("RUB", with: "rub"), "currency"),
  (
    NativeFixture.begin + "\n" + NativeFixture.entry("a", 1, 1).replacing("\"amount\":1", with: "\"amount\":1.5"),
    "amount"
  ),
  (NativeFixture.begin + "\n" + NativeFixture.done + "\n" + NativeFixture.done, "follow"),
  (NativeFixture.begin + "\n{\"x\":1,\"x\":1}", "duplicateKey"),
  (NativeFixture.begin + "\n" + String(repeating: "[", count: 100_000), "tooDeep"),
])
func aWrongLineIsNamedWithoutItsText(_ text: String, _ place: String) throws {
  let native = NativeFixture()
  native.transport.pieceSize = 50_000
  do {
    _ = try native.pull([text])
    Issue.record("read")
  } catch ProviderError.malformed(let words) {
    #expect(words.contains(place), "\(words)")
    #expect(!words.contains("html"))
  }
}

@Test func anEndlessLineEndsTheFeedEarly() throws {
  let native = NativeFixture()
  native.transport.pieceSize = 65_536
  var pieces = 0
  native.transport.on("GET /v1/accounts/100/changes") { _ in
    pieces += 1
    return Response(status: 200, body: [UInt8](repeating: 0x20, count: 10 << 20))
  }
  #expect(throws: ProviderError.malformed("feed: a line is longer than 256 KiB")) {
    _ = try native.provider.changes(of: "100", since: nil) { _ in }
  }
}

@Test func anErrorOfTheReceiverIsThrownOn() {
  struct Full: Error {}
  let native = NativeFixture()
  native.transport.on("GET /v1/accounts/100/changes", 200, NativeFixture.begin + "\n" + NativeFixture.done)
  #expect(throws: Full.self) { _ = try native.provider.changes(of: "100", since: nil) { _ in throw Full() } }
}

@Test func articlesComeInLanguages() throws {
  let native = NativeFixture()
  let article = Article(id: "a.b", language: "ru", type: "faq", category: "", title: "T", body: "B")
  native.transport.on(
    "GET /v1/articles/changes", 200,
    [
      #"{"epoch":"k"}"#, #"{"type":"article","op":"put","id":"a.b.ru","rev":1,"data":\#(article.json.text)}"#,
      #"{"type":"article","op":"delete","id":"a.b.en","rev":1}"#, #"{"done":true,"cursor":"c"}"#,
    ].joined(separator: "\n"))
  var steps: [PullStep] = []
  #expect(try native.provider.articles(since: nil) { steps.append($0) })
  #expect(
    steps == [
      .begin(PullHeader(isComplete: false, epoch: "k", serverTime: nil)), .change(.article(article)),
      .change(.articleDeleted(id: "a.b", language: "en")), .end(Cursor("c"), nil),
    ])
}

@Test(arguments: [
  (NativeFixture.problem(410, "cursor-gone"), ProviderError.cursorGone),
  (NativeFixture.problem(404, "account-unknown"), .unknownAccount),
  (NativeFixture.problem(429, "slow", headers: ["retry-after": "7"]), .wait(seconds: 7)),
  (Response(status: 503), .wait(seconds: nil)),
  (Response(status: 503, headers: ["retry-after": "999999999"]), .wait(seconds: 86_400)),
  (Response(status: 503, headers: ["retry-after": "-1"]), .wait(seconds: nil)),
  (Response(status: 502), .broken(status: 502)),
  (Response(status: 404), .malformed("status 404 without a problem")),
  (Response(status: 204), .malformed("status 204, a JSON object is due")),
])
func aStatusBecomesAnErrorOfThePort(_ response: Response, _ expected: ProviderError) {
  let native = NativeFixture()
  native.transport.on("GET /v1/accounts/100/changes") { _ in response }
  #expect(throws: expected) { _ = try native.provider.changes(of: "100", since: Cursor("c")) { _ in } }
}
