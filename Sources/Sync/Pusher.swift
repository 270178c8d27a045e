import Domain
import Provider
import Store

/// Carries open intents to the provider and their outcomes back into the store.
///
/// The order is the promise: `sending` is durable before `submit` opens a socket, and each outcome is durable before
/// anyone is told. The caller holds `sync.lock`, so an intent found in `sending` belongs to a process that died, or to
/// one that could not write the outcome down.
struct Pusher {
  let store: StoreWriter
  let provider: any Provider
  /// The provider's identity of the account.
  let account: String
  let now: () -> Timestamp

  /// Takes one planned step; returns the intent as it is afterwards.
  func apply(_ push: SyncPlan.Push) throws -> PushResult {
    switch push.step {
    case .wait: PushResult(intent: try open(push.key))
    case .expire: PushResult(intent: try record(push.key, .expire))
    case .send: try send(push.key)
    case .settle, .poll: try settle(push.key)
    case .fence: try fence(push.key)
    }
  }

  /// Takes an intent back. What was never sent is cancelled at once, anything else after the provider has fenced it.
  func cancel(_ key: String) throws -> PushResult {
    let intent = try afterDeath(try open(key))
    if intent.state == .queued { return PushResult(intent: try record(key, .cancel)) }
    if intent.state != .fencing { try record(key, .cancel) }
    return try fence(key)
  }

  private func send(_ key: String) throws -> PushResult {
    let taken = try record(key, .take)
    switch provider.submit(taken, for: account) {
    case .done(let reference, let link):
      return PushResult(intent: try record(key, .done, reference: reference, link: link))
    case .accepted(let link, let retryAfter):
      return PushResult(intent: try record(key, .accepted, link: link), retryAfter: retryAfter)
    case .refused(let reason):
      return PushResult(intent: try record(key, .refused, note: reason.code, refusal: reason))
    case .notSent(let cause):
      return PushResult(intent: try record(key, .notSent, note: cause.rawValue), failure: .noAnswer(.notSent(cause)))
    case .unknown(let cause):
      return PushResult(intent: try record(key, .lost, note: cause.rawValue), failure: .noAnswer(.unknown(cause)))
    case .loginNeeded:
      return PushResult(intent: try record(key, .notSent, note: "login-needed"), failure: .loginNeeded)
    }
  }

  // MARK: - What became of it

  private func settle(_ key: String) throws -> PushResult {
    let intent = try afterDeath(try open(key))
    let settlement: Settlement
    do {
      settlement = try provider.settle(intent, for: account, besides: try claimed(by: intent))
    } catch let error as ProviderError {
      return PushResult(intent: intent, failure: error)
    }
    guard settlement == .unknown else { return PushResult(intent: try note(settlement, of: intent)) }
    return try insist(intent)
  }

  /// The provider could say nothing of it. Where it honours keys the same bytes under the same key bring out the truth: at
  /// most one of the two takes effect. When the time for that is over, it is fenced.
  private func insist(_ intent: Intent) throws -> PushResult {
    guard provider.capabilities.contains(.keys), intent.state == .unknown || intent.link == nil else {
      return PushResult(intent: intent)
    }
    if intent.isOverdue(at: now()) {
      if intent.state == .accepted { try record(intent.key, .cancel, note: "overdue") }
      return try fence(intent.key)
    }
    switch provider.submit(intent, for: account) {
    case .done(let reference, let link):
      return PushResult(intent: try note(.done(reference: reference, link: link), of: intent))
    case .accepted(let link, let retryAfter):
      return PushResult(intent: try note(.accepted(link: link), of: intent), retryAfter: retryAfter)
    case .refused(let reason): return PushResult(intent: try note(.refused(reason), of: intent))
    // Of the first attempt these prove nothing.
    case .notSent(let cause): return PushResult(intent: intent, failure: .noAnswer(.notSent(cause)))
    case .unknown(let cause): return PushResult(intent: intent, failure: .noAnswer(.unknown(cause)))
    case .loginNeeded: return PushResult(intent: intent, failure: .loginNeeded)
    }
  }

  private func fence(_ key: String) throws -> PushResult {
    let intent = try afterDeath(try open(key))
    do {
      // Without keys there is no fence: what settling proves is as good as one.
      let settlement =
        provider.capabilities.contains(.keys)
        ? try provider.fence(intent, for: account)
        : try provider.settle(intent, for: account, besides: try claimed(by: intent))
      return PushResult(intent: try note(settlement, of: intent))
    } catch let error as ProviderError {
      return PushResult(intent: intent, failure: error)
    }
  }

  /// References of payments that settle other intents. A provider that knows no keys may know a payment by its sum alone.
  private func claimed(by intent: Intent) throws -> Set<String> {
    guard intent.action.kind == .pay, !provider.capabilities.contains(.keys) else { return [] }
    let oldest = intent.created.date(utcOffset: 0).year - 1
    let done = try store.reader.years().filter { $0 >= oldest }.flatMap {
      try store.reader.doneIntents(year: $0).intents
    }
    let others = (try store.reader.openIntents().intents + done).filter {
      $0.account == intent.account && $0.key != intent.key
    }
    return Set(others.compactMap(\.reference))
  }

  /// What the provider says of an intent whose outcome is open. What is no news is not written.
  private func note(_ settlement: Settlement, of intent: Intent) throws -> Intent {
    let key = intent.key
    switch settlement {
    case .done(let reference, let link): return try record(key, .done, reference: reference, link: link)
    case .refused(let reason): return try record(key, .refused, note: reason.code, refusal: reason)
    case .accepted(let link) where intent.state == .accepted:
      guard let link, link != intent.link else { return intent }
      return try record(key, .stillUnknown, link: link)
    case .accepted(let link): return try record(key, .accepted, link: link)
    case .notExecuted where intent.state == .fencing: return try record(key, .fenced)
    case .notExecuted where intent.state == .accepted: return try record(key, .cancel, .notExecuted)
    case .notExecuted: return try record(key, .notExecuted)
    case .unknown: return intent
    }
  }

  /// Found in `sending`: whoever sent it did not live to write the outcome down.
  private func afterDeath(_ intent: Intent) throws -> Intent {
    intent.state == .sending ? try record(intent.key, .lost, note: "died while sending") : intent
  }

  @discardableResult
  private func record(
    _ key: String, _ events: Intent.Event..., note: String? = nil, refusal: Reason? = nil, reference: String? = nil,
    link: String? = nil
  ) throws -> Intent {
    try store.withLock {
      var intent = try open(key)
      for event in events {
        try intent.apply(event, at: now(), note: note, refusal: refusal, reference: reference, link: link)
      }
      try store.update(intent)
      return intent
    }
  }

  private func open(_ key: String) throws -> Intent {
    guard let intent = try store.reader.intent(key) else { throw StoreError.noOpenIntent(key: key) }
    return intent
  }
}

/// An intent after a step, and why it went no further.
package struct PushResult: Sendable {
  package let intent: Intent
  package let failure: ProviderError?
  /// Seconds after which the provider wants to be asked again.
  package let retryAfter: Int?

  package init(intent: Intent, failure: ProviderError? = nil, retryAfter: Int? = nil) {
    self.intent = intent
    self.failure = failure
    self.retryAfter = retryAfter
  }

  /// The next intent would meet the same: nobody is there, or nobody lets us in, or we are asked to wait.
  var endsPushing: Bool {
    switch failure {
    case .noAnswer(.notSent), .loginNeeded, .wait: true
    default: false
    }
  }
}
