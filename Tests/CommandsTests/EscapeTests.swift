import Sandbox
import TestSupport
import Testing

/// Texts of a provider can't paint on the terminal, turn text around, or hide in it.
struct EscapeTests {
  /// Nothing but printable characters, line feeds and tabs.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: true
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: false
    default: true
    }
  }

  private func expectPlain(_ ran: Ran, _ line: String) {
    #expect(ran.output.unicodeScalars.allSatisfy(EscapeTests.isPlain), "stdout of \(line)")
    #expect(ran.error.unicodeScalars.allSatisfy(EscapeTests.isPlain), "stderr of \(line)")
  }

  private func hostile(_ number: String, language: String) throws -> Shell {
    let shell = try Shell(language: language)
    shell.sandbox.faults.add(Fault(.escapes, on: "* /v1/**", times: 1_000_000))
    let login = shell.login(number)
    try #require(login.status == 0, "\(login.error)")
    expectPlain(login, "login")
    return shell
  }

  @Test(arguments: ["ru", "en"]) func noReadingCommandLetsThemThrough(language: String) throws {
    let shell = try hostile("100100", language: language)
    var isMet = false
    for line in Lines.reading {
      let piped = shell.run(line.words)
      expectPlain(piped, "\(line)")
      expectPlain(shell.run(line.words + ["--json"]), "\(line) --json")
      isMet = isMet || piped.output.contains("owned")
    }
    #expect(isMet, "the poison is there, and shown as text")
  }

  @Test func noReadingCommandLetsThemThroughOnATerminal() throws {
    let shell = try hostile("100100", language: "ru")
    shell.environment["NO_COLOR"] = "1"
    for line in Lines.reading {
      let ran = shell.run(line.words, onTerminal: true)
      // Bold is a style, not a colour; everything else that begins with an escape would be the provider's.
      let text = ran.output.replacingAll("\u{1B}[1m", by: "").replacingAll("\u{1B}[2m", by: "").replacingAll(
        "\u{1B}[0m", by: "")
      #expect(text.unicodeScalars.allSatisfy(EscapeTests.isPlain), "\(line)")
    }
  }

  @Test func noMutationAndNoRefusalLetsThemThrough() throws {
    let shell = try hostile("100100", language: "ru")
    for line in [
      Words("pay", "500", "--dry-run"), Words("pay", "500", "--yes"), Words("trust-payment check"),
      Words("trust-payment take", "--yes"), Words("tariff check", "giga"), Words("tariff switch", "giga", "--yes"),
      Words("tariff switch", "home-500", "--yes"), Words("tariff cancel", "--yes"), Words("sync"),
      Words("account list"), Words("ticket new", "S", "--text", "x", "--yes"), Words("ticket list"),
      Words("ticket show", "1001"), Words("ticket reply", "1001", "--text", "y", "--yes"),
      Words("ticket close", "1001", "--yes"), Words("notice show", "n123"), Words("hold plan"),
      Words("hold start", "--yes"), Words("hold"), Words("hold cancel", "--yes"), Words("payments"), Words("logout"),
    ] {
      expectPlain(shell.run(line.words), "\(line)")
      expectPlain(shell.run(line.words + ["--json"]), "\(line) --json")
    }
  }

  /// What was stored of a hostile provider, through the commands that show, copy and examine the store.
  @Test(arguments: [false, true]) func noCommandOverTheStoreLetsThemThrough(onTerminal: Bool) throws {
    let shell = try hostile("100100", language: "ru")
    shell.environment["NO_COLOR"] = "1"
    let paid = try shell.run("pay", "500", "--yes", "--json").json()
    guard case .string(let key)? = paid["key"] ?? paid["payment"]?["key"] else {
      Issue.record("no key in \(paid)")
      return
    }
    for words in [
      ["payments", "show", key], ["payments", "show", key, "-v"], ["payments", "settle"], ["payments", "cancel", key],
      ["autopay", "set", "--below", "100000", "--amount", "500", "--yes"], ["autopay", "run"], ["autopay", "explain"],
      ["autopay", "history"], ["autopay", "show"], ["autopay", "off"], ["backup", "create"], ["backup", "list"],
      ["store", "verify"], ["doctor"], ["sync", "-v"],
    ] {
      for line in [words, words + ["--json"]] {
        let ran = shell.run(line, onTerminal: onTerminal)
        // Styles and the line of progress are ours.
        let ours = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m", "\r\u{1B}[K"]
        let (output, error) = ours.reduce((ran.output, ran.error)) {
          ($0.0.replacingAll($1, by: ""), $0.1.replacingAll($1, by: ""))
        }
        expectPlain(Ran(output: output, error: error, status: ran.status), "\(line)")
      }
    }
  }

  @Test func theyAreNotRepeatedFromTheCommandLineEither() throws {
    let shell = try Shell.loggedIn()
    for words in [
      ["\u{1B}[2J"], ["tariff", "show", "\u{1B}]0;x\u{7}"], ["pay", "\u{202E}5"],
      ["--snapshot", "\u{9B}2J", "balance"],
    ] {
      expectPlain(shell.run(words), "\(words)")
    }
  }
}
