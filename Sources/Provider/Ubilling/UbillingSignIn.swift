import Domain

/// The login to userstats. What is kept is the password's MD5, which is all that the protocol ever wants.
package struct UbillingSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault

  package init(address: Address, transport: any Transport, vault: any CredentialVault) {
    self.address = address
    self.transport = transport
    self.vault = vault
  }

  package func signIn(login: String, password: String) throws {
    let hash = MD5.hexadecimal(password)
    do {
      let answer = try UbillingSession.call(
        "xmlagent=true&json=true", "userdata", login: login, hash: hash, address: address, transport: transport,
        deadline: 20)
      _ = try answer.value["login"].required(answer.value["login"].text, "a login")
    } catch ProviderError.loginNeeded {
      throw ProviderError.refused(SignInReason.wrongCredentials)
    }
    try vault.save(Credentials(origin: address.origin, login: login, token: hash))
  }

  /// There is no session that could be ended.
  package func signOut() throws -> Bool {
    try vault.erase()
    return true
  }
}
