import Domain
import Store

/// What has come of the ledger and the account since the last flip, in the order in which it came.
struct PendingChanges {
  /// How much there was at a checkpoint.
  struct Mark {
    fileprivate let count: Int
    fileprivate let deleted: [String: Int]
    fileprivate let account: Account?
  }

  var account: Account?
  private var entries: [LedgerEntry] = []
  /// The ids of tombstones, and how many entries had come before each: those of them with its id are gone, a later one
  /// with the same id stays.
  private var deleted: [String: Int] = [:]

  var entryCount: Int { entries.count }
  var mark: Mark { Mark(count: entries.count, deleted: deleted, account: account) }

  mutating func put(_ entry: LedgerEntry) { entries.append(entry) }

  mutating func delete(_ id: String) { deleted[id] = entries.count }

  mutating func goBack(to mark: Mark) {
    entries.removeSubrange(mark.count...)
    deleted = mark.deleted
    account = mark.account
  }

  func commit() -> Commit {
    var commit = Commit()
    commit.account = account
    commit.deletedEntries = Set(deleted.keys)
    commit.entries =
      deleted.isEmpty
      ? entries : entries.enumerated().filter { $0.offset >= deleted[$0.element.id] ?? 0 }.map(\.element)
    return commit
  }
}
