import Domain
import JSON
import Platform
import Testing

@testable import Store

@Test func whatWasCommittedIsReadBackWithoutALock() throws {
  let store = TemporaryStore()
  var commit = Sample.commit(Sample.entries(0..<10))
  commit.replace("notes", [Sample.entry(1), Sample.entry(2)])
  commit.digest = ["unread": 2]
  let writer = try store.writer()
  let written = try writer.flip(Sample.shelf, expected: nil, commit)
  try writer.withLock {
    let reader = try store.reader()
    let head = try reader.head(Sample.shelf)
    #expect(head == written)
    #expect(head.account == Sample.account())
    #expect(head.cursor == Cursor("c1"))
    #expect(head.digest == ["unread": 2])
    #expect(head.ledger?.count == 10)
    #expect(head.ledger?.opening == 0)
    #expect(head.ledger?.closing == -45_000)
    #expect(try reader.all() == numbered(Sample.entries(0..<10)))
    #expect(try reader.part("notes", of: Sample.shelf, head, as: LedgerEntry.self).map(\.id) == ["e1", "e2"])
    #expect(try reader.accounts() == [Sample.shelf])
    #expect(try reader.latest(3, Sample.shelf, head).entries.map(\.id) == ["e7", "e8", "e9"])
  }
}

@Test func balanceNeedsTwoFilesOnly() throws {
  final class Counting: FileSource {
    let inner: FileSource
    nonisolated(unsafe) var opened: [String] = []
    init(_ inner: FileSource) { self.inner = inner }
    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
      opened.append(path)
      return try inner.read(path, limit: limit)
    }
    func open(_ path: String) throws(SystemError) -> any OpenFile {
      opened.append(path)
      return try inner.open(path)
    }
    func list(_ directory: String) throws(SystemError) -> [String] { try inner.list(directory) }
  }
  let store = TemporaryStore()
  try store.writer().flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<3000)))
  let source = Counting(DirectorySource(try store.directory()))
  _ = try StoreReader(source: source).head(Sample.shelf).account
  #expect(source.opened == ["store.json", "accounts/1001/head.json"])
  #expect(try source.read("accounts/1001/head.json", limit: .max).count < 4096)
}

@Test func aNewEntryCostsLessThanFourKibibytes() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<100)))
  let before = try store.files()
  try writer.flip(Sample.shelf, expected: head, Sample.commit([Sample.entry(100)], cursor: "c2"))
  let after = try store.files()
  #expect(Set(after.keys) == Set(before.keys))
  let segment = "accounts/1001/ledger/000001.ndjson"
  let grown = try #require(after[segment]).count - (try #require(before[segment]).count)
  #expect(try #require(after["accounts/1001/head.json"]).count + grown < 4096)
}

@Test func fullSegmentsAreSealedAndOnlyTheNeededOnesAreOpened() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var head: Head?
  for start in stride(from: 0, to: 4500, by: 900) {
    head = try writer.flip(Sample.shelf, expected: head, Sample.commit(Sample.entries(start..<start + 900)))
  }
  let reader = try store.reader()
  #expect(try reader.all() == numbered(Sample.entries(0..<4500)))
  let final = try #require(head)
  let segments = try reader.segments(Sample.shelf, final)
  #expect(segments.count >= 3)
  #expect(segments.allSatisfy { $0.bytes <= Limit.segmentBytes && $0.count <= Limit.segmentEntries })

  // A month in the first segment is read although the second one is gone.
  try store.directory().remove("accounts/1001/ledger/" + segments[1].name)
  let march = try #require(CivilDate("2024-03-01"))
  let page = try reader.ledger(Sample.shelf, final, in: march...march.lastOfMonth)
  #expect(page.damage == [])
  #expect(page.entries == numbered(Sample.entries(0..<4500)).filter { $0.date.monthText == "2024-03" })
  // Of the whole history it is missing, and said to be.
  #expect(try reader.ledger(Sample.shelf, final).damage.map(\.kind) == [.missing])
}

