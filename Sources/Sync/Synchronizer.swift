import Domain
import JSON
import Platform
import Provider
import Store

/// One sync of one account: open intents are settled and pushed first, then facts are pulled.
///
/// It holds `sync.lock` from beginning to end, so that two processes neither send one intent at once nor fetch the same
/// twice. The store's own lock is taken for single writes only and never held over the network.
package struct Synchronizer {
  package struct Report {
    package var pushed: [PushResult] = []
    package var account: Puller.Report?
    package var articles: Puller.Report?
    /// How far the device's clock is behind the provider's, in seconds.
    package var clockSkew: Int64 = 0
  }

  /// What a person may watch.
  package enum Stage: Sendable, Equatable {
    case pushing(Action)
    case entries(Int)
    case articles(Int)
  }

  private let store: StoreWriter
  private let provider: any Provider
  /// The shelf's name and the provider's identity of the account.
  private let account: (shelf: String, id: String)
  private let articleShelf: ShelfID
  private let now: () -> Timestamp
  private let random: () -> UInt64
  private let acceptsShrink: Bool
  private let watch: (Stage) -> Void

  package init(
    store: StoreWriter, provider: any Provider, account: (shelf: String, id: String), articleShelf: ShelfID,
    now: @escaping () -> Timestamp, random: @escaping () -> UInt64, acceptsShrink: Bool = false,
    watch: @escaping (Stage) -> Void = { _ in }
  ) {
    self.store = store
    self.provider = provider
    self.account = account
    self.articleShelf = articleShelf
    self.now = now
    self.random = random
    self.acceptsShrink = acceptsShrink
    self.watch = watch
  }

  /// What a sync would do now; reads the store alone.
  package func plan() throws -> SyncPlan {
    SyncPlan(
      pushes: SyncPlan.pushes(for: try openIntents(), now: now()),
      account: SyncPlan.Pull(cursor: try puller(.account(account.shelf)).startingCursor()),
      articles: provider.capabilities.contains(.articles)
        ? SyncPlan.Pull(cursor: try puller(articleShelf).startingCursor()) : nil)
  }

  /// Seconds for which the provider asked not to be called; nil when the way is free.
  package func mustWait() throws -> Int64? {
    try backoff()?.remaining(at: now())
  }

  /// Settles, pushes and pulls. An intent that stays open does not keep the facts from coming.
  package func run() throws -> Report {
    let right = try store.syncLock(patience: 30_000)
    defer { withExtendedLifetime(right) {} }
    try store.tidyIntents()
    var report = Report()
    report.pushed = try push(SyncPlan.pushes(for: openIntents(), now: now()))
    try pull(into: &report)
    return report
  }

  /// Sends one intent at once, after what stands before it; then pulls, so that its effect is seen.
  package func submit(_ key: String) throws -> PushResult? {
    let right = try store.syncLock(patience: 30_000)
    defer { withExtendedLifetime(right) {} }
    let plan = SyncPlan.pushes(for: try openIntents(), now: now())
    return try push(plan.filter { $0.key == key }).first
  }

  /// Brings the facts alone; the caller has pushed.
  package func refresh() throws -> Report {
    let right = try store.syncLock(patience: 30_000)
    defer { withExtendedLifetime(right) {} }
    var report = Report()
    try pull(into: &report)
    return report
  }

  private func openIntents() throws -> [Intent] { try store.reader.openIntents().of(account.shelf) }

  /// Steps in order. What is sent after an outcome that nobody knows yet would not be first in, first out: the plan has
  /// `wait` there, and a step that fails here turns the later money steps into waiting too.
  private func push(_ steps: [SyncPlan.Push]) throws -> [PushResult] {
    let pusher = Pusher(store: store, provider: provider, account: account.id, now: now)
    var results: [PushResult] = []
    var isMoneyOpen = false
    for step in steps {
      if isMoneyOpen, step.action.movesMoney, step.step == .send { continue }
      watch(.pushing(step.action))
      let result = try pusher.apply(step)
      results.append(result)
      try noteWait(result)
      if result.intent.isUnsettledMoney { isMoneyOpen = true }
    }
    return results
  }

  private func pull(into report: inout Report) throws {
    do {
      report.account = try puller(.account(account.shelf)) { watch(.entries($0)) }.pull { cursor, receive in
        try provider.changes(of: account.id, since: cursor, receive: receive)
      }
      if let server = report.account?.serverTime { report.clockSkew = now().seconds(until: server) }
      if provider.capabilities.contains(.articles) {
        report.articles = try puller(articleShelf) { watch(.articles($0)) }.pull { cursor, receive in
          try provider.articles(since: cursor, receive: receive)
        }
      }
      try clearBackoff()
    } catch let error as ProviderError {
      try noteWait(error)
      throw error
    }
  }

  private func puller(_ shelf: ShelfID, progress: @escaping (Int) -> Void = { _ in }) -> Puller {
    Puller(store: store, shelf: shelf, now: now, acceptsShrink: acceptsShrink, progress: progress)
  }
}

// MARK: - Waiting, remembered between processes

extension Synchronizer {
  private func backoff() throws -> Backoff? {
    guard let json = try store.backoff() else { return nil }
    guard case .object(let members) = json, let mine = members[account.shelf] else { return nil }
    return try? Backoff(json: mine)
  }

  private func noteWait(_ result: PushResult) throws {
    if let failure = result.failure { try noteWait(failure) }
  }

  private func noteWait(_ error: ProviderError) throws {
    switch error {
    case .wait(let seconds?): try setBackoff(.ordered(seconds: seconds, now: now()))
    case .wait(nil), .broken, .noAnswer:
      try setBackoff(.after(try backoff(), now: now(), random: random()))
    default: break
    }
  }

  private func clearBackoff() throws {
    if try backoff() != nil { try setBackoff(nil) }
  }

  private func setBackoff(_ backoff: Backoff?) throws {
    try store.withLock {
      var members: [String: JSON] = [:]
      if case .object(let known)? = try store.backoff() { members = known }
      members[account.shelf] = backoff?.json
      try store.setBackoff(.object(members))
    }
  }
}
