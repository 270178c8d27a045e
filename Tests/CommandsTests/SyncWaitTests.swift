import Sandbox
import TestSupport
import Testing

/// What `sync` does when the provider asks to wait, and what it tells when only half of it could be done.
struct SyncWaitTests {
  @Test func aShortWaitThatTheProviderOrderedIsSatOut() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.wait, on: "GET /v1/accounts/*/changes", value: 20))
    #expect(shell.run("sync").status == 5)
    let before = shell.now
    let sync = shell.run("sync")
    #expect(sync.status == 0)
    #expect(sync.error.contains("the provider asked to wait; waiting 20 s"))
    #expect(before.seconds(until: shell.now) == 20)
  }

  @Test func aLongWaitIsNamedAndNothingIsAsked() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.wait, on: "GET /v1/accounts/*/changes", value: 600))
    #expect(shell.run("sync").status == 5)
    let sync = shell.run("sync")
    #expect(sync.status == 5)
    #expect(sync.error.contains("another 10 min"))
    #expect(shell.run("sync", "--force").status == 0)
  }

  @Test func whatBecameOfAPaymentIsToldEvenWhenTheLedgerCannotBeFetched() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.loseAnswer, on: "PUT /v1/accounts/*/intents/*"))
    #expect(shell.run("pay", "500", "--yes").status == 8)
    shell.sandbox.faults.add(Fault(.status, on: "GET /v1/accounts/*/changes", times: 9, value: 500))
    let sync = shell.run("sync", "--force")
    #expect(sync.status == 5)
    #expect(sync.error.contains("₽500: done"))
  }
}
