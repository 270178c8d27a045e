import Sandbox
import TestSupport
import Testing

/// `payments show`, `settle` and `cancel`.
struct PaymentsVerbsTests {
  private func unsettled(_ kind: Fault.Kind, silent: Int = 9) throws -> Shell {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(kind, on: "PUT /v1/accounts/*/intents/*"))
    let ran = shell.run("pay", "500", "--yes", "--key", "k1")
    try #require(ran.status == 8, "\(ran.error)")
    return shell
  }

  @Test func onePaymentIsShownStepByStep() throws {
    let shell = try unsettled(.loseAnswer)
    let shown = shell.run("payments", "show", "k1")
    #expect(shown.status == 0)
    #expect(shown.output.contains("\ttake\n") && shown.output.contains("\tlost\n"))
    #expect(try shell.run("payments", "show", "k1", "--json").json()["history"]?.elements.count == 2)
    let absent = shell.run("payments", "show", "k2")
    #expect(absent.status == 2)
    #expect(absent.error.contains("kabinet payments"))
    #expect(shell.run("payments", "show").status == 2)
  }

  @Test func settlingFindsOutWhatBecameOfItAndPaysOnce() throws {
    let shell = try unsettled(.loseAnswer)
    let settled = shell.run("payments", "settle", "k1")
    #expect(settled.status == 0)
    #expect(settled.output.contains("done"))
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("payments", "settle", "k1").status == 0)
    #expect(try shell.paid(50_000) == 1)
  }

  @Test func whatTheProviderNeverSawIsCancelledForEver() throws {
    let shell = try unsettled(.loseRequest)
    let cancelled = shell.run("payments", "cancel", "k1")
    #expect(cancelled.status == 0)
    #expect(shell.run("payments", "cancel", "k1").status == 0)
    // The key is spent: the same command pays nothing any more.
    #expect(shell.run("pay", "500", "--yes", "--key", "k1").status == 6)
    shell.run("sync")
    #expect(try shell.paid(50_000) == 0)
  }

  @Test func whatIsDoneCannotBeTakenBack() throws {
    let shell = try unsettled(.loseAnswer)
    let late = shell.run("payments", "cancel", "k1")
    #expect(late.status == 6)
    #expect(late.error.contains("too late to take back"))
    #expect(try shell.paid(50_000) == 1)
    #expect(shell.run("payments", "cancel", "k1").status == 6)
  }

  @Test func aCancellationThatIsNotAnsweredStaysOpen() throws {
    let shell = try unsettled(.loseRequest)
    shell.sandbox.faults.add(Fault(.loseRequest, on: "DELETE /v1/accounts/*/intents/*"))
    #expect(shell.run("payments", "cancel", "k1").status == 8)
    #expect(shell.run("sync").status == 0)
    #expect(try shell.run("payments", "show", "k1", "--json").json()["state"] == "cancelled")
  }

  @Test func withoutAKeyEverythingIsSettled() throws {
    let shell = try unsettled(.loseAnswer)
    #expect(shell.run("payments", "settle").status == 0)
    #expect(try shell.run("payments", "--open", "--json").json()["payments"]?.elements.isEmpty == true)
  }
}
