import Domain
import JSON
import Provider
import Sandbox
import TestSupport
import Testing

/// Payments by rule, from the command to the provider's books.
struct AutopayTests {
  private static let rule = ["autopay", "set", "--below", "1000", "--amount", "100", "--max-month", "300", "--yes"]

  private func ready(_ words: [String] = rule) throws -> Shell {
    let shell = try Shell.loggedIn()
    try #require(shell.run(words).status == 0)
    return shell
  }

  private func verdict(_ ran: Ran) throws -> [JSON] { (try ran.json()["rules"] ?? []).elements }

  @Test func itPaysOnceADayAndWithinTheMonthsCap() throws {
    let shell = try ready()
    for day in 1...3 {
      let ran = shell.run("autopay", "run")
      #expect(ran.status == 0)
      #expect(ran.output.contains("Rule main: payment of ₽100, done"))
      #expect(try shell.paid(10_000) == day)
      #expect(shell.run("autopay", "run").output.contains("this period is paid already"))
      #expect(try shell.paid(10_000) == day)
      shell.wait(seconds: 86_400)
    }
    let capped = shell.run("autopay", "run", "--json")
    #expect(capped.status == 0)
    #expect(try verdict(capped).first?["reason"] == "over-month-cap")
    #expect(try shell.paid(10_000) == 3)
    #expect(try shell.run("autopay", "history", "--json").json()["attempts"]?.elements.count == 3)
  }

  @Test func withoutTheProviderItDoesNothing() throws {
    let shell = try ready()
    shell.sandbox.faults.add(Fault(.loseRequest, on: "* /**", times: 9))
    let ran = shell.run("autopay", "run")
    #expect(ran.status == 5)
    #expect(try shell.run("autopay", "history", "--json").json()["attempts"]?.elements.isEmpty == true)
  }

  @Test func aLostAnswerIsSettledByTheNextRunAndNothingIsPaidTwice() throws {
    let shell = try ready()
    shell.sandbox.faults.add(Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("autopay", "run").status == 8)
    let next = shell.run("autopay", "run")
    #expect(next.status == 0)
    #expect(next.output.contains("this period is paid already"))
    #expect(try shell.paid(10_000) == 1)
  }

