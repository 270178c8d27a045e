import Domain
import Provider
import Store
import Sync
import Testing

/// What a pull does not do without a person, and what it never forgets.
@Suite struct ConsentTests {
  private func synced(_ count: Int = 5) throws -> Bench {
    let bench = try Bench()
    bench.provider.feeds = [.success(Sample.feed(1...count, complete: true, cursor: "c1"))]
    try bench.pull()
    _ = bench.asked()
    return bench
  }

  @Test func moreThanHalfGoneAsksFirst() throws {
    let bench = try synced(5)
    let feeds: [Result<[PullStep], ProviderError>?] = [
      .failure(.cursorGone), .success(Sample.feed(1...2, complete: true, cursor: "c2")),
    ]
    bench.provider.feeds = feeds
    #expect(throws: Puller.Refusal.shrinks(from: 5, to: 2)) { try bench.pull() }
    #expect(try bench.ids().count == 5)
    #expect(try bench.head().cursor == Cursor("c1"))
    bench.provider.feeds = feeds
    try bench.pull(acceptsShrink: true)
    #expect(try bench.ids().count == 2)
  }

  @Test func anEmptyCompletePullAsksFirst() throws {
    let bench = try synced(5)
    bench.provider.feeds = [
      .failure(.cursorGone), .success([Sample.begin(complete: true), .end(Cursor("c2"), nil)]),
    ]
    #expect(throws: Puller.Refusal.shrinks(from: 5, to: 0)) { try bench.pull() }
  }

  @Test func tombstonesOfMoreThanHalfAskFirst() throws {
    let bench = try synced(5)
    func feed(_ ids: [String]) -> [PullStep] {
      [Sample.begin(complete: false)] + ids.map { .change(.entryDeleted(id: $0)) } + [.end(Cursor("c2"), nil)]
    }
    bench.provider.feeds = [.success(feed(["e1", "e2", "e3"]))]
    #expect(throws: Puller.Refusal.shrinks(from: 5, to: 2)) { try bench.pull() }
    #expect(try bench.ids().count == 5)
    // Those of entries that were never here take nothing away.
    bench.provider.feeds = [.success(feed(["e1", "e2", "x1", "x2", "x3", "x4"]))]
    try bench.pull()
    #expect(try bench.ids() == ["e3", "e4", "e5"])
  }

  @Test func anotherAccountOrCurrencyAsksFirst() throws {
    let dollar = try #require(Currency("USD"))
    for (account, refusal) in [
      (Sample.account(balance: 5, id: "p78"), Puller.Refusal.otherAccount(was: "p77", now: "p78")),
      (Sample.account(balance: 5, currency: dollar), .otherCurrency(was: "RUB", now: "USD")),
    ] {
      let bench = try synced(5)
      bench.provider.feeds = [.success([Sample.begin(complete: false), .change(.account(account)), .end(nil, nil)])]
      #expect(throws: refusal) { try bench.pull() }
      #expect(try bench.head().account?.id == "p77")
    }
  }

  @Test func entriesOfAnotherCurrencyAskFirstAndThenReplaceEverything() throws {
    let dollar = try #require(Currency("USD"))
    let bench = try synced(3)
    let one: [PullStep] = [
      Sample.begin(complete: false), .change(.entry(Sample.entry(4, currency: dollar))), .end(Cursor("c2"), nil),
    ]
    bench.provider.feeds = [.success(one)]
    #expect(throws: Puller.Refusal.otherCurrency(was: "RUB", now: "USD")) { try bench.pull() }
    let all =
      [Sample.begin(complete: true)] + (1...4).map { PullStep.change(.entry(Sample.entry($0, currency: dollar))) }
      + [.change(.account(Sample.account(balance: 4, currency: dollar))), .end(Cursor("c3"), nil)]
    bench.provider.feeds = [.success(one), .success(all)]
    try bench.pull(acceptsShrink: true)
    #expect(try bench.entries().map(\.amount.currency) == Array(repeating: dollar, count: 4))
  }

  @Test func anIncidentKeepsEveryEstimateAcrossACompletePull() throws {
    func incident(_ hours: Int64) -> Incident {
      Incident(
        id: "i", kind: .outage, state: .open, title: LocalizedText("Cut"), services: ["internet"], isAtAddress: true,
        start: Bench.start,
        estimates: [
          Incident.Estimate(
            saidAt: Bench.start.adding(seconds: hours), until: Bench.start.adding(seconds: hours * 3600))
        ])
    }
    let bench = try Bench()
    for (hours, complete) in [(1, true), (2, false), (3, true)] as [(Int64, Bool)] {
      let steps: [PullStep] = [
        Sample.begin(complete: complete), .change(.item(incident(hours))), .change(.item(incident(hours))),
        .change(.account(Sample.account(balance: 0))), .end(Cursor("c\(hours)"), nil),
      ]
      bench.provider.feeds += hours == 3 ? [.failure(.cursorGone), .success(steps)] : [.success(steps)]
      try bench.pull()
    }
    let kept: [Incident] = try bench.store.reader.part(.incidents, of: .account("77"), try bench.head())
    #expect(kept.map { $0.estimates.map { $0.saidAt.seconds - Bench.start.seconds } } == [[1, 2, 3]])
  }

  @Test func anInstallationWithoutArticlesIsNoFailure() throws {
    let bench = try Bench(ScriptedProvider([.ledger, .articles]))
    bench.provider.articleFeeds = [.failure(.missing(.articles))]
    let report = try bench.synchronizer().run()
    #expect(report.articles == nil)
    #expect(bench.asked() == ["changes -", "articles -"])
  }

  @Test func theDeviceClockIsComparedWhenTheAnswerBegins() throws {
    let bench = try Bench()
    bench.provider.whileFeeding = { step in
      if case .end = step { bench.now = bench.now.adding(seconds: 500) }
    }
    bench.provider.feeds = [
      .success([
        Sample.begin(complete: true, serverTime: Bench.start.adding(seconds: 130)),
        .change(.account(Sample.account(balance: 0))), .end(Cursor("c"), nil),
      ])
    ]
    #expect(try bench.synchronizer().run().clockSkew == 130)
    #expect(try bench.head().synced == Bench.start)
  }
}
