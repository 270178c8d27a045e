import Domain
import JSON

/// Requests in the name of a login: the bearer token from the vault, renewed once when the provider no longer takes it.
///
/// A 401 says that nothing was done, so the same request may be sent again with the new token, a mutation too. All that
/// goes wrong while renewing is therefore told as "not sent".
final class NativeSession {
  let address: Address
  let language: String
  private let transport: any Transport
  private let vault: any CredentialVault

  init(address: Address, transport: any Transport, vault: any CredentialVault, language: String) {
    self.address = address
    self.transport = transport
    self.vault = vault
    self.language = language
  }

  func exchange(_ request: Request, receive: ((ArraySlice<UInt8>) throws -> Void)? = nil) throws -> Response {
    let token = try storedCredentials().token ?? ""
    guard !token.isEmpty else { throw ProviderError.loginNeeded }
    let answer = try send(request, token: token, receive: receive)
    guard answer.status == 401 else { return answer }
    let renewed = try renewed(instead: token)
    let second = try send(request, token: renewed, receive: receive)
    guard second.status != 401 else { throw ProviderError.loginNeeded }
    return second
  }

  private func storedCredentials() throws -> Credentials {
    // A token goes only to the origin that it was issued for.
    guard let stored = try vault.load(), stored.origin == address.origin else { throw ProviderError.loginNeeded }
    return stored
  }

  private func send(
    _ request: Request, token: String, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    var request = request
    request.headers += [("Authorization", "Bearer " + token), ("Accept-Language", language)]
    do {
      return try transport.exchange(request, with: address, receive: receive).hiding([token])
    } catch let failure as TransportFailure {
      throw ProviderError.noAnswer(failure)
    } catch  where receive == nil {
      // Whatever a transport throws beside its contract proves nothing.
      throw ProviderError.noAnswer(.unknown(.other))
    }
  }

  private func renewed(instead token: String) throws -> String {
    let stored = try storedCredentials()
    // Another process has been here: using the old refresh token now would revoke the whole family.
    if let other = stored.token, other != token { return other }
    guard let refreshToken = stored.refreshToken else { throw ProviderError.loginNeeded }
    let answer = try NativeTokens.request(
      [("grant_type", "refresh_token"), ("refresh_token", refreshToken)], address: address, transport: transport)
    switch answer {
    case .issued(let tokens):
      // Saved before it is used: the old pair is dead, and losing the new one would cost the person a login.
      try vault.save(tokens.applied(to: stored))
      return tokens.access
    case .refused:
      if let other = try storedCredentials().token, other != token { return other }
      throw ProviderError.loginNeeded
    }
  }
}

/// An answer of the token endpoint (RFC 6749, 5).
struct NativeTokens: Equatable {
  let access: String
  let refresh: String?
  let expiresIn: Int?

  enum Answer: Equatable {
    case issued(NativeTokens)
    /// A stable word: `invalid_grant`, `authorization_pending`, ...
    case refused(String)
  }

  /// - Throws: `ProviderError`; a request for a token never counts as one that may have changed something.
  static func request(
    _ form: [(String, String)], to target: String = "/v1/auth/token", address: Address, transport: any Transport
  ) throws -> Answer {
    let response = try NativeForm.post(form, to: target, address: address, transport: transport)
    guard let json = try? JSON(parsing: response.body), case .object = json else {
      throw NativeProblem.error(response)
    }
    if response.status == 200 { return .issued(try NativeTokens(json)) }
    guard response.status == 400 || response.status == 401, case .string(let word)? = json["error"] else {
      throw NativeProblem.error(response)
    }
    return .refused(word)
  }

  private init(_ json: JSON) throws(ProviderError) {
    do throws(FieldError) {
      let fields = try Fields(json, "token")
      access = try fields.string("access_token")
      refresh = try fields.optionalString("refresh_token")
      expiresIn = try fields.optionalCount("expires_in")
    } catch {
      throw .malformed(error.description)
    }
    guard !access.isEmpty else { throw .malformed("token.access_token: a value is due") }
  }

  func applied(to credentials: Credentials) -> Credentials {
    var credentials = credentials
    credentials.token = access
    credentials.refreshToken = refresh ?? credentials.refreshToken
    return credentials
  }
}

enum NativeForm {
  static func post(
    _ form: [(String, String)], to target: String, address: Address, transport: any Transport
  ) throws -> Response {
    let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")]
    let request = Request(
      "POST", target, headers: headers, body: Encoding.form(form + [("client_id", "kabinet")]), limit: 64 << 10)
    let secrets = form.filter { ["password", "refresh_token", "device_code", "token"].contains($0.0) }.map(\.1)
    do {
      return try transport.exchange(request, with: address, receive: nil).hiding(secrets)
    } catch let failure as TransportFailure {
      throw ProviderError.noAnswer(.notSent(failure.cause))
    }
  }
}
