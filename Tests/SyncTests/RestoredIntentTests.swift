import Domain
import Provider
import Store
import Sync
import Testing

/// A payment that was waiting when a backup was made, and was sent before the store was lost.
struct RestoredIntentTests {
  /// A bench whose store has come out of a backup in which `k1` was queued.
  private func restored(_ capabilities: Set<Capability>) throws -> Bench {
    let lost = try Bench()
    try lost.add(Bench.payment("k1"))
    let name = try lost.store.backUp(at: Bench.start)
    let bench = try Bench(ScriptedProvider(capabilities))
    let backup = try BackupDirectory(lost.home.path + "/store/backups/" + name)
    #expect(try bench.store.restore(backup, now: Bench.start).plan.steps.map(\.change) == [.addUnknown])
    return bench
  }

  @Test func withoutKeysItIsLookedForAndNothingIsSentBefore() throws {
    let bench = try restored([.payment, .ledger])
    try bench.add(Bench.payment("k2"))
    bench.provider.settlements = [.success(.unknown)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked().filter { !$0.hasPrefix("changes") } == ["settle k1"])
    bench.provider.settlements = [.success(.done(reference: "r1", link: nil))]
    bench.provider.submissions = [.done(reference: "r2", link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked().filter { !$0.hasPrefix("changes") } == ["settle k1", "submit k2 body of k2"])
    #expect(try bench.state("k1") == .confirmed)
    #expect(try bench.state("k2") == .confirmed)
  }

  @Test func withKeysTheSameBytesUnderTheSameKeyBringOutTheTruth() throws {
    let bench = try restored([.keys, .payment, .ledger])
    bench.provider.settlements = [.success(.unknown)]
    bench.provider.submissions = [.done(reference: "r1", link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked().prefix(2) == ["settle k1", "submit k1 body of k1"])
    #expect(try bench.state("k1") == .confirmed)
  }

  @Test(arguments: [Settlement.done(reference: "r1", link: nil), .notExecuted])
  func anOldOneIsFencedAndNeverSent(_ settlement: Settlement) throws {
    let bench = try restored([.keys, .payment, .ledger])
    bench.now = Bench.start.adding(seconds: 40 * 86_400)
    bench.provider.fences = [.success(settlement)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked().first == "fence k1")
    #expect(try bench.state("k1") == (settlement == .notExecuted ? .notExecuted : .confirmed))
  }
}
