import JSON
import Platform
import TestSupport
import Testing

/// Papers, sessions, equipment, the person and their friends, over the sandbox.
struct ShelfTests {
  private func rows(_ ran: Ran) -> [[Substring]] {
    ran.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  @Test func invoicesAreListedAndShownRowByRow() throws {
    let shell = try Shell.loggedIn("100104")
    let list = rows(shell.run("invoice", "list"))
    #expect(list.count == 12 && list[0].prefix(4) == ["2026-10", "2026-11-01", "810.00", "810.00"])
    let json = try shell.run("invoice", "get", "2026-10", "--json").json()
    let sum = (json["rows"]?.elements ?? []).reduce(0) { $0 + ($1["amount"]?.minor ?? 0) }
    #expect(json["kind"] == "invoice" && sum == 810_00 && json["amount"]?.minor == sum)
    #expect(shell.run("invoice", "get").output == shell.run("invoice", "get", "2026-10").output, "the latest")
    let paid = shell.run("invoice", "list", "--unpaid")
    #expect(paid.output.isEmpty && paid.error.contains("Everything is paid"))
    let unknown = shell.run("invoice", "get", "nope")
    #expect(unknown.status == 2 && unknown.error.contains("kabinet invoice list"))
  }

  @Test func anInvoiceIsAskedForOnce() throws {
    let shell = try Shell.loggedIn()
    for _ in 0..<2 { #expect(shell.run("invoice", "request", "1200", "--yes", "--key", "bank").status == 0) }
    let open = rows(shell.run("invoice", "list", "--unpaid")).filter { $0[2] == "1200.00" }
    #expect(open.count == 1 && open[0][4] == "2026-12-01")
    #expect(shell.run("invoice", "request", "0", "--yes").status == 2)
  }

  @Test func aPaymentHasItsReceipt() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("pay", "512", "--yes").status == 0)
    let latest = try #require(rows(shell.run("receipt", "list")).first)
    #expect(latest[1] == "2026-11-21" && latest[2] == "512.00")
    #expect(shell.run("receipt", "get", String(latest[0])).output.contains("https://receipts.sandbox.example/"))
  }

  @Test func usageIsTheLatestFirstAndAddsUp() throws {
    let shell = try Shell.loggedIn()
    let list = rows(shell.run("usage"))
    #expect(list.count == 14 && list.map { $0[0] } == list.map { $0[0] }.sorted(by: >))
    let received = list.compactMap { Int64($0[2]) }.reduce(0, +)
    #expect(try shell.run("usage", "--json").json()["received"] == .integer(received))
    let screen = shell.run("usage", onTerminal: true, columns: 100)
    #expect(screen.output.contains("Received in all") && screen.output.contains("GiB"))
  }

  @Test func equipmentShowsItsReadings() throws {
    let shell = try Shell.loggedIn("100102")
    let list = rows(shell.run("device", "list"))
    #expect(list.map { $0[1] } == ["onu", "router"] && list[0][4].contains("signal=-21.4"))
    #expect(shell.run("device", "list", onTerminal: true, columns: 120).output.contains("-21.4 dBm"))
  }

  @Test func detailsAreChangedWhereTheProviderLetsOne() throws {
    let shell = try Shell.loggedIn()
    let set = shell.run("profile", "set", "--email", "new@mail.example", "--mobile", "+7 (900) 123-45-67", "--yes")
    #expect(set.status == 0, "\(set.error)")
    let json = try shell.run("profile", "--json").json()
    #expect(json["emails"] == ["new@mail.example"] && json["mobiles"] == ["+7 (900) 123-45-67"])
    let name = shell.run("profile", "set", "--name", "Somebody Else", "--yes")
    #expect(name.status == 6 && name.error.contains("nly the office"))
    let question = shell.run("profile", "set", "--email", "a@b.example", typing: ["n"], onTerminal: true)
    #expect(question.status == 1 && (question.output + question.error).contains("a@b.example"))
  }

