import Domain
import Language
import Store

/// Stands between a frightened person and a second payment: a process can die after the money moved and before anybody
/// was told.
struct RepetitionGuard {
  let store: StoreWriter
  let entry: Configuration.Entry
  let now: () -> Timestamp
  /// What a script passed: one key is one payment, so another key soon after is meant.
  let key: String?
  /// The person insists.
  let isAgain: Bool

  /// - Throws: `Failure` with the operation that stands in the way.
  func check(_ action: Action) throws {
    guard action.movesMoney else { return }
    // One that ended just before a crash lies among the open ones still.
    try store.tidyIntents()
    let open = try store.reader.openIntents()
    guard !open.isMoneyLocked else {
      throw Failure(.store, .moneyLocked(open.unreadable.first?.path ?? ""), hint: .runDoctor)
    }
    if isAgain { return }
    switch PaymentGuard.verdict(on: action, intents: open.of(entry.id) + (try lately()), now: now()) {
    case .allowed: return
    case .repeated where key != nil: return
    case .unsettled(let intent):
      throw Failure(
        .unsettled, .moneyIsUnsettled(IntentText.name(intent), IntentText.state(intent)), hint: .settleOrAgain)
    case .repeated(let intent, let seconds):
      throw Failure(.usage, .paidAMomentAgo(IntentText.name(intent), TimeText.age(seconds: seconds)), hint: .payAgain)
    }
  }

  /// What was done lately lies in the folder of the year of its making: of last year too just after New Year, and of a
  /// later year when the clock was set back.
  private func lately() throws -> [Intent] {
    let oldest = now().adding(seconds: -PaymentGuard.window - 7 * 86_400).date(utcOffset: 0).year
    return try store.reader.years().filter { $0 >= oldest }.flatMap { year in
      let done = try store.reader.doneIntents(year: year)
      // What the disk did not give back may be the payment that is repeated here.
      if let failed = done.unreadable.first(where: \.isFailure) { throw StoreError.damaged(failed) }
      return done.intents.filter { $0.account == entry.id }
    }
  }

  /// The intent that the script's key stands for already: the command is then a question how it stands.
  func known(_ action: Action) throws -> Intent? {
    guard let key, let known = try store.reader.intent(key) else { return nil }
    guard known.account == entry.id, known.action == action else {
      throw Failure(.usage, .keyStandsForOther(key), hint: .chooseOtherKey)
    }
    return known
  }
}
