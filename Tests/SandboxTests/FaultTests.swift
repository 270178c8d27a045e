import Domain
import JSON
import Provider
import Testing

@testable import Sandbox

/// Each fault does what its name says, so many times, and nothing else.
struct FaultTests {
  private static let orders = "PUT /v1/accounts/*/intents/*"

  private func put(_ client: Client, deadline: Int = 20) throws -> Response {
    try client.response(
      Request(
        "PUT", "/v1/accounts/100100/intents/k-1",
        headers: [("Authorization", "Bearer \(client.token)"), ("Content-Type", "application/json")],
        body: (["action": Client.pay(500_00)] as JSON).bytes, deadlineSeconds: deadline))
  }

  private func known(_ client: Client) -> Bool { client.sandbox.book("100100")?.intents["k-1"] != nil }

  @Test(arguments: [
    (Fault.Kind.loseAnswer, true, TransportFailure.unknown(.connectionLost)),
    (.loseRequest, false, .unknown(.connectionLost)), (.redirect, false, .unknown(.redirect)),
    (.cut, true, .unknown(.connectionLost)),
  ])
  func anAnswerThatIsLostLeavesItsEffectOrNone(kind: Fault.Kind, isDone: Bool, failure: TransportFailure) throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(kind, on: FaultTests.orders))
    #expect(throws: failure) { _ = try put(client) }
    #expect(known(client) == isDone)
    #expect(try put(client).status == 200)
  }

  @Test(arguments: [
    (Fault.Kind.status, 503 as Int64?, 503, false), (.status, nil, 500, false), (.statusAfter, nil, 502, true),
    (.conflict, nil, 409, false), (.wait, 7, 429, false), (.unauthorized, nil, 401, false), (.html, nil, 200, false),
    (.gone, nil, 410, false), (.truncate, nil, 200, true),
  ])
  func aStatusComesBeforeOrAfterTheEffect(kind: Fault.Kind, value: Int64?, status: Int, isDone: Bool) throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(kind, on: FaultTests.orders, value: value))
    let answer = try put(client)
    #expect(answer.status == status)
    #expect(known(client) == isDone)
    #expect(try put(client).status == 200)
    if kind == .wait { #expect(answer.headers["retry-after"] == "7") }
    if kind == .truncate || kind == .html { #expect(throws: JSONError.self) { try JSON(parsing: answer.body) } }
  }

  @Test func aDelayBeyondTheDeadlineIsATimeOutAfterTheEffect() throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(.delay, on: FaultTests.orders, value: 5000))
    #expect(throws: TransportFailure.unknown(.timeout)) { _ = try put(client, deadline: 5) }
    #expect(known(client))
  }

  @Test func aFeedIsCutAtTheByte() throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(.cut, on: "GET /v1/accounts/*/changes", value: 1000))
    var count = 0
    let request = Request(
      "GET", "/v1/accounts/100100/changes", headers: [("Authorization", "Bearer \(client.token)")])
    let address = Address(scheme: "sandbox", host: "", port: nil, path: "")
    #expect(throws: TransportFailure.unknown(.connectionLost)) {
      _ = try client.sandbox.transport.exchange(request, with: address) { count += $0.count }
    }
    #expect(count == 1000)
  }

  @Test func aWrongClockIsInTheFeedsFirstLine() throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(.clock, value: 3 * 86_400))
    #expect(try client.feed()?.first?["serverTime"] == "2026-11-24T09:00:00Z")
    #expect(try client.feed()?.first?["serverTime"] == "2026-11-21T09:00:00Z")
  }

  @Test func aBombIsLargerThanAnyLimit() throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(.bomb, value: 64))
    #expect(throws: TransportFailure.unknown(.answerTooLarge)) { _ = try put(client) }
  }

  @Test func escapesArriveInsideStringsOnly() throws {
    let client = try Client()
    client.sandbox.faults.add(Fault(.escapes, times: 2))
    let lines = try #require(try client.feed())
    #expect(lines.contains { $0.text.contains("u001b") })
  }

  @Test func faultsAreOrderedAndForgottenOverTheWire() throws {
    let client = try Client()
    let wish: JSON = ["fault": "status", "on": "GET /v1/accounts", "times": 2, "value": 500]
    #expect(try client.call("POST", "/sandbox/faults", wish)["faults"] == [wish])
    _ = try client.call("GET", "/v1/accounts", status: 500)
    _ = try client.call("DELETE", "/sandbox/faults")
    _ = try client.call("GET", "/v1/accounts")
    _ = try client.call("POST", "/sandbox/faults", ["fault": "earthquake"], status: 400)
  }

  @Test func patternsMatchWholePaths() {
    let fault = Fault(.status, on: FaultTests.orders)
    #expect(fault.matches("PUT", "/v1/accounts/1/intents/k"))
    #expect(!fault.matches("GET", "/v1/accounts/1/intents/k"))
    #expect(!fault.matches("PUT", "/v1/accounts/1/intents"))
    #expect(!fault.matches("PUT", "/v1/accounts/1/intents/k/x"))
    #expect(Fault(.status).matches("GET", "/v1/"))
  }
}
