import JSON
import Platform
import Store
import TestSupport
import Testing

/// A person who upgrades goes on with the store that they have, whatever version wrote it.
struct FormatUpgradeTests {
  @Test(arguments: StoreFixture.names) func aStoreOfEveryFormatIsReadSettledSyncedAndPaidFrom(name: String) throws {
    let shell = try Shell.loggedIn("100105")
    let truth = try shell.balance()
    try Directory(shell.home.path).removeTree("data")
    try StoreFixture.write(name, to: shell.home.path + "/data")
    // Those name something that the store of that day does not hold.
    for line in Lines.reading.filter({ !["kb show", "kb related", "tariff compare"].contains($0.path) }) {
      #expect([0, 1].contains(shell.run(line.words).status), "\(line)")
    }
    #expect(try shell.balance() == 300)
    #expect(try shell.run("statement", "all", "--json").json()["entries"]?.elements.count == 6)
    #expect(try shell.run("payments", "--open", "--json").json()["payments"]?.elements.count == 6)
    // Intents of that day are over: looked up, fenced, expired; nobody is charged for them. A payment that a person has
    // yet to make on the provider's page stays.
    shell.wait(seconds: 3600)
    for _ in 0..<3 { shell.run("sync") }
    let open = try shell.run("payments", "--open", "--json").json()["payments"]?.elements
    #expect(open?.map { $0["key"] } == ["accepted"])
    #expect(try shell.balance() == truth)
    #expect(try shell.run("statement", "all", "--json").json()["entries"]?.elements.count ?? 0 > 200)
    #expect(shell.run("pay", "700", "--yes", "--again").status == 0)
    #expect(try shell.balance() == truth + 70_000)
    #expect(shell.run("doctor").status == 0)
  }
}
