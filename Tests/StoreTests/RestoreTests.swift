import Domain
import Glibc
import JSON
import Platform
import TestSupport
import Testing

@testable import Store

private let taken = Timestamp(seconds: 1_790_001_000)
private let later = Timestamp(seconds: 1_790_009_000)

/// An intent as these events leave it.
private func intent(_ key: String, _ events: [Intent.Event]) throws -> Intent {
  var intent = Sample.intent(key)
  for event in events { try intent.apply(event, at: taken) }
  return intent
}

extension TemporaryStore {
  fileprivate func put(_ intent: Intent) throws {
    _ = try writer().create(Sample.intent(intent.key))
    try writer().update(intent)
  }

  /// A backup of this store in a place of its own, which outlives it.
  fileprivate func backedUp(to place: TemporaryStore) throws -> BackupDirectory {
    _ = try Directory.create(place.path)
    let name = try writer().backUp(at: taken)
    try BackupDirectory(path + "/backups/" + name).copy(to: place.path + "/copy")
    return try BackupDirectory(place.path + "/copy")
  }

  @discardableResult
  fileprivate func restore(_ backup: BackupDirectory) throws -> StoreWriter.Restored {
    let planned = try backup.plan(forStore: path, now: later)
    let done = try writer().restore(backup, now: later)
    #expect(done.plan == planned)
    #expect(try examine().findings == [])
    return done
  }
}

@Test func aLostStoreComesBack() throws {
  let (store, place, fresh) = (try TemporaryStore.filled(2_500), TemporaryStore(), TemporaryStore())
  try store.put(try intent("done", [.take, .done]))
  try store.put(try intent("lost", [.take, .lost]))
  _ = try store.directory().createDirectory("autopay/1001/claims/main").writeNew("1.json", Envelope.seal(["at": 1]))
  let backup = try store.backedUp(to: place)
  #expect(try backup.plan(forStore: fresh.path, now: later).steps.allSatisfy { $0.change == .add })
  #expect(throws: StoreError.absent) { try fresh.reader() }
  try fresh.restore(backup)
  let head = try fresh.reader().head(Sample.shelf)
  #expect(head.account == Sample.account() && head.cursor == Cursor("c1"))
  #expect(try fresh.reader().all() == store.reader().all())
  #expect(try fresh.reader().part("notes", of: Sample.shelf, head, as: LedgerEntry.self).count == 1)
  #expect(try fresh.reader().intent("done") == store.reader().intent("done"))
  #expect(try fresh.reader().openIntents().intents == store.reader().openIntents().intents)
  #expect(try fresh.files()["autopay/1001/claims/main/1.json"] == Envelope.seal(["at": 1]))
  // What is there already is not brought back twice.
  let again = try fresh.restore(backup)
  #expect(!again.plan.changesSomething && again.before == nil)
}

/// What becomes of one intent: as it is in the backup, as it is in the store, and what is in the store afterwards.
struct IntentCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let backup: [Intent.Event]?
  let store: [Intent.Event]?
  let change: RestorePlan.Change?
  let state: Intent.State

  init(
    _ name: String, backup: [Intent.Event]?, store: [Intent.Event]?, _ change: RestorePlan.Change?,
    _ state: Intent.State
  ) {
    testDescription = name
    self.backup = backup
    self.store = store
    self.change = change
    self.state = state
  }
}

