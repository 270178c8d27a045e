import Domain
import JSON
import TestSupport

@testable import Provider

/// MikBiLL over its small system, logged in, with answers that can be replaced.
struct MikBillFixture {
  let system: MikBillSystem
  let wire: FaultyWire
  let provider: MikBillProvider

  init(inDebt: Bool = false, isOnHold: Bool = false) throws {
    let system = MikBillSystem(inDebt: inDebt, isOnHold: isOnHold)
    self.system = system
    wire = FaultyWire(system)
    let vault = MemoryVault()
    provider = MikBillProvider(address: home, transport: wire, vault: vault, clock: { system.now })
    try MikBillSignIn(address: home, transport: wire, vault: vault)
      .signIn(login: system.login, password: system.password)
    wire.rearm()
  }

  /// What a route answers from now on, with success.
  func says(_ route: String, _ data: String) {
    system.instead[route] = #"{"success":true,"code":0,"data":\#(data),"message":"ОК"}"#
  }

  func refuses(_ route: String) { system.instead[route] = #"{"success":false,"code":-399,"message":"Access denied"}"# }

  func pull() throws -> [Change] {
    var changes: [Change] = []
    _ = try provider.changes(of: "258", since: nil) { step in
      if case .change(let change) = step { changes.append(change) }
    }
    return changes
  }

  func items<Member: CollectionMember>(_ type: Member.Type) throws -> [Member] {
    try pull().compactMap { change in
      guard case .item(let item) = change, item.collection == Member.collection else { return nil }
      return try Member(json: item.json)
    }
  }

  func account() throws -> Account {
    for case .account(let account) in try pull() { return account }
    throw ProviderError.unknownAccount
  }

  func check(_ action: Action) throws -> Check { try provider.check(action, for: "258") }

  func codes(_ action: Action) throws -> [String] { try check(action).eligibility.reasons.map(\.code) }

  /// An intent whose answer was lost at this moment.
  func lost(_ action: Action) throws -> Intent {
    let terms = try check(action)
    return try intent(
      action, body: provider.body(for: action, terms: terms), terms: terms, sentAt: system.now)
  }

  func settle(_ intent: Intent, after seconds: Int64 = 0) throws -> Settlement {
    system.now = system.now.adding(seconds: seconds)
    return try provider.settle(intent, for: "258")
  }
}

let done = Settlement.done(reference: nil, link: nil)
