import Arguments
import Domain
import Language
import Platform
import Provider
import Store
import Terminal

/// `kabinet login ADDRESS`
struct Login: Command {
  static let specification = CommandSpecification(
    name: "login", aliases: ["войти", "вход"], summary: .loginSummary, group: .groupStore,
    discussion: [.loginDiscussion, .loginSecrets],
    positionals: [Positional("address", .text(.placeholderAddress), .loginAddress, isRequired: false)],
    options: [
      Option("login", short: "l", value: .text(.placeholderLogin), .loginLogin),
      Option("password-stdin", .loginPasswordStdin), Option("device", .loginDevice),
      Option("phone", value: .text(.placeholderPhone), .loginPhone),
      Option("dialect", value: .choice(Dialect.allCases.map(\.rawValue)), .loginDialect),
    ],
    examples: [
      .init("kabinet login https://lk.example.net", .loginExample),
      .init(
        "pass show isp | kabinet login https://lk.example.net --login 100100 --password-stdin", .loginExampleScript),
      .init("kabinet login sandbox:", .loginExampleSandbox),
    ],
    facts: [.startsNetwork], exitStatuses: [0, 1, 2, 5, 6, 8, 10], seeAlso: ["logout", "account list", "sync"])

  private let typed: String?
  private let login: String?
  private let readsPassword: Bool
  private let usesDevice: Bool
  private let dialect: String?
  private let phone: String?

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positional("address")
    login = invocation.value("login")
    readsPassword = invocation.flag("password-stdin")
    usesDevice = invocation.flag("device")
    dialect = invocation.value("dialect")
    phone = invocation.value("phone")
  }

  func run(_ world: World) throws -> ExitStatus {
    do {
      return try logIn(world)
    } catch {
      let failure = Failure(describing: error)
      guard failure.hint == .tryLater else { throw error }
      // There may be no data yet that could be read offline.
      throw Failure(failure.kind, failure.what, why: failure.why, hint: .loginTryAgain)
    }
  }

  private func logIn(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let typed = try address(world)
    let transport = try world.transport(typed)
    let progress = world.console.startProgress(.loginProgress)
    defer { progress?.finish() }
    let found = try found(at: typed, transport)
    let (dialect, address) = (found.dialect, found.address)
    progress?.finish()
    let vault = PendingVault()
    try authenticate(world, dialect.signIn(at: address, transport: transport, vault: vault, clock: world.now))
    let provider = dialect.provider(
      at: address, transport: transport, vault: vault, clock: world.now, language: world.language.rawValue)
    let accounts = try provider.accounts()
    guard !accounts.isEmpty else { throw Failure(.failed, .noAccountsForLogin) }
    let entries = try remember(accounts, address, dialect, vault, world)
    return try greet(entries, world)
  }

  // MARK: - Where

  /// The address that was typed, else that of the current account: `login` alone renews a session.
  private func address(_ world: World) throws -> Address {
    if let typed { return try Login.parse(typed) }
    let configuration = try world.configuration.get()
    let entry = world.account.map { configuration.entry(named: $0) } ?? configuration.currentEntry
    guard let entry else { throw Failure(.usage, .addressNeeded, hint: .loginOrDemo) }
    return try Login.parse(entry.address)
  }

  static func parse(_ text: String) throws(Failure) -> Address {
    do {
      return try Address(parsing: text)
    } catch {
      throw Failure(.usage, .badAddress(.addressProblem("\(error)")), hint: .addressLikeThis)
    }
  }

  /// Which system lives there. Where the person names it, it is taken at their word even if it does not show itself.
  private func found(at address: Address, _ transport: any Transport) throws -> Dialect.Found {
    if let dialect, let named = Dialect(rawValue: dialect) {
      let found = try Dialect.detect(address, among: [named], transport: transport)
      return found ?? Dialect.Found(dialect: named, address: address)
    }
    guard let found = try Dialect.detect(address, transport: transport) else {
      throw Failure(.failed, .noProviderThere(address.text), hint: .nameDialect)
    }
    return found
  }

  // MARK: - Who

  private func authenticate(_ world: World, _ signIn: any SignIn) throws {
    if usesDevice {
      guard signIn.offersDevice else { throw Failure(.usage, .deviceNotOffered, hint: .usePassword) }
      return try authenticateOnOtherDevice(world, signIn)
    }
    if let phone { return try authenticate(world, signIn, phone: phone) }
    guard let name = login ?? world.console.ask(.loginWord), !name.isEmpty else {
      throw Failure(.usage, .loginNameNeeded, hint: .nameLogin)
    }
    guard !CardNumber.isFound(in: name) else { throw Failure(.usage, .cardNumberTyped, hint: .nameLogin) }
    try signIn.signIn(login: name, password: password(world))
  }

  /// The provider sends a code to the telephone of the contract; it is asked for as a password is.
  private func authenticate(_ world: World, _ signIn: any SignIn, phone: String) throws {
    guard signIn.offersPhone else { throw Failure(.usage, .phoneNotOffered, hint: .usePasswordNotPhone) }
    try signIn.sendCode(toPhone: phone)
    world.console.note(.codeSent(phone))
    if readsPassword {
      guard case .secret(let code) = world.console.readSecretFromInput() else {
        throw Failure(.usage, .noPasswordOnInput, hint: .passwordStdinLikeThis)
      }
      return try signIn.signIn(phone: phone, code: code)
    }
    guard let code = world.console.askSecret(.codeWord), !code.isEmpty else {
      throw Failure(.usage, .codeNeeded, hint: .passwordStdinLikeThis)
    }
    try signIn.signIn(phone: phone, code: code)
  }

  private func password(_ world: World) throws(Failure) -> String {
    if readsPassword {
      guard case .secret(let password) = world.console.readSecretFromInput() else {
        throw Failure(.usage, .noPasswordOnInput, hint: .passwordStdinLikeThis)
      }
      return password
    }
    guard let password = world.console.askSecret(.passwordWord), !password.isEmpty else {
      throw Failure(.usage, .passwordNeeded, hint: .passwordStdinLikeThis)
    }
    return password
  }

  private func authenticateOnOtherDevice(_ world: World, _ signIn: any SignIn) throws {
    let device = try signIn.startDevice()
    world.console.note(
      "\(.deviceOpen): \(device.verificationURI, .accent)   \(.deviceCode): \(device.userCode, .bold)")
    let progress = world.console.startProgress(.deviceWaiting)
    defer { progress?.finish() }
    try signIn.finishDevice(device) { seconds in world.pause(Int64(seconds) * 1000) }
  }

  // MARK: - What is kept

  private func remember(
    _ accounts: [AccountBrief], _ address: Address, _ dialect: Dialect, _ vault: PendingVault, _ world: World
  ) throws -> [Configuration.Entry] {
    let known = try world.configuration.get().accounts.filter { $0.address == address.text }
    func name(_ account: String) -> String {
      known.first { $0.accountID == account }?.id ?? Login.shelfName(address, account)
    }
    let credentials = name(accounts.first?.id ?? "")
    if let known = vault.credentials { try Vault(home: world.home, entry: credentials).save(known) }
    let entries = accounts.map { account in
      Configuration.Entry(
        id: name(account.id), address: address.text, dialect: dialect.rawValue,
        accountID: account.id, number: account.number, name: account.name, credentials: credentials)
    }
    try ConfigurationFiles(home: world.home).update { configuration in
      configuration.accounts.removeAll { known in entries.contains { $0.id == known.id } }
      configuration.accounts += entries
      configuration.current = entries.first?.id
      configuration.language = world.language
    }
    return entries
  }

  /// A short name from host and account, fit for a directory and for typing: `lk-example-net-100100`.
  static func shelfName(_ address: Address, _ account: String) -> String {
    let parts = [
      address.scheme == "sandbox" ? "sandbox" : "", address.host, address.port.map { String($0) } ?? "",
      String(address.path.dropFirst()), account,
    ]
    let plain = parts.filter { !$0.isEmpty }.joined(separator: "-").map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    return String(String(plain).prefix(64))
  }

  private func greet(_ entries: [Configuration.Entry], _ world: World) throws -> ExitStatus {
    var status = ExitStatus.done
    for entry in entries {
      let link = try ProviderLink(world, entry: entry, command: "login")
      if try SyncRun(link, isForced: true).fetch().pushed.contains(where: { !$0.intent.state.isTerminal }) {
        status = .unsettled
      }
    }
    let path = Vault(home: world.home, entry: "").path
    world.console.note(.credentialsKept(path))
    try world.console.answer(AccountText.loggedIn(entries))
    return status
  }
}
