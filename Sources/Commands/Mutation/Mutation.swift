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
    if !isDryRun, let known = try knownIntent(link, action) { return try resume(known, link, session) }
    if !isDryRun { try guardAgainstRepeating(action, link.store.reader, session) }
    let check = try link.provider.check(action, for: link.entry.accountID)
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
    let intent = try create(action, check, link, session)
    return try send(intent, link, session)
  }

  // MARK: - Once

  /// The intent that a script's key stands for already: the command is then a question how it stands.
  private func knownIntent(_ link: ProviderLink, _ action: Action) throws -> Intent? {
    guard let key, let known = try link.store.reader.intent(key) else { return nil }
    guard known.account == link.entry.id, known.action == action else {
      throw Failure(.usage, .keyStandsForOther(key), hint: .chooseOtherKey)
    }
    return known
  }

  private func resume(_ intent: Intent, _ link: ProviderLink, _ session: Session) throws -> ExitStatus {
    if intent.state.isTerminal { return try tell(intent, link.world) }
    return try send(intent, link, session)
  }

  /// A process can die after the money moved and before the person was told; a frightened person repeats the payment.
  private func guardAgainstRepeating(_ action: Action, _ reader: StoreReader, _ session: Session) throws {
    let open = try reader.openIntents()
    guard !action.movesMoney || !open.isMoneyLocked else {
      throw Failure(.store, .moneyLocked(open.unreadable.first?.path ?? ""), hint: .runDoctor)
    }
    if isAgain { return }
    let year = session.world.now().date(utcOffset: 0).year
    let recent = open.of(session.entry.id) + (try reader.doneIntents(year: year).intents.filter { $0.account == session.entry.id })
    switch PaymentGuard.verdict(on: action, intents: recent, now: session.world.now()) {
    case .allowed: return
    case .unsettled(let intent):
      throw Failure(.unsettled, .moneyIsUnsettled(IntentText.name(intent), IntentText.state(intent)), hint: .settleOrAgain)
    case .repeated(let intent, let seconds):
      throw Failure(.usage, .paidAMomentAgo(IntentText.name(intent), TimeText.age(seconds: seconds)), hint: .payAgain)
    }
  }

  // MARK: - Agreement

  private func isConfirmed(_ world: World, _ view: TermsView, _ describe: (TermsView) -> [Block]) throws -> Bool {
    if isAgreed { return true }
    guard world.console.canAsk else { throw Failure(.usage, .confirmationNeeded, hint: .useYes) }
    world.console.show(describe(view) + [.blank])
    return world.console.confirm(view.question) == true
  }

  /// The guard is asked again under the lock: of two people who confirm at once, one is first.
  private func create(_ action: Action, _ check: Check, _ link: ProviderLink, _ session: Session) throws -> Intent {
    let now = link.world.now()
    let intent = Intent(
      key: key ?? link.world.newKey(), account: link.entry.id, action: action,
      body: link.provider.body(for: action, terms: check), terms: check, created: now,
      validUntil: now.adding(seconds: Mutation.lifetime))
    return try link.store.withLock {
      try guardAgainstRepeating(action, link.store.reader, session)
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

  private func send(_ intent: Intent, _ link: ProviderLink, _ session: Session) throws -> ExitStatus {
    let synchronizer = link.synchronizer()
    let result = try synchronizer.submit(intent.key) ?? PushResult(intent: intent)
    if result.intent.state == .confirmed { refresh(synchronizer, link.world) }
    return try tell(result.intent, link.world, failure: result.failure)
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
      guard let failure else { return .unsettled }
      throw Failure(Failure(describing: failure).kind, .notSentYet, why: Failure(describing: failure).what, hint: .runSync)
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
    let check = try world.provider(for: session.entry).check(action, for: session.entry.accountID)
    try world.console.answer(TermsView(action: action, check: check, session: session).answer(describe))
    return check.eligibility.available ? .done : .refused
  }
}
