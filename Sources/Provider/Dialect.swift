import Domain
import JSON

/// The kinds of API that Kabinet speaks. The raw values are stored in the configuration.
package enum Dialect: String, Sendable, CaseIterable {
  case native
  case abills
  case ubilling
  case mikbill
  case tmforum

  /// The system's own name.
  package var title: String {
    switch self {
    case .native: "Kabinet API v1"
    case .abills: "ABillS"
    case .ubilling: "Ubilling"
    case .mikbill: "MikBiLL"
    case .tmforum: "TM Forum"
    }
  }

  /// What it can do at most; an installation may lack some of it.
  package var abilities: Set<Capability> {
    switch self {
    case .native: Set(Capability.allCases)
    case .abills: ABillSProvider.abilities
    case .ubilling: UbillingProvider.abilities
    case .mikbill: MikBillProvider.abilities
    case .tmforum: TMForumProvider.abilities
    }
  }

  /// Whether a mutation is known by the client's key, and a ledger's entry names the key that caused it.
  package var honoursKeys: Bool { self == .native }

  /// A system that was found, and where it lives: a person types the site, and it may live in a folder of it.
  package struct Found: Sendable, Equatable {
    package let dialect: Dialect
    package let address: Address

    package init(dialect: Dialect, address: Address) {
      self.dialect = dialect
      self.address = address
    }
  }

  /// Asks an address, without any secret, which of them lives there; nil when it answers and is none of them.
  ///
  /// - Parameter candidates: those that are looked for.
  /// - Throws: `ProviderError.noAnswer` when it does not answer at all.
  package static func detect(
    _ address: Address, among candidates: [Dialect] = allCases, transport: any Transport
  ) throws -> Found? {
    if address.scheme == "sandbox" { return Found(dialect: .native, address: address) }
    var silence: ProviderError?
    // Most specific first: a path that only one of them has.
    let ordered = candidates.filter { $0.isNamed(by: address) } + candidates.filter { !$0.isNamed(by: address) }
    for dialect in ordered {
      for place in dialect.places(address) {
        do {
          let response = try transport.exchange(dialect.question(place), with: place, receive: nil)
          if dialect.recognises(response) { return Found(dialect: dialect, address: place) }
        } catch let failure as TransportFailure {
          // A site may redirect or drop one path and answer the other; a host that cannot be reached answers none.
          guard case .unknown = failure else { throw ProviderError.noAnswer(failure) }
          silence = silence ?? .noAnswer(failure)
        }
      }
    }
    if let silence { throw silence }
    return nil
  }

  private func isNamed(by address: Address) -> Bool {
    switch self {
    case .native: false
    case .abills: address.path.hasSuffix("/api.cgi")
    case .ubilling: address.path.hasSuffix(".php") || address.path.hasSuffix("/userstats")
    case .mikbill: address.path.hasSuffix(MikBillSession.root)
    case .tmforum: address.path.hasSuffix(TMForumAPI.folder)
    }
  }

  /// Where it may live, seen from what a person typed.
  private func places(_ address: Address) -> [Address] {
    if self == .tmforum { return [TMForumAPI.gateway(address)] }
    guard self == .ubilling, !isNamed(by: address) else { return [address] }
    return [address, address.appending("/userstats")]
  }

  private func question(_ address: Address) -> Request {
    let target =
      switch self {
      case .native: "/v1/"
      case .abills: ABillSSession.target("/user/", at: address)
      case .ubilling:
        UbillingSession.target("xmlagent=true&json=true&justauth=true&uberlogin=nobody&uberpassword=0", at: address)
      case .mikbill: MikBillSession.target("/user", at: address)
      case .tmforum: TMForumAPI.question
      }
    return Request("GET", target, headers: [("Accept", "application/json")], deadlineSeconds: 10, limit: 256 << 10)
  }

  private func recognises(_ response: Response) -> Bool {
    if self == .ubilling {
      return response.status == 200 || response.status == 401 ? UbillingAnswer.isRefusal(response.body) : false
    }
    if self == .tmforum { return TMForumAnswer.isRefusal(response) }
    guard let json = try? JSON(parsing: response.body) else { return false }
    switch self {
    case .native: return response.status == 200 && json["api"] == "kabinet" && json["version"] == 1
    case .abills:
      // Without a session: {"errno":10,...}.
      let code = Loose(json["errno"] ?? json["error"], "errno").integer
      return code == ABillSAnswer.accessDenied
    case .mikbill:
      // Without a token: {"success":false,"code":...,"message":"..."}.
      return json["success"] == false && Loose(json["code"], "code").integer != nil && json["message"] != nil
    case .ubilling, .tmforum: return false
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
    case .ubilling:
      UbillingProvider(
        address: address, transport: transport, vault: vault, clock: clock, deadlineSeconds: deadlineSeconds)
    case .mikbill:
      MikBillProvider(
        address: address, transport: transport, vault: vault, clock: clock, deadlineSeconds: deadlineSeconds)
    case .tmforum:
      TMForumProvider(
        address: address, transport: transport, vault: vault, clock: clock, deadlineSeconds: deadlineSeconds)
    }
  }

  package func signIn(
    at address: Address, transport: any Transport, vault: any CredentialVault, clock: @escaping () -> Timestamp
  ) -> any SignIn {
    switch self {
    case .native: NativeSignIn(address: address, transport: transport, vault: vault, clock: clock)
    case .abills: ABillSSignIn(address: address, transport: transport, vault: vault)
    case .ubilling: UbillingSignIn(address: address, transport: transport, vault: vault)
    case .mikbill: MikBillSignIn(address: address, transport: transport, vault: vault)
    case .tmforum: TMForumSignIn(address: address, transport: transport, vault: vault)
    }
  }
}