@Test func monthTotalsComeFromManifestAndLastSegment() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var head: Head?
  for start in stride(from: 0, to: 3000, by: 500) {
    head = try writer.flip(Sample.shelf, expected: head, Sample.commit(Sample.entries(start..<start + 500)))
  }
  var expected = MonthTotals()
  for entry in Sample.entries(0..<3000) { try expected.add(entry) }
  let (totals, damage) = try store.reader().totals(Sample.shelf, try #require(head))
  #expect(totals == expected)
  #expect(damage == [])
}

@Test func aWriterThatSawAnOlderHeadIsRefused() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let first = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<2)))
  try writer.flip(Sample.shelf, expected: first, Sample.commit(Sample.entries(2..<3)))
  #expect(throws: StoreError.changed) {
    try writer.flip(Sample.shelf, expected: first, Sample.commit(Sample.entries(2..<4)))
  }
  #expect(throws: StoreError.changed) {
    try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(2..<4)))
  }
}

@Test func entriesOfAnotherCurrencyAreRefused() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<2)))
  let dollars = try #require(Currency("USD"))
  #expect(throws: StoreError.currencyMismatch("USD")) {
    try writer.flip(Sample.shelf, expected: head, Sample.commit([Sample.entry(5, currency: dollars)]))
  }
}

@Test func aReaderWithTheHeadBeforeIsNotDisturbedByOneFlip() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var commit = Sample.commit(Sample.entries(0..<5))
  commit.replace("notes", [Sample.entry(1)])
  let old = try writer.flip(Sample.shelf, expected: nil, commit)
  commit.replace("notes", [Sample.entry(2)])
  commit.entries = [Sample.entry(0, id: "late")]
  let new = try writer.flip(Sample.shelf, expected: old, commit)
  let reader = try store.reader()
  #expect(try reader.part("notes", of: Sample.shelf, old, as: LedgerEntry.self).map(\.id) == ["e1"])
  #expect(try reader.ledger(Sample.shelf, old).entries == numbered(Sample.entries(0..<5)))
  // The second flip clears the files of the first, and the reader is told to look again.
  commit.replace("notes", [Sample.entry(3)])
  commit.entries = []
  try writer.flip(Sample.shelf, expected: new, commit)
  #expect(throws: StoreError.changed) { try reader.part("notes", of: Sample.shelf, old, as: LedgerEntry.self) }
  #expect(throws: StoreError.changed) { try reader.ledger(Sample.shelf, old) }
}

@Test func aCollectionThatDidNotChangeIsNotWrittenAgain() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var commit = Sample.commit([])
  commit.replace("notes", [Sample.entry(1)])
  let head = try writer.flip(Sample.shelf, expected: nil, commit)
  let next = try writer.flip(Sample.shelf, expected: head, commit)
  #expect(head.parts == next.parts)
}

@Test func aCollectionThatTheDiskSpoiltIsWrittenAgain() throws {
  let store = TemporaryStore()
  var commit = Sample.commit(Sample.entries(0..<2))
  commit.replace("notes", [Sample.entry(1)])
  let writer = try store.writer()
  let first = try writer.flip(Sample.shelf, expected: nil, commit)
  let spoilt = try #require(first.parts["notes"])
  try writer.root.directory(Sample.shelf.path + "/parts").remove(spoilt.name)
  var again = Commit()
  again.replace("notes", [Sample.entry(1)])
  let second = try writer.flip(Sample.shelf, expected: first, again)
  #expect(try store.reader().part("notes", of: Sample.shelf, second, as: LedgerEntry.self).map(\.id) == ["e1"])
}

@Test func aRemovedShelfIsGoneAndItsIntentsStay() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<3)))
  _ = try writer.create(Sample.intent("k1"))
  try writer.remove(Sample.shelf)
  #expect(try store.reader().accounts() == [])
  #expect(throws: StoreError.unknownShelf("1001")) { try store.reader().head(Sample.shelf) }
  #expect(try store.reader().openIntents().intents.map(\.key) == ["k1"])
}

@Test func waitingIsRememberedAndDamageToItForgotten() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  #expect(try writer.backoff() == nil)
  try writer.setBackoff(["until": 5])
  #expect(try writer.backoff()?["until"] == 5)
  try store.directory().replace("backoff.json", with: [1, 2, 3])
  #expect(try writer.backoff() == nil)
}
