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
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
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
    if intent.state.isTerminal { return try tell(intent, link.world) }
    return try send(intent, link)
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

  // MARK: - Outcome

  /// Whatever goes wrong here, the intent is on the disk and may have been sent: how it stands is told, never an error alone.
  private func send(_ intent: Intent, _ link: ProviderLink) throws -> ExitStatus {
    let progress = link.world.console.startProgress(.sendingToProvider)
    defer { progress?.finish() }
    let synchronizer = link.synchronizer()
    let result: PushResult
    do {
      result = try synchronizer.submit(intent.key)
    } catch {
      return try tell(intent, after: Failure(describing: error), link)
    }
    if result.intent.state == .confirmed { refresh(synchronizer, link.world) }
    progress?.finish()
    let status = try tell(result.intent, link.world, failure: result.failure)
    if status == .done { tellStanding(link.world) }
    return status
  }

  /// What a person looks at next; a script asks for it itself.
  private func tellStanding(_ world: World) {
    guard world.console.outputLook.isTerminal, let session = try? Session(world) else { return }
    let paid = Standing(session).paidUntil.map { DateText.near($0, today: session.today) }
    world.console.note(.balanceIsNow(AmountText.prose(session.account.balance), paidUntil: paid))
  }

  private func tell(_ intent: Intent, after failure: Failure, _ link: ProviderLink) throws -> ExitStatus {
    let intent = ((try? link.store.reader.intent(intent.key)) ?? nil) ?? intent
    if intent.state.isTerminal {
      link.world.console.warning(failure.what)
      return try tell(intent, link.world)
    }
    try link.world.console.answer(IntentText.outcome(intent))
    let what =
      intent.state == .queued ? .notSentYet : Phrase.moneyIsUnsettled(IntentText.name(intent), IntentText.state(intent))
    throw Failure(.unsettled, what, why: failure.what, hint: .runSync)
  }

  /// The effect comes by the feed; the balance is never adjusted here. Failing to fetch it changes nothing of the outcome.
  private func refresh(_ synchronizer: Synchronizer, _ world: World) {
    do {
      _ = try synchronizer.refresh()
    } catch {
      let failure = Failure(describing: error)
      world.console.warning(.effectNotFetched(failure.what))
    }
  }

  private func tell(_ intent: Intent, _ world: World, failure: ProviderError? = nil) throws -> ExitStatus {
    try world.console.answer(IntentText.outcome(intent))
    switch intent.state {
    case .confirmed: return .done
    case .rejected, .expired, .cancelled, .notExecuted: return .refused
    case .queued:
      guard let failure = failure.map({ Failure(describing: $0) }) else { return .unsettled }
      let hint = failure.kind == .loginNeeded ? failure.hint : .runSync
      throw Failure(failure.kind, .notSentYet, why: failure.what, hint: hint)
    case .sending, .accepted, .unknown, .fencing: return .unsettled
    }
  }
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
    let check = try world.provider(for: session.entry).check(action, for: session.entry.accountID)
    try world.console.answer(TermsView(action: action, check: check, session: session).answer(describe))
    return check.eligibility.available ? .done : .refused
  }
}
