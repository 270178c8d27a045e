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

/// A shelf that is being written, under the lock.
final class ShelfBench {
  let writer: StoreWriter
  let shelf: ShelfID
  let before: Head?
  let directory: Directory
  let ledger: Directory
  let parts: Directory
  private var newFiles: [Directory] = []

  init(_ writer: StoreWriter, _ shelf: ShelfID, _ before: Head?) throws {
    self.writer = writer
    self.shelf = shelf
    self.before = before
    directory = try writer.root.createDirectory(shelf.path)
    ledger = try directory.createDirectory("ledger")
    parts = try directory.createDirectory("parts")
  }

  var source: FileSource { writer.reader.source }

  /// Writes a file under a name that no head names. One that is there already is left from a commit that never was.
  func writeNew(_ name: String, in folder: Directory, _ bytes: [UInt8]) throws {
    do {
      try folder.writeNew(name, bytes)
    } catch  where error.exists {
      try folder.remove(name)
      try folder.writeNew(name, bytes)
    }
    noteNewFile(in: folder)
  }

  /// Remembers that a directory must be synchronised before the head may name what is new in it.
  func noteNewFile(in folder: Directory) {
    if !newFiles.contains(where: { $0 === folder }) { newFiles.append(folder) }
  }

  /// Writes the collections that differ from what is there.
  func write(_ collections: [String: [JSON]], _ head: inout Head) throws {
    for (name, items) in collections.sorted(by: { $0.key < $1.key }) {
      let bytes = ShelfBench.partBytes(items)
      let crc = CRC32C.of(bytes)
      if let old = head.parts[name], old.crc == crc, old.bytes == bytes.count { continue }
      let file = FileName.versioned(name, head.revision)
      try writeNew(file, in: parts, bytes)
      head.parts[name] = FileMark(name: file, bytes: bytes.count, crc: crc, count: items.count)
    }
  }

  /// One item a line, so that `grep` finds it.
  static func partBytes(_ items: [JSON]) -> [UInt8] {
    var object = Array(#"{"items":["#.utf8)
    for (index, item) in items.enumerated() {
      object.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
      object.append(contentsOf: item.bytes)
    }
    object.append(contentsOf: "\n]}".utf8)
    return Envelope.seal(object)
  }

  /// The commit: once the head is renamed everything new is visible, and after the directory's fsync it is acknowledged.
  func publish(_ head: Head) throws {
    let bytes = Envelope.seal(head.json)
    guard bytes.count <= Limit.head else { throw StoreError.excessive("head of \(bytes.count) bytes") }
    for folder in newFiles { try folder.synchronize() }
    try directory.replace("head.json", with: bytes)
    if !newFiles.isEmpty {
      try Housekeeping(writer: writer, shelf: shelf).tidy(keeping: [before, head].compactMap(\.self))
    }
  }
}
