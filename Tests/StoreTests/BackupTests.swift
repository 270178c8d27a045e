import Domain
import Glibc
import JSON
import Platform
import Testing

@testable import Store

private let now = Timestamp(seconds: 1_790_001_000)

/// A store with something of every class in it.
private func furnished(_ count: Int = 2_500) throws -> TemporaryStore {
  let store = try TemporaryStore.filled(count)
  let writer = try store.writer()
  let directory = try store.directory()
  _ = try writer.create(Sample.intent("open"))
  var done = Sample.intent("done")
  _ = try writer.create(done)
  try done.apply(.cancel, at: now)
  try writer.update(done)
  try writer.setBackoff(["until": 5])
  for (folder, name) in [
    ("autopay", "rule.json"), ("autopay/claims/rule", "2026-11.json"), ("outages", "2026-11.ndjson"),
  ] {
    try directory.createDirectory(folder).writeNew(name, Envelope.seal(["at": 1]))
  }
  try directory.writeNew("intents/half.json.tmp.1.aa", [1])
  _ = try writer.quarantine([1, 2, 3], from: "odd")
  return store
}

private func opened(_ name: String, _ store: TemporaryStore) throws -> BackupDirectory {
  try BackupDirectory(store.path + "/backups/" + name)
}

@Test func aBackupHoldsAllThatCountsAndNothingElse() throws {
  let store = try furnished()
  let name = try store.writer().backUp(at: now)
  let backup = try opened(name, store)
  #expect(
    backup.backup.items.map(\.path) == [
      "accounts/1001/head.json", "accounts/1001/ledger/000001.ndjson", "accounts/1001/ledger/000002.ndjson",
      "accounts/1001/ledger/manifest.1.json", "accounts/1001/parts/notes.1.json", "autopay/claims/rule/2026-11.json",
      "autopay/rule.json", "intents/done/2026/done.json", "intents/open.json", "outages/2026-11.ndjson", "store.json",
    ])
  try backup.verify()
  #expect(try backup.findings() == [])
  #expect(backup.backup.taken == now)
  // The sealed segment costs nothing; what may be written to again, and what nobody else has, is a copy.
  for item in backup.backup.items {
    let status = try backup.store.status(item.path)
    #expect(status.links == (item.path.hasSuffix("000001.ndjson") ? 2 : 1), "\(item.path)")
    #expect(status.permissions == 0o600)
  }
  #expect(try store.examine().findings == [])
}

@Test func twoBackupsOfOneSecondAreTwo() throws {
  let store = try TemporaryStore.filled()
  let names = [try store.writer().backUp(at: now), try store.writer().backUp(at: now)]
  #expect(names[1] == names[0] + "-2")
  #expect(try StoreReader.backups(path: store.path).map(\.name) == names)
  // A backup does not hold the ones before.
  #expect(try opened(names[1], store).backup.items == opened(names[0], store).backup.items)
}

