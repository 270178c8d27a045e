import Domain

/// Login and logout of ABillS. The password is kept in the vault, because a session may be lost at any moment: a login
/// elsewhere ends it.
package struct ABillSSignIn: SignIn {
  private let address: Address
  private let transport: any Transport
  private let vault: any CredentialVault
  package let offersDevice = false

  package init(address: Address, transport: any Transport, vault: any CredentialVault) {
    self.address = address
    self.transport = transport
    self.vault = vault
  }

  package func signIn(login: String, password: String) throws {
    _ = try ABillSSession.logIn(login, password, address: address, transport: transport, vault: vault)
  }

  package func startDevice() throws -> DeviceAuthorization {
    throw ProviderError.malformed("device: this dialect has no such login")
  }

  package func poll(_ device: DeviceAuthorization) throws -> DevicePoll {
    throw ProviderError.malformed("device: this dialect has no such login")
  }

  package func signOut() throws -> Bool {
    var isEnded = false
    if let stored = try vault.load(), stored.origin == address.origin, let session = stored.token {
      let request = Request(
        "DELETE", ABillSSession.target("/user/logout/", at: address), headers: [("USERSID", session)], limit: 64 << 10)
      let response = try? ABillSSession.exchange(request, address, transport)
      isEnded = response.map { (200...299).contains($0.status) } ?? false
    }
    try vault.erase()
    return isEnded
  }
}
