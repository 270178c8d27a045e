import Testing

@testable import Arguments

struct ParserTests {
  @Test func aBareProgramRunsItsDefaultCommand() throws {
    #expect(try Sample.run("")?.path == ["home"])
  }

  @Test(arguments: ["balance", "баланс"])
  func aCommandIsFoundByAnyOfItsNames(name: String) throws {
    #expect(try Sample.run(name)?.path == ["balance"])
  }

  @Test func aGroupRunsItsDefaultWithItsOptions() throws {
    let invocation = try #require(try Sample.run("tariff --all --sort price"))
    #expect(invocation.path == ["tariff", "list"])
    #expect(invocation.flag("all"))
    #expect(invocation.value("sort") == "price")
  }

  @Test(arguments: [
    "--snapshot FILE tariff switch X --from 2026-12-01", "tariff --from 2026-12-01 switch X --snapshot=FILE",
    "tariff switch --snapshot FILE --from=2026-12-01 -- X", "--from 2026-12-01 тариф --snapshot FILE сменить X",
  ])
  func optionsStandAnywhere(line: String) throws {
    let invocation = try #require(try Sample.run(line))
    #expect(invocation.path == ["tariff", "switch"])
    #expect(invocation.value("snapshot") == "FILE")
    #expect(invocation.value("from") == "2026-12-01")
    #expect(invocation.positional("tariff") == "X")
  }

  @Test(arguments: ["pay -nym card", "pay -ny -mcard", "pay -n -y --method=card", "-nymcard pay"])
  func shortOptionsMayBeClustered(line: String) throws {
    let invocation = try #require(try Sample.run(line))
    #expect(invocation.flag("dry-run") && invocation.flag("yes"))
    #expect(invocation.value("method") == "card")
  }

  @Test func aRepeatableOptionKeepsEveryValue() throws {
    let invocation = try #require(try Sample.run("pay --note one --note=two -vv -v"))
    #expect(invocation.values("note") == ["one", "two"])
    #expect(invocation.count("verbose") == 3)
    #expect(invocation.value("method") == nil && !invocation.flag("yes"))
  }

  @Test func aValueMayBeEmptyOrHoldEqualsSigns() throws {
    #expect(try Sample.run("pay --note=a=b")?.value("note") == "a=b")
    #expect(try Sample.run("pay --note=")?.value("note")?.isEmpty == true)
  }

  @Test func aDoubleHyphenEndsOptions() throws {
    #expect(try Sample.run("pay -- --yes")?.positional("amount") == "--yes")
    #expect(Sample.error("pay -- 5 --yes")?.problem == .unexpectedArgument("--yes"))
  }

  @Test func aLoneHyphenIsAnOperand() throws {
    #expect(try Sample.run("pay -")?.positional("amount") == "-")
    #expect(try Sample.run("--snapshot - balance")?.value("snapshot") == "-")
  }

  @Test(arguments: ["-5", "-0,5", "-.5", "-٥", "-1e9"])
  func aNegativeAmountReachesTheReaderOfAmounts(word: String) throws {
    #expect(try Sample.run("pay \(word)")?.positional("amount") == word)
  }

  @Test func aNegativeNumberIsAnUnknownOptionElsewhere() {
    #expect(Sample.error("balance -5")?.problem == .unknownOption("-5", suggestions: []))
  }

  @Test func theSameValueTwiceIsNoConflict() throws {
    #expect(try Sample.run("pay -m card --method card")?.value("method") == "card")
  }

  @Test func aRunnableCommandMayAlsoHaveSubcommands() throws {
    #expect(try Sample.run("pay 500")?.positional("amount") == "500")
    #expect(try Sample.run("pay methods")?.path == ["pay", "methods"])
    #expect(try Sample.run("sync secret")?.path == ["sync", "secret"])
  }

  @Test func aRepeatablePositionalLeavesRoomForTheRequiredOneAfterIt() throws {
    let invocation = try #require(try Sample.run("tariff compare a b price"))
    #expect(invocation.positionals("tariff") == ["a", "b"])
    #expect(invocation.positional("by") == "price")
  }

