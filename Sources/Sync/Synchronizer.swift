import Domain
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
  package enum Stage: Sendable {
    case pushing(Action)
    case entries(Int)
    case articles(Int)
    /// How an intent stands after a step; told at once, because the rest of the sync may fail.
    case pushed(PushResult)
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
  /// Milliseconds for which another sync is waited for.
  private let patience: Int64

  package init(
    store: StoreWriter, provider: any Provider, account: (shelf: String, id: String), articleShelf: ShelfID,
    now: @escaping () -> Timestamp, random: @escaping () -> UInt64, acceptsShrink: Bool = false,
    patience: Int64 = 30_000, watch: @escaping (Stage) -> Void = { _ in }
  ) {
    self.store = store
    self.provider = provider
    self.account = account
    self.articleShelf = articleShelf
    self.now = now
    self.random = random
    self.acceptsShrink = acceptsShrink
    self.patience = patience
    self.watch = watch
  }

  /// What a sync would do now; reads the store alone.
  package func plan() throws -> SyncPlan {
    SyncPlan(
      pushes: try queue.plan(),
      account: SyncPlan.Pull(cursor: try puller(.account(account.shelf)).startingCursor()),
      articles: try provider.capabilities.contains(.articles) && areArticlesDue()
        ? SyncPlan.Pull(cursor: try puller(articleShelf).startingCursor()) : nil)
  }

  /// Seconds for which the provider should not be called; nil when the way is free.
  package func mustWait() throws -> Int64? {
    try backoff.load()?.remaining(at: now())
  }

  /// The same where the provider itself named the time.
  package func orderedWait() throws -> Int64? {
    guard let known = try backoff.load(), known.isOrdered else { return nil }
    return known.remaining(at: now())
  }

  /// Settles, pushes and pulls. An intent that stays open does not keep the facts from coming; a provider that names a
  /// time to wait is not asked anything more.
  package func run() throws -> Report {
    try alone {
      var report = Report()
      report.pushed = try push()
      if case .wait(.some(let seconds))? = report.pushed.last?.failure { throw ProviderError.wait(seconds: seconds) }
      try pull(into: &report)
      return report
    }
  }

  /// Sends one intent at once, after what stands before it. The answer is how it stands now, also when another process
  /// has settled it meanwhile.
  package func submit(_ key: String) throws -> PushResult {
    try alone {
      let results = try push(upTo: key)
      if let result = results.last, result.intent.key == key { return result }
      return PushResult(intent: try known(key), failure: results.last?.failure)
    }
  }

  /// Takes an intent back: `cancelled` only when it provably never will be done, else how it stands.
  package func cancel(_ key: String) throws -> PushResult {
    try alone {
      let intent = try known(key)
      if intent.state.isTerminal { return PushResult(intent: intent) }
      let result = try pusher.cancel(key)
      note(result)
      return result
    }
  }

  /// Brings the facts alone; the caller has pushed.
  package func refresh() throws -> Report {
    try alone {
      var report = Report()
      try pull(into: &report)
      return report
    }
  }

  private func alone<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let right = try store.syncLock(patience: patience)
    defer { withExtendedLifetime(right) {} }
    try store.tidyIntents()
    try store.mendClaims(at: now())
    return try body()
  }

  private func known(_ key: String) throws -> Intent {
    guard let intent = try store.reader.intent(key) else { throw StoreError.noOpenIntent(key: key) }
    return intent
  }
}

// MARK: - Parts

extension Synchronizer {
  private var pusher: Pusher { Pusher(store: store, provider: provider, account: account.id, now: now) }
  private var queue: PushQueue { PushQueue(store: store, pusher: pusher, shelf: account.shelf, now: now) }
  private var backoff: BackoffMemory { BackoffMemory(store: store, account: account.shelf) }

  private var discrepancies: DiscrepancyWatch {
    DiscrepancyWatch(
      store: store, shelf: .account(account.shelf), account: account.shelf,
      entriesCarryKeys: provider.capabilities.contains(.keys), now: now())
  }

  private func puller(_ shelf: ShelfID, progress: @escaping (Int) -> Void = { _ in }) -> Puller {
    Puller(
      store: store, shelf: shelf, now: now, acceptsShrink: acceptsShrink,
      capabilities: { provider.capabilities.map(\.rawValue).sorted() }, progress: progress)
  }

  private func push(upTo key: String? = nil) throws -> [PushResult] {
    try queue.run(upTo: key, each: note) { watch(.pushing($0)) }
  }

  private func note(_ result: PushResult) {
    if let failure = result.failure { backoff.note(failure, now: now(), random: random()) }
    watch(.pushed(result))
  }

  private func pull(into report: inout Report) throws {
    do {
      let facts = try puller(.account(account.shelf)) { watch(.entries($0)) }.pull { cursor, receive in
        try provider.changes(of: account.id, since: cursor, receive: receive)
      }
      report.account = facts
      if !facts.isUnchanged { try discrepancies.run() }
      report.clockSkew = facts.clockSkew
      report.articles = try pullArticles()
      backoff.clear()
    } catch let error as ProviderError {
      backoff.note(error, now: now(), random: random())
      throw error
    }
  }

  /// Help articles change rarely: they are asked for once a day, so that an idle sync is one request. An installation may
  /// turn out to have no articles only when it is asked for them.
  private func pullArticles() throws -> Puller.Report? {
    guard provider.capabilities.contains(.articles), try areArticlesDue() else { return nil }
    do {
      return try puller(articleShelf) { watch(.articles($0)) }.pull { cursor, receive in
        try provider.articles(since: cursor, receive: receive)
      }
    } catch ProviderError.missing {
      return nil
    }
  }

  /// A clock that went back makes them due as well.
  private func areArticlesDue() throws -> Bool {
    guard let head = try? store.head(articleShelf), !head.needsRefetch, let synced = head.synced else {
      return true
    }
    return !(0..<PullBatch.articleLife).contains(synced.seconds(until: now()))
  }
}
