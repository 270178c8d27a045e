import Domain
import JSON

/// Requests under a session id, kept in the vault because each new login ends the session before it, also that of the
/// person's phone. A lost session is renewed once with the stored login and password.
final class ABillSSession {
  let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  private let deadline: Int
  /// The provider's clock at the last answer.
  private(set) var serverTime: Timestamp?
  /// A new session was made in place of one that was taken away.
  var wasRenewed = false

  init(address: Address, transport: any Transport, vault: any CredentialVault, deadline: Int) {
    self.address = address
    self.transport = transport
    self.vault = vault
    self.deadline = deadline
  }

  /// Where the API lives: the address may name it or only the site.
  static func target(_ path: String, at address: Address) -> String {
    (address.path.hasSuffix("/api.cgi") ? "" : "/api.cgi") + path
  }

  /// - Throws: `ProviderError`; `.noAnswer(.notSent)` for everything that goes wrong before the request is accepted: the
  ///   installation answers a request without a session before it looks at it.
  func call(
    _ method: String, _ path: String, body: [UInt8]? = nil, limit: Int = 8 << 20, within seconds: Int? = nil
  ) throws -> ABillSAnswer {
    let stored = try credentials()
    let session = try stored.token ?? renewed(instead: nil)
    func answer(in session: String) throws -> ABillSAnswer {
      try ABillSAnswer(
        exchange(method, path, body: body, session: session, limit: limit, within: seconds), path)
    }
    let first = try answer(in: session)
    guard case .failed(ABillSAnswer.accessDenied, _) = first else { return first }
    let second = try answer(in: try renewed(instead: session))
    if case .failed(ABillSAnswer.accessDenied, _) = second { throw ProviderError.loginNeeded }
    return second
  }

  /// A file of the provider's, whatever is in it; an error is JSON as elsewhere.
  func file(_ path: String) throws -> [UInt8] {
    let stored = try credentials()
    let session = try stored.token ?? renewed(instead: nil)
    var response = try exchange("GET", path, body: nil, session: session, limit: 32 << 20)
    if response.status == 401 {
      response = try exchange("GET", path, body: nil, session: try renewed(instead: session), limit: 32 << 20)
    }
    guard response.status != 200 || response.body.first == UInt8(ascii: "{") else { return response.body }
    switch try ABillSAnswer(response, path) {
    case .failed(let code, let text): throw ProviderError.refused(ABillSReasons.reason(code, text))
    // A file may itself be JSON.
    case .value: return response.body
    }
  }

  private func credentials() throws -> Credentials {
    guard let stored = try vault.load(), stored.origin == address.origin else { throw ProviderError.loginNeeded }
    return stored
  }

  private func exchange(
    _ method: String, _ path: String, body: [UInt8]?, session: String, limit: Int, within seconds: Int? = nil
  ) throws -> Response {
    let type = body == nil ? [] : [("Content-Type", "application/json")]
    let request = Request(
      method, ABillSSession.target(path, at: address),
      headers: [("USERSID", session), ("Accept", "application/json")] + type, body: body,
      deadlineSeconds: seconds ?? deadline,
      limit: limit)
    let response = try transport.answer(request, from: address).hiding([session])
    serverTime = response.serverTime
    return response
  }

  private func renewed(instead session: String?) throws -> String {
    let stored = try credentials()
    // Another process has renewed it; one more login would end its session.
    if let other = stored.token, other != session { return other }
    guard let login = stored.login, let password = stored.password else { throw ProviderError.loginNeeded }
    do {
      let renewed = try ABillSSession.logIn(login, password, address: address, transport: transport, vault: vault)
      wasRenewed = wasRenewed || session != nil
      return renewed
    } catch ProviderError.refused {
      throw ProviderError.loginNeeded
    } catch ProviderError.noAnswer(let failure) {
      throw ProviderError.noAnswer(.notSent(failure.cause))
    }
  }

  /// Logs in and saves the session before it is used.
  static func logIn(
    _ login: String, _ password: String, address: Address, transport: any Transport, vault: any CredentialVault
  ) throws -> String {
    let body = JSON.object(["login": .string(login), "password": .string(password)]).bytes
    let request = Request(
      "POST", target("/user/login", at: address),
      headers: [("Accept", "application/json"), ("Content-Type", "application/json")], body: body, limit: 64 << 10)
    switch try ABillSAnswer(try transport.answer(request, from: address).hiding([password]), "login") {
    case .failed: throw ProviderError.refused(SignInReason.wrongCredentials)
    case .value(let answer):
      let session = try answer["sid"].required(answer["sid"].text, "a session id")
      try vault.save(Credentials(origin: address.origin, login: login, password: password, token: session))
      return session
    }
  }
}
