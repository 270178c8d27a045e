import Commands
import JSON
import Platform
import Sandbox
import TestSupport
import Testing

/// A backup brings back what was lost, and never a payment that was made already.
struct BackupTests {
  /// A shell whose payment of 500 waits for the network, and a backup on another disk of that moment.
  private struct Waiting {
    let shell: Shell
    let copy: TemporaryHome
    var place: String { copy.path + "/kabinet" }

    init() throws {
      shell = try Shell.loggedIn()
      copy = try TemporaryHome()
      let way = shell.transport
      shell.transport = { [shell] _ in DeadForIntents(inner: shell.sandbox.transport) }
      try #require(shell.run("pay", "500", "--yes", "--key", "k1").status == 5)
      shell.transport = way
      try #require(try shell.run("payments", "--json").json()["payments"]?.elements.first?["key"] == "k1")
      let made = shell.run("backup", "create", place)
      try #require(made.status == 0, "\(made.error)")
    }

    func loseStore() throws { try Directory(shell.home.path).removeTree("data") }
  }

  @Test func aPaymentThatWasSentAfterTheBackupIsNotSentAgain() throws {
    let waiting = try Waiting()
    let shell = waiting.shell
    // It goes out, the money moves, and then the disk is gone.
    #expect(shell.run("sync").status == 0)
    #expect(try shell.paid(50_000) == 1)
    try waiting.loseStore()
    shell.wait(seconds: 600)
    let restored = shell.run("backup", "restore", waiting.place)
    #expect(restored.status == 0, "\(restored.error)")
    #expect(restored.output.contains("intents/k1.json\tadd-unknown"))
    #expect(restored.error.contains("kabinet sync"))
    // Nothing more may be paid before it is known.
    #expect(shell.run("pay", "700", "--yes").status == 8)
    #expect(shell.run("sync").status == 0)
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("payments", "--open", "--json").output.contains(#""payments":[]"#))
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 0)
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("doctor").status == 0)
  }

  @Test func whatIsNewerInTheStoreStaysAndTheStoreAsItWasIsKept() throws {
    let waiting = try Waiting()
    let shell = waiting.shell
    #expect(shell.run("sync").status == 0)
    let balance = try shell.balance()
    let before = try shell.home.contents().filter { $0.key.hasPrefix("/data/") }
    let plan = try shell.run("backup", "restore", waiting.place, "--dry-run", "--json").json()
    #expect(try shell.home.contents().filter { $0.key.hasPrefix("/data/") } == before)
    let steps = plan["steps"]?.elements ?? []
    #expect(steps.contains { $0["key"] == "k1" && $0["change"] == "keep" && $0["state"] == "confirmed" })
    #expect(steps.contains { $0["kind"] == "shelf" && $0["change"] == "replace" })
    let restored = shell.run("backup", "restore", waiting.place)
    #expect(restored.status == 0)
    #expect(try shell.balance() == balance - 50_000)
    #expect(shell.run("payments", "--json").output.contains(#""state":"confirmed""#))
    let kept = try #require(try shell.run("backup", "list", "--json").json()["backups"]?.elements.first?["name"])
    guard case .string(let name) = kept else { return }
    #expect(name.hasPrefix("before-restore-") && restored.error.contains("kabinet backup restore \(name)"))
    #expect(shell.run("backup", "restore", name).status == 0)
    #expect(try shell.balance() == balance)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func aBackupHoldsNoSecret() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("backup", "create").status == 0)
    let secrets = try JSON(parsing: Array(shell.home.read("config/credentials.json").utf8)).texts.filter {
      $0.count > 8
    }
    #expect(!secrets.isEmpty)
    for (path, bytes) in try shell.home.contents() where path.hasPrefix("/data/") {
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in secrets + [Sandbox.password + "\""] { #expect(!text.contains(secret), "\(path)") }
      #expect(!path.contains("config") && !path.contains("credentials"))
    }
  }

  @Test(arguments: ["en", "ru"]) func backupsSpeakBothLanguages(language: String) throws {
    let shell = try Shell.loggedIn(language: language)
    let russian = language == "ru"
    #expect(shell.run("backup", "list").error.contains(russian ? "Копий нет" : "There are no backups"))
    let made = shell.run(russian ? ["копия", "создать"] : ["backup", "create"])
    #expect(made.status == 0)
    #expect(made.output.contains(russian ? "Копия готова и сверена" : "The backup is made and verified"))
    let name = String(try #require(shell.run("backup", "list").output.split(separator: "\t").first))
    #expect(name == "2026-11-21T090000Z")
    #expect(shell.run("backup", "verify", name).output.contains(russian ? "Копия цела." : "The backup is whole."))
    let restored = shell.run(russian ? ["копии", "вернуть", name] : ["backup", "restore", name])
    #expect(restored.output.contains(russian ? "Менять нечего" : "Nothing to change"))
    #expect(restored.status == 0)
  }

  @Test func whatIsNoGoodBackupIsRefusedAndLeavesNothing() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("backup", "create", shell.home.path + "/copy").status == 0)
    #expect(shell.run("backup", "create", shell.home.path + "/copy").status == 2)
    #expect(shell.run("backup", "create", shell.home.path + "/no/such/place").status == 1)
    #expect(shell.run("backup", "create", shell.home.path + "/data/mine").status == 2)
    #expect(shell.run("backup", "list", "--json").output.contains(#""backups":[]"#))
    for verb in ["verify", "restore"] {
      #expect(shell.run("backup", verb, shell.home.path + "/nowhere").status == 1)
      #expect(shell.run("backup", verb, shell.home.path).error.contains("it is not a backup of kabinet"))
    }
    let damaged = "copy/store/accounts/sandbox-100100/head.json"
    try shell.home.write(damaged, try shell.home.read(damaged).replacing("21450", by: "91450"))
    try Directory(shell.home.path).removeTree("data")
    for verb in ["verify", "restore"] {
      let ran = shell.run("backup", verb, shell.home.path + "/copy")
      #expect(ran.status == 10 && ran.output.isEmpty)
      #expect(ran.error.contains("head.json") && ran.error.contains("the checksum does not match"))
    }
    #expect(try !shell.home.names().contains("data"), "no store was made for a backup that can't be used")
    #expect(shell.run("backup", "create").status == 1)
  }
}

extension JSON {
  /// Every text in it.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members.values.flatMap(\.texts)
    default: []
    }
  }
}
