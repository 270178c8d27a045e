import Domain
import JSON
import Platform
import TestSupport
import Testing

@testable import Store

/// Every bit of a small store turned over, every length cut: each is noticed, and nothing that is shown is wrong.
///
/// `swift test` draws some; `Tests/Faults/rot` tries them all.
struct RotTests {
  private static let shelf = ShelfID.account("sandbox-100105")
  private static let articles = ShelfID(path: "articles/hex.73616e64626f783a")

  /// What a person can get to see, each part read by itself; nil where the store refuses.
  private struct View: Equatable {
    var account: Account?
    var cursor: Cursor?
    var entries: [LedgerEntry]?
    var month: [LedgerEntry]?
    var latest: [LedgerEntry]?
    var totals: MonthTotals?
    var parts: [String: [JSON]?] = [:]
    var open: [Intent]?
    var done: [Intent]?
    /// Damage was named beside an answer, or in its place.
    var isTold = false

    init(_ files: [String: [UInt8]]) throws {
      guard let reader = told({ try StoreReader(source: MemorySource(files)) }) else { return }
      look(at: reader)
      if let intents = told({ try reader.openIntents() }) {
        open = intents.intents
        isTold = isTold || intents.isMoneyLocked
      }
      if let intents = told({ try reader.doneIntents(year: 2026) }) {
        done = intents.intents
        isTold = isTold || !intents.unreadable.isEmpty
      }
      guard let head = told({ try reader.head(articles) }) else { return }
      parts["articles"] = told { try reader.part("articles", of: articles, head, as: AnyItem.self).map(\.json) }
    }

    private mutating func look(at reader: StoreReader) {
      guard let head = told({ try reader.head(shelf) }) else { return }
      account = head.account
      cursor = head.cursor
      func page(_ body: () throws -> StoreReader.LedgerPage) -> [LedgerEntry]? {
        guard let page = told(body) else { return nil }
        isTold = isTold || !page.damage.isEmpty
        return page.damage.isEmpty ? page.entries : nil
      }
      entries = page { try reader.ledger(shelf, head) }
      latest = page { try reader.latest(4, shelf, head) }
      if let first = CivilDate("2026-10-01") {
        month = page { try reader.ledger(shelf, head, in: first...first.lastOfMonth) }
      }
      if let (sums, damage) = told({ try reader.totals(shelf, head) }) {
        isTold = isTold || !damage.isEmpty
        totals = damage.isEmpty ? sums : nil
      }
      for name in head.parts.keys {
        parts[name] = told { try reader.part(name, of: shelf, head, as: AnyItem.self).map(\.json) }
      }
    }

    private mutating func told<Value>(_ body: () throws -> Value) -> Value? {
      do {
        return try body()
      } catch {
        isTold = true
        return nil
      }
    }

    /// Whether nothing in it differs from the truth: an open intent may be unreadable, then money is locked.
    func isTrue(beside truth: View) -> Bool {
      func fits<Value: Equatable>(_ mine: Value?, _ theirs: Value?) -> Bool { mine == nil || mine == theirs }
      let intents = (open ?? []) + (done ?? [])
      let known = (truth.open ?? []) + (truth.done ?? [])
      return fits(account, truth.account) && fits(cursor, truth.cursor) && fits(entries, truth.entries)
        && fits(month, truth.month) && fits(latest, truth.latest) && fits(totals, truth.totals)
        && parts.allSatisfy { fits($0.value, truth.parts[$0.key] ?? nil) } && intents.allSatisfy(known.contains)
        && (isTold || self == truth)
    }
  }

  /// What holds no data: who has the lock, and advice that is made anew.
  private static let harmless: Set = ["lock", "sync.lock", StoreFiles.backoff]

  @Test func whateverRotsIsNoticedAndNothingWrongIsShown() throws {
    let files = try StoreFixture.files("format-\(StoreFormat.version)")
    let truth = try View(files)
    try #require(!truth.isTold && truth.entries?.count == 6 && truth.open?.count == 6 && truth.done?.count == 5)
    let (rots, seed) = Rot.drawn(300, of: files)
    for rot in rots {
      var rotten = files
      rotten[rot.path] = rot.applied(to: try #require(files[rot.path]))
      let view = try View(rotten)
      let isNoticed = view.isTold != RotTests.harmless.contains(rot.path)
      if !isNoticed || !view.isTrue(beside: truth) { Issue.record("\(rot), KABINET_ROT=\(seed)") }
    }
  }

  /// The doctor names the file; inside the committed length it never takes rot for the tail of an unfinished write.
  @Test func theDoctorNamesWhateverRots() throws {
    let name = "format-\(StoreFormat.version)"
    let files = try StoreFixture.files(name)
    let store = TemporaryStore()
    try StoreFixture.write(name, to: store.path)
    let (rots, seed) = Rot.drawn(60, of: files)
    for rot in rots where rot.path != "lock" {
      let bytes = try #require(files[rot.path])
      try store.overwrite(rot.path, rot.applied(to: bytes))
      let named = try store.examine().findings.filter { $0.path == rot.path }
      let isTail = named.contains { if case .tail = $0.kind { true } else { false } }
      if named.isEmpty || isTail { Issue.record("\(rot): \(named), KABINET_ROT=\(seed)") }
      try store.overwrite(rot.path, bytes)
    }
    #expect(try store.examine().findings == [])
  }
}
