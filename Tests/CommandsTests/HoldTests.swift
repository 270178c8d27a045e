import TestSupport
import Testing

/// Putting an account on hold and taking that back.
struct HoldTests {
  @Test func aHoldIsPlannedBeginsEndsAndChargesNothingMeanwhile() throws {
    let shell = try Shell.loggedIn("100101")
    let plan = shell.run("hold", "plan", "--from", "2026-12-01", "--until", "2026-12-20")
    #expect(plan.status == 0 && plan.output.contains("2026-12-20"), "\(plan)")
    #expect(shell.run("hold").error.contains("not on hold"))
    #expect(shell.run("hold", "start", "--from", "2026-12-01", "--until", "2026-12-20", "--yes").status == 0)
    #expect(shell.run("hold").output == "From\t2026-12-01\nUntil\t2026-12-20\n")
    shell.wait(seconds: 15 * 86_400)
    #expect(shell.run("sync").status == 0)
    #expect(shell.run("balance", "--json").output.contains(#""state":"held""#))
    #expect(shell.run("balance", onTerminal: true).output.contains("on hold at your request"))
    let balance = try shell.balance()
    shell.wait(seconds: 14 * 86_400)
    #expect(shell.run("sync").status == 0)
    #expect(try shell.balance() == balance, "nothing was charged")
    shell.wait(seconds: 2 * 86_400)
    #expect(shell.run("sync").status == 0)
    #expect(shell.run("hold").output.isEmpty)
  }

  @Test func oneThatIsNoLongerWantedIsTakenBack() throws {
    let shell = try Shell.loggedIn("100101")
    #expect(shell.run("hold", "cancel", "--yes").status == 6)
    #expect(shell.run("hold", "start", "--yes").status == 0)
    #expect(shell.run("hold", "start", "--yes", "--again").status == 6)
    #expect(shell.run("hold", "cancel", "--yes").status == 0)
    #expect(shell.run("hold").output.isEmpty)
  }

  @Test(arguments: [
    (["--from", "2026-12-20", "--until", "2026-12-01"], 2, "ends (2026-12-01) before"),
    (["--from", "2020-01-01"], 2, "2020-01-01"), (["--until", "2026-11-24"], 6, "from 7 to 90 days"),
    (["--from", "2026-12-01", "--until", "2027-06-01"], 6, "from 7 to 90 days"),
    (["--from", "tomorrow-ish"], 2, "tomorrow-ish"),
  ])
  func daysThatCannotBeAreRefusedWithTheReason(words: [String], status: Int32, message: String) throws {
    let ran = try Shell.loggedIn("100101").run(["hold", "start", "--yes"] + words)
    #expect(ran.status == status && ran.error.contains(message), "\(ran)")
    #expect(ran.error.contains("what to do:"))
  }

  @Test func anAccountInDebtCannotBeHeld() throws {
    #expect(try Shell.loggedIn("100106").run("hold", "plan").status == 6)
  }
}
