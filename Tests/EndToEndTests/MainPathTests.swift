import TestSupport
import Testing

/// The README's path with the program as it is built: two processes, real HTTP, exact words.
struct MainPathTests {
  @Test func theMainPathInEnglish() throws {
    let house = try Household(language: "en")
    let login = try house.login()
    #expect(login.status == 0)
    #expect(login.output == "Logged in. Account 100106 Олег Викторович Зимин\n")
    #expect(login.error.contains("Access tokens are kept in \(house.home.path)/config/credentials.json\n"))
    let idle = try house.run("sync")
    #expect(idle.output == "Nothing new.\n" && idle.status == 0)
    // The provider of this test lives in another year, and says so in an answer without a body too.
    #expect(idle.error.contains("The clock of this machine"), "\(idle.error)")
    #expect(
      try house.run("balance")
        == Ran(
          output: """
            Balance\t2.00
            State\tblocked
            Blocked since\t2030-01-01
            Reason\tno-funds
            Paid until\t2029-12-31
            Next charge\t2030-01-10
            Amount of the charge\t450.00
            Recommended payment\t450.00
            Needed to be connected\t448.00
            As of\t2030-01-10T09:00:00Z

            """, error: "", status: 0))
    #expect(
      try house.run("trust-payment", "check")
        == Ran(
          output: """
            Sum\t458.00
            Price\t10.00
            Term\t3 days, until 13 January inclusive
            Will last until\t13 January

            Possible now\tkabinet trust-payment take

            """, error: "", status: 0))
    let taken = try house.run("trust-payment", "take", "--yes")
    #expect(taken.status == 0 && taken.error.isEmpty)
    #expect(Household.withoutKey(taken) == "Trust payment: done\n")
    let paid = try house.run("pay", "700", "--yes")
    #expect(paid.status == 0)
    #expect(Household.withoutKey(paid) == "Payment of ₽700: done\n")
    #expect(try house.run("balance").output.hasPrefix("Balance\t242.00\nState\tactive\nPaid until\t2030-01-31\n"))
    #expect(try house.run("statement", "2030-01", "--kind", "payment").output.hasSuffix("700.00\t242.00\n"))
    #expect(try house.run("payments").output.split(separator: "\n").count == 2)
  }

  @Test func theMainPathInRussian() throws {
    let house = try Household(language: "ru")
    let login = try house.login()
    #expect(login.output == "Вы вошли. Лицевой счёт 100106 Олег Викторович Зимин\n")
    #expect(try house.run("обновить").output == "Нового нет.\n")
    let home = try house.run()
    #expect(home.status == 0)
    #expect(home.output.hasPrefix("Здравствуйте, Олег Викторович!\nЛицевой счёт\t100106\n"))
    #expect(
      home.output.contains("\nАварии и работы по вашему адресу\nАвария «Нет интернета: повреждён кабель»: с 10:00"))
    #expect(home.output.contains("kabinet trust-payment check: "))
    let paid = try house.run("оплатить", "700", "--yes")
    #expect(paid.status == 0)
    #expect(Household.withoutKey(paid) == "Оплата 700\u{A0}₽: выполнено\n")
    let terms = try house.run("тариф", "check", "home-300")
    #expect(terms.status == 0)
    #expect(terms.output.hasPrefix("Тариф\tДомашний 100\tДомашний 300\nВсего за период\t450.00\t650.00\n"))
    let switched = try house.run("tariff", "switch", "home-300", "--yes")
    #expect(Household.withoutKey(switched) == "Смена тарифа на «Домашний 300»: выполнено\n")
    let cancelled = try house.run("tariff", "cancel", "--yes")
    #expect(Household.withoutKey(cancelled) == "Отмена смены тарифа: выполнено\n")
    #expect(
      try house.run("incidents").output == """
        i-start\toutage\topen\t2030-01-10T07:00:00Z\t\t2030-01-10T11:00:00Z\t1\there\tНет интернета: повреждён кабель
        w-start\tplanned-work\tannounced\t2030-01-12T09:00:00Z\t\t2030-01-12T13:00:00Z\t0\there\tПлановые работы на узле связи

        """)
    #expect(
      try house.run("kb", "search", "роутер").output.contains(
        "pppoe-setup\tguide\tconnection\tНастройка PPPoE на роутере\n"))
  }

  @Test func aRestartOfTheProviderLosesNothing() throws {
    let house = try Household().loggedIn()
    #expect(try house.run("pay", "700", "--yes").status == 0)
    #expect(try house.server.stop().status == 143)
    let port = house.server.port
    let away = try house.run("sync")
    #expect(away.status == 5)
    #expect(away.error.contains("connection refused"))
    #expect(try house.run("balance").output.hasPrefix("Balance\t252.00\n"))
    let again = try Server(house.binary, directory: house.home.path + "/provider", port: port)
    #expect(again.address == house.server.address)
    #expect(try house.run("sync", "--force").status == 0)
    #expect(try house.payments(of: 70_000) == 1)
    #expect(try again.stop().status == 143)
  }

  @Test func daysThatPassAreBilledAndAnExpiredSessionIsRenewedOnTheWay() throws {
    let house = try Household().loggedIn("100103")
    let before = try house.home.read("config/credentials.json")
    try house.server.advance("3d")
    try house.server.fault("unauthorized", on: "GET /v1/accounts/*/changes")
    let sync = try house.run("sync")
    #expect(sync.status == 0)
    #expect(sync.output == "The data is up to date; 3 operations received.\n")
    #expect(!sync.error.contains("error"))
    #expect(try house.home.read("config/credentials.json") != before, "the renewed tokens are kept")
  }

  @Test func theDemonstrationWorksWithNothingSetUp() throws {
    let home = try TemporaryHome()
    var binary = Binary(home: home)
    binary.environment["KABINET_HOME"] = nil
    binary.environment["TMPDIR"] = home.path
    let demo = try binary.run(["demo"])
    #expect(demo.status == 0, "\(demo.error)")
    #expect(demo.output.contains("$ kabinet pay --yes\nPayment of "))
    #expect(demo.error.contains("export KABINET_HOME=\(home.path)/kabinet-demo-"))
  }
}
