import Arguments
import Domain
import Language
import Provider
import Store
import Terminal

/// `kabinet logout`
struct Logout: Command {
  static let specification = CommandSpecification(
    name: "logout", aliases: ["выйти", "выход"], summary: .logoutSummary, group: .groupStore,
    discussion: [.logoutDiscussion],
    options: [Option("forget", .logoutForget), Option("yes", short: "y", .optionYes)],
    examples: [.init("kabinet logout", .logoutExample), .init("kabinet logout --forget --yes", .logoutExampleForget)],
    facts: [.startsNetwork], exitStatuses: [0, 1, 2, 4, 8, 10], seeAlso: ["login", "account list"])

  private let forgets: Bool
  private let isAgreed: Bool

  init(_ invocation: Invocation) {
    forgets = invocation.flag("forget")
    isAgreed = invocation.flag("yes")
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let entry = try Session.entry(world)
    let sharing = try world.configuration.get().accounts.filter {
      $0.credentials == entry.credentials
    }
    if forgets {
      try refuseWhileMoneyIsOpen(sharing, world)
      guard try isConfirmed(world, entry) else {
        world.console.note(.nothingWasDone)
        return .failed
      }
    }
    let wasTold = try signOut(entry, world)
    if !wasTold { world.console.warning(.logoutNotTold) }
    try ConfigurationFiles(home: world.home).update { configuration in
      guard forgets else { return }
      configuration.accounts.removeAll { known in sharing.contains(known) }
      if sharing.contains(where: { $0.id == configuration.current }) {
        configuration.current = configuration.accounts.first?.id
      }
    }
    if forgets { try removeShelves(sharing, world) }
    try world.console.answer(
      Answer(
        kind: "logout",
        json: ["account": .string(entry.id), "forgotten": .bool(forgets), "providerTold": .bool(wasTold)],
        view: [.line(forgets ? .loggedOutAndForgotten : .loggedOut)]))
    return .done
  }

  /// The data of a payment whose outcome is unknown must not go.
  private func refuseWhileMoneyIsOpen(_ entries: [Configuration.Entry], _ world: World) throws {
    guard let reader = try? world.openReader() else { return }
    let open = try reader.openIntents()
    if let money = entries.flatMap({ open.of($0.id) }).first(where: \.isUnsettledMoney) {
      throw Failure(.unsettled, .moneyIsUnsettled(IntentText.name(money), IntentText.state(money)), hint: .runSync)
    }
  }

  private func isConfirmed(_ world: World, _ entry: Configuration.Entry) throws -> Bool {
    if isAgreed { return true }
    guard let answer = world.console.confirm(.askForget(entry.number)) else {
      throw Failure(.usage, .confirmationNeeded, hint: .useYes)
    }
    return answer
  }

  private func signOut(_ entry: Configuration.Entry, _ world: World) throws -> Bool {
    let address = try Login.parse(entry.address)
    guard let dialect = Dialect(rawValue: entry.dialect) else { return false }
    let vault = Vault(home: world.home, entry: entry.credentials)
    return try dialect.signIn(
      at: address, transport: try world.transport(address), vault: vault, clock: world.now
    ).signOut()
  }

  /// The accounts of one login come and go together: without its token none of them could be synchronised.
  private func removeShelves(_ entries: [Configuration.Entry], _ world: World) throws {
    let store = try world.openWriter(command: "logout")
    for entry in entries {
      do { try store.remove(.account(entry.id)) } catch StoreError.absent {} catch StoreError.unknownShelf {}
    }
  }
}
