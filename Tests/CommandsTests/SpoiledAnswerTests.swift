import Provider
import Sandbox
import TestSupport
import Testing

/// A provider that answers wrongly: named with the next step, and nothing that is stored is lost.
struct SpoiledAnswerTests {
  struct Spoiling: Sendable, CustomTestStringConvertible {
    let fault: Fault
    let status: Int32
    let message: String
    let hint: String

    init(_ fault: Fault, _ status: Int32, says message: String, hint: String) {
      self.fault = fault
      self.status = status
      self.message = message
      self.hint = hint
    }

    var testDescription: String { fault.kind.rawValue + (fault.value.map { " \($0)" } ?? "") }
  }

  private static let feed = "GET /v1/accounts/*/changes"
  private static func feed(_ kind: Fault.Kind, _ value: Int64? = nil) -> Fault {
    Fault(kind, on: feed, times: 9, value: value)
  }

  static let spoilings = [
    Spoiling(feed(.html), 1, says: "the provider's answer can't be understood", hint: "kabinet account list"),
    Spoiling(feed(.bomb, 300), 1, says: "the provider's answer can't be understood", hint: "kabinet account list"),
    Spoiling(feed(.redirect), 1, says: "the provider redirects to another address", hint: "kabinet account list"),
    Spoiling(feed(.status, 500), 5, says: "the provider has a failure (HTTP 500)", hint: "kabinet sync"),
    Spoiling(feed(.status, 503), 5, says: "the provider asks to wait", hint: "kabinet sync"),
    Spoiling(feed(.wait, 600), 5, says: "the provider asks to wait for 600 s", hint: "kabinet sync"),
    Spoiling(feed(.loseRequest), 5, says: "the provider can't be reached", hint: "the stored data can be read offline"),
    Spoiling(feed(.loseAnswer), 5, says: "the provider can't be reached", hint: "the stored data can be read offline"),
    Spoiling(feed(.delay, 600_000), 5, says: "timed out", hint: "kabinet sync"),
    Spoiling(Fault(.unauthorized, on: "* /v1/**", times: 9), 4, says: "the session is over", hint: "kabinet login"),
  ]

  @Test(arguments: spoilings) func aSyncThatFailsSaysWhyAndKeepsWhatIsStored(spoiling: Spoiling) throws {
    let shell = try Shell.loggedIn()
    let before = shell.run("statement", "all")
    try shell.sandbox.correct(account: "100100", kind: .charge, amount: -100, text: "Ещё")
    shell.sandbox.faults.add(spoiling.fault)
    let ran = shell.run("sync", "--force")
    #expect(ran.status == spoiling.status)
    #expect(ran.output.isEmpty)
    #expect(ran.error.contains(spoiling.message), "\(ran.error)")
    #expect(ran.error.contains(spoiling.hint), "\(ran.error)")
    #expect(!ran.error.contains("<") && !ran.error.contains("[[["), "never a raw body of the server")
    #expect(shell.run("statement", "all").output == before.output)
    shell.sandbox.faults.removeAll()
    #expect(shell.run("sync", "--force").status == 0)
    #expect(try shell.balance() == 21_350)
  }

  /// What was cut goes on from the last checkpoint, within the same command.
  @Test(arguments: [Fault.Kind.cut, .truncate]) func aCutFeedIsTakenUpAgain(kind: Fault.Kind) throws {
    let shell = try Shell.loggedIn()
    try shell.sandbox.correct(account: "100100", kind: .charge, amount: -100, text: "Ещё")
    shell.sandbox.faults.add(Fault(kind, on: SpoiledAnswerTests.feed, times: 1, value: 50))
    let first = shell.run("sync")
    #expect([0, 1, 5].contains(first.status))
    #expect(shell.run("sync", "--force").status == 0)
    #expect(try shell.balance() == 21_350)
  }

  @Test func aForgottenCursorMeansReadingEverythingAnew() throws {
    let shell = try Shell.loggedIn()
    let before = shell.run("statement", "all")
    shell.sandbox.faults.add(Fault(.gone, on: SpoiledAnswerTests.feed))
    #expect(shell.run("sync").status == 0)
    #expect(shell.run("statement", "all").output == before.output)
  }

  @Test func aWaitIsRememberedBetweenCommands() throws {
    let shell = try Shell.loggedIn()
    shell.sandbox.faults.add(Fault(.wait, on: SpoiledAnswerTests.feed, times: 1, value: 600))
    #expect(shell.run("sync").status == 5)
    let waiting = shell.run("sync")
    #expect(waiting.status == 5)
    #expect(waiting.error.contains("kabinet sync --force"))
    shell.wait(seconds: 601)
    #expect(shell.run("sync").status == 0)
  }

