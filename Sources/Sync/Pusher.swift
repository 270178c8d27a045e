import Domain
import Provider
import Store

/// Carries open intents to the provider and their outcomes back into the store.
///
/// The order is the promise: `sending` is durable before `submit` opens a socket, and each outcome is durable before
/// anyone is told. The caller holds `sync.lock`, so an intent found in `sending` belongs to a process that died.
package struct Pusher {
  private let store: StoreWriter
  private let provider: any Provider
  private let account: String
  private let now: () -> Timestamp

  /// - Parameter account: the provider's identity of the account.
  package init(store: StoreWriter, provider: any Provider, account: String, now: @escaping () -> Timestamp) {
    self.store = store
    self.provider = provider
    self.account = account
    self.now = now
  }

  /// Takes one planned step; returns the intent as it is afterwards.
  package func apply(_ push: SyncPlan.Push) throws -> PushResult {
    switch push.step {
    case .wait: PushResult(intent: try open(push.key))
    case .expire: PushResult(intent: try record(push.key, .expire))
    case .send: try send(push.key)
    case .settle, .poll: try settle(push.key)
    case .fence: try fence(push.key)
    }
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

  /// Finds out what became of an attempt: by key where the provider honours keys, else by reading its state back.
  private func settle(_ key: String) throws -> PushResult {
    let found = try open(key)
    let intent = found.state == .sending ? try record(key, .lost, note: "died while sending") : found
    let result = try settled(intent) { intent in try provider.settle(intent, for: account) }
    return result.failure == nil && result.intent.state == .unknown ? try repeated(result.intent) : result
  }

  /// A provider that honours keys and has not heard of this one: the same bytes under the same key give a definite answer
  /// and have one effect at most. When its time is over nobody expects it any more, and it is fenced instead.
  private func repeated(_ intent: Intent) throws -> PushResult {
    guard provider.capabilities.contains(.keys) else { return PushResult(intent: intent) }
    if let end = intent.validUntil, end < now() {
      return try settled(intent) { intent in try provider.fence(intent, for: account) }
    }
    switch provider.submit(intent, for: account) {
    case .done(let reference, let link):
      return PushResult(intent: try record(intent.key, .done, reference: reference, link: link))
    case .accepted(let link, let retryAfter):
      return PushResult(intent: try record(intent.key, .accepted, link: link), retryAfter: retryAfter)
    case .refused(let reason):
      return PushResult(intent: try record(intent.key, .refused, note: reason.code, refusal: reason))
    case .notSent(let cause): return PushResult(intent: intent, failure: .noAnswer(.notSent(cause)))
    case .unknown(let cause): return PushResult(intent: intent, failure: .noAnswer(.unknown(cause)))
    case .loginNeeded: return PushResult(intent: intent, failure: .loginNeeded)
    }
  }

  private func fence(_ key: String) throws -> PushResult {
    try settled(try open(key)) { intent in try provider.fence(intent, for: account) }
  }

  private func settled(_ intent: Intent, _ ask: (Intent) throws -> Settlement) throws -> PushResult {
    let settlement: Settlement
    do {
      settlement = try ask(intent)
    } catch let error as ProviderError {
      return PushResult(intent: intent, failure: error)
    }
    switch settlement {
    case .done(let reference, let link):
      return PushResult(intent: try record(intent.key, .done, reference: reference, link: link))
    case .refused(let reason):
      return PushResult(intent: try record(intent.key, .refused, note: reason.code, refusal: reason))
    case .accepted where intent.state == .accepted: return PushResult(intent: intent)
    case .accepted(let link): return PushResult(intent: try record(intent.key, .accepted, link: link))
    case .notExecuted where intent.state == .fencing: return PushResult(intent: try record(intent.key, .fenced))
    case .notExecuted where intent.state == .accepted: return PushResult(intent: intent)
    case .notExecuted: return PushResult(intent: try record(intent.key, .notExecuted))
    case .unknown: return PushResult(intent: intent)
    }
  }

  private func record(
    _ key: String, _ event: Intent.Event, note: String? = nil, refusal: Reason? = nil, reference: String? = nil,
    link: String? = nil
  ) throws -> Intent {
    try store.withLock {
      var intent = try open(key)
      try intent.apply(event, at: now(), note: note, refusal: refusal, reference: reference, link: link)
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
}
