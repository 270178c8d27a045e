import Domain
import JSON

/// Login at the gateway before the interfaces.
///
/// Their documents say nothing of logins; what stands before them in practice is an OAuth 2 gateway, and the plainest ways
/// that need no registered page are two. Where the gateway publishes its token endpoint (RFC 8414 or OpenID Connect), name
/// and password are exchanged there: of the subscriber, or of a client that acts for one where only that grant is offered.
/// Where it publishes none, what is typed as the password is an access token of the provider's making; it is tried at
/// once, and when it ends there is a new login.
package struct TMForumSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault

  package init(address: Address, transport: any Transport, vault: any CredentialVault) {
    self.address = TMForumAPI.gateway(address)
    self.transport = transport
    self.vault = vault
  }

  package func signIn(login: String, password: String) throws {
    let credentials = Credentials(origin: address.origin, login: login, password: password)
    switch try place() {
    case .here(let endpoint):
      guard try exchange(endpoint.form(login, password), at: endpoint, for: credentials) else {
        throw ProviderError.refused(SignInReason.wrongCredentials)
      }
    case .elsewhere: try take(token: password, login, orElse: TMForumReasons.tokenElsewhere)
    case .nowhere: try take(token: password, login, orElse: SignInReason.wrongCredentials)
    }
  }

  /// - Throws: `.loginNeeded` where nothing is left to renew with.
  func renew(_ stored: Credentials) throws {
    guard stored.refreshToken != nil || stored.password != nil, case .here(let endpoint) = try place() else {
      throw ProviderError.loginNeeded
    }
    if let token = stored.refreshToken {
      let form = [("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", "kabinet")]
      if try exchange(form, at: endpoint, for: stored) { return }
    }
    guard let login = stored.login, let password = stored.password,
      try exchange(endpoint.form(login, password), at: endpoint, for: stored)
    else { throw ProviderError.loginNeeded }
  }

  // MARK: - The token endpoint

  private struct Endpoint {
    let path: String
    /// Whether a subscriber's own name and password will do.
    let takesPasswords: Bool

    func form(_ login: String, _ password: String) -> [(String, String)] {
      takesPasswords
        ? [("grant_type", "password"), ("username", login), ("password", password), ("client_id", "kabinet")]
        : [("grant_type", "client_credentials"), ("client_id", login), ("client_secret", password)]
    }
  }

  private static let metadata = ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"]

  /// Where tokens are had, as the gateway publishes it.
  private enum Place {
    case here(Endpoint)
    /// On another host: a secret goes only to the one that was typed.
    case elsewhere
    case nowhere
  }

  private func place() throws -> Place {
    let host = Address(scheme: address.scheme, host: address.host, port: address.port, path: "")
    for path in TMForumSignIn.metadata {
      let request = Request("GET", path, headers: [("Accept", "application/json")], limit: 256 << 10)
      let response = try transport.answer(request, from: host)
      if response.status == 503 || response.status == 429 { throw ProviderError.wait(seconds: response.retryAfter) }
      if response.status >= 500, response.status != 501 { throw ProviderError.broken(status: response.status) }
      guard response.status == 200, let json = try? JSON(parsing: response.body),
        let text = Loose(json["token_endpoint"], path).text
      else { continue }
      guard text.hasPrefix(host.origin + "/"), Link.isPlain(text) else { return .elsewhere }
      let grants = json["grant_types_supported"] ?? []
      return .here(
        Endpoint(path: String(text.dropFirst(host.origin.count)), takesPasswords: grants != ["client_credentials"]))
    }
    return .nowhere
  }

  /// - Returns: false when it was refused.
  private func exchange(
    _ form: [(String, String)], at endpoint: Endpoint, for credentials: Credentials
  ) throws -> Bool {
    let host = Address(scheme: address.scheme, host: address.host, port: address.port, path: "")
    let request = Request(
      "POST", endpoint.path,
      headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")],
      body: Encoding.form(form), limit: 256 << 10)
    let secrets = form.filter { ["password", "client_secret", "refresh_token"].contains($0.0) }.map(\.1)
    let response = try transport.answer(request, from: host).hiding(secrets)
    if response.status == 503 || response.status == 429 { throw ProviderError.wait(seconds: response.retryAfter) }
    if response.status >= 500 { throw ProviderError.broken(status: response.status) }
    let answer = Loose(try? JSON(parsing: response.body), "token")
    guard response.status == 200 else {
      _ = try answer["error"].required(answer["error"].text, "a word")
      return false
    }
    var renewed = credentials
    renewed.token = try answer["access_token"].required(answer["access_token"].text, "a value")
    renewed.refreshToken = answer["refresh_token"].text ?? credentials.refreshToken
    try vault.save(renewed)
    return true
  }

  // MARK: - A token of the provider's making

  private func take(token: String, _ login: String, orElse reason: Reason) throws {
    guard Link.isPlain(token) else { throw ProviderError.refused(reason) }
    let request = Request(
      "GET", TMForumAPI.question, headers: [("Authorization", "Bearer " + token), ("Accept", "application/json")])
    let response = try transport.answer(request, from: address).hiding([token])
    switch try TMForumAnswer(response, "billingAccount") {
    case .value(let accounts, _, _):
      _ = try accounts.elements()
      try vault.save(Credentials(origin: address.origin, login: login, token: token))
    case .failed: throw ProviderError.refused(reason)
    case .absent: throw ProviderError.malformed("billingAccount: there is no such call")
    }
  }

  /// No document has a call that ends a session; the token is forgotten here.
  package func signOut() throws -> Bool {
    try vault.erase()
    return false
  }
}
