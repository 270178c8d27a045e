import JSON
import Platform
import Provider
import Sandbox
import TestSupport
import Testing

/// What a person, or a script, gets to see of a payment when something went wrong around it.
@Suite struct PayAfterTroubleTests {
  private func shell(start: String = "2026-11-21T09:00:00Z") throws -> Shell {
    let shell = try Shell(start: start)
    let login = shell.login()
    #expect(login.status == 0, "\(login.error)")
    return shell
  }

  private func payments(_ shell: Shell) throws -> [String] {
    let ran = shell.run("payments", "--json")
    guard case .array(let all)? = try JSON(parsing: Array(ran.output.utf8))["payments"] else {
      Issue.record("no payments in \(ran.output)")
      return []
    }
    return all.compactMap { payment in
      guard case .string(let state)? = payment["state"] else { return nil }
      return state
    }
  }

  @Test func aPaymentWhoseOutcomeCannotBeWrittenIsNotToldAsAFailureOfTheDisk() throws {
    let shell = try shell()
    let way = shell.sandbox.transport
    let root = try Directory(shell.home.path + "/data")
    shell.transport = { _ in
      Meddling(inner: way, on: "PUT") {
        try root.rename("intents", to: "elsewhere")
        _ = try root.createDirectory("intents")
      }
    }
    let pay = shell.run("pay", "500", "--yes")
    try root.removeTree("intents")
    try root.rename("elsewhere", to: "intents")
    shell.transport = { _ in way }
    #expect(pay.status == 8, "\(pay.error)")
    #expect(pay.error.contains("kabinet sync"))
    #expect(shell.run("pay", "500", "--yes").status == 8)
    #expect(shell.run("sync").status == 0)
    #expect(try payments(shell) == ["confirmed"])
  }

  @Test func aPaymentThatEndedJustBeforeACrashIsStillRemembered() throws {
    let shell = try shell()
    #expect(shell.run("pay", "500", "--yes", "--key", "a").status == 0)
    let root = try Directory(shell.home.path + "/data")
    try root.rename("intents/done/2026/a.json", to: "intents/a.json")
    #expect(shell.run("pay", "500", "--yes").status == 2)
    #expect(try payments(shell) == ["confirmed"])
  }

  @Test func aPaymentOfTheOldYearIsRememberedInTheNew() throws {
    let shell = try shell(start: "2026-12-31T23:58:00Z")
    #expect(shell.run("pay", "500", "--yes").status == 0)
    shell.wait(seconds: 240)
    #expect(shell.run("pay", "500", "--yes").status == 2)
  }

  @Test func scriptsWithTwoKeysMeanTwoPayments() throws {
    let shell = try shell()
    #expect(shell.run("pay", "500", "--yes", "--key", "a").status == 0)
    #expect(shell.run("pay", "500", "--yes", "--key", "b").status == 0)
    #expect(shell.run("pay", "500", "--yes", "--key", "b").status == 0)
    #expect(try payments(shell) == ["confirmed", "confirmed"])
  }

  @Test func whoInsistsGetsTheFirstSettledAndThenTheSecond() throws {
    let shell = try shell()
    shell.sandbox.faults.add(Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("pay", "500", "--yes").status == 8)
    #expect(shell.run("pay", "500", "--yes", "--again").status == 0)
    #expect(try payments(shell) == ["confirmed", "confirmed"])
  }
}

/// Does something to this machine just before the answers to one method arrive.
private struct Meddling: Transport {
  let inner: any Transport
  let on: String
  let body: () throws -> Void

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    let response = try inner.exchange(request, with: address, receive: receive)
    if request.method == on { try body() }
    return response
  }
}
