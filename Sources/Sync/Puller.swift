import Domain
import JSON
import Provider
import Store

/// Brings what the provider says into one shelf: each flip brings data and the cursor that covers it.
package struct Puller {
  /// What a pull did.
  package struct Report: Sendable, Equatable {
    package var newEntries = 0
    /// Nothing was new: one request, no write.
    package var isUnchanged = false
    /// The ledger does not add up to what the provider says, even after it was fetched anew.
    package var discrepancy: Discrepancy?
    package var serverTime: Timestamp?
    /// How far the device's clock was behind the provider's when the answer began, in seconds.
    package var clockSkew: Int64 = 0
  }

  package struct Discrepancy: Sendable, Equatable {
    package let ours: Money
    package let theirs: Money
  }

  /// A pull that would take away too much, or turn the account into another: a person must agree first.
  package enum Refusal: Error, Equatable {
    case shrinks(from: Int, to: Int)
    case otherAccount(was: String, now: String)
    case otherCurrency(was: String, now: String)
  }

  let store: StoreWriter
  let shelf: ShelfID
  let now: () -> Timestamp
  /// The person has agreed to a pull that drops more than half of the ledger.
  let acceptsShrink: Bool
  /// What the provider can do, in order; asked at the end of a pull, which may have found something missing.
  let capabilities: () -> [String]
  /// So many entries have come.
  let progress: (Int) -> Void

  package init(
    store: StoreWriter, shelf: ShelfID, now: @escaping () -> Timestamp, acceptsShrink: Bool = false,
    capabilities: @escaping () -> [String] = { [] }, progress: @escaping (Int) -> Void = { _ in }
  ) {
    self.store = store
    self.shelf = shelf
    self.now = now
    self.acceptsShrink = acceptsShrink
    self.capabilities = capabilities
    self.progress = progress
  }

  /// A feed from a cursor on; `true` when anything came.
  package typealias Feed = (_ cursor: Cursor?, _ receive: (PullStep) throws -> Void) throws -> Bool

  /// Pulls until the feed ends. A cursor that the provider no longer knows, damage, and a ledger that does not add up lead
  /// to one full resync each; what is wrong after it ends the run or is reported, and is never corrected here.
  package func pull(_ feed: Feed) throws -> Report {
    do { return try attempt(feed) } catch StoreError.changed {}
    // Another process wrote the same shelf meanwhile: once more, on what is there now.
    do { return try attempt(feed) } catch StoreError.changed {}
    // Nobody is there: a file that the head names is gone.
    return try resync(feed)
  }

  /// The cursor of the last flip; nil when everything must be fetched: the first time, or after damage.
  package func startingCursor() throws -> Cursor? {
    guard case .known(let head) = try look(), let head, !head.needsRefetch else { return nil }
    return head.cursor
  }

  private enum Sight {
    case known(Head?)
    case damaged
  }

  private func look() throws -> Sight {
    do {
      return .known(try store.head(shelf))
    } catch  where error.damage != nil {
      return .damaged
    }
  }

  private func attempt(_ feed: Feed) throws -> Report {
    guard case .known(let head) = try look() else { return try resync(feed) }
    guard let head, !head.needsRefetch, let cursor = head.cursor else {
      return try pull(feed, PullBatch(self, head: head, cursor: nil))
    }
    var report = Report()
    do {
      let batch = PullBatch(self, head: head, cursor: cursor)
      report = try pull(feed, batch)
      guard report.discrepancy != nil else { return report }
      try batch.forgetCursor()
    } catch ProviderError.cursorGone {
    } catch let error as StoreError where error.damage != nil {
    } catch StoreError.currencyMismatch(let code) {
      guard acceptsShrink else { throw Refusal.otherCurrency(was: head.account?.currency.code ?? "", now: code) }
    }
    let whole = try resync(feed)
    return whole.adding(report)
  }

  /// Everything anew, beside what is there, in one flip.
  private func resync(_ feed: Feed) throws -> Report {
    guard case .known(let head) = try look() else {
      return try pull(feed, PullBatch(self, head: nil, cursor: nil, replaces: true))
    }
    return try pull(feed, PullBatch(self, head: head, cursor: nil, replaces: true))
  }

  private func pull(_ feed: Feed, _ batch: PullBatch) throws -> Report {
    let came: Bool
    do {
      came = try feed(batch.cursor) { step in try batch.take(step) }
    } catch let error as ProviderError {
      try batch.keepWhatIsSure()
      throw error
    }
    return came ? try batch.finished() : try batch.unchanged()
  }
}

extension Puller.Report {
  fileprivate func adding(_ earlier: Puller.Report) -> Puller.Report {
    var sum = self
    sum.newEntries += earlier.newEntries
    return sum
  }
}