  @Test(arguments: [
    ["profile", "set"], ["profile", "set", "--email", "nobody"], ["profile", "set", "--phone", "12"],
    ["profile", "set", "--name", " "], ["referral", "invite", "Иван"], ["referral", "invite", "Иван", "--phone", "x"],
    ["voucher", "redeem", "--yes"], ["voucher", "redeem", "ваучер", "--yes"], ["autopay", "stop", "--yes"],
    ["autopay", "stop", "zz", "--yes"], ["ticket", "file", "7", "x"], ["receipt", "get", "zz"],
  ])
  func nonsenseIsToldWithTheNextStep(words: [String]) throws {
    let ran = try Shell.loggedIn().run(words)
    #expect(ran.status == 2 && ran.output.isEmpty)
    #expect(ran.error.contains("what to do:"), "\(ran.error)")
  }

  @Test func aFriendBringsABonusOnce() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("referral", "invite", "Ivan", "--phone", "+7 900 111-22-33", "--yes").status == 0)
    let twice = shell.run("referral", "invite", "Ivan", "--phone", "79001112233", "--yes", "--again")
    #expect(twice.status == 6 && twice.error.contains("invited already"))
    #expect(rows(shell.run("referral")).contains { $0.contains("invited") })
    #expect(shell.run("referral", "claim", "--yes").status == 6)
    shell.wait(seconds: 86_400)
    #expect(shell.run("sync").status == 0)
    let before = try shell.balance()
    let claimed = shell.run("referral", "claim", "--yes", "--key", "bonus")
    #expect(claimed.status == 0 && shell.run("referral", "claim", "--yes", "--key", "bonus").status == 0)
    #expect(try shell.balance() == before + 300_00)
    #expect(shell.run("referral", "claim", "--yes", "--again").status == 6)
  }

  @Test func aRegularPaymentOfTheBankIsSeenAndEnded() throws {
    let shell = try Shell.loggedIn("100104")
    #expect(shell.run("autopay").output.contains("kabinet autopay stop"))
    #expect(shell.run("autopay", "set", "--below", "100", "--amount", "500", "--yes").status == 0)
    #expect(shell.run("autopay").error.contains("taken twice"), "a rule of ours and the bank both pay")
    #expect(shell.run("autopay", "stop", "--yes", "--key", "stop-1").status == 0)
    #expect(shell.run("autopay", "stop", "--yes", "--key", "stop-1").status == 0)
    #expect(shell.run("autopay", "stop", "a1", "--yes", "--key", "stop-1").status == 0)
    #expect(shell.run("autopay", "stop", "--yes", "--key", "stop-2").status == 2)
    let shown = shell.run("autopay")
    #expect(!shown.error.contains("taken twice") && !shown.output.contains("kabinet autopay stop"))
  }

  @Test func aFileOfATicketIsFetchedAndNeverReplacesOne() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("ticket", "new", "No link", "--text", "x", "--yes").status == 0)
    shell.wait(seconds: 86_400)
    #expect(shell.run("sync").status == 0)
    #expect(shell.run("ticket", "show", "1001").output.contains("line-check.txt"))
    let path = shell.home.path + "/line.txt"
    let ran = shell.run("ticket", "file", "1001", "line-check.txt", "--output", path)
    #expect(ran.status == 0, "\(ran.error)")
    let bytes = try UserFile.read(path, limit: 1 << 20)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("Проверка линии"))
    let again = shell.run("ticket", "file", "1001", "line-check.txt", "--output", path)
    #expect(again.status == 1 && again.error.contains("--output") && again.error.contains("exists"))
    let unknown = shell.run("ticket", "file", "1001", "other.txt")
    #expect(unknown.status == 2 && unknown.error.contains("kabinet ticket show 1001"))
  }

  @Test func ticketsAreSearchedWhateverTheCase() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("ticket", "new", "Скорость", "--text", "Роутер новый", "--yes").status == 0)
    #expect(shell.run("ticket", "new", "Счёт", "--text", "x", "--yes").status == 0)
    #expect(shell.run("ticket", "close", "1001", "--yes").status == 0)
    #expect(rows(shell.run("ticket", "list", "--search", "роутер")).map { $0[0] } == ["1001"], "the closed ones too")
    let none = shell.run("ticket", "list", "--search", "погода")
    #expect(none.status == 0 && none.output.isEmpty && none.error.contains("no ticket"))
  }
}

