import Domain
import JSON
import Platform

extension Router {
  static let accessRoutes: [Route] = [
    Route("POST", "/v1/auth/token", token: false) { sandbox, call in try AccessCalls(sandbox, call).token() },
    Route("POST", "/v1/auth/device", token: false) { sandbox, call in try AccessCalls(sandbox, call).device() },
    Route("POST", "/v1/auth/revoke", token: false) { sandbox, call in try AccessCalls(sandbox, call).revoke() },
  ]
}

/// Sessions by OAuth 2.0 (RFC 6749, 7009, 8628).
struct AccessCalls {
  private static let lifetime: Int64 = 3600

  private let sandbox: Sandbox
  private let call: Call
  private var now: Timestamp { sandbox.realClock() }

  init(_ sandbox: Sandbox, _ call: Call) {
    self.sandbox = sandbox
    self.call = call
  }

  func token() throws -> Answer {
    let form = try call.form()
    switch form["grant_type"] {
    case "password": return try byPassword(form)
    case "refresh_token": return try byRefresh(form)
    case "urn:ietf:params:oauth:grant-type:device_code": return try byDevice(form)
    case nil: return AccessCalls.refusal("invalid_request", "grant_type is missing")
    default: return AccessCalls.refusal("unsupported_grant_type", "password, refresh_token or device_code is due")
    }
  }

  private func byPassword(_ form: [String: String]) throws -> Answer {
    guard let login = form["username"], let password = form["password"] else {
      return AccessCalls.refusal("invalid_request", "username or password is missing")
    }
    guard try isRight(login: login, password: password) else {
      return AccessCalls.refusal("invalid_grant", "The login or the password is wrong")
    }
    return try grant(login, family: Randomness.hexadecimal(bytes: 8))
  }

  /// Checks a password; five wrong ones in a row close the login for a minute.
  func isRight(login: String, password: String) throws -> Bool {
    if let wait = sandbox.doors.delay(login, now: now) {
      throw Problem(429, "too-many-attempts", "Too many wrong passwords", retryAfter: wait)
    }
    let isRight = sandbox.personas[login] != nil && password == Sandbox.password
    sandbox.doors.note(login, isRight: isRight, now: now)
    return isRight
  }

  private func byRefresh(_ form: [String: String]) throws -> Answer {
    guard let token = form["refresh_token"] else {
      return AccessCalls.refusal("invalid_request", "refresh_token is missing")
    }
    switch sandbox.sessions.renewal(refresh: token) {
    case .session(let family, let login): return try grant(login, family: family)
    case .reused(let family):
      try sandbox.record(.access(.revoke(family: family)))
      return AccessCalls.refusal("invalid_grant", "The refresh token was used before: the session is over")
    case .unknown: return AccessCalls.refusal("invalid_grant", "The refresh token is over")
    }
  }

  private func byDevice(_ form: [String: String]) throws -> Answer {
    guard let code = form["device_code"] else {
      return AccessCalls.refusal("invalid_request", "device_code is missing")
    }
    switch sandbox.doors.ask(device: code, now: now) {
    case .login(let login): return try grant(login, family: Randomness.hexadecimal(bytes: 8))
    case .problem(let word): return AccessCalls.refusal(word, "The device is not let in")
    }
  }

  private func grant(_ login: String, family: String) throws -> Answer {
    let (access, refresh) = (Randomness.hexadecimal(bytes: 24), Randomness.hexadecimal(bytes: 24))
    let expires = now.adding(seconds: AccessCalls.lifetime)
    try sandbox.record(
      .access(
        .grant(
          family: family, login: login, access: Sessions.fingerprint(access), refresh: Sessions.fingerprint(refresh),
          expires: expires)))
    return Answer(
      [
        "access_token": .string(access), "token_type": "Bearer", "expires_in": .integer(AccessCalls.lifetime),
        "refresh_token": .string(refresh),
      ], headers: [("Cache-Control", "no-store")])
  }

  func device() throws -> Answer {
    guard try call.form()["client_id"] != nil else {
      return AccessCalls.refusal("invalid_request", "client_id is missing")
    }
    let (device, user) = sandbox.doors.open(now: now)
    let page = "\(call.base)/activate"
    return Answer([
      "device_code": .string(device), "user_code": .string(user), "verification_uri": .string(page),
      "verification_uri_complete": .string("\(page)?user_code=\(user)"),
      "expires_in": .integer(Doors.deviceLifetime), "interval": .integer(Doors.interval),
    ])
  }

  /// An unknown token is no error (RFC 7009, 2.2).
  func revoke() throws -> Answer {
    guard let token = try call.form()["token"] else {
      return AccessCalls.refusal("invalid_request", "token is missing")
    }
    if let family = sandbox.sessions.family(of: token) { try sandbox.record(.access(.revoke(family: family))) }
    return Answer([:])
  }

  private static func refusal(_ error: String, _ description: String) -> Answer {
    Answer(["error": .string(error), "error_description": .string(description)], status: 400)
  }
}
