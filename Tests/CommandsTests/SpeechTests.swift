import Arguments
import Commands
import JSON
import TestSupport
import Testing

/// The language, what goes to stderr, and what scripts read.
struct SpeechTests {
  struct Choice: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let environment: [String: String]
    var words: [String] = []
    let isRussian: Bool
  }

  static let choices = [
    Choice(
      testDescription: "the option is the strongest", environment: ["KABINET_LANG": "ru"], words: ["--lang", "en"],
      isRussian: false),
    Choice(
      testDescription: "then our own variable", environment: ["KABINET_LANG": "ru", "LC_ALL": "en_US.UTF-8"],
      isRussian: true),
    Choice(
      testDescription: "then LC_ALL", environment: ["LC_ALL": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"], isRussian: true),
    Choice(
      testDescription: "then LC_MESSAGES", environment: ["LC_MESSAGES": "en_GB.UTF-8", "LANG": "ru_RU.UTF-8"],
      isRussian: false),
    Choice(testDescription: "then LANG", environment: ["LANG": "de_DE.UTF-8"], isRussian: false),
    Choice(
      testDescription: "C says nothing, so the login is remembered", environment: ["LANG": "C.UTF-8"], isRussian: true),
    Choice(testDescription: "nothing set, so the login is remembered", environment: [:], isRussian: true),
  ]

  /// Logged in in Russian.
  @Test(arguments: choices) func theLanguageIsChosenInThisOrder(choice: Choice) throws {
    let shell = try Shell.loggedIn(language: "ru")
    shell.environment = choice.environment.merging(["KABINET_HOME": shell.home.path]) { mine, _ in mine }
    let ran = shell.run(["balance"] + choice.words)
    #expect(ran.output.hasPrefix(choice.isRussian ? "Баланс\t" : "Balance\t"))
  }

  @Test func aLoginInEnglishIsRememberedAsWell() throws {
    let shell = try Shell.loggedIn(language: "en")
    shell.environment = ["KABINET_HOME": shell.home.path]
    #expect(shell.run("balance").output.hasPrefix("Balance\t"))
    #expect(shell.run("pay", "-5").error.hasPrefix("error: "))
  }

  @Test func aLanguageThatIsNotSpokenIsRefused() throws {
    let ran = try Shell().run("--lang", "fr", "balance")
    #expect(ran.status == 2)
    #expect(ran.error.contains("ru, en"))
  }

  @Test func quietAndVerboseChangeOnlyStderr() throws {
    let shell = try Shell.loggedIn()
    shell.wait(seconds: 90_000)
    for line in Lines.reading {
      let plain = shell.run(line.words)
      let quiet = shell.run(line.words + ["--quiet"])
      let verbose = shell.run(line.words + ["-v"])
      #expect(quiet.output == plain.output, "\(line)")
      #expect(verbose.output == plain.output, "\(line)")
      #expect(quiet.error.utf8.count <= plain.error.utf8.count, "\(line)")
      #expect(verbose.error.utf8.count >= plain.error.utf8.count, "\(line)")
      #expect([quiet.status, verbose.status] == [plain.status, plain.status], "\(line)")
    }
  }

  @Test func quietNeverHidesAFailure() throws {
    #expect(try Shell().run("balance", "--quiet").error.contains("error: "))
  }

  @Test(arguments: ["ru", "en"]) func jsonOfEveryCommandIsOneLineWithSortedKeysAndAVersion(language: String) throws {
    let shell = try Shell.loggedIn(language: language)
    let file = shell.home.path + "/view"
    var seen: Set<String> = []
    for line in SpeechTests.everyLine(file) {
      seen.insert(line.path)
      let ran = shell.run(line.words + ["--json"], typing: ["sandbox"])
      try #require([0, 6].contains(ran.status), "\(line): \(ran.error)")
      #expect(ran.output.last == "\n" && ran.output.dropLast().allSatisfy { $0 != "\n" }, "\(line)")
      let json = try ran.json()
      #expect(json["version"] == 1, "\(line)")
      #expect(json["kind"] != nil, "\(line)")
      #expect(json.text + "\n" == ran.output, "\(line): keys are sorted, nothing is escaped twice")
    }
    let all = CommandTree.grammar.leaves.map(\.path)
    // Some need a file, or start a browser; their own tests have them.
    let documents = [
      "demo", "completions", "sandbox serve", "help", "kb export", "kb import", "kb open", "kb browse", "ticket file",
    ]
    #expect(Set(all).subtracting(seen) == Set(documents), "a new command belongs into this test")
  }

  /// In an order that works out; the last one logs out.
  private static func everyLine(_ file: String) -> [Words] {
    Lines.reading + [
      Words("sync", "--dry-run"), Words("sync"), Words("pay", "500", "--dry-run"),
      Words("pay", "500", "--yes", "--key", "k1"),
      Words("payments show", "k1"), Words("payments settle", "k1"), Words("payments cancel", "k1"),
      Words("hold plan"), Words("hold start", "--yes"), Words("hold cancel", "--yes"), Words("payments methods"),
      Words("notice show", "n123"), Words("ticket new", "S", "--text", "x", "--yes"),
      Words("ticket show", "1001"),
      Words("ticket reply", "1001", "--text", "y", "--yes"), Words("ticket close", "1001", "--yes"),
      Words("autopay set", "--below", "1", "--amount", "5", "--yes"), Words("autopay run"), Words("autopay off"),
      Words("voucher redeem", "KB0500000050", "--yes"), Words("profile set", "--email", "a@b.example", "--yes"),
      Words("referral invite", "Иван", "--phone", "79001112233", "--yes"), Words("invoice get", "2026-10"),
      Words("receipt get"), Words("notice read", "--yes"), Words("invoice request", "5", "--yes"),
      Words("trust-payment check"),
      Words("tariff check", "home-500"),
      Words("tariff switch", "home-500", "--yes"), Words("tariff cancel", "--yes"), Words("snapshot save", file),
      Words("backup create"), Words("backup create", file + "s"), Words("backup list"),
      Words("backup verify", file + "s"), Words("backup restore", file + "s", "--dry-run"),
      Words("backup restore", file + "s"),
      Words("store path"), Words("store verify"), Words("doctor"), Words("doctor", "--repair"),
      Words("account use", "100105"),
      Words("account use", "100100"), Words("sandbox accounts"), Words("sandbox fault", "none"),
      Words("sandbox advance", "24h"), Words("referral claim", "--yes"), Words("version"),
      Words("login", "sandbox:", "--login", "100104", "--password-stdin"), Words("autopay stop", "--yes"),
      Words("login", "sandbox:", "--login", "100106", "--password-stdin"), Words("trust-payment take", "--yes"),
      Words("logout"),
    ]
  }

  @Test func aFailureWithJSONLeavesStdoutEmpty() throws {
    let ran = try Shell().run("balance", "--json")
    #expect(ran.status == 4)
    #expect(ran.output.isEmpty)
  }

  @Test func onATerminalJSONIsReadable() throws {
    let ran = try Shell.loggedIn().run("balance", "--json", onTerminal: true)
    #expect(ran.output.split(separator: "\n").count > 5)
  }
}
