import Domain

/// Login by name and password, or by telephone and a code from a message.
package struct MikBillSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  package let offersPhone = true

  package init(address: Address, transport: any Transport, vault: any CredentialVault) {
    self.address = address
    self.transport = transport
    self.vault = vault
  }

  package func signIn(login: String, password: String) throws {
    switch try post("/auth/login", [("login", login), ("password", password)], hiding: [password]) {
    case .failed: throw ProviderError.refused(SignInReason.wrongCredentials)
    case .value(let data):
      let token = try data["token"].required(data["token"].text, "a token")
      try vault.save(Credentials(origin: address.origin, login: login, password: password, token: token))
    }
  }

  package func sendCode(toPhone phone: String) throws {
    guard case .failed(let code, let text) = try post("/auth/phone", [("phone", phone)], hiding: []) else { return }
    // The one code that the vendor's own client knows.
    throw ProviderError.refused(code == -12 ? SignInReason.unknownPhone : MikBillReasons.reason(code, text))
  }

  package func signIn(phone: String, code: String) throws {
    switch try post("/auth/phone/otp", [("otp", code)], hiding: [code]) {
    case .failed: throw ProviderError.refused(SignInReason.wrongCode)
    case .value(let data):
      let token = try data["token"].required(data["token"].text, "a token")
      try vault.save(Credentials(origin: address.origin, login: phone, token: token))
    }
  }

  private func post(_ path: String, _ form: [(String, String)], hiding secrets: [String]) throws -> MikBillAnswer {
    let request = Request(
      "POST", MikBillSession.target(path, at: address),
      headers: [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")],
      body: Encoding.form(form), limit: 64 << 10)
    return try MikBillAnswer(try transport.answer(request, from: address).hiding(secrets), "login")
  }

  /// The cabinet has no call that ends a session; the token is forgotten here.
  package func signOut() throws -> Bool {
    try vault.erase()
    return false
  }
}
