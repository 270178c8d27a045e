import Domain
import Provider
import Store
import Sync
import TestSupport
import Testing

/// The whole client over each dialect: store, intents and pulls on a wire that fails again and again.
@Suite struct SyncFacts {
  private final class Desk {
    let subject: Subject
    let home: TemporaryHome
    let store: StoreWriter
    let key = "key-1"

    init(_ deed: Deed) throws {
      subject = try Subject(deed.dialect, ableTo: deed.kind)
      home = try TemporaryHome()
      store = try StoreWriter.openOrCreate(path: home.path + "/store", holder: "test", now: subject.system.now)
      let action = try #require(subject.action(deed.kind))
      let terms = try subject.provider.check(action, for: subject.account)
      let intent = Intent(
        key: key, account: "shelf", action: action, body: subject.provider.body(for: action, terms: terms),
        terms: terms, created: subject.system.now, validUntil: subject.system.now.adding(seconds: 3600))
      #expect(try store.create(intent) == .created)
      subject.wire.rearm()
    }

    func sync() throws {
      let system = subject.system
      _ = try Synchronizer(
        store: store, provider: subject.provider, account: ("shelf", subject.account), articleShelf: .articles("test"),
        now: { system.now }, random: { 7 }, patience: 100
      ).run()
    }

    var intent: Intent { get throws { try #require(try store.reader.intent(key)) } }
  }

  @Test(arguments: Deed.all) func whateverFailsItHappensAtMostOnceAndIsToldAsItWas(_ deed: Deed) throws {
    for _ in 0..<5 {
      let seed = UInt64.random(in: 0 ... .max)
      var chance = Numbers(seed)
      let desk = try Desk(deed)
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        desk.subject.wire.rearm(SyncFacts.faults(&chance))
        try? desk.sync()
        #expect(desk.subject.system.effects(deed.kind) <= 1, "seed \(seed)")
        // What is under way arrives within two minutes, perhaps after the client has asked again.
        if Bool.random(using: &chance) {
          desk.subject.wait(seconds: .random(in: 1...100, using: &chance))
          desk.subject.wire.rearm()
          try? desk.sync()
        }
        try desk.subject.wire.deliverLate()
        desk.subject.wait(seconds: .random(in: 1...400, using: &chance))
      }
      try desk.subject.wire.deliverLate()
      desk.subject.wire.rearm()
      desk.subject.wait(seconds: 600)
      // A lost answer to a renewal costs the person a login, and no more.
      do { try desk.sync() } catch ProviderError.loginNeeded {
        try desk.subject.logIn()
        try desk.sync()
      }
      try expectTruth(desk, deed, seed)
    }
  }

  private static func faults(_ chance: inout Numbers) -> [Int: WireFault] {
    var faults: [Int: WireFault] = [:]
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      faults[Int.random(in: 0...4, using: &chance)] = WireFault.allCases.randomElement(using: &chance)
    }
    return faults
  }

  private func expectTruth(_ desk: Desk, _ deed: Deed, _ seed: UInt64) throws {
    let effects = desk.subject.system.effects(deed.kind)
    #expect(effects <= 1, "seed \(seed)")
    let intent = try desk.intent
    switch intent.state {
    case .confirmed: #expect(effects == 1, "seed \(seed)")
    case .accepted: #expect(intent.link != nil, "seed \(seed)")
    case .rejected, .notExecuted, .cancelled, .expired:
      #expect(effects == 0 || deed.kind == .pay && intent.link == nil, "\(intent.state), seed \(seed)")
    case .queued, .sending, .unknown, .fencing: Issue.record("\(intent.state), seed \(seed)")
    }
    let head = try #require(try desk.store.head(.account("shelf")))
    let truth = try desk.subject.pull().account
    #expect(head.account?.balance == truth?.balance && head.account?.credit == truth?.credit, "seed \(seed)")
    #expect(head.account?.scheduledChange == truth?.scheduledChange, "seed \(seed)")
  }

  @Test(arguments: Dialect.allCases) func anIdleSyncChangesNoFile(_ dialect: Dialect) throws {
    let deed = Deed(dialect: dialect, kind: .pay)
    guard Deed.all.contains(where: { $0.dialect == dialect && $0.kind == .pay }) else { return }
    let desk = try Desk(deed)
    _ = try desk.store.reader.intent(desk.key)
    try desk.sync()
    let ledger = try desk.store.head(.account("shelf"))?.ledger
    try desk.sync()
    #expect(try desk.store.head(.account("shelf"))?.ledger == ledger)
  }
}
