import Domain
import Provider
import TestSupport
import Testing

/// A dialect against its own fake system, logged in, with a wire between them that can fail.
struct Subject {
  let system: any FakeSystem
  let wire: FaultyWire
  let vault = MemoryVault()
  let provider: any Provider
  static let address = Address(scheme: "https", host: "my.provider.example", port: nil, path: "")

  init(_ dialect: Dialect, ableTo kind: Action.Kind? = nil) throws {
    let system = Systems.make(dialect, ableTo: kind)
    self.system = system
    wire = FaultyWire(system)
    let clock = { system.now }
    provider = dialect.provider(
      at: Subject.address, transport: wire, vault: vault, clock: clock, language: "en")
    try logIn()
    wire.rearm()
  }

  func logIn() throws {
    try system.dialect.signIn(at: Subject.address, transport: wire, vault: vault, clock: { system.now })
      .signIn(login: system.login, password: system.password)
  }

  var account: String { system.accountID }

  func pull(since cursor: Cursor? = nil) throws -> Pulled {
    var pulled = Pulled()
    pulled.came = try provider.changes(of: account, since: cursor) { pulled.steps.append($0) }
    return pulled
  }

  /// The action of a kind that the subscriber could do now; nil where the dialect has none.
  func action(_ kind: Action.Kind) -> Action? { system.possible.first { $0.kind == kind } }

  /// An intent as the client makes it: checked, with its frozen body, and taken.
  func intent(_ action: Action, key: String = "key-1") throws -> Intent {
    let terms = try provider.check(action, for: account)
    var intent = Intent(
      key: key, account: "shelf", action: action, body: provider.body(for: action, terms: terms), terms: terms,
      created: system.now, validUntil: system.now.adding(seconds: 3600))
    try intent.apply(.take, at: system.now)
    wire.rearm()
    return intent
  }

  func wait(seconds: Int64) { system.now = system.now.adding(seconds: seconds) }

  /// All secrets that the client knows.
  var secrets: [String] {
    [system.password, vault.stored?.token, vault.stored?.refreshToken, vault.stored?.password].compactMap { $0 }
  }
}

/// What one call of `changes` brought.
struct Pulled {
  var steps: [PullStep] = []
  var came = false

  var changes: [Change] { steps.compactMap { if case .change(let change) = $0 { change } else { nil } } }
  var entries: [LedgerEntry] { changes.compactMap { if case .entry(let entry) = $0 { entry } else { nil } } }

  var account: Account? {
    changes.lazy.compactMap { if case .account(let account) = $0 { account } else { nil } }.first
  }

  var end: (cursor: Cursor?, head: LedgerHead?)? {
    guard case .end(let cursor, let head)? = steps.last else { return nil }
    return (cursor, head)
  }
}

/// A dialect and a kind of action: the arguments of a fact about actions.
struct Deed: Sendable, CustomTestStringConvertible {
  let dialect: Dialect
  let kind: Action.Kind

  var testDescription: String { "\(dialect.rawValue) \(kind.rawValue)" }

  /// Every action of every dialect that has it.
  static let all = Dialect.allCases.flatMap { dialect in
    Action.Kind.allCases.map { Deed(dialect: dialect, kind: $0) }.filter { deed in
      Systems.make(dialect, ableTo: deed.kind).possible.contains { $0.kind == deed.kind }
    }
  }
}
