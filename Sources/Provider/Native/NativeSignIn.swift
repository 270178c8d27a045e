import Domain
import JSON

/// Login, device authorisation and logout of the native API. The password is used once and not kept.
package struct NativeSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  private let clock: () -> Timestamp
  package let offersDevice = true

  package init(
    address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp
  ) {
    self.address = address
    self.transport = transport
    self.vault = vault
    self.clock = clock
  }

  package func signIn(login: String, password: String) throws {
    let form = [("grant_type", "password"), ("username", login), ("password", password)]
    switch try NativeTokens.request(form, address: address, transport: transport) {
    case .issued(let tokens): try keep(tokens, login: login)
    case .refused("invalid_grant"): throw ProviderError.refused(SignInReason.wrongCredentials)
    case .refused(let word): throw ProviderError.refused(NativeSignIn.reason(word))
    }
  }

  package func startDevice() throws -> DeviceAuthorization {
    let response = try NativeForm.post([], to: "/v1/auth/device", address: address, transport: transport)
    let json = try NativeProblem.json(response)
    return try NativeProblem.reading { () throws(FieldError) in
      let fields = try Fields(json, "device")
      guard let page = Link.resolved(try fields.string("verification_uri"), at: address) else {
        throw fields.error("verification_uri", "an https address is due")
      }
      return DeviceAuthorization(
        deviceCode: try fields.string("device_code"), userCode: try fields.string("user_code"), verificationURI: page,
        completeURI: try fields.optionalString("verification_uri_complete").flatMap { Link.resolved($0, at: address) },
        expiresIn: try fields.count("expires_in", limit: 86_400),
        interval: try fields.optionalCount("interval", limit: 600) ?? 5)
    }
  }

  package func poll(_ device: DeviceAuthorization) throws -> DevicePoll {
    let form = [
      ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", device.deviceCode),
    ]
    switch try NativeTokens.request(form, address: address, transport: transport) {
    case .issued(let tokens):
      try keep(tokens, login: nil)
      return .confirmed
    case .refused("authorization_pending"): return .pending
    case .refused("slow_down"): return .slowDown
    case .refused("expired_token"), .refused("invalid_grant"): throw ProviderError.refused(SignInReason.expired)
    case .refused("access_denied"): throw ProviderError.refused(SignInReason.denied)
    case .refused(let word): throw ProviderError.refused(NativeSignIn.reason(word))
    }
  }

  package func signOut() throws -> Bool {
    var isRevoked = false
    if let stored = try vault.load(), stored.origin == address.origin, let token = stored.refreshToken ?? stored.token {
      let response = try? NativeForm.post(
        [("token", token)], to: "/v1/auth/revoke", address: address, transport: transport)
      isRevoked = response.map { (200...299).contains($0.status) } ?? false
    }
    try vault.erase()
    return isRevoked
  }

  private func keep(_ tokens: NativeTokens, login: String?) throws {
    let expires = tokens.expiresIn.map { clock().adding(seconds: Int64($0)) }
    try vault.save(tokens.applied(to: Credentials(origin: address.origin, login: login, expires: expires)))
  }

  private static func reason(_ word: String) -> Reason {
    Reason(
      code: word, label: LocalizedText(russian: "Провайдер отказал во входе", english: "The provider refused the login")
    )
  }
}
