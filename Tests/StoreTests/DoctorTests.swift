import Domain
import Glibc
import Platform
import Testing

@testable import Store

private let now = TemporaryStore.repairTime
private let head = "accounts/1001/head.json"
private let segment = "accounts/1001/ledger/000001.ndjson"

@Test func aSoundStoreIsClean() throws {
  let store = try TemporaryStore.filled(2500)
  let before = try store.files()
  #expect(try store.examine().findings == [])
  #expect(try store.repair().status == .clean)
  #expect(try store.files() == before)
}

@Test func aShelfThatNeverCameToBeIsNoDamage() throws {
  let store = try TemporaryStore.filled(5)
  _ = try store.directory().createDirectory("accounts/1002/ledger")
  #expect(try store.examine().findings == [])
  #expect(try store.repair().status == .clean)
}

@Test func aDamagedHeadIsMadeAgainWithoutABalance() throws {
  let store = try TemporaryStore.filled(4500)
  try store.flip(head, at: 200)
  #expect(try store.examine().findings == [Finding(.damage, head, .fileDamaged)])
  #expect(try store.repair().status == .repaired)
  let made = try store.reader().head(Sample.shelf)
  #expect(made.account == nil)
  #expect(made.cursor == nil)
  #expect(made.rebuilt == now)
  #expect(made.needsRefetch)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<4500)))
  #expect(try store.reader().part("notes", of: Sample.shelf, made, as: LedgerEntry.self).count == 1)
  var totals = MonthTotals()
  for entry in Sample.entries(0..<4500) { try totals.add(entry) }
  #expect(try store.reader().totals(Sample.shelf, made).totals == totals)
  #expect(try store.directory().directory("quarantine").list().count == 1)
  // And it goes on from there.
  try store.writer().flip(Sample.shelf, expected: made, Sample.commit([Sample.entry(4500)]))
  #expect(try store.reader().all() == numbered(Sample.entries(0..<4501)))
}

@Test func aHeadIsRebuiltUpToTheLastGoodEntry() throws {
  let store = try TemporaryStore.filled(5)
  let bytes = try store.directory().read(segment, limit: .max)
  let ends = bytes.indices.filter { bytes[$0] == 10 }
  try store.flip(segment, at: ends[2] + 30)
  try store.directory().remove(head)
  #expect(try store.repair().status == .repaired)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<3)))
}

@Test func aLastLineWithoutItsNewlineIsNotAnEntry() throws {
  let store = try TemporaryStore.filled(5)
  try store.directory().truncate(segment, to: try store.directory().status(segment).size - 1)
  try store.directory().remove(head)
  #expect(try store.repair().status == .repaired)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<4)))
}

@Test func aDamagedManifestIsMadeAgainAndTheAccountStays() throws {
  let store = try TemporaryStore.filled(4500)
  let manifest = "accounts/1001/ledger/manifest.1.json"
  try store.flip(manifest, at: 300)
  #expect(try store.examine().findings == [Finding(.damage, manifest, .fileDamaged)])
  #expect(try store.repair().status == .repaired)
  let made = try store.reader().head(Sample.shelf)
  #expect(made.account == Sample.account())
  #expect(made.needsRefetch)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<4500)))
}

@Test func rottenLinesAndCollectionsAreMarkedForFetchingAgain() throws {
  let store = try TemporaryStore.filled()
  try store.flip(segment, at: 60)
  try store.flip("accounts/1001/parts/notes.1.json", at: 60)
  let findings = try store.examine().findings
  #expect(Set(findings.map(\.kind)) == [.linesDamaged(places: 1), .fileDamaged])
  #expect(try store.examine().status == .damageLeft)
  #expect(try store.repair().status == .repaired)
  let marked = try store.reader().head(Sample.shelf)
  #expect(marked.marks == ["ledger/000001.ndjson", "parts/notes.1.json"])
  #expect(marked.account == Sample.account())
  var whole = Sample.commit(Sample.entries(0..<5))
  whole.isWhole = true
  let healed = try store.writer().flip(Sample.shelf, expected: marked, whole)
  #expect(!healed.needsRefetch)
  #expect(try store.examine().findings == [])
}

@Test func tailsLeftoversAndPermissionsAreSetRight() throws {
  let store = try TemporaryStore.filled()
  try store.directory().append(segment, at: try store.directory().status(segment).size, [1, 2, 3])
  try store.directory().writeNew("accounts/1001/head.json.tmp.1.aa", [1])
  utime(store.path + "/accounts/1001/head.json.tmp.1.aa", [utimbuf(actime: 0, modtime: 0)])
  chmod(store.path + "/accounts", 0o755)
  chmod(store.path + "/" + head, 0o644)
  symlink("/etc/passwd", store.path + "/accounts/1001/parts/link")
  let kinds = Set(try store.examine().findings.map(\.kind))
  #expect(kinds == [.tail(bytes: 3), .temporary, .permissions(0o755), .permissions(0o644), .link])
  #expect(try store.repair().status == .repaired)
  #expect(try store.examine().findings == [])
}

@Test func anUnreadableIntentStaysAndKeepsMoneyLocked() throws {
  let store = try TemporaryStore.filled()
  _ = try store.writer().create(Sample.intent("k1"))
  try store.flip("intents/k1.json", at: 100)
  let before = try store.files()["intents/k1.json"]
  #expect(try store.repair().status == .moneyLocked)
  #expect(try store.files()["intents/k1.json"] == before)
}

@Test func aDamagedStoreFileIsMadeAgain() throws {
  let store = try TemporaryStore.filled()
  try store.flip("store.json", at: 30)
  #expect(throws: StoreError.damaged(Damage("store.json", .badChecksum))) { try store.reader() }
  #expect(try store.examine().status == .damageLeft)
  #expect(try store.repair().status == .repaired)
  #expect(try store.reader().all().count == 5)
}

@Test func sumsThatDoNotFitAreNamed() throws {
  let store = TemporaryStore()
  var odd = Sample.entries(0..<3)
  odd[1] = Sample.entry(1, amount: 77)
  try store.writer().flip(Sample.shelf, expected: nil, Sample.commit(odd))
  #expect(try store.examine().findings == [Finding(.note, segment, .unbalanced)])
}

@Test(arguments: 0..<12)
func whateverIsBrokenTheDoctorEndsAndLosesNoIntent(_ number: Int) throws {
  let seed = UInt64.random(in: .min ... .max)
  var random = Seeded(seed)
  let store = try TemporaryStore.filled(2100)
  _ = try store.writer().create(Sample.intent("k1"))
  let intent = try store.files()["intents/k1.json"]
  for _ in 0..<Int.random(in: 1...4, using: &random) {
    let files = try store.files().filter { $0.key != "intents/reserve" && !$0.key.hasPrefix("quarantine") }
    guard let (path, bytes) = files.sorted(by: { $0.key < $1.key }).randomElement(using: &random),
      path != "intents/k1.json", !bytes.isEmpty
    else { continue }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: try store.directory().truncate(path, to: Int.random(in: 0..<bytes.count, using: &random))
    case 1: try store.directory().remove(path)
    default: try store.flip(path, at: Int.random(in: 0..<bytes.count, using: &random))
    }
  }
  let status = try store.repair().status
  #expect(status == .repaired || status == .clean, "seed \(seed)")
  #expect(try store.examine().findings.allSatisfy { $0.severity == .note }, "seed \(seed)")
  #expect(try store.files()["intents/k1.json"] == intent, "seed \(seed)")
}
