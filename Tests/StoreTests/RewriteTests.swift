import Domain
import Platform
import Testing

@testable import Store

/// What a ledger should hold, computed in the plainest way.
private struct Model {
  var entries: [LedgerEntry] = []

  mutating func apply(_ incoming: [LedgerEntry], deleted: Set<String>) {
    var latest: [String: LedgerEntry] = [:]
    for entry in incoming { latest[entry.id] = entry }
    entries.removeAll { deleted.contains($0.id) && latest[$0.id] == nil }
    var order: [String] = []
    for entry in incoming where !order.contains(entry.id) { order.append(entry.id) }
    for entry in order.compactMap({ latest[$0] }) {
      if let index = entries.firstIndex(where: { $0.id == entry.id }) {
        if entries[index].time == entry.time {
          entries[index] = entry
          continue
        }
        entries.remove(at: index)
      }
      let place = entries.firstIndex { $0.time > entry.time } ?? entries.count
      entries.insert(entry, at: place)
    }
  }
}

@Test func aLateEntryTakesItsPlaceAndTheRestIsRenumbered() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<10)))
  try writer.flip(Sample.shelf, expected: head, Sample.commit([Sample.entry(4, id: "late", amount: 100)]))
  let all = try store.reader().all()
  #expect(all.map(\.id) == ["e0", "e1", "e2", "e3", "e4", "late", "e5", "e6", "e7", "e8", "e9"])
  #expect(all.map(\.seq) == Array(1...11))
}

@Test func aReplayedEntryChangesNothing() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<10)))
  let next = try writer.flip(Sample.shelf, expected: head, Sample.commit(Sample.entries(5..<10)))
  #expect(next.ledger == head.ledger)
}

@Test func onlyTheSegmentsFromTheChangeOnAreWrittenAgain() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<4000)))
  let before = try writer.reader.segments(Sample.shelf, head)
  let changed = Sample.entry(before[1].firstSeq + 10, amount: 1)
  let next = try writer.flip(Sample.shelf, expected: head, Sample.commit([changed]))
  let after = try writer.reader.segments(Sample.shelf, next)
  #expect(after[0] == before[0])
  #expect(Set(after.dropFirst().map(\.name)).isDisjoint(with: before.map(\.name)))
  #expect(try store.reader().all()[before[1].firstSeq + 10].amount.minor == 1)
}

@Test func aLedgerWhoseLastSegmentIsDeletedOpensTheOneBeforeAgain() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let head = try writer.flip(Sample.shelf, expected: nil, Sample.commit(Sample.entries(0..<3000)))
  let active = try #require(head.ledger).active
  var commit = Sample.commit([])
  commit.deletedEntries = Set((active.firstSeq - 1..<3000).map { "e\($0)" })
  let next = try writer.flip(Sample.shelf, expected: head, commit)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<active.firstSeq - 1)))
  commit.deletedEntries = Set((0..<3000).map { "e\($0)" })
  let empty = try writer.flip(Sample.shelf, expected: next, commit)
  #expect(empty.ledger == nil)
  #expect(try store.reader().all() == [])
}

@Test func aFullResyncKeepsWhatIsTheSameAndDropsTheRest() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var commit = Sample.commit(Sample.entries(0..<3000))
  commit.replace("notes", [Sample.entry(1)])
  commit.replace("old", [Sample.entry(2)])
  let head = try writer.flip(Sample.shelf, expected: nil, commit)
  commit.parts["old"] = nil
  commit.isWhole = true
  let same = try writer.flip(Sample.shelf, expected: head, commit)
  #expect(same.generation == head.generation + 1)
  #expect(same.ledger == head.ledger)
  #expect(Set(same.parts.keys) == ["notes"])
  #expect(same.parts["notes"] == head.parts["notes"])

  commit.entries = Sample.entries(0..<2000)
  let shrunk = try writer.flip(Sample.shelf, expected: same, commit)
  #expect(shrunk.ledger?.count == 2000)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<2000)))
}

@Test(arguments: 0..<6)
func anyRowOfCommitsLeavesWhatAPlainListWouldHold(_ number: Int) throws {
  let seed = UInt64.random(in: .min ... .max)
  var random = Seeded(seed)
  let note: Comment = "seed \(seed)"
  let store = TemporaryStore()
  let writer = try store.writer()
  var model = Model()
  var head: Head?
  for _ in 0..<8 {
    var entries: [LedgerEntry] = []
    let base = model.entries.count
    for _ in 0..<Int.random(in: 0...(Bool.random(using: &random) ? 900 : 3), using: &random) {
      let isOld = base > 0 && Int.random(in: 0..<40, using: &random) == 0
      let index = isOld ? Int.random(in: 0..<base, using: &random) : base + entries.count / 2
      let id = isOld && Bool.random(using: &random) ? nil : "x\(UInt32.random(in: 0..<5000, using: &random))"
      let text = String(repeating: "т", count: Int.random(in: 0..<90, using: &random))
      entries.append(Sample.entry(index, id: id, amount: Int64.random(in: -9...9, using: &random), text: text))
    }
    var deleted: Set<String> = []
    if Int.random(in: 0..<3, using: &random) == 0, let victim = model.entries.randomElement(using: &random) {
      deleted.insert(victim.id)
    }
    let last = model.entries.last?.time ?? Timestamp(seconds: 0)
    let known = Set(model.entries.map(\.id))
    deleted.formUnion(entries.filter { $0.time >= last && known.contains($0.id) }.map(\.id))
    var commit = Sample.commit(entries)
    commit.deletedEntries = deleted
    head = try writer.flip(Sample.shelf, expected: head, commit)
    model.apply(LedgerChange(entries, deleted: []).entries, deleted: deleted)
    expectSame(try store.reader().all(), numbered(model.entries), note)

    let current = try #require(head)
    let first = CivilDate(dayNumber: 19_723 + Int.random(in: 0..<1200, using: &random))
    let days = first...first.adding(days: Int.random(in: 0..<60, using: &random))
    let page = try store.reader().ledger(Sample.shelf, current, in: days)
    expectSame(page.entries, numbered(model.entries).filter { days.contains($0.date) }, note)
    #expect(page.damage == [], note)
    var totals = MonthTotals()
    for entry in model.entries { try totals.add(entry) }
    let stored = try store.reader().totals(Sample.shelf, current).totals
    #expect(stored.json.text == totals.json.text, note)
  }
}

/// Names the first difference instead of printing thousands of entries.
private func expectSame(_ found: [LedgerEntry], _ wanted: [LedgerEntry], _ note: Comment) {
  let difference = zip(found, wanted).first { $0 != $1 }
  #expect(difference.map { "\($0.json.text) instead of \($1.json.text)" } == nil, note)
  #expect(found.count == wanted.count, note)
}
