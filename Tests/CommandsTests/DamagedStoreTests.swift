import Commands
import JSON
import Platform
import Sandbox
import Store
import TestSupport
import Testing

/// A store that is not as it was written: named, never guessed, never made worse by a read.
struct DamagedStoreTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let hint: String
    let harm: @Sendable (TemporaryHome) throws -> Void

    init(_ name: String, says message: String, hint: String, _ harm: @escaping @Sendable (TemporaryHome) throws -> Void)
    {
      testDescription = name
      self.message = message
      self.hint = hint
      self.harm = harm
    }
  }

  private static let head = "data/accounts/sandbox-100100/head.json"
  private static let doctor = "kabinet doctor"

  private static func format(_ format: Int64, reader: Int64, writer: Int64) -> String {
    let json: JSON = [
      "format": .integer(format), "minReader": .integer(reader), "minWriter": .integer(writer),
      "id": "0123456789abcdef",
      "created": "2026-11-21T09:00:00Z",
    ]
    return String(decoding: Envelope.seal(json), as: UTF8.self)
  }

  static let damages = [
    Damage("an empty store.json", says: "the store is damaged: store.json", hint: doctor) {
      try $0.write("data/store.json", "")
    },
    Damage("half a store.json", says: "the store is damaged: store.json", hint: doctor) { home in
      try home.write("data/store.json", String(try home.read("data/store.json").prefix(40)))
    },
    Damage("an empty head", says: "the store is damaged: accounts/", hint: doctor) { try $0.write(head, "") },
    Damage("half a head", says: "the store is damaged: accounts/", hint: doctor) { home in
      try home.write(head, String(try home.read(head).prefix(200)))
    },
    Damage("one digit of the balance changed", says: "the checksum does not match", hint: doctor) { home in
      try home.write(head, try home.read(head).replacing("21450", by: "91450"))
    },
    Damage("somebody else's JSON", says: "the store is damaged: accounts/", hint: doctor) {
      try $0.write(head, "{\"balance\":1}\n")
    },
    Damage("a newer format", says: "the store was written by a newer version (format 99)", hint: "upgrade kabinet") {
      try $0.write("data/store.json", format(99, reader: 99, writer: 99))
    },
    Damage("a link in place of the store", says: "the store is a symbolic link", hint: "kabinet store path") { home in
      try home.link("data", to: "elsewhere")
    },
    Damage("a link in place of the head", says: "accounts/sandbox-100100/head.json", hint: "what to do:") { home in
      try home.link(head, to: "elsewhere")
    },
    Damage("others may write", says: "the store is writable by others", hint: "mode 700") {
      try $0.setMode("data", 0o777)
    },
    Damage("a file in place of the store", says: "the store is not a directory", hint: "kabinet store path") { home in
      try Directory(home.path).removeTree("data")
      try home.write("data", "")
    },
  ]

  @Test(arguments: damages) func aDamagedStoreIsNamedAndNotTouched(damage: Damage) throws {
    let shell = try Shell.loggedIn()
    try damage.harm(shell.home)
    let before = try shell.home.contents()
    let way = CountingTransport(shell.sandbox.transport)
    shell.transport = { _ in way }
    for words in [["balance"], [], ["statement"], ["pay", "500", "--yes"]] {
      let ran = shell.run(words)
      #expect(ran.status == 10, "\(words)")
      #expect(ran.output.isEmpty, "\(words)")
      #expect(ran.error.contains(damage.message), "\(words): \(ran.error)")
      #expect(ran.error.contains(damage.hint), "\(words): \(ran.error)")
    }
    let after = try shell.home.contents()
    #expect(after.filter { !$0.key.hasSuffix("lock") } == before.filter { !$0.key.hasSuffix("lock") })
    #expect(way.count == 0)
  }

  @Test func aStoreOfANewerFormatThatAllowsReadingIsReadAndNotWritten() throws {
    let shell = try Shell.loggedIn()
    try shell.home.write("data/store.json", DamagedStoreTests.format(2, reader: 1, writer: 2))
    #expect(shell.run("balance").status == 0)
    let pay = shell.run("pay", "500", "--yes")
    #expect(pay.status == 10)
    #expect(pay.error.contains("it can only be read"))
  }

  @Test func aDamagedEntryLeavesTheRestReadableAndTheDoctorMendsIt() throws {
    let shell = try Shell.loggedIn()
    let segment = "data/accounts/sandbox-100100/ledger/000001.ndjson"
    let text = try shell.home.read(segment)
    try shell.home.write(segment, text.replacing("\"amount\":-", by: "\"amount\":9"))
    #expect(shell.run("balance").status == 0)
    let verify = shell.run("store", "verify")
    #expect(verify.status == 10)
    #expect(verify.output.contains("000001.ndjson"))
    let repair = shell.run("doctor", "--repair")
    #expect([0, 10].contains(repair.status))
    #expect(shell.run("sync").status == 0)
    #expect(shell.run("doctor").status == 0)
    #expect(
      shell.run("statement", "all", "--json").output.contains("100100") || shell.run("statement", "all").status == 0)
    #expect(try shell.balance() == 21_450)
  }

  @Test func aLostHeadMeansAnUnknownBalanceUntilTheNextSync() throws {
    let shell = try Shell.loggedIn()
    try shell.home.write(DamagedStoreTests.head, "{")
    #expect(shell.run("doctor", "--repair").status == 0)
    for words in [["balance"], ["balance", "--json"], []] {
      let ran = shell.run(words)
      #expect(ran.status == 10 && ran.output.isEmpty)
      #expect(ran.error.contains("the balance is unknown"))
      #expect(ran.error.contains("the account's record was damaged and on 21 November 2026 rebuilt without it"))
      #expect(ran.error.contains("kabinet sync"))
    }
    #expect(shell.run("sync").status == 0)
    #expect(try shell.balance() == 21_450)
  }

  @Test func theDoctorsAnswerIsData() throws {
    let shell = try Shell.loggedIn()
    #expect(try shell.run("doctor", "--json").json()["status"] == "clean")
    let segment = "accounts/sandbox-100100/ledger/000001.ndjson"
    try shell.home.write(
      "data/" + segment, try shell.home.read("data/" + segment).replacing("\"seq\":2", by: "\"seq\":3"))
    let found = shell.run("doctor", "--json")
    #expect(found.status == 10)
    let answer = try found.json()
    #expect(answer["status"] == "damage-left")
    let finding: JSON = [
      "severity": "damage", "path": .string(segment), "code": "linesDamaged", "remedy": "repair",
      "what": "entries are damaged or missing: 1 place",
    ]
    #expect(answer["findings"]?.elements == [finding])
    let repaired = shell.run("doctor", "--repair", "--json")
    #expect(repaired.status == 0)
    #expect(try repaired.json()["status"] == "repaired")
    #expect(try repaired.json()["repaired"]?.elements == [finding])
    let second = shell.run("doctor", "--repair", "--json")
    #expect(second.status == 0)
    #expect(try second.json()["status"] == "clean")
  }

  @Test func anUnreadableIntentLocksTheMoney() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 8)
    try shell.home.write("data/intents/k1.json", "{")
    let pay = shell.run("pay", "700", "--yes")
    #expect(pay.status == 10)
    #expect(pay.error.contains("intents/k1.json"))
    #expect(shell.run("balance").status == 0)
    #expect(shell.run("doctor").status == 10)
  }

  @Test func aDamagedConfigurationIsNamedWithItsFile() throws {
    let shell = try Shell.loggedIn()
    try shell.home.write("config/config.json", "{")
    let ran = shell.run("balance")
    #expect(ran.status == 1)
    #expect(ran.error.contains("config/config.json"))
  }

  @Test func aConfigurationThatCannotBeLockedIsNamedWithItsFile() throws {
    let shell = try Shell.loggedIn()
    let config = try Directory("\(shell.home.path)/config")
    try config.remove("lock")
    _ = try config.createDirectory("lock")
    let ran = shell.run("logout")
    #expect(ran.status == 1)
    #expect(ran.error.contains("config/lock can't be written"), "\(ran.error)")
  }

  @Test func aConfigurationThatSomebodyElseChangesIsBusy() throws {
    let shell = try Shell.loggedIn()
    let files = ConfigurationFiles(home: Home(root: shell.home.path), patience: 20)
    let lock = try FileLock.acquire("lock", in: Directory("\(shell.home.path)/config"), holder: "somebody")
    let busy = #expect(throws: Failure.self) {
      try withExtendedLifetime(lock) { try files.update { $0.current = nil } }
    }
    #expect(busy?.exitStatus == .store)
  }

  @Test func credentialsThatOthersCanReadAreNotUsed() throws {
    let shell = try Shell.loggedIn()
    try shell.home.setMode("config/credentials.json", 0o644)
    let sync = shell.run("sync")
    #expect(sync.status == 1)
    #expect(sync.error.contains("chmod 600"))
    #expect(shell.run("balance").status == 0, "reading needs no credentials")
  }

  @Test func aHomeThatIsNoAbsolutePathIsRefused() throws {
    let shell = try Shell()
    shell.environment["KABINET_HOME"] = "here"
    let ran = shell.run("balance")
    #expect(ran.status == 2)
    #expect(ran.error.contains("KABINET_HOME"))
  }
}

extension TemporaryHome {
  /// Moves a file or directory away and puts a link to it in its place.
  fileprivate func link(_ name: String, to other: String) throws {
    let moved = Spawn(["/bin/mv", "\(path)/\(name)", "\(path)/\(other)"], environment: [:])
    let linked = Spawn(["/bin/ln", "-s", "\(path)/\(other)", "\(path)/\(name)"], environment: [:])
    guard try moved.run().ending == .exited(0), try linked.run().ending == .exited(0) else { throw NotLinked() }
  }

  private struct NotLinked: Error {}
}
