import Domain
import Provider
import TestSupport
import Testing

private let native = #"{"api":"kabinet","version":1,"provider":{"name":"P"},"capabilities":[]}"#
private let denied = #"{"errno":"10","errstr":"Access denied"}"#

@Test func anAddressTellsItsDialectWithoutASecret() throws {
  let transport = FakeTransport()
  #expect(try Dialect.detect(home, transport: transport) == nil)
  transport.on("GET /v1/", 200, native)
  #expect(try Dialect.detect(home, transport: transport)?.dialect == .native)
  let other = FakeTransport()
  other.on("GET /api.cgi/user/", 401, denied)
  other.on("GET /v1/") { _ in throw TransportFailure.unknown(.redirect) }
  #expect(try Dialect.detect(home, transport: other)?.dialect == .abills)
  #expect(other.requests.allSatisfy { $0.body == nil && $0.header("Authorization") == nil })
  let script = try Address(parsing: "https://a.example/api.cgi")
  other.on("GET /user/", 401, denied)
  #expect(try Dialect.detect(script, transport: other)?.dialect == .abills)
  #expect(try Dialect.detect(try Address(parsing: "sandbox:"), transport: FakeTransport())?.dialect == .native)
}

@Test func aGatewayIsKnownByItsRefusalWhereverItsFolderIsNamed() throws {
  let gateway = FakeTransport()
  gateway.on("GET /tmf-api/accountManagement/v4/billingAccount", 401, #"{"code":"60","reason":"No token"}"#)
  for place in ["https://gw.example", "https://gw.example/tmf-api"] {
    let found = try Dialect.detect(try Address(parsing: place), transport: gateway)
    #expect(found?.dialect == .tmforum && found?.address.text == "https://gw.example")
  }
  #expect(gateway.requests.allSatisfy { $0.body == nil && $0.header("Authorization") == nil })
  for body in [#"{"message":"Unauthorized"}"#, #"{"code":"60"}"#, #"{"errno":1,"code":"1","reason":"x"}"#, "<html>"] {
    let other = FakeTransport()
    other.on("GET /tmf-api/accountManagement/v4/billingAccount", 401, body)
    #expect(try Dialect.detect(home, transport: other) == nil, "\(body)")
  }
}

/// Each system answers the questions for all the others, and is taken for none of them.
@Test(arguments: Dialect.allCases) func noSystemIsTakenForAnother(_ dialect: Dialect) throws {
  let wire = FaultyWire(Systems.make(dialect))
  #expect(try Dialect.detect(home, transport: wire)?.dialect == dialect)
  for other in Dialect.allCases where other != dialect {
    #expect(try Dialect.detect(home, among: [other], transport: wire) == nil, "\(dialect) is taken for \(other)")
  }
}

@Test(arguments: [
  (200, "<html>"), (200, "{}"), (401, #"{"code":401,"success":false,"reason":"x"}"#), (200, "[]"), (200, "[{}]"),
  (200, #"{"api":"kabinet","version":2}"#), (500, native), (401, "<html>"),
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
