import Domain
import JSON
import Provider
import Store

/// The changes of one pull between two flips.
final class PullBatch {
  private let puller: Puller
  private var head: Head?
  private var header = PullHeader(isComplete: false, epoch: "", serverTime: nil)
  private var commit = Commit()
  private var account: Account?
  private var collections: PulledCollections
  private var report = Puller.Report()
  /// Everything is sent and something is here already: it is replaced at the end, in one flip.
  private var isReplacing = false
  private var ledgerHead: LedgerHead?
  private var hasEnded = false

  init(_ puller: Puller, head: Head?) throws {
    self.puller = puller
    self.head = head
    collections = PulledCollections(reader: puller.store.reader, shelf: puller.shelf, head: head)
  }

  func take(_ step: PullStep) throws {
    switch step {
    case .begin(let header): try begin(header)
    case .change(let change): try take(change)
    case .checkpoint(let cursor, let ledger):
      ledgerHead = ledger
      if !isReplacing { try flip(cursor) }
    case .end(let cursor, let ledger):
      ledgerHead = ledger
      hasEnded = true
      if isReplacing { try becomeWhole() }
      try flip(cursor)
    }
  }

  private func begin(_ header: PullHeader) throws {
    self.header = header
    report.serverTime = header.serverTime
    isReplacing = header.isComplete && head?.ledger != nil
    if header.isComplete { collections.startAnew() }
  }

  private func take(_ change: Change) throws {
    switch change {
    case .account(let account): try take(account)
    case .entry(let entry):
      commit.entries.append(entry)
      report.newEntries += 1
      if report.newEntries % 500 == 0 { puller.progress(report.newEntries) }
    case .entryDeleted(let id): commit.deletedEntries.insert(id)
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
    commit.account = account
  }

  /// Everything there is has been sent: the shelf becomes this alone. The store keeps on the disk what is the same.
  private func becomeWhole() throws {
    let before = head?.ledger?.count ?? 0
    let after = Set(commit.entries.map(\.id)).count
    try refuseShrinking(from: before, to: after)
    report.newEntries = max(0, after - before)
    commit.isWhole = true
  }

  private func refuseShrinking(from before: Int, to after: Int) throws {
    if after * 2 < before, !puller.acceptsShrink { throw Puller.Refusal.shrinks(from: before, to: after) }
  }

  private func flip(_ cursor: Cursor?) throws {
    commit.cursor = .set(cursor)
    commit.epoch = header.epoch
    let moment = puller.now()
    commit.synced = moment
    collections.write(into: &commit)
    commit.digest = try collections.digest(serverTime: header.serverTime ?? moment).json
    head = try puller.store.flip(puller.shelf, expected: head, commit)
    commit = Commit()
    puller.progress(report.newEntries)
  }

  /// The report of a pull that came to its end; a cut one keeps what its checkpoints brought.
  func finished() throws -> Puller.Report {
    guard hasEnded else { throw ProviderError.noAnswer(.unknown(.connectionLost)) }
    report.discrepancy = discrepancy()
    return report
  }

  private func discrepancy() -> Puller.Discrepancy? {
    guard let ledger = head?.ledger, let theirs = ledgerHead?.balance ?? account?.balance else { return nil }
    let ours = Money(minor: ledger.closing, currency: ledger.currency)
    let counts = ledgerHead.map { $0.entries == ledger.count } ?? true
    return ours == theirs && counts ? nil : Puller.Discrepancy(ours: ours, theirs: theirs)
  }

  /// Nothing was new. The data is as fresh as now; that is written down only once it would begin to look stale, so that
  /// an idle sync writes nothing.
  func confirmUnchanged() throws {
    guard let head, let synced = head.synced, let account = head.account else { return }
    let moment = puller.now()
    let age = synced.seconds(until: moment)
    guard age > Int64(account.freshFor) else { return }
    let digest = try head.digest.map { try HomeDigest(json: $0) }
    var commit = Commit()
    commit.synced = moment
    commit.digest =
      HomeDigest(
        incidents: digest?.incidents ?? [], unreadNotices: digest?.unreadNotices ?? 0,
        serverTime: (digest?.serverTime ?? account.asOf).adding(seconds: age)
      ).json
    try puller.store.flip(puller.shelf, expected: head, commit)
  }
}
