import Domain
import JSON
import Provider
import Testing

@testable import Sandbox

/// Sessions: rotation, revocation, expiry, devices, and patience with wrong passwords.
struct AccessTests {
  /// A clock that a test moves.
  private final class Hand {
    var now = noon
  }

  private let hand = Hand()

  private func client() throws -> Client {
    let hand = hand
    return try Client(sandbox: .inMemory(seed: 1, entries: 300, start: noon, clock: { hand.now }))
  }

  private func refresh(_ client: Client, _ token: String, status: Int = 200) throws -> JSON {
    try client.form("/v1/auth/token", "grant_type=refresh_token&refresh_token=\(token)", status: status)
  }

  private func login(_ client: Client) throws -> JSON {
    try client.form("/v1/auth/token", "grant_type=password&username=100101&password=sandbox")
  }

  @Test func aRefreshRotatesAndTheOldAccessTokenIsOver() throws {
    let client = try client()
    let first = try login(client)
    let second = try refresh(client, try #require(first["refresh_token"]?.string))
    #expect(second["access_token"] != first["access_token"])
    client.token = try #require(first["access_token"]?.string)
    _ = try client.call("GET", "/v1/accounts", status: 401)
    client.token = try #require(second["access_token"]?.string)
    _ = try client.call("GET", "/v1/accounts")
  }

  @Test func aRefreshTokenThatIsUsedTwiceEndsTheWholeFamily() throws {
    let client = try client()
    let first = try #require(try login(client)["refresh_token"]?.string)
    let second = try refresh(client, first)
    #expect(try refresh(client, first, status: 400)["error"] == "invalid_grant")
    client.token = try #require(second["access_token"]?.string)
    _ = try client.call("GET", "/v1/accounts", status: 401)
    _ = try refresh(client, try #require(second["refresh_token"]?.string), status: 400)
  }

  @Test func aTokenExpiresByRealTimeAndNotByTheVirtualClock() throws {
    let client = try client()
    try client.sandbox.advance(days: 30)
    _ = try client.call("GET", "/v1/accounts")
    hand.now = noon.adding(seconds: 3600)
    _ = try client.call("GET", "/v1/accounts", status: 401)
  }

  @Test func revokingEitherTokenEndsTheSession() throws {
    let client = try client()
    _ = try client.form("/v1/auth/revoke", "token=\(client.token)")
    _ = try client.call("GET", "/v1/accounts", status: 401)
    _ = try client.form("/v1/auth/revoke", "token=unknown")
  }

  @Test func fiveWrongPasswordsCloseTheLoginForAMinute() throws {
    let client = try client()
    let wrong = "grant_type=password&username=100102&password=guess"
    for _ in 0..<5 { #expect(try client.form("/v1/auth/token", wrong, status: 400)["error"] == "invalid_grant") }
    let right = "grant_type=password&username=100102&password=sandbox"
    #expect(try client.form("/v1/auth/token", right, status: 429)["code"] == "too-many-attempts")
    hand.now = noon.adding(seconds: 61)
    _ = try client.form("/v1/auth/token", right)
  }

  @Test func aDeviceIsLetInByThePersonWithTheCode() throws {
    let client = try client()
    let device = try client.form("/v1/auth/device", "client_id=kabinet")
    let code = try #require(device["device_code"]?.string)
    let ask = "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=\(code)"
    #expect(try client.form("/v1/auth/token", ask, status: 400)["error"] == "authorization_pending")
    #expect(try client.form("/v1/auth/token", ask, status: 400)["error"] == "slow_down")
    try activate(client, device, decision: "allow")
    client.token = try #require(try client.form("/v1/auth/token", ask)["access_token"]?.string)
    _ = try client.call("GET", "/v1/accounts")
    #expect(try client.form("/v1/auth/token", ask, status: 400)["error"] == "invalid_grant")
  }

  @Test func aDeviceCanBeDeniedAndItsCodeExpires() throws {
    let client = try client()
    let ask = { (device: JSON) in
      let code = try #require(device["device_code"]?.string)
      let body = "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=\(code)"
      return try client.form("/v1/auth/token", body, status: 400)["error"]
    }
    let denied = try client.form("/v1/auth/device", "client_id=kabinet")
    try activate(client, denied, decision: "deny")
    #expect(try ask(denied) == "access_denied")
    let late = try client.form("/v1/auth/device", "client_id=kabinet")
    hand.now = noon.adding(seconds: 601)
    #expect(try ask(late) == "expired_token")
  }

  private func activate(_ client: Client, _ device: JSON, decision: String) throws {
    let user = try #require(device["user_code"]?.string)
    let form = "user_code=\(user)&login=100101&password=sandbox&decision=\(decision)"
    let page = try client.response(
      Request(
        "POST", "/activate", headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(form.utf8)))
    #expect(page.status == 200)
  }
}
