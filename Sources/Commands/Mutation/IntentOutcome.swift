import Domain
import Language
import Provider
import Sync
import Terminal

/// Takes a step of an intent and tells how it stands afterwards.
///
/// Whatever goes wrong here, the intent is on the disk and may have been sent: how it stands is told, never an error alone.
struct IntentOutcome {
  private let link: ProviderLink
  private var world: World { link.world }

  init(_ link: ProviderLink) { self.link = link }

  /// The answer, and the effect fetched where there is one.
  func tell(_ intent: Intent, after step: (Synchronizer) throws -> PushResult) throws -> ExitStatus {
    let progress = world.console.startProgress(.sendingToProvider)
    defer {
      progress?.finish()
      link.tellNotes()
    }
    let synchronizer = link.synchronizer()
    let result: PushResult
    do {
      result = try step(synchronizer)
    } catch {
      return try tell(intent, after: Failure(describing: error))
    }
    if result.intent.state == .confirmed { refresh(synchronizer) }
    progress?.finish()
    let status = try tell(result.intent, failure: result.failure)
    if status == .done, intent.action.changesBalance { tellStanding() }
    return status
  }

  func tell(_ intent: Intent, failure: ProviderError? = nil) throws -> ExitStatus {
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

  private func tell(_ intent: Intent, after failure: Failure) throws -> ExitStatus {
    let intent = ((try? link.store.reader.intent(intent.key)) ?? nil) ?? intent
    if intent.state.isTerminal {
      world.console.warning(failure.what)
      return try tell(intent)
    }
    try world.console.answer(IntentText.outcome(intent))
    let what =
      intent.state == .queued ? .notSentYet : Phrase.moneyIsUnsettled(IntentText.name(intent), IntentText.state(intent))
    throw Failure(.unsettled, what, why: failure.what, hint: .runSync)
  }

  /// The effect comes by the feed; the balance is never adjusted here. Failing to fetch it changes nothing of the outcome.
  private func refresh(_ synchronizer: Synchronizer) {
    do {
      _ = try synchronizer.refresh()
    } catch {
      world.console.warning(.effectNotFetched(Failure(describing: error).what))
    }
  }

  /// What a person looks at next; a script asks for it itself.
  private func tellStanding() {
    guard world.console.outputLook.isTerminal, let session = try? Session(world) else { return }
    let paid = Standing(session).paidUntil.map { DateText.near($0, today: session.today) }
    world.console.note(.balanceIsNow(AmountText.prose(session.account.balance), paidUntil: paid))
  }
}
