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
    facts: [.startsNetwork], exitStatuses: [0, 2, 4, 8], seeAlso: ["login", "account list"])

  private let forgets: Bool
  private let isAgreed: Bool

  init(_ invocation: Invocation) {
    forgets = invocation.flag("forget")
    isAgreed = invocation.flag("yes")
  }

  func run(_ world: World) throws -> ExitStatus {
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
    let entry = try Session.entry(world)
    if forgets {
      try refuseWhileMoneyIsOpen(entry, world)
      guard try isConfirmed(world, entry) else {
        world.console.note(.nothingWasDone)
        return .failed
      }
    }
    let wasTold = try signOut(entry, world)
    if !wasTold { world.console.warning(.logoutNotTold) }
    try ConfigurationFiles(home: world.home).update { configuration in
      let sharing = configuration.accounts.filter { $0.credentials == entry.credentials }
      guard forgets else { return }
      configuration.accounts.removeAll { known in sharing.contains(known) }
      if sharing.contains(where: { $0.id == configuration.current }) { configuration.current = configuration.accounts.first?.id }
    }
    if forgets { try removeShelves(entry, world) }
    try world.console.answer(
      Answer(
        kind: "logout", json: ["account": .string(entry.id), "forgotten": .bool(forgets), "providerTold": .bool(wasTold)],
        view: [.line(forgets ? .loggedOutAndForgotten : .loggedOut)]))
    return .done
  }

  /// The data of a payment whose outcome is unknown must not go.
  private func refuseWhileMoneyIsOpen(_ entry: Configuration.Entry, _ world: World) throws {
    guard let reader = try? world.openReader() else { return }
    if let open = try reader.openIntents().of(entry.id).first(where: \.isUnsettledMoney) {
      throw Failure(.unsettled, .moneyIsUnsettled(IntentText.name(open), IntentText.state(open)), hint: .runSync)
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

  private func removeShelves(_ entry: Configuration.Entry, _ world: World) throws {
    do {
      try world.openWriter(command: "logout").remove(.account(entry.id))
    } catch StoreError.absent {
      return
    }
  }
}
