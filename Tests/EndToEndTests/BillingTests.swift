import JSON
import Platform
import Synchronization
import TestSupport
import Testing

/// The same commands at a billing system without keys, feed and cursor.
struct BillingTests {
  private func login(_ binary: Binary, _ address: String, _ words: [String] = []) throws -> Ran {
    try binary.run(
      ["login", address, "--login", "petrova", "--password-stdin"] + words, input: BillingFixture.password + "\n")
  }

  @Test(arguments: ["en", "ru"]) func itsAccountIsReadAfterTheSystemWasRecognised(language: String) throws {
    let fixture = BillingFixture()
    let replay = try HTTPReplay(fixture.respond)
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome(), language: language)
    let login = try login(binary, replay.address)
    #expect(login.status == 0, "\(login.error)")
    #expect(login.output.hasSuffix("4217 Петрова Анна Львовна\n"))
    let balance = try binary.run(["balance"])
    #expect(balance.status == 0)
    #expect(
      balance.output.hasPrefix(
        language == "en" ? "Balance\t-33.50\nState\tblocked\n" : "Баланс\t-33.50\nСостояние\tblocked\n"))
    let statement = try binary.run(["statement", "all"])
    #expect(
      statement.output == """
        2026-10-01\tpayment\tСБП\t600.00\t600.00
        2026-10-01\tcharge\tБерег 100\t-600.00\t0.00
        2026-11-01\tcharge\tБерег 100, часть\t-33.50\t-33.50

        """)
    let tariffs = try binary.run(["tariff", "list", "--all"])
    #expect(tariffs.output.contains("Берег 100") && tariffs.output.contains("Берег 900"))
    let article = try binary.run(["kb", "search", "роутер"])
    #expect(article.output.contains("Пропала связь"))
    let refused = try binary.run(["tariff", "switch", "8", "--yes"])
    #expect(refused.status == 6)
    #expect(refused.error.contains(language == "en" ? "what to do:" : "что сделать:"))
  }

  @Test func aTrustPaymentWhoseAnswerIsLostIsSettledByReadingBack() throws {
    let fixture = BillingFixture()
    let replay = try HTTPReplay(fixture.respond)
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome())
    try #require(try login(binary, replay.address).status == 0)
    let terms = try binary.run(["trust-payment", "check"])
    #expect(terms.status == 0)
    #expect(terms.output.hasPrefix("Sum\t300.00\nPrice\t15.00\nTerm\t5 days, "))
    fixture.loseNextCredit()
    let lost = try binary.run(["trust-payment", "take", "--yes"])
    #expect(lost.status == 8)
    #expect(lost.output.hasPrefix("Trust payment: outcome unknown\n"))
    let sync = try binary.run(["sync", "--force"])
    #expect(sync.status == 0, "\(sync.error)")
    #expect(sync.output.hasPrefix("trust payment: done\n"))
    #expect(replay.requests.count { $0.route == "POST /api.cgi/user/credit" } == 1, "it is never sent twice")
    let again = try binary.run(["trust-payment", "check"])
    #expect(again.status == 6)
    #expect(again.output.contains("The trust payment of this month has been used"))
  }

  @Test func aWrongPasswordAndAForcedDialectAreTold() throws {
    let fixture = BillingFixture()
    let replay = try HTTPReplay(fixture.respond)
    defer { replay.stop() }
    let home = try TemporaryHome()
    let binary = Binary(home: home)
    let wrong = try binary.run(
      ["login", replay.address, "--login", "petrova", "--password-stdin"], input: "hunter2\n")
    #expect(wrong.status == 6)
    #expect(!wrong.error.contains("hunter2"))
    #expect(try Directory(home.path).list().isEmpty)
    #expect(try login(binary, replay.address, ["--dialect", "native"]).status != 0)
    #expect(try login(binary, replay.address, ["--dialect", "abills"]).status == 0)
  }

  /// While a request is being answered, its sender is running: its arguments and environment are read then.
  @Test func thePasswordIsInNoArgumentAndNoEnvironment() throws {
    let found = Mutex<[Bool]>([])
    let fixture = BillingFixture { request in
      guard request.method == "POST" else { return }
      let isKnown = Processes.know(BillingFixture.password)
      found.withLock { $0.append(isKnown) }
    }
    let replay = try HTTPReplay(fixture.respond)
    defer { replay.stop() }
    let home = try TemporaryHome()
    let binary = Binary(home: home)
    let ran = try login(binary, replay.address)
    #expect(ran.status == 0)
    #expect(found.withLock { $0 } == [false])
    #expect(!ran.output.contains(BillingFixture.password) && !ran.error.contains(BillingFixture.password))
  }
}

/// What every process of this machine was started with.
enum Processes {
  /// Files of /proc have no size, so another program reads them.
  static func know(_ secret: String) -> Bool {
    let script = "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null"
    let outcome = try? Spawn(["/bin/sh", "-c", script], environment: [:], outputLimit: 64 << 20).run()
    guard let bytes = outcome?.output, !bytes.isEmpty else { return true }
    return String(decoding: bytes, as: UTF8.self).contains(secret)
  }
}
