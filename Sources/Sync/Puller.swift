import Domain
import JSON
import Provider
import Store

/// Brings what the provider says into one shelf: plan first, then one flip a checkpoint, the cursor in the same flip.
package struct Puller {
  /// What a pull did.
  package struct Report: Sendable, Equatable {
    package var newEntries = 0
    /// Nothing was new: one request, no write.
    package var isUnchanged = false
    /// The ledger does not add up to what the provider says, even after it was fetched anew.
    package var discrepancy: Discrepancy?
    package var serverTime: Timestamp?
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
  /// So many entries have come.
  let progress: (Int) -> Void

  package init(
    store: StoreWriter, shelf: ShelfID, now: @escaping () -> Timestamp, acceptsShrink: Bool = false,
    progress: @escaping (Int) -> Void = { _ in }
  ) {
    self.store = store
    self.shelf = shelf
    self.now = now
    self.acceptsShrink = acceptsShrink
    self.progress = progress
  }

  /// A feed from a cursor on; `true` when anything came.
  package typealias Feed = (_ cursor: Cursor?, _ receive: (PullStep) throws -> Void) throws -> Bool

  /// Pulls until the feed ends. A cursor that the provider no longer knows leads to one full resync; a second time ends
  /// the run. A ledger that does not add up is fetched anew once and then reported, never corrected.
  package func pull(_ feed: Feed) throws -> Report {
    var report: Report
    let cursor = try startingCursor()
    do {
      report = try pull(feed, from: cursor)
    } catch ProviderError.cursorGone where cursor != nil {
      report = try pull(feed, from: nil)
    }
    if report.discrepancy != nil, cursor != nil { report = try pull(feed, from: nil) }
    return report
  }

  /// The cursor of the last flip; nil when everything must be fetched: the first time, or after damage.
  package func startingCursor() throws -> Cursor? {
    guard let head = try store.head(shelf), !head.needsRefetch else { return nil }
    return head.cursor
  }

  private func pull(_ feed: Feed, from cursor: Cursor?) throws -> Report {
    let batch = try PullBatch(self, head: try store.head(shelf))
    let came = try feed(cursor) { step in try batch.take(step) }
    guard came else {
      try batch.confirmUnchanged()
      return Report(isUnchanged: true)
    }
    return try batch.finished()
  }
}
