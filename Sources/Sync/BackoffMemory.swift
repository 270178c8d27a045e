import Domain
import JSON
import Provider
import Store

/// The waits of all accounts of a store, in its `backoff.json`. It is advice: what can't be written there must not hide
/// what became of a payment, so its writing never fails.
struct BackoffMemory {
  let store: StoreWriter
  /// The shelf's name.
  let account: String

  func load() throws -> Backoff? {
    guard let mine = try waits()[account] else { return nil }
    return try? Backoff(json: mine)
  }

  private func waits() throws -> [String: JSON] {
    guard case .object(let members)? = try store.backoff()?["accounts"] else { return [:] }
    return members
  }

  func note(_ error: ProviderError, now: Timestamp, random: UInt64) {
    switch error {
    case .wait(let seconds?): save(.ordered(seconds: seconds, now: now))
    case .wait(nil), .broken, .noAnswer: save(.after((try? load()) ?? nil, now: now, random: random))
    case .loginNeeded, .refused, .malformed, .cursorGone, .missing, .unknownAccount: break
    }
  }

  func clear() {
    if (try? load()) != nil { save(nil) }
  }

  private func save(_ backoff: Backoff?) {
    _ = try? store.withLock {
      var members = try waits()
      members[account] = backoff?.json
      try store.setBackoff(["accounts": .object(members)])
    }
  }
}
