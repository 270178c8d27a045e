import Domain
import Provider
import Store
import Sync
import TestSupport
import Testing

@Suite struct BackoffTests {
  @Test func whatTheProviderOrdersIsRememberedByTheNextProcess() throws {
    let bench = try Bench()
    bench.provider.feeds = [.failure(.wait(seconds: 600))]
    #expect(throws: ProviderError.wait(seconds: 600)) { try bench.synchronizer().run() }
    let next = bench.synchronizer(store: try bench.otherStore())
    #expect(try next.mustWait() == 600)
    bench.now = Bench.start.adding(seconds: 599)
    #expect(try next.mustWait() == 1)
    bench.now = Bench.start.adding(seconds: 600)
    #expect(try next.mustWait() == nil)
  }

  @Test func anOrderIsCappedAtADay() throws {
    #expect(Backoff.ordered(seconds: .max, now: Bench.start).remaining(at: Bench.start) == 86_400)
    #expect(Backoff.ordered(seconds: -5, now: Bench.start).remaining(at: Bench.start) == 1)
  }

  @Test func aClockThatWentBackEndsTheWait() throws {
    let backoff = Backoff.ordered(seconds: 60, now: Bench.start)
    #expect(backoff.remaining(at: Bench.start) == 60)
    #expect(backoff.remaining(at: Bench.start.adding(seconds: -1)) == nil)
    #expect(backoff.remaining(at: Bench.start.adding(seconds: -3600)) == nil)
  }

  @Test func ownWaitsGrowWithJitterUpToHalfAMinute() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var numbers = Numbers(seed)
    for _ in 0..<200 {
      var last: Backoff?
      for _ in 0..<12 {
        let next = Backoff.after(last, now: Bench.start, random: numbers.next())
        #expect((1...30).contains(next.seconds), "seed \(seed)")
        #expect(next.seconds <= max(3, 3 * (last?.seconds ?? 1)), "seed \(seed)")
        last = next
      }
    }
  }

  @Test func anyNumberInTheFileIsBorne() throws {
    for seconds in [Int64.min, -1, 0, .max] {
      let read = try Backoff(json: ["until": Bench.start.json, "seconds": .integer(seconds)])
      #expect((1...30).contains(Backoff.after(read, now: Bench.start, random: .max).seconds))
      #expect(read.remaining(at: Bench.start.adding(seconds: -10)) ?? 10 == 10)
    }
  }

  @Test func aProviderThatNamesATimeIsNotAskedAnythingMore() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    try bench.add(Bench.intent("b", .cancelTariffChange))
    bench.provider.settlements = [.failure(.wait(seconds: 30))]
    #expect(throws: ProviderError.wait(seconds: 30)) { try bench.synchronizer().run() }
    #expect(bench.asked() == ["settle a"])
    #expect(try bench.synchronizer().mustWait() == 30)
  }

  @Test func successEndsTheWaitOfThisAccountAlone() throws {
    let bench = try Bench()
    let order = Backoff.ordered(seconds: 50, now: Bench.start).json
    try bench.store.setBackoff(["accounts": ["77": order, "78": order]])
    _ = try bench.synchronizer().run()
    #expect(try bench.synchronizer().mustWait() == nil)
    #expect(try bench.store.backoff()?["accounts"]?["78"] == order)
  }

  @Test func withoutAnInstructionTheWaitIsOurs() throws {
    let bench = try Bench()
    for error in [ProviderError.broken(status: 502), .noAnswer(.unknown(.timeout)), .wait(seconds: nil)] {
      bench.provider.feeds = [.failure(error)]
      #expect(throws: error) { try bench.synchronizer().run() }
      #expect((1...30).contains(try #require(try bench.synchronizer().mustWait())))
    }
  }
}
