import Domain
import Glibc
import Platform
import Testing

@testable import Store

private let later = Timestamp(seconds: 1_790_000_100)

@Test func oneKeyStandsForOneIntentForEver() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var intent = Sample.intent("k1")
  #expect(try writer.create(intent) == .created)
  #expect(try writer.create(Sample.intent("k1", account: "2")) == .exists(intent))
  try intent.apply(.take, at: later)
  try writer.update(intent)
  try intent.apply(.done, at: later)
  try writer.update(intent)
  #expect(try writer.create(Sample.intent("k1")) == .exists(intent))
  #expect(try store.reader().openIntents().intents == [])
  #expect(try store.reader().intent("k1") == intent)
  #expect(try store.reader().doneIntents(year: 2026).intents == [intent])
  #expect(try store.reader().years() == [2026])
}

@Test func keysOfScriptsAreSafeNames() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  let key = "счёт/2026-11 №1"
  #expect(try writer.create(Sample.intent(key)) == .created)
  #expect(try store.reader().intent(key)?.key == key)
  #expect(try store.directory().directory("intents").list().contains(FileName.safe(key) + ".json"))
}

/// A script may call its payment `tmp`: it is no leftover of a crash, which would be overlooked and cleared away.
@Test(arguments: ["tmp", "done", "reserve", "a-tmp-1"]) func noKeyIsTakenForAFileOfOurs(key: String) throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  #expect(try writer.create(Sample.intent(key)) == .created)
  #expect(try store.reader().openIntents().intents.map(\.key) == [key])
  utime(store.path + "/intents/\(key).json", [utimbuf(actime: 0, modtime: 0)])
  #expect(try Doctor.repair(path: store.path, holder: "test", now: later).status == .clean)
  #expect(try store.reader().intent(key)?.key == key)
}

@Test func anUnreadableIntentLocksMoneyAndIsNeverDropped() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  _ = try writer.create(Sample.intent("k1"))
  _ = try writer.create(Sample.intent("k2"))
  let path = "intents/k1.json"
  var bytes = try store.directory().read(path, limit: .max)
  bytes[bytes.count / 2] ^= 1
  try store.directory().replace(path, with: bytes)
  let open = try store.reader().openIntents()
  #expect(open.intents.map(\.key) == ["k2"])
  #expect(open.unreadable == [Damage(path, .badChecksum)])
  #expect(open.isMoneyLocked)
  #expect(throws: StoreError.damaged(Damage(path, .badChecksum))) { try writer.create(Sample.intent("k1")) }
}

@Test func anIntentUnderAnotherNameIsUnreadable() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  _ = try writer.create(Sample.intent("k1"))
  try store.directory().rename("intents/k1.json", to: "intents/k9.json")
  #expect(try store.reader().openIntents().isMoneyLocked)
}

@Test func anIntentThatEndedBeforeACrashIsPutAway() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  var intent = Sample.intent("k1")
  _ = try writer.create(intent)
  try intent.apply(.cancel, at: later)
  try store.directory().replace("intents/k1.json", with: Envelope.seal(intent.json))
  #expect(try store.reader().openIntents().intents == [])
  try writer.tidyIntents()
  #expect(try !store.directory().contains("intents/k1.json"))
  #expect(try store.reader().intent("k1") == intent)
}

@Test func anIntentThatWasNeverMadeCannotMove() throws {
  let store = TemporaryStore()
  let writer = try store.writer()
  #expect(throws: StoreError.noOpenIntent(key: "k1")) { try writer.update(Sample.intent("k1")) }
}
