import Domain
import Platform
import Provider
import Store
import Sync
import Testing

/// What leads to everything being fetched anew, and where that stops.
@Suite struct ResyncTests {
  private func synced(_ count: Int = 5, epoch: String = "1") throws -> Bench {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...count, complete: true, cursor: "c1", epoch: epoch))]
    try bench.pull()
    _ = bench.asked()
    return bench
  }

  @Test func aCursorThatIsGoneLeadsToOneResync() throws {
    let bench = try synced()
    bench.provider.feeds = [.failure(.cursorGone), .success(Sample.feed(1...6, complete: true, cursor: "c2"))]
    #expect(try bench.pull().newEntries == 1)
    #expect(bench.asked() == ["changes c1", "changes -"])
    #expect(try bench.ids().count == 6)
    #expect(try bench.head().generation == 1)
  }

  @Test func theSecondGoneCursorInOneRunStopsIt() throws {
    let bench = try synced()
    bench.provider.feeds = [.failure(.cursorGone), .failure(.cursorGone)]
    #expect(throws: ProviderError.cursorGone) { try bench.pull() }
    #expect(bench.asked() == ["changes c1", "changes -"])
    #expect(try bench.ids().count == 5)
  }

  @Test func aNewEpochMakesTheCursorVoid() throws {
    let bench = try synced()
    bench.provider.feeds = [
      .success(Sample.feed(3...3, complete: false, cursor: "x", epoch: "2")),
      .success(Sample.feed(1...5, complete: true, cursor: "c2", epoch: "2")),
    ]
    try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes -"])
    #expect(try bench.head().epoch == "2")
    #expect(try bench.ids().count == 5)
  }

  @Test func withoutACursorEverythingIsDue() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(3...3, complete: false, cursor: "x"))]
    #expect(throws: ProviderError.malformed("begin: a complete feed is due")) { try bench.pull() }
  }

  /// The store takes an entry that is later than all of the ledger for a new one. The provider's count finds it out.
  @Test func anEntryThatMovedToTheEndIsNotThereTwice() throws {
    let bench = try synced(5)
    let moved =
      [1, 3, 4, 5].enumerated().map { Sample.entry($1, balance: $0 + 1) } + [Sample.entry(9, id: "e2", balance: 5)]
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: false), .change(.entry(moved[4])), .change(.account(Sample.account(balance: 5))),
        .end(Cursor("c2"), Sample.head(5)),
      ]),
      .success(
        [Sample.begin(complete: true)] + moved.map { .change(.entry($0)) }
          + [.change(.account(Sample.account(balance: 5))), .end(Cursor("c2"), Sample.head(5))]),
    ]
    let report = try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes -"])
    #expect(report.discrepancy == nil)
    #expect(try bench.ids() == ["e1", "e3", "e4", "e5", "e2"])
  }

  @Test func aDiscrepancyIsNotForgottenWhenItsResyncFails() throws {
    let bench = try synced(5)
    let wrong: [PullStep] = [
      Sample.begin(complete: false), .change(.entry(Sample.entry(6))), .end(Cursor("c2"), Sample.head(5)),
    ]
    bench.provider.feeds = [.success(wrong), .failure(.noAnswer(.unknown(.timeout)))]
    #expect(throws: ProviderError.self) { try bench.pull() }
    bench.provider.feeds = [.success(Sample.feed(1...5, complete: true, cursor: "c3"))]
    try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes -", "changes -"])
    #expect(try bench.ids().count == 5)
  }

  /// Without a count of entries the balance alone must tell.
  @Test func anAccountThatIsNotTheSumOfItsLedgerIsReported() throws {
    let bench = try synced(5)
    let steps: [PullStep] = [
      Sample.begin(complete: false), .change(.account(Sample.account(balance: 7))), .end(Cursor("c2"), nil),
    ]
    let whole = Sample.feed(1...5, complete: true, cursor: "c3").dropLast()
    bench.provider.feeds = [
      .success(steps), .success(whole + [.change(.account(Sample.account(balance: 7))), .end(Cursor("c3"), nil)]),
    ]
    let report = try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes -"], "everything is fetched once more")
    #expect(report.discrepancy?.ours == Money(minor: -500, currency: .rub))
    #expect(report.discrepancy?.theirs == Money(minor: -700, currency: .rub))
  }

  @Test func whatStillDoesNotAddUpIsReportedAndNotCorrected() throws {
    let bench = try synced(5)
    let steps: [PullStep] = [
      Sample.begin(complete: true), .change(.entry(Sample.entry(1))), .change(.entry(Sample.entry(2))),
      .change(.entry(Sample.entry(3))), .change(.account(Sample.account(balance: 5))),
      .end(Cursor("c2"), Sample.head(5)),
    ]
    bench.provider.feeds = [.failure(.cursorGone), .success(steps)]
    let report = try bench.pull()
    #expect(report.discrepancy?.ours == Money(minor: -300, currency: .rub))
    #expect(report.discrepancy?.theirs == Money(minor: -500, currency: .rub))
    #expect(bench.provider.feeds.isEmpty)
    #expect(try bench.entries().map(\.balance.minor) == [-100, -200, -300])
  }

  @Test func aDamagedSegmentIsFetchedAnew() throws {
    let bench = try synced(5)
    let segment = "store/accounts/77/ledger/000001.ndjson"
    try bench.home.write(segment, try bench.home.read(segment).replacing("Charge", with: "Chargo"))
    // A late entry: the segment must be rewritten, and can't be read.
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: false), .change(.entry(Sample.entry(3, id: "late"))), .end(Cursor("c2"), nil),
      ]),
      .success(Sample.feed(1...6, complete: true, cursor: "c3")),
    ]
    try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes -"])
    #expect(try bench.ids() == ["e1", "e2", "e3", "e4", "e5", "e6"])
    #expect(try bench.pull().isUnchanged)
  }

  @Test func aDamagedHeadIsFetchedAnew() throws {
    let bench = try synced(5)
    try bench.home.write("store/accounts/77/head.json", "{}")
    #expect(try bench.puller().startingCursor() == nil)
    bench.provider.feeds = [.success(Sample.feed(1...6, complete: true, cursor: "c3"))]
    try bench.pull()
    #expect(bench.asked() == ["changes -"])
    #expect(try bench.ids().count == 6)
    #expect(try bench.head().cursor == Cursor("c3"))
  }

  @Test func aMissingPartIsFetchedAnew() throws {
    let bench = try Bench()
    func notice(isRead: Bool) -> Notice {
      Notice(id: "n1", at: Bench.start, title: LocalizedText("T"), text: LocalizedText("Text"), isRead: isRead)
    }
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: true), .change(.item(notice(isRead: false))),
        .change(.account(Sample.account(balance: 0))),
        .end(Cursor("c1"), nil),
      ])
    ]
    try bench.pull()
    let parts = try Directory(bench.home.path + "/store/accounts/77/parts")
    try parts.remove(try #require(try parts.list().first))
    let change: [PullStep] = [
      Sample.begin(complete: false), .change(.deleted(.notices, id: "n0")), .end(Cursor("c2"), nil),
    ]
    bench.provider.feeds = [
      .success(change), .success(change),
      .success([
        Sample.begin(complete: true), .change(.item(notice(isRead: true))),
        .change(.account(Sample.account(balance: 0))),
        .end(Cursor("c3"), nil),
      ]),
    ]
    try bench.pull()
    let notices: [Notice] = try bench.store.reader.part(.notices, of: .account("77"), try bench.head())
    #expect(notices == [notice(isRead: true)])
  }

  @Test func aFlipByAnotherProcessIsReadAgain() throws {
    let bench = try synced(5)
    let other = try bench.otherStore()
    var isFirst = true
    bench.provider.whileFeeding = { step in
      guard isFirst, case .end = step else { return }
      isFirst = false
      var commit = Commit()
      commit.synced = Bench.start.adding(seconds: 5)
      try other.flip(.account("77"), expected: try other.head(.account("77")), commit)
    }
    let steps = Sample.feed(6...6, complete: false, cursor: "c2")
    bench.provider.feeds = [.success(steps), .success(steps)]
    try bench.pull()
    #expect(bench.asked() == ["changes c1", "changes c1"])
    #expect(try bench.ids().count == 6)
  }
}