@Test func aBackupStaysAsItWasWhateverTheStoreDoesNext() throws {
  let store = try furnished()
  let writer = try store.writer()
  let backup = try opened(try writer.backUp(at: now), store)
  let before = try backup.reader().all()
  try writer.flip(Sample.shelf, expected: try writer.head(Sample.shelf), Sample.commit(Sample.entries(2_500..<4_100)))
  try backup.verify()
  // A damaged line makes the sealed segment, which the backup shares, the active one: it must not be written to.
  let segments = try writer.reader.segments(Sample.shelf, try #require(try writer.head(Sample.shelf)))
  try store.flip("accounts/1001/ledger/" + segments[1].name, at: 30)
  try store.flip("accounts/1001/head.json", at: 200)
  #expect(try store.repair().status == .repaired)
  let head = try #require(try writer.head(Sample.shelf))
  #expect(head.ledger?.active.name == segments[0].name)
  try writer.flip(Sample.shelf, expected: head, Sample.commit(Sample.entries((head.ledger?.count ?? 0)..<2_200)))
  try backup.verify()
  #expect(try backup.reader().all() == before)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<2_200)))
}

/// The disk rots under both names of a sealed segment. What the doctor cuts from the store's must stay in the backup.
@Test func mendingTheStoreTakesNothingFromABackup() throws {
  let store = try furnished()
  let sealed = "accounts/1001/ledger/000001.ndjson"
  let backup = try opened(try store.writer().backUp(at: now), store)
  var bytes = try store.directory().read(sealed, limit: .max)
  bytes[bytes.count / 2] ^= 1
  try store.overwrite(sealed, bytes)
  try store.flip("accounts/1001/head.json", at: 200)
  #expect(try store.repair().status == .repaired)
  #expect(try store.directory().status(sealed).size < bytes.count)
  #expect(try backup.store.read(sealed, limit: .max) == bytes)
  #expect(throws: BackupError.damaged([Damage("store/" + sealed, .badChecksum)])) { try backup.verify() }
}

@Test func backupsTakenWhileOthersWriteAreOfOneMoment() async throws {
  let store = try TemporaryStore.filled()
  let work = Task.detached {
    let writer = try store.writer()
    for round in 0..<25 {
      // The intent comes first: no backup may know the entry and not the intent.
      _ = try writer.create(Sample.intent("k\(round)"))
      var commit = Sample.commit([Sample.entry(5 + round)])
      commit.replace("notes", [Sample.entry(round)])
      try writer.flip(Sample.shelf, expected: try writer.head(Sample.shelf), commit)
    }
  }
  for round in 0..<10 {
    let backup = try opened(try store.writer().backUp(at: now.adding(seconds: Int64(round))), store)
    try backup.verify()
    #expect(try backup.findings() == [])
    let reader = try backup.reader()
    #expect(try reader.openIntents().intents.count >= reader.all().count - 5)
  }
  try await work.value
}

@Test func everyDamageToABackupIsFound() throws {
  let store = try furnished(12)
  let name = try store.writer().backUp(at: now)
  let place = "backups/\(name)/"
  let items = try opened(name, store).backup.items
  var random = Seeded(7)
  for path in items.map({ "store/" + $0.path }) + ["backup.json"] {
    let bytes = try store.directory().read(place + path, limit: .max)
    for _ in 0..<8 {
      var broken = bytes
      broken[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try store.directory().replace(place + path, with: broken)
      #expect(throws: BackupError.self, "\(path)") { try opened(name, store).verify() }
      try store.directory().replace(
        place + path, with: Array(bytes.dropLast(Int.random(in: 1...bytes.count, using: &random))))
      #expect(throws: BackupError.self, "\(path)") { try opened(name, store).verify() }
    }
    try store.directory().remove(place + path)
    #expect(throws: BackupError.self, "\(path)") { try opened(name, store).verify() }
    try store.directory().replace(place + path, with: bytes)
  }
  try opened(name, store).verify()
}

@Test func whatIsNoBackupIsNamed() throws {
  let store = try TemporaryStore.filled()
  #expect(throws: BackupError.missing) { try BackupDirectory(store.path + "/nowhere") }
  #expect(throws: BackupError.notABackup) { try BackupDirectory(store.path) }
  let name = try store.writer().backUp(at: now)
  let list = "backups/\(name)/backup.json"
  func write(_ json: JSON) throws { try store.directory().replace(list, with: Envelope.seal(json)) }
  try write(["kabinet": "backup", "format": 2])
  #expect(throws: BackupError.tooNew(format: 2)) { try opened(name, store) }
  for path in ["../../store.json", "/etc/passwd", "a//b", "a/./b", ""] {
    let item: JSON = ["path": .string(path), "bytes": 1, "crc": "00000000"]
    try write(["kabinet": "backup", "format": 1, "store": "x", "taken": now.json, "files": [item]])
    #expect(throws: BackupError.self, "\(path)") { try opened(name, store) }
  }
}

@Test func aListThatPromisesTooMuchIsDamage() throws {
  let store = try TemporaryStore.filled()
  let name = try store.writer().backUp(at: now)
  let promise = { (bytes: Int64) in
    let item: JSON = ["path": "store.json", "bytes": .integer(bytes), "crc": "00000000"]
    let list: JSON = ["kabinet": "backup", "format": 1, "store": "x", "taken": now.json, "files": [item]]
    try store.directory().replace("backups/\(name)/backup.json", with: Envelope.seal(list))
  }
  try promise(Int64(Limit.number))
  let backup = try opened(name, store)
  #expect(throws: BackupError.damaged([Damage("store/store.json", .truncated)])) { try backup.verify() }
  // More than can be added up is no number of bytes at all.
  try promise(.max)
  #expect(throws: BackupError.self) { try opened(name, store) }
}

@Test func aBackupOfADamagedStoreKeepsEveryByteOfIt() throws {
  let store = try furnished()
  try store.flip("accounts/1001/head.json", at: 200)
  try store.flip("intents/open.json", at: 60)
  let backup = try opened(try store.writer().backUp(at: now), store)
  try backup.verify()
  #expect(try backup.findings().map(\.severity) == [.damage, .moneyLock])
  for path in ["accounts/1001/head.json", "intents/open.json", "accounts/1001/ledger/000002.ndjson"] {
    #expect(try backup.store.read(path, limit: .max) == store.directory().read(path, limit: .max))
  }
}

@Test func aBackupIsCopiedElsewhereWholeOrNotAtAll() throws {
  let store = try furnished()
  let name = try store.writer().backUp(at: now)
  let elsewhere = TemporaryStore()
  _ = try Directory.create(elsewhere.path)
  let place = elsewhere.path + "/copy"
  try opened(name, store).copy(to: place)
  let copy = try BackupDirectory(place)
  #expect(copy.backup == (try opened(name, store)).backup)
  try copy.verify()
  #expect(throws: BackupError.exists) { try opened(name, store).copy(to: place) }
  try store.flip("backups/\(name)/store/intents/open.json", at: 40)
  #expect(throws: BackupError.self) { try opened(name, store).copy(to: elsewhere.path + "/other") }
  #expect(try elsewhere.directory().list() == ["copy"])
}
