import JSON
import Provider
import TestSupport
import Testing

@testable import Commands

/// The reading commands in a whole program: after one login nothing but the store is touched.
@Suite struct ReadsShellTests {
  private struct Touched: Error {}

  /// Logged in and cut off from every provider.
  private func offline(_ language: String = "en") throws -> Shell {
    let shell = try Shell(language: language)
    let login = shell.login()
    try #require(login.status == 0, "\(login.error)")
    shell.transport = { _ in throw Touched() }
    return shell
  }

  private func json(_ ran: Ran) throws -> JSON { try JSON(parsing: Array(ran.output.utf8)) }

  @Test func everyReadingCommandAnswersOfflineInBothLanguages() throws {
    let shell = try offline()
    for (words, kind) in [
      ([], "home"), (["home"], "home"), (["главная"], "home"), (["balance"], "balance"), (["баланс"], "balance"),
      (["statement"], "statement"), (["выписка", "--totals"], "statement"), (["incidents", "--all"], "incidents"),
      (["аварии"], "incidents"), (["tariff", "list", "--all"], "tariffs"), (["тариф", "список"], "tariffs"),
      (["тариф", "показать"], "tariff"), (["tariff", "compare"], "tariff-comparison"),
      (["тариф", "сравнить"], "tariff-comparison"), (["payments"], "payments"), (["платежи"], "payments"),
      (["kb", "list"], "articles"), (["kb", "search", "wi-fi"], "articles"),
      (["статьи", "найти", "роутер"], "articles"),
    ] {
      for language in ["ru", "en"] {
        let plain = shell.run(words + ["--lang", language], onTerminal: true)
        #expect(plain.status == 0, "\(words): \(plain.error)")
        let ran = shell.run(words + ["--json", "--lang", language])
        #expect(ran.status == 0, "\(words): \(ran.error)")
        #expect(try json(ran)["kind"] == .string(kind))
        #expect(try json(ran)["version"] == 1)
      }
    }
  }

  @Test func emptyPeriodIsNoFailureAndNamesTheLastOperation() throws {
    let shell = try offline()
    let ran = shell.run("statement", "1999")
    #expect(ran.status == 0)
    #expect(ran.output == "")
    #expect(
      ran.error.hasPrefix("No operations: 1999\nThe last operation was on "))
    #expect(shell.run("statement", "--kind", "bonus", "all").status == 0)
  }

  @Test func storedSumsAreThoseOfTheEntries() throws {
    let shell = try offline()
    let stored = try json(shell.run("statement", "--totals", "--json"))
    // A period that begins within a month is added up from the entries.
    let added = try json(shell.run("statement", "--totals", "--json", "--from", "1990-01-02"))
    #expect(stored["totals"] == added["totals"])
    #expect(stored["months"] == added["months"])
    #expect(stored["opening"] == added["opening"])
    #expect(stored["closing"] == added["closing"])
    let balance = try json(shell.run("balance", "--json"))["balance"]
    #expect(stored["closing"] == balance)
  }

  @Test func wholeHistoryAddsUp() throws {
    let shell = try offline()
    let ran = shell.run("statement", "all", "--json")
    #expect(ran.error == "")
    #expect(try json(ran)["discrepancies"] == nil)
  }

  @Test func misspelledTariffAndArticleGetASuggestion() throws {
    let shell = try offline()
    let tariff = shell.run("tariff", "show", "home-30O")
    #expect(tariff.status == 2)
    #expect(tariff.error.contains("home-300"))
    let article = shell.run("kb", "show", "wifi-chanels")
    #expect(article.status == 2)
    #expect(article.error.contains("perhaps you meant wifi-channels"))
    let incident = shell.run("incidents", "nothing")
    #expect(incident.status == 2)
    #expect(incident.error.contains("kabinet incidents --all"))
  }

  @Test func wrongPeriodsAndLimitsAreUsageErrors() throws {
    let shell = try offline()
    for words in [
      ["statement", "2026-02-30"], ["statement", "2026", "--from", "2025"],
      ["statement", "--from", "2026-12", "--to", "2026-11"], ["statement", "--kind", "tax"],
      ["balance", "--until", "2026-11-01"], ["balance", "--until", "2099-01-01"], ["balance", "--until", "soon"],
      ["kb", "search", "x", "--limit", "0"], ["kb", "search"], ["kb", "list", "--type", "film"],
    ] {
      let ran = shell.run(words)
      #expect(ran.status == 2, "\(words): \(ran.status) \(ran.error)")
      #expect(ran.output == "")
      #expect(ran.error.hasPrefix("error: "))
    }
  }

  @Test func nothingFoundIsNoFailure() throws {
    let shell = try offline()
    for words in [
      ["kb", "search", "ъъъъ"], ["kb", "list", "--category", "gardening"], ["payments", "--open"],
    ] {
      let ran = shell.run(words)
      #expect(ran.status == 0, "\(words)")
      #expect(ran.output == "")
      #expect(ran.error.hasSuffix("\n"))
    }
    #expect(shell.run("kb", "list", "--category", "gardening").error.contains("wifi"))
  }

  @Test func staleDataIsNeverShownAsFresh() throws {
    let shell = try offline()
    shell.wait(seconds: 3 * 86_400)
    let ran = shell.run("balance", "--json")
    #expect(ran.error.hasPrefix("warning: the data was received 3 days ago"))
    #expect(try json(ran)["stale"] == true)
    #expect(try json(shell.run("home", "--json"))["next"]?.text.contains("kabinet sync") == true)
  }

  @Test func firstRunSaysHowToLogIn() throws {
    let shell = try Shell()
    for words in [[], ["balance"], ["statement"], ["incidents"], ["tariff"], ["payments"], ["kb", "list"]] {
      let ran = shell.run(words)
      #expect(ran.status == 4, "\(words): \(ran.error)")
      #expect(ran.error.contains("kabinet login"))
    }
  }

  @Test func articleIsReadInTheLanguageOfTheInterface() throws {
    let shell = try offline()
    #expect(shell.run("kb", "show", "wifi-channels", "--lang", "ru").output.contains("Wi-Fi"))
    let russian = shell.run("kb", "show", "wifi-2-4-or-5-ghz", "--lang", "ru")
    let english = shell.run("kb", "show", "wifi-2-4-or-5-ghz", "--lang", "en")
    #expect(russian.output.hasPrefix("2,4 или 5 ГГц: что выбрать\n"))
    #expect(english.output.hasPrefix("2.4 or 5 GHz: which to choose\n"))
  }
}
