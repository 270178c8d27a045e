import Domain
import Platform
import Testing

@testable import Store

private let segmentPath = "accounts/1001/ledger/000001.ndjson"

@Test func aTornTailIsInvisibleAndIsSetAsideAtTheNextWrite() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<5)))
  let tail = Array(#"{"crc":"00"#.utf8)
  let length = try store.directory().status(segmentPath).size
  try store.directory().append(segmentPath, at: length, tail)
  #expect(try store.reader().all().count == 5)
  try writer.flip(Sample.shelf, expected: head, Sample.commit([Sample.entry(5)]))
  #expect(try store.reader().all() == numbered(Sample.entries(0..<6)))
  let kept = try store.directory().directory("quarantine")
  #expect(try kept.list().map { try kept.read($0, limit: 100) } == [tail])
}

@Test func aRottenLineIsReportedAndTheRestStaysReadable() throws {
  let store = TemporaryStore()
  let head = try store.writer().flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<5)))
  var bytes = try store.directory().read(segmentPath, limit: .max)
  let third = bytes.indices.filter { bytes[$0] == 10 }[1] + 1
  bytes[third + 40] ^= 4
  try store.directory().replace(segmentPath, with: bytes)
  let page = try store.reader().ledger(Sample.shelf, head)
  #expect(page.entries.map(\.id) == ["e0", "e1", "e3", "e4"])
  #expect(page.damage == [Damage(segmentPath, .badLine(offset: third))])
}

@Test func aRottenSegmentIsNeverCopiedIntoANewOneButAFullResyncHealsIt() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<5)))
  var bytes = try store.directory().read(segmentPath, limit: .max)
  bytes[40] ^= 4
  try store.directory().replace(segmentPath, with: bytes)
  #expect(throws: StoreError.damaged(Damage(segmentPath, .badLine(offset: 0)))) {
    try writer.flip(Sample.shelf, expected: head, Sample.commit([Sample.entry(1, id: "late")]))
  }
  var whole = Sample.commit(Sample.entries(0..<5))
  whole.isWhole = true
  try writer.flip(Sample.shelf, expected: head, whole)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<5)))
}

@Test func aMissingLineIsAGap() throws {
  let store = TemporaryStore()
  let head = try store.writer().flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<5)))
  var bytes = try store.directory().read(segmentPath, limit: .max)
  let ends = bytes.indices.filter { bytes[$0] == 10 }
  bytes.removeSubrange(ends[0] + 1...ends[1])
  try store.directory().replace(segmentPath, with: bytes)
  let damage = try store.reader().ledger(Sample.shelf, head).damage.map(\.kind)
  #expect(damage == [.truncated, .gap(after: 1)])
}

@Test func aDamagedHeadIsRefusedAndAFullResyncReplacesIt() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<5)))
  try store.directory().truncate("accounts/1001/head.json", to: 100)
  let damage = StoreError.damaged(Damage("accounts/1001/head.json", .badChecksum))
  #expect(throws: damage) { try store.reader().head(Sample.shelf) }
  #expect(throws: damage) { try writer.flip(Sample.shelf, expected: nil, Sample.commit([])) }
  var whole = Sample.commit(Sample.entries(0..<7))
  whole.isWhole = true
  try writer.flip(Sample.shelf, expected: nil, whole)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<7)))
  #expect(try store.directory().directory("quarantine").list().count == 1)
}

@Test func everyFlippedBitOfASmallShelfIsFoundOrHarmless() throws {
  let store = TemporaryStore()
  var commit = Sample.commit(Sample.entries(0..<2))
  commit.replace("notes", [Sample.entry(1)])
  let head = try store.writer().flip(Sample.shelf, expected: nil, commit)
  let files = try store.files()
  for (path, bytes) in files {
    for index in bytes.indices {
      var broken = files
      broken[path]?[index] ^= 1 << UInt8(index % 8)
      let source = MemorySource(broken)
      do {
        let reader = try StoreReader(source: source)
        let read = try reader.head(Sample.shelf)
        let notes = try reader.part("notes", of: Sample.shelf, read, as: LedgerEntry.self)
        let page = try reader.ledger(Sample.shelf, read)
        if page.damage.isEmpty {
          Issue.record("byte \(index) of \(path) was accepted")
        } else {
          #expect(page.entries.count < 2 && notes.count == 1 && read == head)
        }
      } catch {
        #expect(error.damage != nil)
      }
    }
  }
}

@Test func everyCutOfTheLastFilesOfACommitLeavesTheOneBefore() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let old = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<3)))
  let before = try store.files()
  try writer.flip(Sample.shelf, expected: old, Sample.commit(Sample.entries(3..<6), cursor: "c2"))
  let after = try store.files()
  let grown = try #require(after[segmentPath])
  let committed = try #require(before[segmentPath]).count
  // Death at any byte of the append: the old head, and a segment with a tail of any length.
  for length in committed...grown.count {
    var crashed = before
    crashed[segmentPath] = Array(grown[..<length])
    let reader = try StoreReader(source: MemorySource(crashed))
    #expect(try reader.head(Sample.shelf) == old)
    #expect(try reader.all() == numbered(Sample.entries(0..<3)))
  }
  // A committed segment that lost its end is said to be damaged.
  for length in 0..<committed {
    var cut = before
    cut[segmentPath] = Array(grown[..<length])
    let reader = try StoreReader(source: MemorySource(cut))
    #expect(try reader.ledger(Sample.shelf, old).damage.contains(Damage(segmentPath, .truncated)))
  }
}
