import Domain
import Provider
import Testing

private let native = #"{"api":"kabinet","version":1,"provider":{"name":"P"},"capabilities":[]}"#
private let denied = #"{"errno":"10","errstr":"Access denied"}"#

@Test func anAddressTellsItsDialectWithoutASecret() throws {
  let transport = FakeTransport()
  #expect(try Dialect.detect(home, transport: transport) == nil)
  transport.on("GET /v1/", 200, native)
  #expect(try Dialect.detect(home, transport: transport) == .native)
  let other = FakeTransport()
  other.on("GET /api.cgi/user/", 401, denied)
  other.on("GET /v1/") { _ in throw TransportFailure.unknown(.redirect) }
  #expect(try Dialect.detect(home, transport: other) == .abills)
  #expect(other.requests.allSatisfy { $0.body == nil && $0.header("Authorization") == nil })
  let script = try Address(parsing: "https://a.example/api.cgi")
  other.on("GET /user/", 401, denied)
  #expect(try Dialect.detect(script, transport: other) == .abills)
  #expect(try Dialect.detect(try Address(parsing: "sandbox:"), transport: FakeTransport()) == .native)
}

@Test(arguments: [
  (200, "<html>"), (200, "{}"), (200, #"{"api":"kabinet","version":2}"#), (500, native), (401, "<html>"),
])
func somethingElseIsNoDialect(_ status: Int, _ body: String) throws {
  let transport = FakeTransport()
  transport.fallback = { _ in Response(status: status, body: Array(body.utf8)) }
  #expect(try Dialect.detect(home, transport: transport) == nil)
}

@Test func aHostThatDoesNotAnswerIsSaidSo() {
  let transport = FakeTransport()
  transport.fallback = { _ in throw TransportFailure.notSent(.nameNotResolved) }
  #expect(throws: ProviderError.noAnswer(.notSent(.nameNotResolved))) {
    try Dialect.detect(home, transport: transport)
  }
  #expect(transport.requests.count == 1)
  transport.fallback = { _ in throw TransportFailure.unknown(.redirect) }
  #expect(throws: ProviderError.noAnswer(.unknown(.redirect))) { try Dialect.detect(home, transport: transport) }
}

/// What holds for each implementation of the port.
@Suite struct ProviderContractTests {
  private struct Case {
    let provider: any Provider
    let transport: FakeTransport
    let vault: FakeVault
  }

  private func make(_ dialect: Dialect) -> Case {
    let transport = FakeTransport()
    let vault = FakeVault(Credentials(origin: home.origin, login: "l", password: "p", token: "t", refreshToken: "r"))
    let provider = dialect.provider(
      at: home, transport: transport, vault: vault, clock: { noon }, language: "en")
    return Case(provider: provider, transport: transport, vault: vault)
  }

  private static let actions: [Action] = [
    .pay(amount: rubles("100"), method: "1"), .takeTrustPayment, .switchTariff(id: "2", when: .nextPeriod),
    .cancelTariffChange,
  ]
  private static let terms = Check(eligibility: Eligibility(available: true), quote: "1 1234567890")

  @Test(arguments: Dialect.allCases) func noGarbageIsEverADefiniteOutcome(_ dialect: Dialect) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SplitMix(state: seed)
    let made = make(dialect)
    let fragments = ["{", "}", "[", "]", "\"state\"", ":", "\"done\"", ",", "null", "1", "\"", "<html>", "\n", "\u{0}"]
    for _ in 0..<500 {
      var body = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        Array((fragments.randomElement(using: &generator) ?? "").utf8)
      }.joined().map { $0 }
      if Bool.random(using: &generator), !body.isEmpty { body[0] = UInt8.random(in: 0...255, using: &generator) }
      let status = [200, 200, 200, 202, 204, 404, 500].randomElement(using: &generator) ?? 200
      guard (body.isEmpty || !String(decoding: body, as: UTF8.self).contains(#""state":"done""#)) else { continue }
      made.transport.fallback = { _ in Response(status: status, body: body) }
      let action = Self.actions.randomElement(using: &generator) ?? .takeTrustPayment
      let submitted = made.provider.submit(try intent(action, terms: Self.terms), for: "100")
      guard case .unknown = submitted else {
        // ABillS says 404 for a call that it does not have.
        if dialect == .abills, status == 404, case .refused = submitted { continue }
        Issue.record("\(submitted) from \(status) \(body), seed \(seed)")
        continue
      }
      #expect(throws: (any Error).self, "seed \(seed)") {
        if status == 404 { throw ProviderError.unknownAccount }
        if case .unknown = try made.provider.settle(try intent(action, terms: Self.terms), for: "100") {
          throw ProviderError.unknownAccount
        }
      }
      _ = try? made.provider.changes(of: "100", since: nil) { _ in }
      _ = try? made.provider.check(action, for: "100")
    }
  }

  @Test(arguments: Dialect.allCases) func submitNeverThrowsAndTellsWhatIsKnown(_ dialect: Dialect) throws {
    for action in Self.actions {
      let sent = try intent(action, terms: Self.terms)
      for cause in [TransportFailure.Cause.connectionRefused, .nameNotResolved, .tlsFailed] {
        let made = make(dialect)
        made.transport.fallback = { _ in throw TransportFailure.notSent(cause) }
        #expect(made.provider.submit(sent, for: "100") == .notSent(cause))
      }
      for cause in [TransportFailure.Cause.timeout, .connectionLost, .redirect, .answerTooLarge] {
        let made = make(dialect)
        made.transport.fallback = { _ in throw TransportFailure.unknown(cause) }
        #expect(made.provider.submit(sent, for: "100") == .unknown(cause))
        #expect(made.transport.requests.count == 1)
      }
    }
  }

  @Test(arguments: Dialect.allCases) func checkingChangesNothing(_ dialect: Dialect) {
    for action in Self.actions {
      let made = make(dialect)
      made.transport.fallback = { _ in Response(status: 200, body: Array(ABillSFixture.user.utf8)) }
      _ = try? made.provider.check(action, for: "4217")
      let allowed: Set<String> = dialect == .native ? ["POST"] : ["GET"]
      #expect(made.transport.requests.allSatisfy { allowed.contains($0.method) && !$0.target.contains("/intents/") })
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
