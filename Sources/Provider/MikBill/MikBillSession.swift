import Domain

/// Requests with the token of a login (JWT, without a scheme's name before it). A lost session is renewed once with the
/// stored login and password; a login by telephone has none, and becomes a new login.
final class MikBillSession {
  let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  private let deadline: Int
  /// The provider's clock at the last answer.
  private(set) var serverTime: Timestamp?

  init(address: Address, transport: any Transport, vault: any CredentialVault, deadline: Int) {
    self.address = address
    self.transport = transport
    self.vault = vault
    self.deadline = deadline
  }

  static let root = "/api/v1/cabinet"

  static func target(_ path: String, at address: Address) -> String {
    (address.path.hasSuffix(root) ? "" : root) + path
  }

  /// - Parameter form: makes it a POST.
  /// - Throws: `ProviderError`; `.noAnswer(.notSent)` for everything that goes wrong before the request is accepted: the
  ///   cabinet answers a request without a session before it looks at it.
  func call(_ path: String, form: [UInt8]? = nil, limit: Int = 8 << 20) throws -> MikBillAnswer {
    guard let token = try credentials().token else { throw ProviderError.loginNeeded }
    let answer = try send(path, form, token, limit)
    guard case .failed(MikBillAnswer.unauthorized, _) = answer else { return answer }
    let second = try send(path, form, try renewed(instead: token), limit)
    if case .failed(MikBillAnswer.unauthorized, _) = second { throw ProviderError.loginNeeded }
    return second
  }

  private func credentials() throws -> Credentials {
    guard let stored = try vault.load(), stored.origin == address.origin else { throw ProviderError.loginNeeded }
    return stored
  }

  private func send(_ path: String, _ form: [UInt8]?, _ token: String, _ limit: Int) throws -> MikBillAnswer {
    let type = form == nil ? [] : [("Content-Type", "application/x-www-form-urlencoded")]
    let request = Request(
      form == nil ? "GET" : "POST", MikBillSession.target(path, at: address),
      headers: [("Authorization", token), ("Accept", "application/json")] + type, body: form,
      deadlineSeconds: deadline, limit: limit)
    let response = try transport.answer(request, from: address).hiding([token])
    serverTime = response.serverTime
    return try MikBillAnswer(response, path)
  }

  private func renewed(instead token: String) throws -> String {
    let stored = try credentials()
    // Another process has been here.
    if let other = stored.token, other != token { return other }
    guard let login = stored.login, let password = stored.password else { throw ProviderError.loginNeeded }
    do {
      let signIn = MikBillSignIn(address: address, transport: transport, vault: vault)
      try signIn.signIn(login: login, password: password)
    } catch ProviderError.refused {
      throw ProviderError.loginNeeded
    } catch ProviderError.noAnswer(let failure) {
      throw ProviderError.noAnswer(.notSent(failure.cause))
    }
    return try credentials().token ?? token
  }
}
