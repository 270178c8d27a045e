import Domain
import JSON
import Provider
import TestSupport
import Testing

/// One person with accounts at several providers, each of a system of its own.
struct ProvidersTests {
  private final class House {
    let shell: Shell
    let systems: [String: FaultyWire]
    let mikbill = MikBillSystem()
    /// Hosts that do not answer.
    var silent: Set<String> = []

    init(language: String = "en") throws {
      shell = try Shell(language: language)
      systems = [
        "ub.example": FaultyWire(UbillingSystem()), "ab.example": FaultyWire(ABillSSystem()),
        "mik.example": FaultyWire(mikbill),
      ]
      let sandbox = shell.transport
      shell.transport = { [self] address in
        guard !silent.contains(address.host) else { return Silence() }
        return try systems[address.host] ?? sandbox(address)
      }
    }

    func login(_ host: String) -> Ran {
      guard let system = systems[host]?.system else { return shell.login() }
      return shell.run(
        "login", "https://" + host, "--login", system.login, "--password-stdin", typing: [system.password])
    }

    func loggedInEverywhere() throws -> House {
      for host in ["sandbox", "ub.example", "ab.example", "mik.example"] {
        let ran = login(host)
        try #require(ran.status == 0, "\(host): \(ran.error)")
      }
      return self
    }
  }

  private struct Silence: Transport {
    func exchange(
      _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
    ) throws -> Response { throw TransportFailure.notSent(.connectionRefused) }
  }

  @Test func eachSystemIsRecognisedAndRemembered() throws {
    let house = try House().loggedInEverywhere()
    let list = try house.shell.run("account", "list", "--json").json()["accounts"]?.elements ?? []
    func text(_ json: JSON, _ name: String) -> String { if case .string(let text)? = json[name] { text } else { "" } }
    #expect(list.map { text($0, "dialect") } == ["native", "native", "ubilling", "abills", "mikbill"])
    // The system was found in a folder of the site that was typed; the name of the account says so.
    #expect(list.map { text($0, "id") }[2...] == ["ub-example-ivanov", "ab-example-4217", "mik-example-258"])
    let rows = house.shell.run("account", "list").output.split(separator: "\n")
    #expect(rows.count == 5 && rows[2].contains("\tubilling\t") && rows[4].hasSuffix("\tmikbill\tcurrent"))
    #expect(house.shell.run("account", "list", onTerminal: true, columns: 120).output.contains("MikBiLL"))
  }

  @Test func anAccountIsChosenByNameNumberOrVariable() throws {
    let house = try House().loggedInEverywhere()
    func balance(_ words: String...) throws -> Int64? {
      try house.shell.run(["balance", "--json"] + words).json()["balance"]?.minor
    }
    #expect(try balance() == 100_00)
    #expect(try balance("--account", "ub-example-ivanov") == 200_50)
    #expect(try balance("--account", "4217") == 1483_87)
    house.shell.environment["KABINET_ACCOUNT"] = "ivanov"
    #expect(try balance() == 200_50)
    #expect(house.shell.run("account", "use", "4217").status == 0)
    house.shell.environment["KABINET_ACCOUNT"] = nil
    #expect(try balance() == 1483_87)
  }

