import Domain

/// Requests with a bearer token. A lost session is renewed once: by the refresh token, else by the stored password.
///
/// A 401 says that nothing was done, so the same request may be sent again with the new token, a mutation too. All that
/// goes wrong while renewing is therefore told as "not sent".
final class TMForumSession {
  let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  private let deadline: Int
  /// The provider's clock at the last answer.
  private(set) var serverTime: Timestamp?
  /// Where interfaces with several possible places were found.
  private var found: [TMForumAPI: String] = [:]

  init(address: Address, transport: any Transport, vault: any CredentialVault, deadline: Int) {
    self.address = TMForumAPI.gateway(address)
    self.transport = transport
    self.vault = vault
    self.deadline = deadline
  }

  /// - Throws: `ProviderError`.
  func call(_ method: String, _ api: TMForumAPI, _ path: String, body: String? = nil) throws -> TMForumAnswer {
    for root in found[api].map({ [$0] }) ?? api.roots {
      let answer = try call(method, root + path, body)
      // A 404 says that nothing was done, so the next place may be tried, with a mutation too.
      if case .absent = answer { continue }
      found[api] = root
      return answer
    }
    return .absent
  }

  private func call(_ method: String, _ target: String, _ body: String?) throws -> TMForumAnswer {
    guard let token = try credentials().token else { throw ProviderError.loginNeeded }
    let answer = try send(method, target, body, token)
    guard case .failed(TMForumAnswer.unauthorized, _, _) = answer else { return answer }
    let second = try send(method, target, body, try renewed(instead: token))
    if case .failed(TMForumAnswer.unauthorized, _, _) = second { throw ProviderError.loginNeeded }
    return second
  }

  private func credentials() throws -> Credentials {
    guard let stored = try vault.load(), stored.origin == address.origin else { throw ProviderError.loginNeeded }
    return stored
  }

  private func send(_ method: String, _ target: String, _ body: String?, _ token: String) throws -> TMForumAnswer {
    let type = body == nil ? [] : [("Content-Type", "application/json;charset=utf-8")]
    let request = Request(
      method, target, headers: [("Authorization", "Bearer " + token), ("Accept", "application/json")] + type,
      // Tickets carry their files inside.
      body: body.map { Array($0.utf8) }, deadlineSeconds: deadline, limit: method == "GET" ? 64 << 20 : 8 << 20)
    let response = try transport.answer(request, from: address).hiding([token])
    serverTime = response.serverTime
    let resource = target.split(separator: "/").last.map(String.init) ?? target
    return try TMForumAnswer(response, String(resource.prefix { $0 != "?" }))
  }

  private func renewed(instead token: String) throws -> String {
    let stored = try credentials()
    // Another process has been here.
    if let other = stored.token, other != token { return other }
    let signIn = TMForumSignIn(address: address, transport: transport, vault: vault)
    do {
      try signIn.renew(stored)
    } catch ProviderError.refused {
      throw ProviderError.loginNeeded
    } catch ProviderError.noAnswer(let failure) {
      throw ProviderError.noAnswer(.notSent(failure.cause))
    }
    return try credentials().token ?? token
  }
}
