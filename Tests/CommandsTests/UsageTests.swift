import Commands
import Terminal
import TestSupport
import Testing

/// What a person may type wrongly: each gets its own message, the next step, and status 2.
struct UsageTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let words: [String]
    let message: String
    let hint: String?

    init(_ words: String..., says message: String, hint: String? = "what to do:") {
      self.words = words
      self.message = message
      self.hint = hint
    }

    var testDescription: String { (["kabinet"] + words).joined(separator: " ") }
  }

  static let nonsense = [
    Slip("blance", says: "there is no command ‘blance’", hint: "‘kabinet balance’"),
    Slip("", says: "the command is an empty string"),
    Slip("balance", "--jsno", says: "has no option ‘--jsno’", hint: "--json"),
    Slip("balance", "-Z", says: "has no option ‘-Z’"),
    Slip("balance", "extra", says: "does not expect the argument ‘extra’"),
    Slip("balance", "--json=yes", says: "--json is a flag and takes no value"),
    Slip("balance", "--account", says: "--account needs a value"),
    Slip("--lang", "ru", "--lang", "en", "balance", says: "given twice with different values"),
    Slip("--color", "pink", "balance", says: "can't be ‘pink’, choose from: auto, always, never"),
    Slip("tariff", "shwo", says: "‘kabinet tariff’ has no command ‘shwo’", hint: "‘kabinet tariff show’"),
    Slip("kb", says: "searching as you type needs a terminal"),
    Slip("trust-payment", says: "‘kabinet trust-payment’ needs a command: check, take"),
    Slip("tariff", "check", says: "‘kabinet tariff check’ needs"),
    Slip("completions", "tcsh", says: "can't be ‘tcsh’"),
    Slip("help", "nothing", says: "help has nothing about ‘nothing’"),
    Slip("\u{1B}[2J", says: "there is no command ‘"),
    Slip("login", "ftp://example.net", says: "only https:// and sandbox: will do"),
    Slip("login", "http://example.net", says: "without encryption (http) only this machine will do"),
    Slip("login", "https://me:secret@example.net", says: "it holds a login or password"),
    Slip("login", "https://example.net:99999", says: "a port is a number from 1 to 65535"),
    Slip("login", "https://example.net/?a=1", says: "it has more after ‘?’ or ‘#’"),
    Slip("pay", "5", "--key", "../../etc", says: "a key is 1 to 64 Latin letters"),
    Slip("sandbox", "advance", "soon", says: "‘soon’ is not a duration"),
    Slip("sandbox", "fault", "fire", says: "can't be ‘fire’"),
    Slip("sandbox", "fault", "none", "--times", "many", says: "--times: ‘many’ will not do"),
    Slip("sandbox", "serve", "--port", "70000", says: "--port: ‘70000’ will not do"),
    Slip("sandbox", "serve", "--start", "yesterday", says: "‘yesterday’ is not a time"),
  ]

  @Test func wordsThatTheSystemDoesNotTellAreNotTakenForNone() {
    final class Said { var text = "" }
    let said = Said()
    var io = ConsoleIO.system
    io.write = { _, bytes in said.text += String(decoding: bytes, as: UTF8.self) }
    #expect(Launch(arguments: nil, environment: ["HOME": "/nowhere", "KABINET_LANG": "en"], io: io).run() == .failed)
    #expect(said.text.contains("/proc is needed"))
  }

  @Test(arguments: nonsense) func nonsenseIsNamed(slip: Slip) throws {
    let shell = try Shell()
    shell.transport = Touches().fail
    try expect(slip, in: shell)
    #expect(try shell.home.names().isEmpty)
  }

  static let values = [
    Slip("pay", "0", "--yes", says: "the amount must be more than zero", hint: nil),
    Slip("pay", "-5", says: "the amount can't be negative", hint: nil),
    Slip("pay", "1e9", says: "a form such as 1e9 is not accepted", hint: nil),
    Slip("pay", "12.345", says: "too many decimal places: at most 2 digits", hint: nil),
    Slip("pay", "٥٠٠", says: "digits of another script", hint: nil),
    Slip("pay", "1,000", says: "this could mean 1000 or 1", hint: nil),
    Slip("pay", "100 000 000 000 000 000 000", says: "the amount is too large", hint: nil),
    Slip("pay", "$5", says: "the account is kept in RUB but the amount is in USD", hint: nil),
    Slip("pay", "lots", says: "this is not an amount", hint: nil),
    Slip("pay", "4111 1111 1111 1111", says: "this looks like a card number", hint: "needs an amount alone"),
    Slip("pay", "500", "--method", "barter", says: "there is no payment method ‘barter’", hint: "choose one of: "),
    Slip("statement", "2026-13", says: "2026-13", hint: nil),
    Slip("statement", "2026-02-30..2026-03-01", says: "there is no date ‘2026-02-30’ in the calendar", hint: nil),
    Slip("statement", "2026-11..2026-10", says: "the period ends before it begins", hint: nil),
    Slip("statement", "whenever", says: "unknown period ‘whenever’", hint: nil),
    Slip("statement", "--kind", "bribe", says: "can't be ‘bribe’", hint: nil),
    Slip("balance", "--until", "2026-02-30", says: "2026-02-30", hint: nil),
  ]

  /// One login for all rows, which run one after another; the last one lets its home go.
  private nonisolated(unsafe) static var subscriber = try? Shell.loggedIn()

  @Test(.serialized, arguments: values) func aValueThatCannotBeTakenIsNamedAndNothingIsSent(slip: Slip) throws {
    let shell = try #require(UsageTests.subscriber)
    if slip.testDescription == UsageTests.values.last?.testDescription { UsageTests.subscriber = nil }
    let way = CountingTransport(shell.sandbox.transport)
    shell.transport = { _ in way }
    try expect(slip, in: shell)
    #expect(way.count == 0)
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test(arguments: ["1 000,50", "1000.5", "1\u{A0}000,50 ₽", "RUB 1,000.50"]) func aWellWrittenAmountIsTaken(
    text: String
  ) throws {
    let shell = try Shell.loggedIn()
    let check = try shell.run("pay", text, "--dry-run", "--json").json()
    #expect(check["action"]?["amount"]?.minor == 100_050)
  }

  @Test(arguments: [
    (["tariff", "show", "home-30"], "home-300"), (["tariff", "switch", "gigq", "--yes"], "giga"),
    (["tariff", "check", "nothing-like-it"], "kabinet tariff list"), (["kb", "show", "no-internet"], "kabinet kb"),
  ])
  func anUnknownNameIsAnsweredWithTheNearestOne(words: [String], suggestion: String) throws {
    let shell = try Shell.loggedIn()
    let ran = shell.run(words)
    #expect([1, 2].contains(ran.status))
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains(suggestion))
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test func aCardNumberIsNeverRepeated() throws {
    let ran = try Shell.loggedIn().run("pay", "4111 1111 1111 1111", "--yes")
    #expect(!ran.error.contains("1111") && !ran.output.contains("1111"))
    let login = try Shell().run("login", "sandbox:", "--login", "4111111111111111", "--password-stdin", typing: ["x"])
    #expect(login.status == 2)
    #expect(!login.error.contains("1111"))
  }

  @Test func theMessagesAreRussianInRussian() throws {
    let shell = try Shell.loggedIn(language: "ru")
    #expect(
      shell.run("pay", "-5").error
        == "ошибка: сумма не может быть отрицательной\n  что сделать: введите её без минуса\n")
    let typo = shell.run("баланз")
    #expect(typo.status == 2)
    #expect(typo.error.contains("нет команды «баланз»"))
    #expect(typo.error.contains("«kabinet баланс»"))
    #expect(shell.run("баланс").status == 0)
    #expect(shell.run("тариф", "список").output == shell.run("tariff", "list").output)
  }

  private func expect(_ slip: Slip, in shell: Shell) throws {
    let ran = shell.run(slip.words)
    #expect(ran.status == 2)
    #expect(ran.output.isEmpty)
    #expect(ran.error.hasPrefix("error: "))
    #expect(ran.error.contains(slip.message), "\(ran.error)")
    if let hint = slip.hint { #expect(ran.error.contains(hint), "\(ran.error)") }
    #expect(ran.error.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }
}
