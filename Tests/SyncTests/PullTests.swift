import Domain
import Provider
import Store
import Sync
import Testing

@Suite struct PullTests {
  @Test func factsAndCursorComeTogether() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...5, complete: true, cursor: "c1"))]
    let report = try bench.pull()
    #expect(report.newEntries == 5)
    #expect(report.discrepancy == nil)
    #expect(try bench.head().cursor == Cursor("c1"))
    #expect(try bench.head().synced == Bench.start)
    #expect(try bench.ids() == ["e1", "e2", "e3", "e4", "e5"])
    bench.provider.feeds = [.success(Sample.feed(6...7, complete: false, cursor: "c2"))]
    #expect(try bench.pull().newEntries == 2)
    #expect(bench.asked() == ["changes -", "changes c1"])
    #expect(try bench.ids().count == 7)
  }

  @Test func nothingNewWritesNothing() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...5, complete: true, cursor: "c1")), nil, nil]
    try bench.pull()
    let before = try bench.head()
    bench.now = Bench.start.adding(seconds: 3600)
    #expect(try bench.pull().isUnchanged)
    #expect(try bench.head() == before)
    // Once the data would look stale it is stamped anew: it is as fresh as now.
    bench.now = Bench.start.adding(seconds: 3601)
    #expect(try bench.pull().isUnchanged)
    #expect(try bench.head().synced == bench.now)
  }

  @Test func aCutFeedKeepsItsCheckpointsAndGoesOnFromTheLast() throws {
    let bench = try Bench()
    var steps = [Sample.begin(complete: true)] + (1...4).map { PullStep.change(.entry(Sample.entry($0))) }
    steps.insert(.checkpoint(Cursor("k2"), nil), at: 3)
    bench.provider.feeds = [.success(steps)]
    bench.provider.cut = ProviderError.noAnswer(.unknown(.connectionLost))
    #expect(throws: ProviderError.noAnswer(.unknown(.connectionLost))) { try bench.pull() }
    #expect(try bench.ids() == ["e1", "e2"])
    #expect(try bench.head().cursor == Cursor("k2"))
    bench.provider.feeds = [.success(Sample.feed(3...5, complete: false, cursor: "c1"))]
    try bench.pull()
    #expect(bench.asked() == ["changes -", "changes k2"])
    #expect(try bench.ids() == ["e1", "e2", "e3", "e4", "e5"])
  }

  @Test func aFeedWithoutItsLastLineWasCut() throws {
    let bench = try Bench()
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: true), .change(.entry(Sample.entry(1))), .checkpoint(Cursor("k1"), nil),
        .change(.entryDeleted(id: "e1")), .change(.entry(Sample.entry(2))),
      ])
    ]
    #expect(throws: ProviderError.noAnswer(.unknown(.connectionLost))) { try bench.pull() }
    #expect(try bench.ids() == ["e1"])
  }

  @Test func aCutBeforeTheFirstCheckpointLeavesNothing() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success([Sample.begin(complete: true), .change(.entry(Sample.entry(1)))])]
    bench.provider.cut = ProviderError.noAnswer(.unknown(.timeout))
    #expect(throws: ProviderError.self) { try bench.pull() }
    #expect(try bench.store.head(.account(Bench.account)) == nil)
  }

  @Test func aStaleBalanceIsNotStampedFreshByACheckpoint() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...2, complete: true, cursor: "c1"))]
    try bench.pull()
    bench.now = Bench.start.adding(seconds: 9000)
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: false), .change(.entry(Sample.entry(3))), .checkpoint(Cursor("k"), nil),
      ])
    ]
    #expect(throws: ProviderError.self) { try bench.pull() }
    #expect(try bench.ids().count == 3)
    #expect(try bench.head().synced == Bench.start)
  }

  @Test func fewFlipsForManyCheckpoints() throws {
    let bench = try Bench()
    var steps = [Sample.begin(complete: true)]
    for index in 1...25_000 {
      steps.append(.change(.entry(Sample.entry(index))))
      if index % 1000 == 0 { steps.append(.checkpoint(Cursor("k\(index)"), nil)) }
    }
    steps += [.change(.account(Sample.account(balance: 25_000))), .end(Cursor("c"), Sample.head(25_000))]
    bench.provider.feeds = [.success(steps)]
    try bench.pull()
    #expect(try bench.head().revision == 3)
    #expect(try bench.head().ledger?.count == 25_000)
  }

  @Test func aSlowFeedIsFlippedEveryTwoSeconds() throws {
    let bench = try Bench()
    let steps =
      [Sample.begin(complete: true)]
      + (1...6).flatMap { [PullStep.change(.entry(Sample.entry($0))), .checkpoint(Cursor("k\($0)"), nil)] }
      + [.end(Cursor("c"), Sample.head(6))]
    bench.provider.whileFeeding = { _ in bench.now = bench.now.adding(seconds: 1) }
    bench.provider.feeds = [.success(steps)]
    try bench.pull()
    #expect(try bench.head().revision > 4)
  }

  @Test func tombstonesDeleteInTheOrderInWhichTheyCome() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...4, complete: true, cursor: "c1"))]
    try bench.pull()
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: false), .change(.entryDeleted(id: "e2")), .change(.entry(Sample.entry(5))),
        .change(.entryDeleted(id: "e5")), .change(.entryDeleted(id: "e3")),
        .change(.entry(Sample.entry(6, id: "e3"))), .change(.entryDeleted(id: "never")), .end(Cursor("c2"), nil),
      ])
    ]
    try bench.pull()
    #expect(try bench.ids() == ["e1", "e4", "e3"])
  }

  @Test func aCompletePullForgetsWhatItDeletes() throws {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...2, complete: true, cursor: "c1")), .failure(.cursorGone)]
    try bench.pull()
    bench.provider.feeds.append(
      .success([
        Sample.begin(complete: true), .change(.entry(Sample.entry(1))), .change(.entry(Sample.entry(2))),
        .change(.entryDeleted(id: "e2")), .end(Cursor("c2"), nil),
      ]))
    try bench.pull()
    #expect(try bench.ids() == ["e1"])
  }
}
