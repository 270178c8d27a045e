import Commands
import Sandbox
import TestSupport
import Testing

/// Each documented exit status, provoked.
struct ExitStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let status: Commands.ExitStatus
    let testDescription: String
    let run: @Sendable () throws -> Ran

    init(_ status: Commands.ExitStatus, _ name: String, _ run: @escaping @Sendable () throws -> Ran) {
      self.status = status
      testDescription = "\(status.rawValue), \(name)"
      self.run = run
    }
  }

  static let cases = [
    Case(.done, "nothing found is done too") { try Shell.loggedIn().run("kb", "search", "qqqqzzzz") },
    Case(.failed, "an answer that is not understood") { try faulty(.html, "* /v1/accounts/**", ["sync"]) },
    Case(.usage, "an unknown command") { try Shell().run("blance") },
    Case(.loginNeeded, "before the first login") { try Shell().run("balance") },
    Case(.unreachable, "nobody listens") { try faulty(.loseRequest, "* /**", ["sync"]) },
    Case(.refused, "a tariff that can't be had") { try Shell.loggedIn().run("tariff", "switch", "giga", "--yes") },
    Case(.unsettled, "an answer that was lost") {
      try faulty(.loseAnswer, "PUT /v1/accounts/*/intents/*", ["pay", "500", "--yes"])
    },
    Case(.store, "a damaged store") {
      let shell = try Shell.loggedIn()
      try shell.home.write("data/store.json", "")
      return shell.run("balance")
    },
  ]

  @Test(arguments: cases) func eachStatusMeansWhatIsDocumented(row: Case) throws {
    let ran = try row.run()
    #expect(ran.status == row.status.rawValue, "\(ran.error)")
    #expect(ran.error.hasPrefix("error: ") == ![.done, .unsettled].contains(row.status))
  }

  /// 130 and 141 need a real process: the end-to-end tests provoke them. 3 is reserved for `check`.
  @Test func noStatusIsLeftOut() {
    let elsewhere: Set<Commands.ExitStatus> = [.interrupted, .brokenPipe, .threshold]
    #expect(Set(ExitStatusTests.cases.map(\.status)).union(elsewhere) == Set(Commands.ExitStatus.allCases))
  }

  @Test func theHelpListsEveryStatusAndSaysThatThreeIsReserved() throws {
    let help = try Shell().run("help", "exit-status")
    for status in Commands.ExitStatus.allCases { #expect(help.output.contains("  \(status.rawValue) "), "\(status)") }
    #expect(help.output.contains("reserved"))
    #expect(CommandTree.grammar.leaves.allSatisfy { !$0.command.exitStatuses.contains(3) })
  }

  @Test func theHelpOfACommandListsTheStatusesThatItGives() throws {
    let help = try Shell().run("pay", "--help").output
    for status in ["6", "8"] { #expect(help.contains(status)) }
  }

  private static func faulty(_ kind: Fault.Kind, _ pattern: String, _ words: [String]) throws -> Ran {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(kind, on: pattern, times: 9))
    return shell.run(words)
  }
}
