import Domain
import Provider
import Store
import Sync
import Testing

/// Facts that come after an outcome and contradict it.
@Suite struct DiscrepancyTests {
  private func settled(_ bench: Bench, _ events: [Intent.Event]) throws {
    var intent = Bench.payment("k")
    _ = try bench.store.create(intent)
    for event in events { try intent.apply(event, at: Bench.start) }
    try bench.store.update(intent)
  }

  private func feed(_ bench: Bench, with key: String?, after days: Int64) {
    bench.now = Bench.start.adding(seconds: days * 86_400)
    let money = { Money(minor: $0, currency: .rub) }
    let entry = LedgerEntry(
      id: "e1", time: bench.now, date: bench.now.date(utcOffset: 180), kind: .payment, amount: money(500_00),
      balance: money(500_00), text: "", key: key)
    bench.provider.feeds = [
      .success([
        .begin(PullHeader(isComplete: true, epoch: "1", serverTime: bench.now)), .change(.entry(entry)),
        .end(Cursor("c"), LedgerHead(entries: 1, balance: money(500_00))),
      ])
    ]
  }

  private func notes(_ bench: Bench) throws -> [String] {
    try #require(try bench.store.reader.intent("k")).discrepancies.map(\.note)
  }

  @Test(
    arguments: [
      [.take, .refused], [.take, .lost, .notExecuted], [.take, .lost, .cancel, .fenced], [.cancel], [.expire],
    ] as [[Intent.Event]])
  func anEntryOfWhatCountsAsNotDoneIsRecordedOnce(_ events: [Intent.Event]) throws {
    let bench = try Bench()
    try settled(bench, events)
    let state = try bench.store.reader.intent("k")?.state
    feed(bench, with: "k", after: 1)
    _ = try bench.synchronizer().run()
    #expect(try notes(bench) == ["charged e1"])
    feed(bench, with: "k", after: 2)
    _ = try bench.synchronizer().run()
    #expect(try notes(bench) == ["charged e1"])
    #expect(try bench.store.reader.intent("k")?.state == state)
  }

  @Test(arguments: [(1, []), (4, ["no-entry"])] as [(Int64, [String])])
  func aPaymentThatWasDoneAndHasNoEntryIsRecordedAfterThreeDays(_ days: Int64, due: [String]) throws {
    let bench = try Bench()
    try settled(bench, [.take, .done])
    feed(bench, with: nil, after: days)
    _ = try bench.synchronizer().run()
    #expect(try notes(bench) == due)
  }

  @Test func aPaymentMadeUnderAClockThatWasAheadHasItsEntryBeforeItsOwnDay() throws {
    let bench = try Bench()
    try settled(bench, [.take, .done])
    feed(bench, with: "k", after: -80)
    bench.now = Bench.start.adding(seconds: 9 * 86_400)
    _ = try bench.synchronizer().run()
    #expect(try notes(bench) == [])
  }

  @Test func whatAgreesIsNotTouched() throws {
    let bench = try Bench()
    try settled(bench, [.take, .done])
    feed(bench, with: "k", after: 9)
    _ = try bench.synchronizer().run()
    #expect(try notes(bench) == [])
  }
}