  @Test func aGlobalOptionIsReadFromALineThatIsWrong() {
    #expect(Sample.grammar.value(ofGlobal: "lang", in: ["blnce", "--lang=ru", "-Z"]) == "ru")
    #expect(Sample.grammar.value(ofGlobal: "lang", in: ["--lang", "en", "--", "--lang", "ru"]) == "en")
    #expect(Sample.grammar.value(ofGlobal: "lang", in: ["--lang"]) == nil)
  }
}

struct HelpRequestTests {
  private func subject(_ line: String) throws -> HelpSubject? {
    guard case .help(let subject) = try Sample.grammar.parse(line.split(separator: " ").map(String.init)) else {
      return nil
    }
    return subject
  }

  @Test(arguments: [
    ("--help", []), ("-h", []), ("help", []), ("help pay", ["pay"]), ("help тариф сменить", ["tariff", "switch"]),
    ("pay --nonsense -nh", ["pay"]), ("tariff -h list", ["tariff", "list"]), ("pay --method -h", ["pay"]),
    ("помощь", []), ("help help", ["help"]), ("tariff --help", ["tariff"]),
  ])
  func helpWinsWhereverItStands(line: String, path: [String]) throws {
    #expect(try subject(line) == .command(path))
  }

  @Test func helpAnswersTopicsByAnyName() throws {
    #expect(try subject("help exit-status") == .topic("exit-status"))
    #expect(try subject("help файлы") == .topic("files"))
  }

  @Test func aLetterInsideAValueIsNoRequestForHelp() throws {
    #expect(try Sample.run("pay -mh")?.value("method") == "h")
    #expect(try Sample.run("pay -- -h")?.positional("amount") == "-h")
  }

  @Test func helpAboutNothingKnownSuggests() {
    #expect(Sample.error("help balanse")?.problem == .unknownTopic("balanse", suggestions: ["balance"]))
    #expect(Sample.error("help tariff swich")?.problem == .unknownTopic("tariff swich", suggestions: ["tariff switch"]))
    #expect(Sample.error("help exit-statu")?.problem == .unknownTopic("exit-statu", suggestions: ["exit-status"]))
  }

  @Test func theVersionIsAskedForByAnOption() throws {
    for line in [["--version"], ["balance", "--version"]] {
      guard case .version = try Sample.grammar.parse(line) else {
        Issue.record("no version from \(line)")
        continue
      }
    }
  }
}

/// Words that have something to do with the grammar, and words that have not.
struct RandomLineTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  private static let words = [
    "", "-", "--", "---", "-=", "--=", "--=x", "balance", "баланс", "pay", "methods", "tariff", "switch", "compare",
    "price", "help", "exit-status", "-n", "-ny", "-m", "-mcard", "-h", "--help", "--version", "--yes", "--yes=1",
    "--method", "--method=x", "--lang", "ru", "--note", "-5", "-٥", "--é", "—yes", "–", "5", "\u{1B}[31m", "\u{FFFD}",
    "🇷🇺", "e\u{301}", "\u{202E}abc", "--\u{0}", "-я", "ифдфтсу", String(repeating: "x", count: 5000), "\n", "-,", "-.-",
  ]

  @Test func anyLineIsUnderstoodOrRefusedWithAHarmlessSentence() {
    let seed = UInt64.random(in: .min ... .max)
    print("RandomLineTests seed \(seed)")
    var generator = Generator(state: seed)
    for _ in 0..<3000 {
      let line = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        Self.words.randomElement(using: &generator)
      }
      guard let error = Sample.error(line) else { continue }
      for phrase in [error.phrase(program: "kabinet"), error.hint(program: "kabinet")] {
        for text in [phrase.russian, phrase.english] {
          #expect(!text.isEmpty && text.count < 700, "seed \(seed), line \(line)")
          #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" }, "seed \(seed), line \(line)")
        }
      }
    }
  }
}
