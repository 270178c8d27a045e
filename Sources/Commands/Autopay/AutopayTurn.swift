import Domain
import JSON
import Language
import Provider
import Store
import Sync
import Terminal

/// What one rule did in one run.
struct AutopayResult {
  let decision: AutopayDecision
  /// The provider's word on what the rule wanted.
  var check: Check?
  /// The fee would lead over a cap.
  var isOverCap = false
  var intent: Intent?
  var failure: Failure?
  /// The rule was stopped because of this run.
  var isStopped = false

  var status: ExitStatus {
    if let intent {
      switch intent.state {
      case .confirmed: return .done
      case .rejected, .expired, .cancelled, .notExecuted: return .refused
      case .queued, .sending, .accepted, .unknown, .fencing: return .unsettled
      }
    }
    if let check, !check.eligibility.available { return .refused }
    if case .nothing(.unsettled) = decision.verdict { return .unsettled }
    return .done
  }
}

/// One rule's turn, after a sync: decision, the provider's check, claim and intent, sending, outcome.
struct AutopayTurn {
  let link: ProviderLink
  let rule: AutopayRule
  let isDryRun: Bool

  func take() throws -> AutopayResult {
    let session = try Session(link.world)
    var result = AutopayResult(decision: try AutopayDesk(session: session).decision(on: rule))
    guard let wanted = try wanted(result.decision, session) else { return result }
    let check = try link.check(wanted.action)
    result.check = check
    guard check.eligibility.available else { return result }
    if case .pay(let amount, _) = wanted.action, !result.decision.allows(amount, fee: check.fee) {
      result.isOverCap = true
      return result
    }
    guard !isDryRun, let intent = try claim(wanted, check, as: result.decision) else { return result }
    try send(intent, &result)
    return result
  }

  private func wanted(
    _ decision: AutopayDecision, _ session: Session
  ) throws -> (action: Action, slot: AutopayClaim.Slot)? {
    switch decision.verdict {
    case .nothing: return nil
    case .pay(let amount, let slot):
      return (.pay(amount: amount, method: try session.method(rule.payment?.method, for: amount)?.id), slot)
    case .takeTrustPayment(let slot): return (.takeTrustPayment, slot)
    }
  }

  /// The decision is made once more under the lock: nil when another process was faster.
  private func claim(
    _ wanted: (action: Action, slot: AutopayClaim.Slot), _ check: Check, as decided: AutopayDecision
  ) throws -> Intent? {
    try link.store.withLock {
      let desk = AutopayDesk(session: try Session(link.world))
      let now = try desk.decision(on: rule)
      guard now.verdict == decided.verdict else { return nil }
      let key = AutopayClaim.keyPrefix(
        identity: now.facts.identity, rule: rule.name, period: wanted.slot.period)
      let made = link.world.now()
      // Without the quote of this check: two machines must send the same bytes under the key that they share. Where there
      // are no keys the quote is what a payment is recognised by.
      let honoursKeys = link.provider.capabilities.contains(.keys)
      let intent = Intent(
        key: key + String(wanted.slot.number), account: link.entry.id, action: wanted.action,
        body: link.provider.body(for: wanted.action, terms: honoursKeys ? nil : check), terms: check, created: made,
        validUntil: made.adding(seconds: AutopayTurn.lifetime))
      return try link.store.claim(
        AutopayClaim(rule: rule.name, slot: wanted.slot, on: now.facts.today, intent: intent))
    }
  }

  /// For how long a payment that could not be sent may wait for the network, in seconds: the person agreed to the rule, and
  /// not to a payment of another day.
  private static let lifetime: Int64 = 20 * 3600

  private func send(_ intent: Intent, _ result: inout AutopayResult) throws {
    let synchronizer = link.synchronizer()
    do {
      let sent = try synchronizer.submit(intent.key)
      result.intent = sent.intent
      result.failure = sent.failure.map { Failure(describing: $0) }
      if sent.intent.state == .confirmed { _ = try synchronizer.refresh() }
    } catch {
      // The intent is on the disk and may have been sent: how it stands is told, never an error alone.
      result.intent = try link.store.reader.intent(intent.key) ?? intent
      result.failure = Failure(describing: error)
    }
    result.isStopped = try stopAfterDeclines()
  }

  private func stopAfterDeclines() throws -> Bool {
    let attempts = try link.store.reader.autopayAttempts(rule.name, of: rule.account).filter {
      $0.claim.on >= rule.since
    }
    guard AutopayDecision.declinesInARow(attempts) >= AutopayDecision.mostDeclines else { return false }
    var stopped = rule
    stopped.stop = AutopayRule.Stop(.declined, on: try Session(link.world).today)
    try link.store.save(stopped)
    return true
  }
}