@Test(arguments: [
  IntentCase("queued then, gone now: it may have been sent", backup: [], store: nil, .addUnknown, .unknown),
  IntentCase("sent then, gone now", backup: [.take], store: nil, .add, .sending),
  IntentCase("unknown then, gone now", backup: [.take, .lost], store: nil, .add, .unknown),
  IntentCase("accepted then, gone now", backup: [.take, .accepted], store: nil, .add, .accepted),
  IntentCase("ended then, gone now", backup: [.take, .refused], store: nil, .add, .rejected),
  IntentCase("the same in both", backup: [.take, .lost], store: [.take, .lost], nil, .unknown),
  IntentCase("queued in both", backup: [], store: [], nil, .queued),
  IntentCase("queued then, sent since", backup: [], store: [.take, .lost], .keep, .unknown),
  IntentCase("queued then, ended since", backup: [], store: [.take, .done], .keep, .confirmed),
  IntentCase("not in the backup", backup: nil, store: [], .keep, .queued),
  IntentCase("the backup is ahead", backup: [.take, .lost], store: [], .advance, .unknown),
  IntentCase("the backup saw the end", backup: [.take, .lost, .done], store: [.take, .lost], .advance, .confirmed),
  IntentCase(
    "the backup is ahead and waits to be sent", backup: [.take, .notSent], store: [.take], .advance, .unknown),
  IntentCase("cancelled in one, sent in the other", backup: [.cancel], store: [.take, .lost], .keep, .unknown),
  IntentCase(
    "sent in one, provably not in the other", backup: [.take, .lost], store: [.take, .notSent], .doubt, .unknown),
  IntentCase("ended both ways", backup: [.take, .done], store: [.cancel], .keep, .cancelled),
])
func whatComesBackOfAnIntent(_ test: IntentCase) throws {
  let (store, place, target) = (TemporaryStore(), TemporaryStore(), TemporaryStore())
  if let events = test.backup { try store.put(try intent("k", events)) }
  if let events = test.store { try target.put(try intent("k", events)) }
  let restored = try target.restore(try store.backedUp(to: place))
  #expect(restored.plan.steps.first { $0.kind == .intent }?.change == test.change)
  let found = try #require(try target.reader().intent("k"))
  #expect(found.state == test.state)
  #expect(try target.reader().openIntents().intents == (test.state.isTerminal ? [] : [found]))
  // No payment that the backup knows waits to be sent, unless it is just so in the store that lives.
  if test.backup != nil, test.backup != test.store { #expect(found.state != .queued) }
}

@Test func anIntentThatCantBeReadIsBroughtBackAndSettledFirst() throws {
  let (store, place) = (try TemporaryStore.filled(), TemporaryStore())
  try store.put(Sample.intent("k"))
  let backup = try store.backedUp(to: place)
  try store.flip("intents/k.json", at: 60)
  #expect(try store.reader().openIntents().isMoneyLocked)
  let restored = try store.restore(backup)
  #expect(restored.plan.steps.map(\.change) == [.mend])
  #expect(try store.reader().intent("k")?.state == .unknown)
  #expect(try store.directory().directory("quarantine").list().count == 1)
}

@Test func anIntentThatWasUnreadableThenStopsTheMoneyHereToo() throws {
  let (store, place, fresh) = (TemporaryStore(), TemporaryStore(), TemporaryStore())
  try store.put(Sample.intent("k"))
  try store.flip("intents/k.json", at: 60)
  let backup = try store.backedUp(to: place)
  _ = try fresh.writer().restore(backup, now: later)
  #expect(try fresh.reader().openIntents().isMoneyLocked)
  // Where the store knows better it stays so.
  try store.directory().remove("intents/k.json")
  try store.put(try intent("k", [.take, .done]))
  try store.restore(backup)
  #expect(try store.reader().intent("k")?.state == .confirmed)
}

@Test func theStoreAsItWasIsKept() throws {
  let (store, place) = (try TemporaryStore.filled(), TemporaryStore())
  let backup = try store.backedUp(to: place)
  let writer = try store.writer()
  var newer = Sample.commit(Sample.entries(5..<9), cursor: "c2")
  newer.synced = later
  try writer.flip(Sample.shelf, expected: try writer.head(Sample.shelf), newer)
  try writer.flip(.account("2002"), expected: nil, Sample.commit(Sample.entries(0..<3)))
  let before = try store.reader().all()
  let restored = try store.restore(backup)
  let shelf = try #require(restored.plan.steps.first)
  #expect(shelf.change == .replace && shelf.path == "accounts/1001")
  #expect(shelf.synced?.store == later && shelf.synced?.backup == Timestamp(seconds: 1_790_000_000))
  #expect(restored.plan.steps.last?.change == .keep && restored.plan.steps.last?.path == "accounts/2002")
  #expect(try store.reader().all().count == 5)
  #expect(try store.reader().all(.account("2002")).count == 3)
  // And back again.
  try store.restore(try BackupDirectory(store.path + "/backups/" + (try #require(restored.before))))
  #expect(try store.reader().all() == before)
  #expect(try store.reader().head(Sample.shelf).cursor == Cursor("c2"))
}

@Test func aDamagedShelfIsReplacedAndADamagedBackupIsNotUsed() throws {
  let (store, place) = (try TemporaryStore.filled(), TemporaryStore())
  let backup = try store.backedUp(to: place)
  try store.flip("accounts/1001/head.json", at: 100)
  try store.restore(backup)
  #expect(try store.reader().head(Sample.shelf).account == Sample.account())
  // A shelf that was damaged when the backup was made.
  try store.flip(
    "accounts/1001/ledger/" + (try #require(try store.reader().head(Sample.shelf).ledger).active.name), at: 30)
  let (other, fresh) = (TemporaryStore(), TemporaryStore())
  try fresh.restore(try store.backedUp(to: other))
  #expect(try fresh.reader().accounts() == [])
  // One that the disk has spoilt since is refused whole.
  let segment = try #require(backup.backup.items.first { $0.path.hasSuffix(".ndjson") }).path
  var bytes = try backup.store.read(segment, limit: .max)
  bytes[40] ^= 1
  try backup.store.replace(segment, with: bytes)
  #expect(throws: BackupError.damaged([Damage("store/" + segment, .badChecksum)])) { try fresh.restore(backup) }
}

@Test func claimsAndRulesOfTheStoreStayAndALostRuleComesBackTurnedOff() throws {
  let (store, place, target) = (TemporaryStore(), TemporaryStore(), TemporaryStore())
  func put(_ name: String, _ number: JSON, in home: TemporaryStore) throws {
    let parts = name.split(separator: "/").map(String.init)
    let folder = try home.writer().root.createDirectory("autopay/1001/" + parts.dropLast().joined(separator: "/"))
    try folder.writeNew(parts.last ?? "", Envelope.seal(["at": number]))
  }
  for (home, number) in [(store, 1 as JSON), (target, 2)] {
    try put("both.json", number, in: home)
    try put("claims/both/2026-11-1.json", number, in: home)
  }
  try put("theirs.json", 1, in: store)
  try put("claims/theirs/2026-11-1.json", 1, in: store)
  try put("ours.json", 2, in: target)
  let restored = try target.restore(try store.backedUp(to: place))
  #expect(restored.plan.steps.map(\.change) == [.keep, .keep, .add, .addStopped])
  let files = try target.files().filter { $0.key.hasPrefix("autopay") }
  let expected: [String: JSON] = [
    "both.json": ["at": 2], "ours.json": ["at": 2], "claims/both/2026-11-1.json": ["at": 2],
    "claims/theirs/2026-11-1.json": ["at": 1],
    "theirs.json": ["at": 1, "stop": ["cause": "off", "on": .string(later.date(utcOffset: 0).text)]],
  ]
  #expect(files.count == expected.count)
  for (name, json) in expected { #expect(files["autopay/1001/" + name] == Envelope.seal(json), "\(name)") }
}

/// The disk fails for good at some call, as if the process had died there; later it is well again.
@Test func aRestoreThatIsBrokenOffAnywhereLosesNothingAndIsRepeated() throws {
  let (store, place) = (try TemporaryStore.filled(), TemporaryStore())
  try store.put(Sample.intent("queued"))
  try store.put(try intent("done", [.take, .done]))
  let backup = try store.backedUp(to: place)
  var calls = 0
  // A prime step: over several runs of it every kind of call is met.
  for last in stride(from: Int.random(in: 0..<7), to: .max, by: 7) {
    let target = try TemporaryStore.filled(9)
    try target.put(try intent("mine", [.take, .lost]))
    let (kernel, count) = (FailingKernel(), Count())
    let writer = try StoreWriter(path: target.path, holder: "test", on: kernel)
    kernel.refuse { call in
      if case .lock = call { return nil }
      return count.next() >= last ? EIO : nil
    }
    let ended = (try? writer.restore(backup, now: later)) != nil
    calls = max(calls, last)
    #expect(try target.reader().openIntents().intents.contains { $0.key == "mine" }, "\(last)")
    #expect(try target.examine().findings.allSatisfy { $0.severity == .note }, "\(last)")
    try target.restore(backup)
    #expect(try target.reader().intent("mine")?.state == .unknown, "\(last)")
    #expect(try target.reader().intent("queued")?.state == .unknown, "\(last)")
    #expect(try target.reader().intent("done")?.state == .confirmed, "\(last)")
    #expect(try target.reader().all().count == 5, "\(last)")
    if ended { break }
  }
  #expect(calls > 50)
}

private final class Count: @unchecked Sendable {
  private var count = 0

  func next() -> Int {
    count += 1
    return count - 1
  }
}
