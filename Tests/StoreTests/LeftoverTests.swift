import Domain
import Glibc
import JSON
import Platform
import Testing

@testable import Store

private let head = "accounts/1001/head.json"

@Test func filesOfAFlipThatNeverWasAreSetAsideAndThoseOfThePastAreNoNews() throws {
  let store = try TemporaryStore.filled()
  let writer = try store.writer()
  var commit = Sample.commit([Sample.entry(5)])
  commit.replace("notes", [Sample.entry(2)])
  try writer.flip(Sample.shelf, expected: try writer.head(Sample.shelf), commit)
  // What the flip before named is still there for a reader that is at work.
  #expect(try store.directory().contains("accounts/1001/parts/notes.1.json"))
  #expect(try store.examine().findings == [])
  let strays = ["ledger/000009.ndjson", "ledger/manifest.3.json", "parts/notes.3.json", "parts/readme.txt"]
  for name in strays { try store.directory().writeNew("accounts/1001/" + name, [1]) }
  let expected = strays.map { Finding(.note, "accounts/1001/" + $0, .orphan) }
  #expect(try store.examine().findings == expected)
  #expect(try store.repair().repaired == expected)
  #expect(try store.directory().directory("quarantine").list().count == strays.count)
}

@Test func whatDeadWritersLeftIsClearedEverywhere() throws {
  let store = try TemporaryStore.filled()
  _ = try store.writer().create(Sample.intent("k1"))
  let names = ["store.json.tmp.1.aa", "intents/k2.json.tmp.1.aa", "accounts/1001/head.json.tmp.1.aa"]
  for name in names + ["intents/k3.json.tmp.1.aa"] { try store.directory().writeNew(name, [1]) }
  _ = try store.directory().createDirectory("backups/b.tmp.1.aa/accounts")
  for name in names + ["backups/b.tmp.1.aa"] { store.age(name) }
  // The first three go at the next sync and the next flip, without the doctor.
  try store.writer().tidyIntents()
  #expect(try !store.directory().contains(names[0]))
  #expect(try !store.directory().contains(names[1]))
  let left = [names[2], "backups/b.tmp.1.aa"].map { Finding(.note, $0, .temporary) }
  #expect(try store.examine().findings == left)
  #expect(Set(try store.repair().repaired) == Set(left))
  // A young one belongs to a process that may be alive.
  #expect(try store.directory().contains("intents/k3.json.tmp.1.aa"))
}

@Test func aStoreThatLostItsOwnFileIsNotTakenForNone() throws {
  let store = try TemporaryStore.filled()
  try store.directory().remove("store.json")
  #expect(try store.examine().findings == [Finding(.damage, "store.json", .fileMissing)])
  #expect(try store.repair().status == .repaired)
  #expect(try store.reader().all().count == 5)
  let empty = TemporaryStore()
  _ = try Directory.create(empty.path)
  #expect(throws: StoreError.absent) { try empty.examine() }
}

/// A link, a directory: the doctor goes on to the end and makes a head of what is left.
@Test(arguments: [true, false]) func whateverStandsInThePlaceOfAHeadIsSetAside(isLink: Bool) throws {
  let store = try TemporaryStore.filled()
  try store.directory().remove(head)
  if isLink {
    symlink("/etc/passwd", store.path + "/" + head)
  } else {
    _ = try store.directory().createDirectory(head)
  }
  #expect(try store.examine().status == .damageLeft)
  #expect(try store.repair().status == .repaired)
  #expect(try store.reader().all() == numbered(Sample.entries(0..<5)))
  #expect(try store.reader().head(Sample.shelf).account == nil)
}

@Test func recordsThatNobodyElseHasAreNamedAndKept() throws {
  let store = try TemporaryStore.filled()
  let directory = try store.directory()
  let writer = try store.writer()
  var intent = Sample.intent("k1")
  _ = try writer.create(intent)
  try intent.apply(.cancel, at: TemporaryStore.repairTime)
  try writer.update(intent)
  try writer.setBackoff(["until": 5])
  let line = Envelope.seal(["at": 1])
  for folder in ["claims/rule", "outages"] { _ = try directory.createDirectory(folder) }
  try directory.writeNew("claims/rule/2026-11.json", line)
  try directory.writeNew("outages/2026-11.ndjson", line + line)
  #expect(try store.examine().findings == [])
  let records = ["claims/rule/2026-11.json", "outages/2026-11.ndjson"]
  for path in records + ["intents/done/2026/k1.json", "backoff.json"] { try store.flip(path, at: 19) }
  let left: Set = [
    Finding(.damage, "intents/done/2026/k1.json", .unreadableIntent), Finding(.damage, records[0], .unreadableRecord),
    Finding(.damage, records[1], .unreadableRecord),
  ]
  let advice = Finding(.note, "backoff.json", .fileDamaged)
  #expect(Set(try store.examine().findings) == left.union([advice]))
  let before = try store.files().filter { !$0.key.hasPrefix("quarantine") && $0.key != "backoff.json" }
  let diagnosis = try store.repair()
  #expect(diagnosis.status == .damageLeft)
  #expect(Set(diagnosis.findings) == left)
  #expect(diagnosis.findings.allSatisfy { $0.remedy == .backup })
  #expect(diagnosis.repaired == [advice])
  #expect(try store.files().filter { !$0.key.hasPrefix("quarantine") } == before)
}

@Test func theDoctorIsNotMisledByAWriterAtWork() async throws {
  let store = try TemporaryStore.filled()
  let flips = Task.detached {
    let writer = try store.writer()
    for round in 0..<30 {
      var commit = Sample.commit([Sample.entry(5 + round)])
      commit.replace("notes", [Sample.entry(round)])
      try writer.flip(Sample.shelf, expected: try writer.head(Sample.shelf), commit)
    }
  }
  for _ in 0..<30 {
    let findings = try store.examine().findings
    #expect(findings.allSatisfy { $0.severity == .note }, "\(findings)")
  }
  try await flips.value
  #expect(try store.examine().findings == [])
}