  @Test func anExpiredTokenIsRenewedWithoutAWord() throws {
    let shell = try Shell.loggedIn()
    let before = try shell.home.read("config/credentials.json")
    shell.sandbox.faults.add(Fault(.unauthorized, on: SpoiledAnswerTests.feed))
    let sync = shell.run("sync")
    #expect(sync == Ran(output: "Nothing new.\n", error: "", status: 0))
    #expect(try shell.home.read("config/credentials.json") != before, "the renewed tokens are kept")
  }

  @Test func aClockThatDiffersIsTold() throws {
    let shell = try Shell.loggedIn()
    try shell.sandbox.correct(account: "100100", kind: .charge, amount: -100, text: "Ещё")
    shell.sandbox.faults.add(Fault(.clock, on: SpoiledAnswerTests.feed, value: 7200))
    let sync = shell.run("sync")
    #expect(sync.status == 0)
    #expect(sync.error.contains("The clock of this machine differs from the provider's by 2 h"))
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let part: String
    let replacement: String
    let message: String
  }

  static let edits = [
    Edit(
      testDescription: "a balance that is a text", part: #""balance":{"currency":"RUB","minor":"#,
      replacement: #""balance":{"currency":"RUB","minor":"# + "\"x\"+", message: "can't be understood"),
    Edit(
      testDescription: "a fraction of a kopeck", part: #""minor":21350"#, replacement: #""minor":21350.5"#,
      message: "can't be understood"),
    Edit(
      testDescription: "money with an exponent", part: #""minor":21350"#, replacement: #""minor":2135e1"#,
      message: "can't be understood"),
    Edit(
      testDescription: "a member twice", part: #""type":"#, replacement: #""type":"account","type":"#,
      message: "can't be understood"),
    Edit(
      testDescription: "brackets without end", part: #""data":"#,
      replacement: #""data":"# + String(repeating: "[", count: 4000), message: "can't be understood"),
    Edit(
      testDescription: "an unknown currency", part: #""currency":"RUB""#, replacement: #""currency":"DOGE""#,
      message: "can't be understood"),
    Edit(
      testDescription: "another customer's account", part: #""id":"100100""#, replacement: #""id":"100102""#,
      message: "the provider shows another account"),
  ]

  @Test(arguments: edits) func wrongTypesAndOtherPeoplesIdsAreNotTaken(edit: Edit) throws {
    let shell = try Shell.loggedIn()
    let before = shell.run("statement", "all")
    try shell.sandbox.correct(account: "100100", kind: .charge, amount: -100, text: "Ещё")
    let inner = shell.sandbox.transport
    shell.transport = { _ in
      RewritingTransport(inner: inner) { request, text in
        guard request.target.contains("accounts/100100/changes") else { return nil }
        return text.replacingAll(edit.part, by: edit.replacement)
      }
    }
    let ran = shell.run("sync")
    #expect(ran.status == 1, "\(ran.output)")
    #expect(ran.error.contains(edit.message), "\(ran.error)")
    #expect(ran.error.contains("what to do:"))
    #expect(shell.run("statement", "all").output.hasPrefix(before.output))
    #expect(try shell.balance() == 21_450)
  }

  @Test(arguments: [
    (Fault.Kind.html, Int32(1)), (.truncate, 1), (.bomb, 1), (.status, 5), (.loseRequest, 5),
  ])
  func aLoginAtSomethingElseIsRefused(kind: Fault.Kind, status: Int32) throws {
    let shell = try Shell()
    shell.sandbox.faults.add(Fault(kind, on: "* /**", times: 99))
    let ran = shell.login()
    #expect(ran.status == status, "\(ran.error)")
    #expect(ran.error.contains("what to do:"))
    #expect(try shell.home.names().filter { $0 == "data" }.isEmpty)
  }

  @Test func aLostPaymentPageStaysUnknownAndIsNotRepeated() throws {
    for kind in [Fault.Kind.html, .truncate, .cut, .statusAfter] {
      let shell = try Shell.loggedIn()
      shell.sandbox.faults.add(Fault(kind, on: "PUT /v1/accounts/*/intents/*"))
      let ran = shell.run("pay", "500", "--yes")
      #expect(ran.status == 8, "\(kind): \(ran.output)\(ran.error)")
      #expect(shell.run("sync").status == 0)
      #expect(try shell.paid(50_000) == 1, "\(kind)")
    }
  }
}

extension String {
  func replacingAll(_ part: String, by other: String) -> String {
    let pattern = Array(part.utf8)
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: pattern) {
        result += other.utf8
        rest = rest.dropFirst(pattern.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