/// Vouchers: money until they are redeemed, and never credited twice.
struct VoucherTests {
  private static let code = "KB0500000050"

  @Test func aVoucherIsCreditedOnceHoweverOftenItIsTried() throws {
    let shell = try Shell.loggedIn()
    let before = try shell.balance()
    for _ in 0..<3 {
      #expect(shell.run("voucher", "redeem", VoucherTests.code, "--yes", "--key", "card-1").status == 0)
    }
    let other = shell.run("voucher", "redeem", VoucherTests.code, "--yes", "--again")
    #expect(other.status == 6 && other.error.contains("has been used"))
    #expect(try shell.balance() == before + 500_00)
  }

  @Test func theCodeIsAskedForOrPipedInWithoutItsSpaces() throws {
    let shell = try Shell.loggedIn()
    let piped = shell.run("voucher", "redeem", "--yes", typing: ["KB05 0000 0050"])
    #expect(piped.status == 0, "\(piped.error)")
    let asked = shell.run("voucher", "redeem", typing: ["KB0100000009", "y"], onTerminal: true)
    #expect(asked.status == 0 && asked.error.contains("The voucher's code"), "\(asked.error)")
  }

  @Test func theCodeIsShownNowhere() throws {
    let shell = try Shell.loggedIn()
    let dry = shell.run("voucher", "redeem", VoucherTests.code, "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("…0050") && dry.output.contains("500.00"))
    let runs = [
      dry, shell.run("voucher", "redeem", VoucherTests.code, "--dry-run", "--json"),
      shell.run("voucher", "redeem", VoucherTests.code, "--yes", "--key", "v"), shell.run("payments", "show", "v"),
      shell.run("payments", "show", "v", "--json"), shell.run("payments", "list", "--json"),
    ]
    for ran in runs { #expect(!(ran.output + ran.error).contains(VoucherTests.code), "\(ran.output)") }
  }

  @Test func aWrongCodeIsRefusedWithItsReason() throws {
    let ran = try Shell.loggedIn().run("voucher", "redeem", "KB0500000051", "--yes")
    #expect(ran.status == 6 && ran.error.contains("no such voucher") && ran.error.contains("heck the code"))
  }
}

/// What a provider lacks is said in one line.
struct LackingTests {
  @Test(arguments: [
    "invoice list", "receipt list", "usage", "device list", "referral show", "kb list", "kb search роутер",
  ])
  func anEmptyAnswerSaysThatThisProviderCannot(command: String) throws {
    let shell = try Shell(language: "en")
    let system = UbillingSystem()
    shell.transport = { _ in FaultyWire(system) }
    let login = shell.run(
      "login", "https://ub.example", "--login", system.login, "--password-stdin", typing: [system.password])
    try #require(login.status == 0, "\(login.error)")
    let ran = shell.run(command.split(separator: " ").map(String.init))
    #expect(ran.status == 0 && ran.output.isEmpty && ran.error.contains("This provider can't do that"), "\(ran.error)")
  }

  @Test(arguments: [
    ["voucher", "redeem", "77001122", "--yes"], ["referral", "claim", "--yes"],
    ["profile", "set", "--email", "a@b.example", "--yes"],
  ])
  func anActionThatIsLackingIsNeverSent(words: [String]) throws {
    let shell = try Shell(language: "en")
    let system = UbillingSystem()
    shell.transport = { _ in FaultyWire(system) }
    let login = shell.run(
      "login", "https://ub.example", "--login", system.login, "--password-stdin", typing: [system.password])
    try #require(login.status == 0, "\(login.error)")
    let ran = shell.run(words)
    #expect(ran.status == 1 && ran.error.contains("kabinet capabilities"), "\(ran.error)")
  }
}
