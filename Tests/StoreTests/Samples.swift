import Domain
import Glibc
import JSON
import Platform
import Testing

@testable import Store

/// A store of its own for one test, removed at the end.
final class TemporaryStore: Sendable {
  let path: String

  init() {
    let base = Process.environment()["TMPDIR"] ?? "/tmp"
    path = "\(base)/kabinet-store-\(Process.identifier)-\(Randomness.hexadecimal(bytes: 8))"
  }

  deinit {
    guard let slash = path.lastIndex(of: "/"), let base = try? Directory(String(path[..<slash])) else { return }
    try? base.removeTree(String(path[path.index(after: slash)...]))
  }

  func writer(patience: Int64 = 10_000) throws -> StoreWriter {
    try StoreWriter.openOrCreate(
      path: path, holder: "kabinet test", now: Timestamp(seconds: 1_790_000_000), patience: patience)
  }

  func reader() throws -> StoreReader { try StoreReader(path: path) }

  func directory() throws -> Directory { try Directory(path) }

  /// Every file below, by its relative path, but the locks.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func walk(_ directory: Directory, _ prefix: String) throws {
      for name in try directory.list() where !name.hasSuffix("lock") {
        if try directory.status(name).kind == .directory {
          try walk(try directory.directory(name), prefix + name + "/")
        } else {
          files[prefix + name] = try directory.read(name, limit: .max)
        }
      }
    }
    try walk(try directory(), "")
    return files
  }
}

extension TemporaryStore {
  /// Where the balance becomes unknown when the doctor makes a head again.
  static let repairTime = Timestamp(seconds: 1_800_000_000)

  /// A shelf with so many entries and a collection.
  static func filled(_ count: Int = 5) throws -> TemporaryStore {
    let store = TemporaryStore()
    var commit = Sample.commit(Sample.entries(0..<count))
    commit.replace("notes", [Sample.entry(1)])
    try store.writer().flip(Sample.shelf, expected: nil, commit)
    return store
  }

  func examine() throws -> Diagnosis { try Doctor.examine(path: path) }

  /// Repairs, and holds the doctor to its word that a second run finds nothing to do.
  func repair() throws -> Diagnosis {
    let first = try Doctor.repair(path: path, holder: "kabinet doctor", now: TemporaryStore.repairTime)
    let second = try Doctor.repair(path: path, holder: "kabinet doctor", now: TemporaryStore.repairTime)
    #expect(second.repaired == [])
    #expect(second.status == (first.status == .repaired ? .clean : first.status))
    return first
  }

  func flip(_ path: String, at offset: Int) throws {
    var bytes = try directory().read(path, limit: .max)
    bytes[offset] ^= 4
    try directory().replace(path, with: bytes)
  }

  /// In place, as a disk rots, and without waiting for it.
  func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    let file = try directory().file(name, .readWrite)
    try file.truncate(to: 0)
    try file.write(bytes)
  }

  /// Makes a file older than any unfinished write.
  func age(_ name: String) { utime(path + "/" + name, [utimbuf(actime: 0, modtime: 0)]) }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}

enum Sample {
  static let shelf = ShelfID.account("1001")

  /// The entry number `index`: one every six hours from 2024-01-01, so that a month has 120 or so.
  static func entry(
    _ index: Int, id: String? = nil, amount: Int64 = -4500, text: String = "Абонентская плата",
    currency: Currency = .rub
  ) -> LedgerEntry {
    let time = Timestamp(seconds: 1_704_067_200 + Int64(index) * 21_600)
    return LedgerEntry(
      id: id ?? "e\(index)", time: time, date: time.date(utcOffset: 180), kind: index % 5 == 0 ? .payment : .charge,
      amount: Money(minor: amount, currency: currency),
      balance: Money(minor: amount * Int64(index + 1), currency: currency),
      text: text, service: index % 3 == 0 ? "internet" : nil, method: nil, key: nil)
  }

  static func entries(_ range: Range<Int>) -> [LedgerEntry] { range.map { entry($0) } }

  static func account(balance: Int64 = 12_345) -> Account {
    Account(
      id: "1001", number: "77-1001", holder: Account.Holder(name: "Иван Петров"), utcOffset: 180, state: .active,
      balance: Money(minor: balance, currency: .rub), credit: .zero(.rub), asOf: Timestamp(seconds: 1_790_000_000))
  }

  static func commit(_ entries: [LedgerEntry], cursor: String = "c1") -> Commit {
    var commit = Commit()
    commit.account = account()
    commit.cursor = .set(Cursor(cursor))
    commit.synced = Timestamp(seconds: 1_790_000_000)
    commit.entries = entries
    return commit
  }

  static func intent(_ key: String, account: String = "1001") -> Intent {
    Intent(
      key: key, account: account, action: .pay(amount: Money(minor: 50_000, currency: .rub), method: nil), body: "{}",
      terms: nil, created: Timestamp(seconds: 1_790_000_000))
  }
}

extension StoreReader {
  func all(_ shelf: ShelfID = Sample.shelf) throws -> [LedgerEntry] {
    let page = try ledger(shelf, try head(shelf))
    #expect(page.damage == [])
    return page.entries
  }
}

func numbered(_ entries: [LedgerEntry]) -> [LedgerEntry] {
  entries.enumerated().map {
    var entry = $0.element
    entry.seq = $0.offset + 1
    return entry
  }
}
