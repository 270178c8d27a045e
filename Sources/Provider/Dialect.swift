import Domain
import JSON

/// The kinds of API that Kabinet speaks. The raw values are stored in the configuration.
package enum Dialect: String, Sendable, CaseIterable {
  case native
  case abills

  /// Whether a mutation is known by the client's key, and a ledger's entry names the key that caused it.
  package var honoursKeys: Bool { self == .native }

  /// Asks an address, without any secret, which of them lives there; nil when it answers and is none of them.
  ///
  /// - Throws: `ProviderError.noAnswer` when it does not answer at all.
  package static func detect(_ address: Address, transport: any Transport) throws -> Dialect? {
    if address.scheme == "sandbox" { return .native }
    // Most specific first: a path that only ABillS has.
    let order: [Dialect] = address.path.hasSuffix("/api.cgi") ? [.abills, .native] : [.native, .abills]
    var silence: ProviderError?
    for dialect in order {
      do {
        let response = try transport.exchange(dialect.question(address), with: address, receive: nil)
        if dialect.recognises(response) { return dialect }
      } catch let failure as TransportFailure {
        // A site may redirect or drop one path and answer the other; a host that cannot be reached answers none.
        guard case .unknown = failure else { throw ProviderError.noAnswer(failure) }
        silence = silence ?? .noAnswer(failure)
      }
    }
    if let silence { throw silence }
    return nil
  }

  private func question(_ address: Address) -> Request {
    let target =
      switch self {
      case .native: "/v1/"
      case .abills: ABillSSession.target("/user/", at: address)
      }
    return Request("GET", target, headers: [("Accept", "application/json")], deadlineSeconds: 10, limit: 256 << 10)
  }

  private func recognises(_ response: Response) -> Bool {
    guard let json = try? JSON(parsing: response.body) else { return false }
    switch self {
    case .native: return response.status == 200 && json["api"] == "kabinet" && json["version"] == 1
    case .abills:
      // Without a session: {"errno":10,...}.
      let code = Loose(json["errno"] ?? json["error"], "errno").integer
      return code == ABillSAnswer.accessDenied
    }
  }

  /// The provider that speaks it; nothing is sent before the first call.
  package func provider(
    at address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp,
    language: String, deadlineSeconds: Int = 20
  ) -> any Provider {
    switch self {
    case .native:
      NativeProvider(
        address: address, transport: transport, vault: vault, language: language, deadlineSeconds: deadlineSeconds)
    case .abills:
      ABillSProvider(
        address: address, transport: transport, vault: vault, clock: clock, deadlineSeconds: deadlineSeconds)
    }
  }

  package func signIn(
    at address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp
  ) -> any SignIn {
    switch self {
    case .native: NativeSignIn(address: address, transport: transport, vault: vault, clock: clock)
    case .abills: ABillSSignIn(address: address, transport: transport, vault: vault)
    }
  }
}
