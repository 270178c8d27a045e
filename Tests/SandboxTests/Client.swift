import Domain
import JSON
import Provider
import Testing

@testable import Sandbox

/// 2026-11-21 09:00 UTC, a Saturday; Moscow has noon.
let noon = Timestamp(seconds: 1_795_251_600)

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// A sandbox in memory with a real clock that stands still, and a session.
final class Client {
  let sandbox: Sandbox
  var token = ""
  let login: String

  init(_ login: String = "100100", sandbox: Sandbox? = nil, entries: Int = 500) throws {
    self.sandbox = sandbox ?? Sandbox.inMemory(seed: 7, entries: entries, start: noon, clock: { noon })
    self.login = login
    let answer = try form("/v1/auth/token", "grant_type=password&username=\(login)&password=sandbox&client_id=kabinet")
    token = try #require(answer["access_token"]?.string)
  }

  func form(_ target: String, _ body: String, status: Int = 200) throws -> JSON {
    try json(
      Request(
        "POST", target, headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8)),
      status: status)
  }

  func call(_ method: String, _ target: String, _ body: JSON? = nil, status: Int = 200) throws -> JSON {
    var headers: [(name: String, value: String)] = [("Authorization", "Bearer \(token)")]
    if body != nil { headers.append(("Content-Type", "application/json")) }
    return try json(Request(method, target, headers: headers, body: body?.bytes), status: status)
  }

  func response(_ request: Request) throws -> Response {
    let address = Address(scheme: "sandbox", host: "", port: nil, path: "")
    return try sandbox.transport.exchange(request, with: address, receive: nil)
  }

  private func json(_ request: Request, status: Int) throws -> JSON {
    let answer = try response(request)
    #expect(
      answer.status == status, "\(request.method) \(request.target): \(String(decoding: answer.body, as: UTF8.self))")
    return try JSON(parsing: answer.body)
  }

  /// The lines of a feed, or nil for 304.
  func feed(_ cursor: String? = nil, account: String? = nil) throws -> [JSON]? {
    let query = cursor.map { "?cursor=\($0)" } ?? ""
    let target = "/v1/accounts/\(account ?? login)/changes\(query)"
    var headers: [(name: String, value: String)] = [("Authorization", "Bearer \(token)")]
    if let cursor { headers.append(("If-None-Match", "\"\(cursor)\"")) }
    let answer = try response(Request("GET", target, headers: headers))
    if answer.status == 304 { return nil }
    try #require(answer.status == 200, "\(String(decoding: answer.body, as: UTF8.self))")
    return try answer.body.split(separator: 0x0A).map { try JSON(parsing: $0) }
  }

  func account() throws -> Account {
    let lines = try #require(try feed())
    return try Account(json: try #require(lines.last { $0["type"] == "account" }?["data"]))
  }

  @discardableResult
  func order(_ key: String, _ action: JSON, quote: String? = nil, status: Int = 200) throws -> JSON {
    try call(
      "PUT", "/v1/accounts/\(login)/intents/\(key)",
      .members(["action": action, "quote": quote.map { .string($0) }]), status: status)
  }

  func check(_ action: JSON) throws -> Check {
    try Check(json: try call("POST", "/v1/accounts/\(login)/checks", action))
  }

  static func pay(_ minor: Int64, method: String = "card") -> JSON {
    ["action": "pay", "amount": ["currency": "RUB", "minor": .integer(minor)], "method": .string(method)]
  }
}

extension JSON {
  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var integer: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }
}
