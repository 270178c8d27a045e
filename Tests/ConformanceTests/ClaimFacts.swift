import Domain
import Provider
import Store
import Sync
import TestSupport
import Testing

/// One payment in the provider's ledger settles one intent, also where a payment is known by its sum alone.
@Suite struct ClaimFacts {
  @Test func twoPaymentsOfOneSumAreTwo() throws {
    let subject = try Subject(.ubilling)
    let system = subject.system
    let home = try TemporaryHome()
    let store = try StoreWriter.openOrCreate(path: home.path + "/store", holder: "test", now: system.now)
    let action = try #require(subject.action(.pay))
    for key in ["first", "second"] {
      let terms = try subject.provider.check(action, for: subject.account)
      let intent = Intent(
        key: key, account: "shelf", action: action, body: subject.provider.body(for: action, terms: terms),
        terms: terms, created: system.now, validUntil: system.now.adding(seconds: 3600))
      #expect(try store.create(intent) == .created)
    }
    func states() throws -> [Intent.State] {
      system.now = system.now.adding(seconds: 900)
      _ = try Synchronizer(
        store: store, provider: subject.provider, account: ("shelf", subject.account), articleShelf: .articles("test"),
        now: { system.now }, random: { 7 }, patience: 100
      ).run()
      return try ["first", "second"].map { try #require(try store.reader.intent($0)).state }
    }
    #expect(try states() == [.accepted, .accepted])
    let amount = try #require(try store.reader.intent("first")?.amount)
    system.payOnPage(amount)
    #expect(Set(try states()) == [.confirmed, .accepted], "one payment, one of the two")
    #expect(Set(try states()) == [.confirmed, .accepted], "asked again, it is still one")
    system.payOnPage(amount)
    #expect(try states() == [.confirmed, .confirmed])
    let references = try ["first", "second"].map { try store.reader.intent($0)?.reference }
    #expect(references[0] != nil && references[1] != nil && references[0] != references[1])
  }
}
