import TestSupport
import Testing

/// What spends money or changes a contract shows its terms and asks.
struct ConfirmationTests {
  static let mutations = [
    Words("pay", "500"), Words("tariff switch", "home-500"), Words("tariff cancel"), Words("trust-payment take"),
  ]

  /// Each of them can be had: the second account has a planned change, the blocked one may take a trust payment.
  private func shell(for line: Words) throws -> Shell {
    let shell = try Shell.loggedIn(line.path == "trust-payment take" ? "100106" : "100100")
    if line.path == "tariff cancel" { shell.environment["KABINET_ACCOUNT"] = "100105" }
    return shell
  }

  @Test(arguments: mutations) func withoutATerminalAndWithoutYesItIsRefused(line: Words) throws {
    let shell = try shell(for: line)
    let ran = shell.run(line.words, typing: ["y"])
    #expect(ran.status == 2)
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains("a confirmation is needed, and there is no terminal to ask on"))
    #expect(ran.error.contains("--yes"))
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test(arguments: mutations) func aDryRunShowsTheTermsAndChangesNothing(line: Words) throws {
    let shell = try shell(for: line)
    let before = shell.run("balance")
    let ran = shell.run(line.words + ["--dry-run"])
    #expect(ran.status == 0, "\(ran.error)")
    #expect(!ran.output.isEmpty)
    let json = try shell.run(line.words + ["--dry-run", "--json"]).json()
    #expect(json["kind"] == "check")
    #expect(json["available"] == true || json["eligibility"]?["available"] == true)
    _ = shell.run("sync")
    #expect(
      shell.run("balance").output.split(separator: "\n").dropLast() == before.output.split(separator: "\n").dropLast())
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test(arguments: mutations) func onATerminalTheTermsComeFirstAndYesDoesIt(line: Words) throws {
    let shell = try shell(for: line)
    let ran = shell.run(line.words, typing: ["y"], onTerminal: true)
    #expect(ran.status == 0, "\(ran.error)")
    #expect(ran.error.contains("?"))
    #expect(ran.output.contains("done"))
    #expect(try !shell.run("payments", "--json").json()["payments", default: []].elements.isEmpty)
  }

  @Test(arguments: mutations, [["n"], [""], []]) func anyOtherAnswerDoesNothing(line: Words, typed: [String]) throws {
    let shell = try shell(for: line)
    let ran = shell.run(line.words, typing: typed, onTerminal: true)
    #expect(ran.status == 1)
    #expect(ran.error.contains("Nothing was done."))
    #expect(shell.run("payments").output.isEmpty)
  }

  @Test func aRussianAnswerIsUnderstoodInRussian() throws {
    let shell = try Shell.loggedIn(language: "ru")
    let ran = shell.run("pay", "500", typing: ["да"], onTerminal: true)
    #expect(ran.status == 0)
    #expect(ran.error.contains("Заплатить 500\u{A0}₽?"))
    #expect(ran.error.contains("Анна Сергеевна Ковалёва"))
  }

  @Test func dataIsForgottenOnlyWhenThatIsConfirmed() throws {
    let shell = try Shell.loggedIn()
    #expect(shell.run("logout", "--forget").status == 2)
    #expect(shell.run("logout", "--forget", typing: ["n"], onTerminal: true).status == 1)
    #expect(shell.run("balance").status == 0)
    let gone = shell.run("logout", "--forget", "--yes")
    #expect(gone.status == 0)
    #expect(shell.run("balance").status == 4)
    #expect(shell.run("account", "list").output.isEmpty)
  }
}

import JSON

extension JSON {
  fileprivate subscript(_ key: String, default value: JSON) -> JSON { self[key] ?? value }
}
