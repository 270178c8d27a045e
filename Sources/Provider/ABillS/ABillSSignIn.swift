import Domain
import JSON

/// Login and logout of ABillS. A password is kept in the vault, because a session may be lost at any moment: a login
/// elsewhere ends it. A login by telephone leaves none, and a lost session is then a new login.
package final class ABillSSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  package let offersPhone = true
  /// What the installation calls the message that it has sent.
  private var authCode: JSON?

  package init(address: Address, transport: any Transport, vault: any CredentialVault) {
    self.address = address
    self.transport = transport
    self.vault = vault
  }

  package func signIn(login: String, password: String) throws {
    _ = try ABillSSession.logIn(login, password, address: address, transport: transport, vault: vault)
  }

  package func sendCode(toPhone phone: String) throws {
    switch try post(["phone": .string(phone)], hiding: []) {
    case .failed: throw ProviderError.refused(SignInReason.unknownPhone)
    case .value(let answer): authCode = try answer["authCode"].required(answer["authCode"].json, "a code's name")
    }
  }

  package func signIn(phone: String, code: String) throws {
    var members: [String: JSON] = ["pinCode": .string(code)]
    members["authCode"] = authCode
    switch try post(members, hiding: [code]) {
    case .failed: throw ProviderError.refused(SignInReason.wrongCode)
    case .value(let answer):
      guard let session = answer["sid"].text else { throw try several(answer["users"]) }
      try vault.save(Credentials(origin: address.origin, login: answer["login"].text ?? phone, token: session))
    }
  }

  /// One telephone, several subscribers: nobody but the person may choose.
  private func several(_ users: Loose) throws -> ProviderError {
    let logins = try users.elements().compactMap { $0["login"].text }.joined(separator: ", ")
    return ProviderError.refused(
      Reason(
        code: "several-accounts",
        label: LocalizedText(
          russian: "На этот телефон записано несколько абонентов: \(logins)",
          english: "Several subscribers have this telephone: \(logins)"),
        remedy: LocalizedText(
          russian: "Войдите с логином и паролем одного из них", english: "Log in with the name and password of one")))
  }

  private func post(_ members: [String: JSON], hiding secrets: [String]) throws -> ABillSAnswer {
    let request = Request(
      "POST", ABillSSession.target("/user/login", at: address),
      headers: [("Accept", "application/json"), ("Content-Type", "application/json")],
      body: JSON.object(members).bytes, limit: 64 << 10)
    let response = try transport.answer(request, from: address).hiding(secrets)
    return try ABillSAnswer(response, "login")
  }

  package func signOut() throws -> Bool {
    var isEnded = false
    if let stored = try vault.load(), stored.origin == address.origin, let session = stored.token {
      let request = Request(
        "DELETE", ABillSSession.target("/user/logout/", at: address), headers: [("USERSID", session)], limit: 64 << 10)
      let response = try? transport.answer(request, from: address)
      isEnded = response.map { (200...299).contains($0.status) } ?? false
    }
    try vault.erase()
    return isEnded
  }
}
