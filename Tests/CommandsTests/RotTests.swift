import JSON
import Platform
import Store
import TestSupport
import Testing

/// What the commands show of a store that rots: the truth, or nothing and the store's exit status.
struct ShownRotTests {
  /// A home whose store is the small one of every format, under the account that it belongs to.
  private static func home() throws -> Shell {
    let shell = try Shell.loggedIn("100105")
    try Directory(shell.home.path).removeTree("data")
    try StoreFixture.write(try #require(StoreFixture.names.last), to: shell.home.path + "/data")
    return shell
  }

  @Test func noWrongBalanceIsEverShown() throws {
    let shell = try ShownRotTests.home()
    let files = try StoreFixture.files(try #require(StoreFixture.names.last))
    let commands = [["balance", "--json"], ["balance"], []]
    let truth = commands.map { shell.run($0) }
    try #require(truth.allSatisfy { $0.status == 0 })
    #expect(try truth[0].json()["balance"]?.minor == 300)
    let (rots, seed) = Rot.drawn(60, of: files)
    for rot in rots {
      let bytes = try #require(files[rot.path])
      try shell.overwrite(rot.path, rot.applied(to: bytes))
      for (command, told) in zip(commands, truth) {
        let ran = shell.run(command)
        // The home screen reads more than the balance: what it can't read it leaves out, and says so.
        let isHonest =
          ran == told || ran.status == 10 && ran.output.isEmpty
          || command.isEmpty && ran.status == 0 && ran.output.contains("Balance\t3.00") && ran.error != told.error
        if !isHonest { Issue.record("\(rot), \(command): \(ran), KABINET_ROT=\(seed)") }
      }
      try shell.overwrite(rot.path, bytes)
    }
  }

  @Test func noWrongSumIsEverShownOfTheLedger() throws {
    let shell = try ShownRotTests.home()
    let files = try StoreFixture.files(try #require(StoreFixture.names.last)).filter { $0.key.contains("/ledger/") }
    let commands = [
      ["statement", "all", "--json"], ["statement", "2026-10", "--json"], ["statement", "all", "--totals"],
    ]
    let truth = commands.map { shell.run($0) }
    try #require(truth.allSatisfy { $0.status == 0 && $0.error == truth[0].error })
    let (rots, seed) = Rot.drawn(60, of: files)
    for rot in rots {
      let bytes = try #require(files[rot.path])
      try shell.overwrite(rot.path, rot.applied(to: bytes))
      for (command, told) in zip(commands, truth) {
        let ran = shell.run(command)
        let isToldOf = ran.error.contains(rot.path)
        if ran != told && !isToldOf { Issue.record("\(rot), \(command): \(ran), KABINET_ROT=\(seed)") }
      }
      try shell.overwrite(rot.path, bytes)
    }
  }
}

extension Shell {
  /// In place, and without waiting for the disk.
  fileprivate func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    let file = try Directory(home.path + "/data").file(name, .readWrite)
    try file.truncate(to: 0)
    try file.write(bytes)
  }
}
