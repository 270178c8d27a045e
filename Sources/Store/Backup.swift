import Domain
import JSON
import Platform

/// A copy of a store in a directory of its own: `backup.json` names every file below `store/` with length and checksum.
///
/// It holds everything that a store holds but locks, leftovers, derived data and what was set aside; credentials and
/// configuration are not in a store, so they are in no backup. `backup.json` is written last: a directory without it is a
/// backup that was never finished.
package struct Backup: Sendable, Equatable {
  static let format = 1
  static let listName = "backup.json"
  static let storeName = "store"

  package struct Item: Sendable, Equatable {
    /// Relative to the store.
    package let path: String
    package let bytes: Int
    package let crc: UInt32
  }

  /// The identity of the store that it was made of.
  package let store: String
  package let taken: Timestamp
  /// In the order of their paths.
  package let items: [Item]

  package var bytes: Int { items.reduce(0) { $0 + $1.bytes } }
}

/// Why a directory can't be used as a backup.
package enum BackupError: Error, Sendable, Equatable {
  case missing
  case notABackup
  case tooNew(format: Int)
  /// What is not as it was written; paths are relative to the backup.
  case damaged([Damage])
  /// There is something under the name that the backup should get.
  case exists
}

extension Backup.Item: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "item")
    path = try fields.string("path")
    bytes = try fields.count("bytes", limit: Limit.number)
    crc = try fields.checksum("crc")
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    // It is opened step by step below the backup: a path must not lead out of it.
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }) else {
      throw fields.error("path", "a path below the store is due")
    }
  }

  package var json: JSON {
    ["path": .string(path), "bytes": .integer(Int64(bytes)), "crc": .string(Hexadecimal.text(crc))]
  }
}

extension Backup: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "backup")
    guard fields["kabinet"] == "backup" else { throw fields.error("kabinet", "the list of a backup is due") }
    store = try fields.string("store")
    taken = try fields.value("taken")
    items = try fields.list("files")
  }

  package var json: JSON {
    [
      "kabinet": "backup", "format": .integer(Int64(Backup.format)), "store": .string(store), "taken": taken.json,
      "files": .array(items.map(\.json)),
    ]
  }
}