  @Test(arguments: ["balance", "home"]) func allAccountsAreOneTable(_ command: String) throws {
    let house = try House().loggedInEverywhere()
    house.silent = ["ub.example", "ab.example", "mik.example"]
    let ran = house.shell.run(command, "--all")
    #expect(ran.isClean, "\(ran.error)")
    let rows = ran.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count == 5 && rows.allSatisfy { $0.count == 6 })
    #expect(rows[2].prefix(5).joined(separator: "|") == "ub-example-ivanov|Иванов Иван Иванович|ubilling|200.50|active")
    let json = try house.shell.run(command, "--all", "--json").json()["accounts"]?.elements ?? []
    #expect(json.count == 5 && json.allSatisfy { $0["balance"]?.minor != nil && $0["error"] == nil })
    let screen = house.shell.run([command, "--all"], onTerminal: true, columns: 100)
    #expect(screen.output.contains("System") && screen.output.contains("ABillS"))
  }

  @Test func oneThatCannotBeReadDoesNotHideTheOthers() throws {
    let house = try House().loggedInEverywhere()
    try house.shell.home.write("data/accounts/ab-example-4217/head.json", "{}")
    let ran = house.shell.run("balance", "--all")
    #expect(ran.status == 0 && ran.output.split(separator: "\n").count == 5)
    #expect(ran.error.contains("account 4217: "))
    #expect(house.shell.run("balance", "--all", "--until", "2026-12-01").status == 2)
  }

  @Test func allAreFetchedAndOneThatFailsIsTold() throws {
    let house = try House().loggedInEverywhere()
    house.systems["ub.example"]?.system.post(Money(minor: 50_00, currency: .rub))
    house.silent = ["ab.example"]
    let ran = house.shell.run("sync", "--all", "--json")
    #expect(ran.error.contains("what to do:"), "\(ran.error)")
    #expect(ran.status == 5)
    #expect(ran.error.contains("account 4217: "))
    let accounts = try ran.json()["accounts"]?.elements ?? []
    #expect(accounts.map { $0["error"] != nil } == [false, false, false, true, false])
    #expect(accounts[2]["newEntries"] == 1)
    house.silent = []
    #expect(house.shell.run("sync", "--all", "--force").status == 0)
    #expect(house.shell.run("sync", "--all", "--dry-run").status == 2)
  }

  @Test(arguments: ["en", "ru"]) func whatAProviderCanAndCannotIsKnownOffline(_ language: String) throws {
    let house = try House(language: language)
    try #require(house.login("ub.example").status == 0)
    house.silent = ["ub.example"]
    let ran = house.shell.run("capabilities")
    #expect(ran.isClean, "\(ran.error)")
    for line in [
      "ledger\tyes\tkabinet statement", "tariff-switch\tno\t", "trust-payment\tyes\tkabinet trust-payment check",
      "keys\tno\t",
    ] {
      #expect(ran.output.contains(line + "\n"))
    }
    let json = try house.shell.run("capabilities", "--json").json()
    #expect(json["dialect"] == "ubilling" && json["known"] == true && json["capabilities"]?["payment"] == true)
    let screen = house.shell.run("capabilities", onTerminal: true, columns: 100)
    #expect(screen.output.contains("Ubilling, https://ub.example"))
    let refused = house.shell.run("tariff", "switch", "Home-300", "--yes")
    #expect(refused.status == 1 && refused.error.contains("kabinet capabilities"))
  }

  @Test func whatAnInstallationLacksIsFoundOutBySyncing() throws {
    let house = try House()
    try #require(house.login("ab.example").status == 0)
    (house.systems["ab.example"]?.system as? ABillSSystem)?.missing = ["/user/accident"]
    func incidents() throws -> JSON? {
      try house.shell.run("capabilities", "--json").json()["capabilities"]?["incidents"]
    }
    #expect(try incidents() == true)
    #expect(house.shell.run("sync").status == 0)
    #expect(try incidents() == false)
  }

  @Test func aTelephoneAndACodeLogIn() throws {
    let house = try House()
    let words = ["login", "https://mik.example", "--phone", house.mikbill.phone]
    let ran = house.shell.run(words + ["--password-stdin"], typing: [house.mikbill.code])
    #expect(ran.status == 0, "\(ran.error)")
    #expect(ran.output.contains("258") && ran.error.contains("has sent a code to +380501234567"))
    #expect(try !house.shell.home.read("config/credentials.json").contains(house.mikbill.code))
    #expect(house.shell.run(words + ["--password-stdin"], typing: ["0000"]).status == 6)
    let other = house.shell.run(["login", "https://ub.example", "--phone", "+7900"], typing: ["1"])
    #expect(other.status == 2 && other.error.contains("no login by telephone"))
  }

  @Test(arguments: ["en", "ru"]) func aSessionThatALoginElsewhereEndedIsRenewedWithANote(_ language: String) throws {
    let house = try House(language: language)
    try #require(house.login("ab.example").status == 0)
    let said = language == "en" ? "The session at the provider was over" : "Сеанс у провайдера закончился"
    #expect(!house.shell.run("sync").error.contains(said))
    for words in [["sync"], ["pay", "100", "--dry-run"], ["trust-payment", "check"]] {
      house.systems["ab.example"]?.system.endSessions()
      #expect(house.shell.run(words).error.contains(said), "\(words)")
    }
    #expect(!house.shell.run("sync").error.contains(said))
  }

  /// A rule's payment is recognised by its number as one that a person has started.
  @Test(arguments: ["ab.example", "ub.example"]) func aRuleLeadsToAPageWhereNothingIsCharged(_ host: String) throws {
    let house = try House()
    try #require(house.login(host).status == 0)
    let set = house.shell.run("autopay", "set", "--below", "2000", "--amount", "500", "--yes")
    #expect(set.status == 0 && set.error.contains("charges nothing itself"), "\(set.error)")
    let ran = house.shell.run("autopay", "run", "--json")
    #expect(ran.status == 8, "\(ran.error)")
    func states() throws -> [JSON?] {
      try house.shell.run("payments", "--json").json()["payments"]?.elements.map { $0["state"] } ?? []
    }
    #expect(try states() == ["accepted"])
    house.shell.wait(seconds: 60)
    let system = house.systems[host]?.system
    system?.now = house.shell.now
    system?.payOnPage(Money(minor: 500_00, currency: .rub))
    let sync = house.shell.run("sync")
    #expect(sync.status == 0, "\(sync.error)")
    #expect(try states() == ["confirmed"])
    #expect(house.shell.run("autopay", "run").status == 0)
    #expect(try states().count == 1)
  }
}
