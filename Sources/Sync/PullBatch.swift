import Domain
import JSON
import Provider
import Store

/// The changes of one pull between two flips.
final class PullBatch {
  /// Where the feed goes on; nil: from the beginning.
  let cursor: Cursor?
  private let puller: Puller
  private var head: Head?
  private var header = PullHeader(isComplete: false, epoch: "", serverTime: nil)
  private var begun: Timestamp
  private var pending = PendingChanges()
  private var collections: PulledCollections
  /// The state at the last checkpoint that is not on the disk yet.
  private var sure: (cursor: Cursor?, pending: PendingChanges.Mark, collections: PulledCollections)?
  private var lastFlip: Timestamp
  private var account: Account?
  private var report = Puller.Report()
  /// Everything is sent and something is here already: it is replaced at the end, in one flip.
  private var isReplacing = false
  private let replaces: Bool
  private let countAtStart: Int
  private var ledgerHead: LedgerHead?
  private var hasEnded = false

  /// A flip is a chain of fsyncs: made at each of a hundred checkpoints a first sync of 100,000 entries takes 4.8 to 5.6
  /// times as long as curl takes for the same bytes, made every ten thousand entries 3.1 to 3.7 times, in 23 MB either
  /// way. A slow feed flips by the clock, and one that breaks off at its last checkpoint, so that little is fetched twice.
  private static let entriesAFlip = 10_000
  private static let secondsAFlip: Int64 = 2

  /// - Parameter replaces: a full resync, also where there is no head because it was damaged.
  init(_ puller: Puller, head: Head?, cursor: Cursor?, replaces: Bool = false) {
    self.puller = puller
    self.head = head
    self.cursor = cursor
    self.replaces = replaces
    countAtStart = head?.ledger?.count ?? 0
    begun = puller.now()
    lastFlip = begun
    collections = PulledCollections(reader: puller.store.reader, shelf: puller.shelf, head: head)
  }

  func take(_ step: PullStep) throws {
    switch step {
    case .begin(let header): try begin(header)
    case .change(let change): try take(change)
    case .checkpoint(let cursor, let ledger):
      ledgerHead = ledger
      guard !isReplacing else { return }
      sure = (cursor, pending.mark, collections)
      if isFlipDue { try flip(cursor) }
    case .end(let cursor, let ledger):
      ledgerHead = ledger
      hasEnded = true
      try flip(cursor)
    case .unchanged(let serverTime): note(serverTime)
    }
  }

  private func note(_ serverTime: Timestamp?) {
    begun = puller.now()
    report.serverTime = serverTime
    report.clockSkew = serverTime.map { begun.seconds(until: $0) } ?? 0
  }

  private func begin(_ header: PullHeader) throws {
    // A new epoch makes all cursors void, and without a cursor everything is due.
    if let known = head?.epoch, cursor != nil, !header.isComplete, known != header.epoch {
      throw ProviderError.cursorGone
    }
    guard header.isComplete || cursor != nil else { throw ProviderError.malformed("begin: a complete feed is due") }
    self.header = header
    note(header.serverTime)
    isReplacing = header.isComplete && (replaces || head != nil)
    if header.isComplete { collections.startAnew() }
  }

  private func take(_ change: Change) throws {
    switch change {
    case .account(let account): try take(account)
    case .entry(let entry):
      pending.put(entry)
      report.newEntries += 1
      if report.newEntries % 500 == 0 { puller.progress(report.newEntries) }
    case .entryDeleted(let id): pending.delete(id)
    default: try collections.take(change)
    }
  }

  /// An account that turns into another, or changes its currency, is improbable: a person is asked first.
  private func take(_ account: Account) throws {
    if let known = head?.account, !puller.acceptsShrink {
      guard known.id == account.id else { throw Puller.Refusal.otherAccount(was: known.id, now: account.id) }
      guard known.currency == account.currency else {
        throw Puller.Refusal.otherCurrency(was: known.currency.code, now: account.currency.code)
      }
    }
    self.account = account
    pending.account = account
  }

  // MARK: - Flips

  private var isFlipDue: Bool {
    pending.entryCount >= PullBatch.entriesAFlip
      || abs(lastFlip.seconds(until: puller.now())) >= PullBatch.secondsAFlip
  }

  private func flip(_ cursor: Cursor?) throws {
    var commit = pending.commit()
    commit.cursor = .set(cursor)
    commit.epoch = header.epoch
    collections.write(into: &commit)
    if isReplacing {
      // The shelf becomes this alone; the store keeps on the disk what is the same.
      commit.isWhole = true
      report.newEntries = max(0, Set(commit.entries.map(\.id)).count - countAtStart)
    }
    try refuseShrinking(commit)
    // Between two checkpoints the account may still be the old one: only the end makes the data as fresh as now.
    if hasEnded { try stamp(&commit) }
    head = try puller.store.flip(puller.shelf, expected: head, commit)
    pending = PendingChanges()
    sure = nil
    lastFlip = puller.now()
    puller.progress(report.newEntries)
  }

