import TestSupport
import Testing

/// Several accounts, and the end of a login.
struct AccountsTests {
  @Test func oneLoginBringsAllItsAccountsAndTheFirstIsInUse() throws {
    let shell = try Shell.loggedIn()
    let list = shell.run("account", "list")
    #expect(
      list.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false)[1] } == [
        "100100", "100105",
      ])
    let marks = list.output.split(separator: "\n").map { $0.hasSuffix("\tcurrent") }
    #expect(list.output.hasPrefix("sandbox-100100\t100100\t") && marks == [true, false])
    #expect(shell.run("balance", "--json").output.contains(#""account":"100100""#))
  }

  @Test func theAccountInUseCanBeChosenAndOverridden() throws {
    let shell = try Shell.loggedIn()
    let used = shell.run("account", "use", "100105")
    #expect(used.status == 0)
    #expect(used.output.contains("100105"))
    func number(_ words: [String]) -> Bool { shell.run(words).output.contains(#""account":"100105""#) }
    #expect(number(["balance", "--json"]))
    #expect(!number(["balance", "--json", "--account", "sandbox-100100"]))
    shell.environment["KABINET_ACCOUNT"] = "100100"
    #expect(!number(["balance", "--json"]))
    #expect(number(["balance", "--json", "--account", "100105"]), "the option is stronger than the variable")
  }

  @Test func anAccountThatIsNotThereIsNamedWithTheNearestOne() throws {
    let shell = try Shell.loggedIn()
    for words in [["account", "use", "100110"], ["balance", "--account", "999"], ["sync", "--account", "999"]] {
      let ran = shell.run(words)
      #expect(ran.status == 2)
      #expect(ran.error.contains(words.last ?? ""))
      #expect(ran.error.contains("what to do:"))
    }
    #expect(shell.run("account", "use", "100101").error.contains("10010"), "a near miss is suggested")
  }

  @Test func aSecondLoginKeepsTheFirst() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.login("100106").status == 0)
    #expect(shell.run("account", "list").output.split(separator: "\n").count == 3)
    #expect(shell.run("balance", "--json").output.contains(#""account":"100106""#))
    #expect(shell.run("sync", "--account", "100100").status == 0)
  }

  @Test func afterLogoutTheDataIsReadableAndTheProviderIsNot() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("logout").status == 0)
    #expect(try !shell.home.read("config/credentials.json").contains("token"))
    #expect(shell.run("balance").status == 0)
    let sync = shell.run("sync")
    #expect(sync.status == 4)
    #expect(sync.error.contains("kabinet login"))
    #expect(shell.run("pay", "500", "--yes").status == 4)
    #expect(shell.login().status == 0)
    #expect(shell.run("sync").status == 0)
  }

  @Test func forgettingRemovesEveryAccountOfTheLogin() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("logout", "--forget", "--yes").status == 0)
    #expect(try shell.home.names("data/accounts").isEmpty)
    #expect(shell.run("account", "list", "--json").output.contains(#""accounts":[]"#))
  }

  @Test func aWrongPasswordIsRefusedAndNothingIsKept() throws {
    let shell = try Shell()
    let ran = shell.run("login", "sandbox:", "--login", "100100", "--password-stdin", typing: ["hunter2"])
    #expect(ran.status == 6)
    #expect(!ran.error.contains("hunter2"))
    #expect(try shell.home.names().filter { $0 == "config" || $0 == "data" }.isEmpty)
  }

  @Test func withoutAPasswordThereIsNoLogin() throws {
    let shell = try Shell()
    #expect(shell.run("login", "sandbox:", "--login", "100100", "--password-stdin").status == 2)
    #expect(shell.run("login", "sandbox:", "--login", "100100").status == 2)
    #expect(shell.run("login", "sandbox:").status == 2)
    #expect(shell.run("login").status == 2)
  }

  @Test func onATerminalLoginAndPasswordAreAskedFor() throws {
    let shell = try Shell()
    let ran = shell.run("login", "sandbox:", typing: ["100100", "sandbox"], onTerminal: true)
    #expect(ran.status == 0, "\(ran.error)")
    #expect(!ran.error.contains("Password: sandbox"))
  }
}

import Platform

extension TemporaryHome {
  func names(_ folder: String) throws -> [String] { try Directory(path + "/" + folder).list() }
}