  @Test func anUnsettledPaymentOfAPersonHoldsItUp() throws {
    let shell = try ready()
    shell.sandbox.faults.add(Fault(.loseRequest, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("pay", "700", "--yes").status == 8)
    shell.sandbox.faults.add(Fault(.status, on: "* /v1/accounts/*/intents/*", times: 2, value: 503))
    #expect(shell.run("autopay", "run").status == 8)
    #expect(try shell.paid(10_000) == 0)
  }

  @Test(arguments: [90_000, -90_000] as [Int64]) func aClockThatIsOffByADayStopsIt(_ seconds: Int64) throws {
    let shell = try ready()
    shell.now = shell.now.adding(seconds: seconds)
    let ran = shell.run("autopay", "run")
    #expect(ran.status == 1)
    #expect(ran.error.contains("this computer’s clock is"))
    #expect(try shell.paid(10_000) == 0)
  }

  @Test func thePeriodIsTheProvidersDay() throws {
    let shell = try ready()
    // The device is twenty hours ahead: tomorrow there, today at the provider.
    shell.now = shell.now.adding(seconds: 72_000)
    let ran = shell.run("autopay", "run", "--json")
    #expect(ran.status == 0)
    #expect(try verdict(ran).first?["period"] == "2026-11-21")
  }

  @Test func threeDeclinesStopTheRuleAndSettingItAgainStartsAnew() throws {
    let shell = try ready(["autopay", "set", "--day", "1", "--amount", "100", "--yes"])
    shell.wait(seconds: 10 * 86_400)
    for day in 1...3 {
      shell.sandbox.faults.add(Fault(.status, on: "PUT /v1/accounts/*/intents/*", value: 402))
      let ran = shell.run("autopay", "run")
      #expect(ran.status == 6)
      #expect(ran.output.contains("the rule is stopped") == (day == 3))
      #expect(shell.run("autopay", "run").output.contains(day == 3 ? "stopped on" : "declined today"))
      shell.wait(seconds: 86_400)
    }
    let keys = try shell.run("autopay", "history", "--json").json()["attempts"]?.elements.compactMap { $0["number"] }
    #expect(keys == [1, 2, 3])
    #expect(shell.run(["autopay", "set", "--below", "1000", "--amount", "100", "--yes"]).status == 0)
    #expect(shell.run("autopay", "run").status == 0)
    #expect(try shell.run("balance", "--json").json()["lastPayment"]?["amount"]?.minor == 10_000)
  }

  @Test func twoMachinesWithTheSameRuleMakeOnePayment() throws {
    let first = try ready()
    let second = try Shell(beside: first)
    try #require(second.login().status == 0)
    try #require(second.run(Self.rule).status == 0)
    // The first pays after the second has synchronised and decided, just before its payment leaves.
    second.transport = { _ in
      Interposed(inner: second.sandbox.transport) { request in
        if request.method == "PUT" { #expect(first.run("autopay", "run").status == 0) }
      }
    }
    #expect(second.run("autopay", "run").status == 0)
    first.run("sync")
    #expect(try first.paid(10_000) == 1)
  }

  @Test func twoProcessesOfOneMachineMakeOnePayment() throws {
    let shell = try ready()
    var isInside = false
    let inner = shell.sandbox.transport
    shell.transport = { _ in
      Interposed(inner: inner) { request in
        guard request.target.hasSuffix("/checks"), !isInside else { return }
        isInside = true
        #expect(shell.run("autopay", "run").status == 0)
      }
    }
    #expect(shell.run("autopay", "run").status == 0)
    #expect(try shell.paid(10_000) == 1)
    #expect(try shell.run("autopay", "history", "--json").json()["attempts"]?.elements.count == 1)
  }

  @Test func theDecisionIsExplainedWithItsInputsAndNothingIsSent() throws {
    let shell = try ready()
    let before = shell.sandbox.now
    shell.environment["NO_COLOR"] = "1"
    let text = shell.run("autopay", "explain", onTerminal: true)
    #expect(text.status == 0)
    for part in ["Balance", "₽214.50", "Decision: pay ₽100", "when the balance is below ₽1,000"] {
      #expect(text.output.contains(part), "\(part) in \(text.output)")
    }
    let json = try shell.run("autopay", "explain", "--json").json()["decisions"]?.elements.first
    #expect(json?["verdict"] == "pay")
    #expect(json?["today"] == "2026-11-21")
    #expect(try shell.paid(10_000) == 0)
    #expect(shell.sandbox.now == before)
  }

  @Test func aDryRunShowsWhatWouldBePaidAndPaysNothing() throws {
    let shell = try ready()
    let ran = shell.run("autopay", "run", "--dry-run")
    #expect(ran.status == 0)
    #expect(ran.output.contains("Rule main: pay ₽100"))
    #expect(try shell.paid(10_000) == 0)
    #expect(try shell.run("autopay", "history", "--json").json()["attempts"]?.elements.isEmpty == true)
  }

  @Test func aRuleThatIsOffPaysNothing() throws {
    let shell = try ready()
    #expect(shell.run("autopay", "off", onTerminal: true).output.contains("turned off on"))
    #expect(shell.run("autopay", "run").status == 0)
    #expect(try shell.paid(10_000) == 0)
    #expect(try shell.run("autopay", "show", "--json").json()["rules"]?.elements.first?["enabled"] == false)
  }

  @Test func aTrustPaymentIsTakenWhereItIsToBeHadAndMoneyIsNeverPaidForIt() throws {
    let shell = try Shell.loggedIn("100106")
    let since = try shell.run("balance", "--json").json()["block"]?["since"]
    let today = try shell.run("balance", "--json").json()["today"]
    #expect(shell.run("autopay", "set", "credit", "--trust-payment", "--yes").status == 0)
    let ran = shell.run("autopay", "run", "--json")
    #expect(ran.status == 0)
    let taken = try verdict(ran).first?["verdict"] == "trust-payment"
    #expect(taken == (since == today))
  }

  @Test(
    arguments: [
      (["--below", "100"], "a rule needs both"), (["--amount", "100"], "a rule needs both"), ([], "not said what"),
      (["--below", "100", "--day", "3", "--amount", "5"], "one condition and one amount"),
      (["--below", "100", "--amount", "5", "--up-to", "7"], "one condition and one amount"),
      (["--below", "100", "--up-to", "700"], "--up-to needs a cap"), (["--day", "32", "--amount", "5"], "32"),
      (["--below", "100", "--amount", "500", "--max-payment", "400"], "over the cap"),
      (["--below", "100", "--amount", "500", "--max-month", "400"], "below that of one payment"),
      (["--below", "100", "--amount", "500", "--until", "2020-01-01"], "past already"),
      (["--below", "100", "--amount", "500", "--method", "gold"], "no payment method"),
      (["--below", "100", "--amount", "4111 1111 1111 1111"], "card number"),
      (["Ц", "--below", "100", "--amount", "500"], "the name of a rule"),
      (["--below", "100", "--amount", "500"], "confirmation is needed"),
    ] as [([String], String)])
  func whatCannotBeARuleIsRefusedWithANextStep(_ words: [String], what: String) throws {
    let ran = try Shell.loggedIn().run(["autopay", "set"] + words)
    #expect(ran.status == 2)
    #expect(ran.error.contains(what), "\(ran.error)")
    #expect(ran.error.contains("what to do:"))
  }

  @Test func aPersonIsAskedAndMaySayNo() throws {
    let shell = try Shell.loggedIn()
    let no = shell.run(
      ["autopay", "set", "--below", "100", "--amount", "500"], typing: ["n"], onTerminal: true)
    #expect(no.status == 1)
    #expect(try shell.run("autopay", "--json").json()["rules"]?.elements.isEmpty == true)
    let yes = shell.run(
      ["autopay", "set", "--below", "100", "--amount", "500"], typing: ["y"], onTerminal: true)
    #expect(yes.status == 0)
    #expect(try shell.run("autopay", "--json").json()["rules"]?.elements.count == 1)
  }
}

/// Lets something happen before each request leaves.
private struct Interposed: Transport {
  let inner: any Transport
  let before: (Request) -> Void

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    before(request)
    return try inner.exchange(request, with: address, receive: receive)
  }
}
