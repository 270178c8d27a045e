import Domain
import JSON
import Platform
import TestSupport
import Testing

@testable import Store

private let shelf = ShelfID.account("sandbox-100105")

/// Whatever a version has written every later one must read, and go on with. A change of what is written that is no new
/// format breaks these tests; the files of a format are never touched again.
struct FormatTests {
  private func copy(_ name: String) throws -> TemporaryStore {
    let store = TemporaryStore()
    try StoreFixture.write(name, to: store.path)
    return store
  }

  @Test func eachFormatHasItsStore() {
    #expect(StoreFixture.names == (1...StoreFormat.version).map { "format-\($0)" })
  }

  @Test(arguments: StoreFixture.names) func everyFormatIsReadToTheLastMember(name: String) throws {
    let store = try copy(name)
    let before = try store.files()
    let reader = try store.reader()
    #expect("format-\(reader.format.format)" == name)
    #expect(reader.format.id == "01a1fd55-7a80-744e-b32d-10df6b9ccae7")
    #expect(try store.examine().findings == [])
    let head = try reader.head(shelf)
    #expect(head.account?.balance == Money(minor: 300, currency: .rub))
    #expect(head.account?.scheduledChange?.tariffID == "home-300")
    #expect(head.cursor == Cursor("sb40f6f24.264.24.1795266254") && head.epoch == "sb40f6f24")
    #expect(head.synced == Timestamp("2026-11-21T09:00:05Z"))
    #expect(head.digest?["unreadNotices"] == 1)
    let entries = try reader.all(shelf)
    #expect(entries.map(\.id) == (259...264).map { "100105-\($0)" })
    #expect(entries.map(\.amount.minor) == [7_900, 37_000, -45_000, 1_000, 44_000, -45_000])
    #expect(try reader.totals(shelf, head).totals.sorted.map(\.month) == ["2026-09", "2026-10"])
    #expect(try reader.part(.tariffs, of: shelf, head, as: Tariff.self).count == 2)
    #expect(try reader.part(.incidents, of: shelf, head, as: Incident.self).count == 1)
    #expect(try reader.part(.methods, of: shelf, head, as: PaymentMethod.self).count == 2)
    #expect(try reader.part(.notices, of: shelf, head, as: Notice.self).count == 1)
    let articles = try #require(try reader.articleShelves().first)
    #expect(try reader.part("articles", of: articles, try reader.head(articles), as: Article.self).count == 1)
    #expect(try store.writer().backoff()?["accounts"] != nil)
    #expect(try store.files() == before)
  }

  @Test(arguments: StoreFixture.names) func everyStateOfAnIntentIsRead(name: String) throws {
    let store = try copy(name)
    defer { withExtendedLifetime(store) {} }
    let reader = try store.reader()
    let open = try reader.openIntents()
    #expect(open.unreadable == [])
    #expect(open.intents.map(\.state) == [.queued, .sending, .accepted, .unknown, .fencing, .queued])
    #expect(open.intents.last?.key == "счёт №1")
    #expect(open.intents.first?.dependsOn == "accepted" && open.intents[2].link == "https://lk.example.net/pay/1")
    let done = try reader.doneIntents(year: 2026)
    #expect(done.unreadable == [])
    #expect(done.intents.map(\.state) == [.confirmed, .rejected, .expired, .cancelled, .notExecuted])
    #expect(done.intents[0].reference == "e264" && done.intents[0].discrepancies.count == 1)
    #expect(done.intents[1].refusal?.label.text(in: "ru") == "Отклонено")
  }

  @Test(arguments: StoreFixture.names) func everyFormatIsWrittenAndKeepsWhatItDoesNotKnow(name: String) throws {
    let store = try copy(name)
    let writer = try store.writer()
    let (before, first) = (try store.reader().all(shelf), try #require(try store.reader().all(shelf).first))
    var commit = Commit()
    commit.entries = [
      LedgerEntry(
        id: "late", time: first.time, date: first.date, kind: .charge, amount: .zero(.rub), balance: first.balance,
        text: "")
    ]
    let head = try writer.flip(shelf, expected: try writer.head(shelf), commit)
    #expect(head.account?.balance.minor == 300)
    let after = try store.reader().all(shelf)
    #expect(after.map(\.id) == [before[0].id, "late"] + before.dropFirst().map(\.id))
    let lines = try store.files().filter { $0.key.hasSuffix(".ndjson") }.map {
      String(decoding: $0.value, as: UTF8.self)
    }
    #expect(lines.contains { $0.contains(#""campaign":{"name":"Осень","percent":10}"#) })
    var intent = try #require(try store.reader().intent("unknown"))
    try intent.apply(.done, at: Timestamp(seconds: 1_800_000_000))
    try writer.update(intent)
    #expect(try store.reader().intent("unknown") == intent)
    #expect(try store.reader().format.format == StoreFormat.version || name != "format-\(StoreFormat.version)")
    #expect(try store.examine().findings == [])
  }

  /// The newest format is what this version writes, byte for byte.
  @Test func thisVersionWritesTheNewestFormat() throws {
    let name = "format-\(StoreFormat.version)"
    let files = try StoreFixture.files(name)
    let store = try copy(name)
    defer { withExtendedLifetime(store) {} }
    let reader = try store.reader()
    func expect(_ path: String, _ bytes: [UInt8], _ place: SourceLocation = #_sourceLocation) {
      #expect(
        files[path].map { String(decoding: $0, as: UTF8.self) } == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
    expect("store.json", Envelope.seal(reader.format.json))
    for intent in try reader.openIntents().intents {
      expect("intents/\(FileName.safe(intent.key)).json", Envelope.seal(intent.json))
    }
    for intent in try reader.doneIntents(year: 2026).intents {
      expect("intents/done/2026/\(FileName.safe(intent.key)).json", Envelope.seal(intent.json))
    }
    let head = try reader.head(shelf)
    expect(shelf.headPath, Envelope.seal(head.json))
    for (part, mark) in head.parts {
      let items = try reader.part(part, of: shelf, head, as: AnyItem.self)
      expect(shelf.file("parts/" + mark.name), ShelfBench.partBytes(items.map(\.json)))
    }
    let ledger = try #require(head.ledger)
    expect(shelf.file("ledger/manifest.2.json"), try reader.manifest(shelf, ledger).bytes)
    var lines: [UInt8] = []
    for entry in try reader.all(shelf).prefix(2) { LedgerLine.write(entry, seq: entry.seq, into: &lines) }
    expect(shelf.file("ledger/000001.ndjson"), lines)
  }
}
