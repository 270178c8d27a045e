import Sandbox
import TestSupport
import Testing

/// From the login to a paid bill, in both languages.
struct MainJobTests {
  @Test(arguments: ["en", "ru"]) func aSubscriberLogsInPaysAndSeesThePaymentInTheLedger(language: String) throws {
    let shell = try Shell(language: language)
    let login = shell.login()
    #expect(login.status == 0)
    #expect(login.output.contains(language == "en" ? "Logged in. Account 100100" : "Вы вошли. Лицевой счёт 100100"))
    #expect(login.error.contains("\(shell.home.path)/config/credentials.json"))
    #expect(try shell.balance() == 21_450)
    let paid = shell.run("pay", "500", "--yes")
    #expect(paid.status == 0)
    #expect(paid.output.contains(language == "en" ? "Payment of ₽500: done" : "Оплата 500\u{A0}₽: выполнено"))
    #expect(try shell.balance() == 71_450)
    #expect(try shell.paid(50_000) == 1)
    let sync = shell.run("sync")
    #expect(sync == Ran(output: language == "en" ? "Nothing new.\n" : "Нового нет.\n", error: "", status: 0))
  }

  @Test func withoutAnAmountTheRecommendedSumIsPaid() throws {
    let shell = try Shell.loggedIn()
    let recommended = try #require(try shell.run("balance", "--json").json()["recommendedPayment"]?.minor)
    #expect(recommended > 0)
    #expect(shell.run("pay", "--yes").status == 0)
    #expect(try shell.balance() == 21_450 + recommended)
    let again = shell.run("pay", "--yes")
    #expect(again.status == 2)
    #expect(again.error.contains("nothing is due"))
  }

  @Test func aTrustPaymentIsTakenOnceAndTurnsTheServiceOn() throws {
    let shell = try Shell.loggedIn("100106")
    #expect(try shell.run("balance", "--json").json()["state"] == "blocked")
    let terms = shell.run("trust-payment", "check")
    #expect(terms.status == 0)
    #expect(terms.output.contains("Price\t10.00"))
    #expect(shell.run("trust-payment", "take", "--yes").status == 0)
    #expect(try shell.run("balance", "--json").json()["state"] != "blocked")
    let again = shell.run("trust-payment", "take", "--yes", "--again")
    #expect(again.status == 6)
    #expect(again.error.contains("what to do:"))
  }

  @Test func aTariffIsSwitchedFromTheNextPeriodAndTheSwitchIsCancelled() throws {
    let shell = try Shell.loggedIn()
    let terms = shell.run("tariff", "check", "home-500")
    #expect(terms.status == 0)
    #expect(terms.output.contains("Домашний 500"))
    #expect(shell.run("tariff", "switch", "home-500", "--yes").status == 0)
    #expect(shell.run().output.contains("Домашний 500"))
    #expect(shell.run("tariff", "cancel", "--yes").status == 0)
    #expect(!shell.run().output.contains("Домашний 500"))
    let nothing = shell.run("tariff", "cancel", "--yes")
    #expect(nothing.status == 6)
  }

  @Test func aTariffThatCannotBeHadIsRefusedWithTheReasonAndNothingIsSent() throws {
    let shell = try Shell.loggedIn()
    let refused = shell.run("tariff", "switch", "giga", "--yes")
    #expect(refused.status == 6)
    #expect(refused.error.hasPrefix("error: "))
    #expect(try shell.run("payments", "--json").json()["payments"]?.elements.isEmpty != false)
    let check = shell.run("tariff", "check", "giga")
    #expect(check.status == 6)
    #expect(check.output.contains("Not possible now"))
  }

  @Test func timeThatPassesAtTheProviderArrivesWithTheNextSync() throws {
    let shell = try Shell.loggedIn("100103")
    let before = try shell.balance()
    let advanced = shell.run("sandbox", "advance", "3d")
    #expect(advanced.status == 0)
    #expect(advanced.output.contains("kabinet sync"))
    #expect(try shell.balance() == before)
    #expect(shell.run("sync").status == 0)
    #expect(try shell.balance() == before - 3 * 19_00)
  }

  @Test func theKnowledgeBaseAndIncidentsAreThereAfterTheLogin() throws {
    let shell = try Shell.loggedIn(language: "ru")
    #expect(
      shell.run("incidents").output.contains("Нет интернета") || shell.run("incidents", "--all").output.count > 20)
    let found = shell.run("kb", "search", "роутер")
    #expect(found.status == 0)
    #expect(found.output.split(separator: "\n").count >= 1)
    #expect(shell.run("kb", "list").output.split(separator: "\n").count >= 60)
  }

  @Test func theDemonstrationRunsTheWholeMainJob() throws {
    let shell = try Shell()
    let demo = shell.run("demo", "--directory", shell.home.path + "/show")
    #expect(demo.status == 0, "\(demo.error)")
    #expect(demo.output.contains("$ kabinet pay --yes"))
    #expect(demo.output.contains(": done"))
    #expect(demo.error.contains("export KABINET_HOME=\(shell.home.path)/show"))
  }
}
