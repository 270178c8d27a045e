import Arguments
import Domain
import Language
import Provider
import Store
import Sync
import Terminal

/// What every command that spends money or changes a contract has in common: terms first, a question, an intent that is
/// durable before anything is sent, and an outcome that is never guessed.
struct Mutation {
  /// The options of every such command.
  static let options: [Option] = [
    Option("dry-run", short: "n", .optionDryRun),
    Option("yes", short: "y", .optionYes),
    Option("key", value: .text(.placeholderKey), .optionKey),
    Option("again", .optionAgain),
  ]

  let isDryRun: Bool
  let isAgreed: Bool
  let key: String?
  let isAgain: Bool

  init(_ invocation: Invocation) throws(Failure) {
    isDryRun = invocation.flag("dry-run")
    isAgreed = invocation.flag("yes")
    isAgain = invocation.flag("again")
    key = invocation.value("key")
    if let key, !IntentKey.isValid(key) { throw Failure(.usage, .badKey, hint: .badKeyHint) }
  }

  /// - Parameters:
  ///   - describe: the terms of this action as blocks for people; the JSON face is the check itself.
  ///   - action: made from what the store knows, before the provider is asked.
  func run(
    _ world: World, command: String, action make: (Session) throws -> Action, describe: (TermsView) -> [Block]
  ) throws -> ExitStatus {
    try world.refuseSnapshot()
    let link = try ProviderLink(world, command: command)
    let session = try Session(world)
    let action = try make(session)
    if !isDryRun {
      if let known = try repetition(link).known(action) { return try resume(known, link) }
      try repetition(link).check(action)
    }
    let check = try link.check(action)
    let view = TermsView(action: action, check: check, session: session)
    if isDryRun {
      try world.console.answer(view.answer(describe))
      return check.eligibility.available ? .done : .refused
    }
    guard check.eligibility.available else { throw view.refusal }
    guard try isConfirmed(world, view, describe) else {
      world.console.note(.nothingWasDone)
      return .failed
    }
    return try resume(try create(action, check, link), link)
  }

  // MARK: - Once

  private func repetition(_ link: ProviderLink) -> RepetitionGuard {
    RepetitionGuard(store: link.store, entry: link.entry, now: link.world.now, key: key, isAgain: isAgain)
  }

  private func resume(_ intent: Intent, _ link: ProviderLink) throws -> ExitStatus {
    if intent.state.isTerminal { return try IntentOutcome(link).tell(intent) }
    return try IntentOutcome(link).tell(intent) { try $0.submit(intent.key) }
  }

  // MARK: - Agreement

  private func isConfirmed(_ world: World, _ view: TermsView, _ describe: (TermsView) -> [Block]) throws -> Bool {
    if isAgreed { return true }
    guard world.console.canAsk else { throw Failure(.usage, .confirmationNeeded, hint: .useYes) }
    world.console.show(describe(view) + [.blank])
    return world.console.confirm(view.question) == true
  }

  /// Key and guard are asked again under the lock: of two people, or two scripts, who confirm at once one is first.
  private func create(_ action: Action, _ check: Check, _ link: ProviderLink) throws -> Intent {
    let now = link.world.now()
    let intent = Intent(
      key: key ?? link.world.newKey(), account: link.entry.id, action: action,
      body: link.provider.body(for: action, terms: check), terms: check, created: now,
      validUntil: now.adding(seconds: Mutation.lifetime))
    return try link.store.withLock {
      if let known = try repetition(link).known(action) { return known }
      try repetition(link).check(action)
      switch try link.store.create(intent) {
      case .created: return intent
      case .exists(let known): return known
      }
    }
  }

  /// How long an intent that could not be sent may wait for the network: an hour, so that nobody is charged on another
  /// day for what was given up.
  private static let lifetime: Int64 = 3600
}

extension Mutation {
  /// A dry run as a command of its own: changes nothing, and says available or not with every reason.
  static func check(
    _ action: Action, _ world: World, command: String, describe: (TermsView) -> [Block]
  ) throws -> ExitStatus {
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsOffline, hint: .leaveOutSnapshot) }
    let session = try Session(world)
    let progress = world.console.startProgress(.askingProvider)
    defer { progress?.finish() }
    let provider = try world.provider(for: session.entry)
    let check = try provider.check(action, for: session.entry.accountID)
    world.tell(provider.takeNotes())
    try world.console.answer(TermsView(action: action, check: check, session: session).answer(describe))
    return check.eligibility.available ? .done : .refused
  }
}
