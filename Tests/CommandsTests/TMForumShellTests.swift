import JSON
import TestSupport
import Testing

/// A person whose provider has a TM Forum gateway, over the whole program.
struct TMForumShellTests {
  private let system = TMForumSystem()
  private let shell: Shell

  init() throws {
    shell = try Shell()
    system.origin = "https://tmf.example"
    let wire = FaultyWire(system)
    shell.transport = { _ in wire }
    let ran = shell.run(
      "login", "https://tmf.example", "--login", system.login, "--password-stdin", typing: [system.password])
    try #require(ran.status == 0, "\(ran.error)")
  }

  @Test(arguments: [
    (["home"], "Дом 100"), (["balance"], "665.50"), (["statement", "2026-11"], "Вызов мастера"),
    (["statement", "all"], "1000.50"), (["tariff", "list", "--all"], "home-1000\tДом 1000"),
    (["tariff", "show", "home-1000"], "Оптика до дома ещё не дошла"),
    (["tariff", "show", "home-300"], "650.00"), (["tariff", "check", "home-300"], "Дом 300"),
    (["incidents"], "Обрыв на магистрали"), (["notice", "list"], "Приведи соседа"), (["ticket", "list"], "Нет связи"),
    (["ticket", "show", "TT-1"], "Проверили линию"), (["payments", "methods"], "card-1"),
    (["service", "list"], "Постоянный адрес"), (["invoice", "list"], "2026-11/3"), (["invoice", "get"], "Дом 100"),
    (["profile", "show"], "anna@mail.example"), (["autopay", "show"], "AT-1"), (["doctor"], ""), (["sync"], ""),
    (["pay", "100", "--dry-run"], "100.00"), (["account", "list"], "tmforum"), (["capabilities"], "documents\tyes"),
  ]) func whatIsThereIsShown(_ words: [String], _ expected: String) {
    let ran = shell.run(words)
    #expect(ran.status == 0 && ran.output.contains(expected), "\(ran.output) \(ran.error)")
  }

  @Test(arguments: [
    ["pay", "250.50"], ["tariff", "switch", "home-300"], ["tariff", "switch", "home-300", "--now"],
    ["ticket", "new", "Скорость", "--text", "Вечером"], ["ticket", "reply", "TT-1", "--text", "Да"],
    ["ticket", "close", "TT-1"], ["voucher", "redeem", "7700-1122"], ["profile", "set", "--email", "new@mail.example"],
    ["autopay", "stop", "AT-1"],
  ]) func whatIsDoneIsSaidToBeDone(_ words: [String]) throws {
    let ran = shell.run(words + ["--yes"])
    #expect(ran.status == 0, "\(ran.output) \(ran.error)")
    #expect(ran.output.contains("done") || ran.output.contains("sent"), "\(ran.output)")
    let states = try shell.run("payments", "--json").json()["payments"]?.elements.map { $0["state"] }
    #expect(states == ["confirmed"])
  }

  @Test func aPlannedChangeIsShownAndCancelled() {
    #expect(shell.run("tariff", "switch", "home-300", "--yes").status == 0)
    #expect(shell.run("home").output.contains("Дом 300"))
    #expect(shell.run("tariff", "cancel", "--yes").status == 0)
    #expect(!shell.run("home").output.contains("Дом 300"))
  }
}
