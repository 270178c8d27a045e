import Domain
import JSON
import Provider

/// A native provider over a fake transport.
struct NativeFixture {
  let transport = FakeTransport()
  let vault: FakeVault
  let provider: NativeProvider

  init(token: String? = "t1", refresh: String? = "r1") {
    vault = FakeVault(Credentials(origin: home.origin, login: "ivan", token: token, refreshToken: refresh))
    provider = NativeProvider(address: home, transport: transport, vault: vault, language: "ru")
  }

  static let intentPath = "/v1/accounts/100/intents/key-1"

  static func problem(_ status: Int, _ code: String, headers: [String: String] = [:]) -> Response {
    Response(
      status: status, headers: headers.merging(["content-type": "application/problem+json"]) { $1 },
      body: Array(#"{"code":"\#(code)","detail":"Because","status":\#(status),"title":"No"}"#.utf8))
  }

  static func entry(_ id: String, _ amount: Int64, _ balance: Int64) -> String {
    let entry = LedgerEntry(
      seq: 5, id: id, time: noon, date: noon.date(utcOffset: 180), kind: .payment,
      amount: Money(minor: amount, currency: .rub),
      balance: Money(minor: balance, currency: .rub), text: "Оплата")
    return #"{"type":"entry","op":"put","id":"\#(id)","rev":1,"data":\#(entry.json.text)}"#
  }

  static let begin = #"{"epoch":"e1","serverTime":"2026-11-21T09:00:00Z","complete":true}"#
  static let checkpoint =
    #"{"cursor":"c1","head":{"balance":{"currency":"RUB","minor":300},"entries":2}}"#
  static let done = #"{"done":true,"cursor":"c2","head":{"balance":{"currency":"RUB","minor":300},"entries":2}}"#

  func pull(_ lines: [String], end: String = "\n", since: Cursor? = nil) throws -> (Bool, [PullStep]) {
    transport.on("GET /v1/accounts/100/changes", 200, lines.joined(separator: "\n") + end)
    var steps: [PullStep] = []
    let changed = try provider.changes(of: "100", since: since) { steps.append($0) }
    return (changed, steps)
  }
}
