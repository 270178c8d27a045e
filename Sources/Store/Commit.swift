import Domain
import JSON
import Platform

/// What one flip changes: everything here becomes visible together or not at all.
package struct Commit {
  package enum CursorChange: Sendable, Equatable {
    case unchanged
    case set(Cursor?)
  }

  /// The account as the provider shows it now; nil leaves the one that is there.
  package var account: Account?
  package var cursor = CursorChange.unchanged
  package var epoch: String?
  package var synced: Timestamp?
  /// New and changed entries; the provider's id decides which. Of two with one id the later counts.
  ///
  /// An entry that is later than all of the ledger is taken for a new one without a search of a hundred thousand ids. A
  /// provider that moves an old entry there deletes it first (`deletedEntries` in the same commit will do); one that does not
  /// is found out when opening plus sum is not the balance, and a full resync sorts it out.
  package var entries: [LedgerEntry] = []
  package var deletedEntries: Set<String> = []
  /// Collections that are replaced whole.
  package var parts: [String: [JSON]] = [:]
  package var digest: JSON?
  /// A full resync: what is not in this commit is gone, and nothing needs fetching again. The old generation stays readable
  /// until the flip, and files that would be written again byte for byte are kept.
  package var isWhole = false

  package init() {}

  package mutating func replace<Item: JSONConvertible>(_ part: String, _ items: [Item]) {
    parts[part] = items.map(\.json)
  }

  package mutating func replace<Item: JSONConvertible>(_ collection: Domain.Collection, _ items: [Item]) {
    replace(collection.rawValue, items)
  }

  func apply(to head: inout Head) {
    if let account { head.account = account }
    if case .set(let new) = cursor { head.cursor = new }
    if let epoch { head.epoch = epoch }
    if let synced { head.synced = synced }
    if let digest { head.digest = digest }
    if account != nil { head.rebuilt = nil }
  }
}

extension StoreWriter {
  /// Makes a commit visible in one step: ledger, collections, cursor and account together.
  ///
  /// `expected` is the head that the caller has seen, nil for a shelf that does not exist; `.changed` when another process
  /// has flipped it since. Returns the new head.
  @discardableResult
  package func flip(_ shelf: ShelfID, expected: Head?, _ commit: Commit) throws(StoreError) -> Head {
    try storing {
      try withLock {
        let current = try currentHead(shelf, for: commit)
        guard current?.revision == expected?.revision else { throw StoreError.changed }
        let bench = try ShelfBench(self, shelf, current)
        var next = current ?? Head()
        next.revision += 1
        commit.apply(to: &next)
        if commit.isWhole {
          try bench.startGeneration(&next, commit.entries, parts: commit.parts)
        } else {
          try bench.change(&next, entries: commit.entries, deleted: commit.deletedEntries)
        }
        try bench.write(commit.parts, &next)
        try bench.publish(next)
        return next
      }
    }
  }

  /// A head that is damaged is no obstacle to a full resync: it is set aside, and its shelf counts as new.
  private func currentHead(_ shelf: ShelfID, for commit: Commit) throws(StoreError) -> Head? {
    do throws(StoreError) {
      return try head(shelf)
    } catch {
      guard commit.isWhole, case .damaged(let damage) = error, damage.path == shelf.headPath else { throw error }
      try quarantine(file: shelf.headPath)
      return nil
    }
  }
}
