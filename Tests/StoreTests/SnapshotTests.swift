import Domain
import JSON
import Platform
import Testing

@testable import Store

private let header = SnapshotHeader(
  taken: Timestamp(seconds: 1_790_000_000), language: "ru", columns: 80, account: "1001", articles: "native",
  configuration: ["a": 1])

private func sampleStore() throws -> TemporaryStore {
  let store = TemporaryStore()
  let writer = try store.writer()
  var commit = Sample.commit(Sample.entries(0..<2300))
  commit.replace("notes", [Sample.entry(1)])
  try writer.flip(Sample.shelf, expected: nil, commit)
  try writer.flip(.account("other"), expected: nil, Sample.commit(Sample.entries(0..<2)))
  var articles = Commit()
  articles.replace("articles", [Sample.entry(4)])
  try writer.flip(.articles("native"), expected: nil, articles)
  _ = try writer.create(Sample.intent("mine"))
  _ = try writer.create(Sample.intent("theirs", account: "other"))
  var done = Sample.intent("done")
  _ = try writer.create(done)
  try done.apply(.cancel, at: Timestamp(seconds: 1_790_000_001))
  try writer.update(done)
  return store
}

private func snapshot(_ store: TemporaryStore) throws -> [UInt8] {
  try SnapshotFile.write(header, of: Sample.shelf, articles: .articles("native"), from: try store.reader())
}

@Test func aSnapshotShowsTheSameShelfAndNobodyElse() throws {
  let store = try sampleStore()
  let (read, source) = try SnapshotFile.read(try snapshot(store))
  #expect(read == header)
  let there = try StoreReader(source: source)
  let here = try store.reader()
  let head = try here.head(Sample.shelf)
  #expect(try there.head(Sample.shelf) == head)
  #expect(try there.all() == here.all())
  #expect(try there.totals(Sample.shelf, head).totals == here.totals(Sample.shelf, head).totals)
  #expect(try there.part("notes", of: Sample.shelf, head, as: LedgerEntry.self).map(\.id) == ["e1"])
  let articles = ShelfID.articles("native")
  #expect(try there.part("articles", of: articles, try there.head(articles), as: LedgerEntry.self).count == 1)
  #expect(try there.accounts() == [Sample.shelf])
  #expect(try there.openIntents().intents.map(\.key) == ["mine"])
  #expect(try there.intent("done")?.state == .cancelled)
  #expect(try there.intent("theirs") == nil)
}

@Test func aTailThatWasNeverCommittedIsNotInASnapshot() throws {
  let store = try sampleStore()
  let before = try snapshot(store)
  let active = try #require(try store.reader().head(Sample.shelf).ledger).active
  try store.directory().append("accounts/1001/ledger/" + active.name, at: active.bytes, Array("secret".utf8))
  #expect(try snapshot(store) == before)
}

@Test func theContentsOfAnUnreadableIntentStayAtHome() throws {
  let store = try sampleStore()
  try store.directory().replace("intents/theirs.json", with: Array("Иван Петров".utf8))
  let (_, source) = try SnapshotFile.read(try snapshot(store))
  #expect(try source.read("intents/theirs.json", limit: 10) == [])
  #expect(try StoreReader(source: source).openIntents().isMoneyLocked)
}

@Test func aDamagedSnapshotIsRefusedAtTheLine() throws {
  let bytes = try snapshot(try sampleStore())
  #expect(throws: SnapshotError.notASnapshot) { try SnapshotFile.read([]) }
  #expect(throws: SnapshotError.notASnapshot) { try SnapshotFile.read(Array("<html>\n".utf8)) }
  #expect(throws: SnapshotError.cut) { try SnapshotFile.read(Array(bytes.dropLast())) }
  let lines = bytes.split(separator: 10)
  let shorter = lines.dropLast().map { Array($0) + [10] }
  #expect(throws: SnapshotError.cut) { try SnapshotFile.read(shorter.flatMap(\.self)) }
  let without = (lines[..<2] + lines[3...]).map { Array($0) + [10] }
  #expect(throws: SnapshotError.damaged(line: lines.count - 1)) { try SnapshotFile.read(without.flatMap(\.self)) }
  var broken = bytes
  broken[lines[0].count + 100] ^= 1
  #expect(throws: SnapshotError.damaged(line: 2)) { try SnapshotFile.read(broken) }
  let newer = Envelope.seal(["kabinet": "snapshot", "format": 2])
  #expect(throws: SnapshotError.tooNew(format: 2)) { try SnapshotFile.read(newer) }
  #expect(throws: SnapshotError.notASnapshot) { try SnapshotFile.read(Envelope.seal(["a": 1])) }
}

@Test(arguments: 0..<10)
func noFlippedByteOfASnapshotGoesUnnoticed(_ number: Int) throws {
  let seed = UInt64.random(in: .min ... .max)
  var random = Seeded(seed)
  let store = TemporaryStore()
  try store.writer().flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<3)))
  let bytes = try snapshot(store)
  for _ in 0..<200 {
    var broken = bytes
    broken[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    #expect(throws: SnapshotError.self, "seed \(seed)") { try SnapshotFile.read(broken) }
  }
}