  private func stamp(_ commit: inout Commit) throws {
    commit.synced = begun
    guard commit.account != nil || head?.account != nil else { return }
    commit.digest = try collections.digest(
      serverTime: header.serverTime ?? begun, capabilities: puller.capabilities()
    ).json
  }

  /// A pull that takes away more than half of the ledger asks first.
  private func refuseShrinking(_ commit: Commit) throws {
    guard !puller.acceptsShrink, countAtStart > 0 else { return }
    var after = commit.isWhole ? Set(commit.entries.map(\.id)).count : countAtStart
    if !commit.isWhole, !commit.deletedEntries.isEmpty, let head {
      let dropped = commit.deletedEntries.subtracting(commit.entries.map(\.id))
      after = (head.ledger?.count ?? 0) - dropped.count
      // A tombstone may be of an entry that was never here: where it matters they are counted.
      if after * 2 < countAtStart { after += dropped.count - (try count(of: dropped, in: head)) }
    }
    if after * 2 < countAtStart { throw Puller.Refusal.shrinks(from: countAtStart, to: max(0, after)) }
  }

  private func count(of ids: Set<String>, in head: Head) throws -> Int {
    var count = 0
    _ = try puller.store.reader.ledger(puller.shelf, head, in: nil) { if ids.contains($0.id) { count += 1 } }
    return count
  }

  /// The feed broke off: what its last checkpoint made sure is kept, and the next pull goes on from there.
  func keepWhatIsSure() throws {
    guard let sure, !hasEnded else { return }
    pending.goBack(to: sure.pending)
    collections = sure.collections
    try flip(sure.cursor)
  }

  // MARK: - The end

  /// The report of a pull that came to its end; a cut one keeps what its checkpoints brought.
  func finished() throws -> Puller.Report {
    guard hasEnded else {
      try keepWhatIsSure()
      throw ProviderError.noAnswer(.unknown(.connectionLost))
    }
    report.discrepancy = discrepancy()
    return report
  }

  private func discrepancy() -> Puller.Discrepancy? {
    guard let theirs = ledgerHead?.balance ?? account?.balance else { return nil }
    guard let ledger = head?.ledger else {
      guard let ledgerHead, ledgerHead.entries > 0 else { return nil }
      return Puller.Discrepancy(ours: .zero(theirs.currency), theirs: theirs)
    }
    let ours = Money(minor: ledger.closing, currency: ledger.currency)
    let counts = ledgerHead.map { $0.entries == ledger.count } ?? true
    return ours == theirs && counts ? nil : Puller.Discrepancy(ours: ours, theirs: theirs)
  }

  /// The data is wrong and is about to be fetched anew. Should that fail, the next run must not take it for good.
  func forgetCursor() throws {
    var commit = Commit()
    commit.cursor = .set(nil)
    head = try puller.store.flip(puller.shelf, expected: head, commit)
  }

  /// Nothing was new. The data is as fresh as now; that is written down only once it would begin to look stale, or when our
  /// clock has gone another way than the provider's, so that an idle sync writes nothing.
  func unchanged() throws -> Puller.Report {
    report.isUnchanged = true
    try confirmUnchanged()
    return report
  }

  private func confirmUnchanged() throws {
    guard let head, let synced = head.synced else { return }
    let moment = puller.now()
    let age = synced.seconds(until: moment)
    guard let account = head.account else {
      if abs(age) >= PullBatch.articleLife { try confirm(at: moment, Commit(), head) }
      return
    }
    let digest = head.digest.flatMap { try? HomeDigest(json: $0) }
    let expected = (digest?.serverTime ?? account.asOf).adding(seconds: max(0, age))
    let serverTime = report.serverTime ?? expected
    let drift = abs(expected.seconds(until: serverTime))
    guard age > Int64(account.freshFor) || age < 0 || drift > PullBatch.driftTold else { return }
    var commit = Commit()
    commit.digest =
      HomeDigest(
        incidents: digest?.incidents ?? [], unreadNotices: digest?.unreadNotices ?? 0, serverTime: serverTime,
        capabilities: puller.capabilities()
      ).json
    try confirm(at: moment, commit, head)
  }

  private func confirm(at moment: Timestamp, _ commit: Commit, _ head: Head) throws {
    var commit = commit
    commit.synced = moment
    try puller.store.flip(puller.shelf, expected: head, commit)
  }

  /// Seconds by which two clocks may part before it is written down.
  private static let driftTold: Int64 = 60

  /// Seconds for which articles count as fresh.
  static let articleLife: Int64 = 86_400
}
