import JSON
import TestSupport
import Testing

/// Writing to support, and reading what came back.
struct TicketTests {
  private func shell() throws -> Shell { try Shell.loggedIn() }

  @Test func aTicketIsOpenedAnsweredRepliedToAndClosed() throws {
    let shell = try shell()
    let opened = shell.run("ticket", "new", "No link", "--text", "Since noon", "--topic", "connection", "--yes")
    #expect(opened.status == 0, "\(opened.error)")
    let first = shell.run("ticket", "list")
    #expect(first.output.hasPrefix("1001\topen\t"))
    #expect(first.output.hasSuffix("\tNo link\n"))
    shell.wait(seconds: 86_400)
    #expect(shell.run("sync").status == 0)
    let answered = shell.run("ticket", "show", "#1001", onTerminal: true)
    #expect(answered.output.contains("Since noon") && answered.output.contains("Support"))
    #expect(answered.output.contains("answered"))
    #expect(shell.run("ticket", "reply", "1001", "--text", "Works now", "--yes").status == 0)
    #expect(shell.run("ticket", "close", "1001", "--yes").status == 0)
    let closed = shell.run("ticket", "list")
    #expect(closed.output.isEmpty && closed.error.contains("1 ticket"))
    #expect(shell.run("ticket", "list", "--all").output.contains("closed"))
    let late = shell.run("ticket", "reply", "1001", "--text", "One more thing", "--yes")
    #expect(late.status == 6 && late.error.contains("closed"))
  }

  @Test func theMessageMayComeFromAPipeOrATerminal() throws {
    let shell = try shell()
    #expect(shell.run("ticket", "new", "Loss", "--yes", typing: ["line 1", "", "line 3"]).status == 0)
    let ticket = try JSON(parsing: Array(shell.run("ticket", "show", "1001", "--json").output.utf8))
    #expect(ticket.text.contains(#""text":"line 1\n\nline 3""#))
    let typed = shell.run("ticket", "new", "Loss", typing: ["one line", "y"], onTerminal: true)
    #expect(typed.status == 0 && typed.error.contains("Send the ticket ‘Loss’?"))
    #expect(shell.run("ticket", "list").output.split(separator: "\n").count == 2)
  }

  @Test func theSameKeyIsOneTicket() throws {
    let shell = try shell()
    for _ in 0..<3 {
      #expect(shell.run("ticket", "new", "Loss", "--text", "x", "--yes", "--key", "loss-1").status == 0)
    }
    #expect(shell.run("ticket", "list").output.split(separator: "\n").count == 1)
    #expect(shell.run("ticket", "new", "Other", "--text", "x", "--yes", "--key", "loss-1").status == 2)
  }

  @Test func aDryRunSendsNothingAndSaysHow() throws {
    let shell = try shell()
    let dry = shell.run("ticket", "new", "It's slow", "--text", "x", "--dry-run")
    #expect(dry.status == 0)
    #expect(dry.output.contains(#"kabinet ticket new 'It'\''s slow' --text 'x'"#))
    #expect(shell.run("ticket", "list").output.isEmpty)
  }

  @Test(arguments: [
    (["ticket", "show", "7"], 2, "there is no ticket no. 7"), (["ticket", "new", "S", "--text", " "], 2, "is empty"),
    (["ticket", "new", "S"], 2, "is empty"), (["ticket", "reply", "7", "--text", "x"], 2, "there is no ticket no. 7"),
    (["ticket", "new", "S", "--text", "x", "--topic", "nope"], 2, "there is no topic ‘nope’"),
    (["notice", "show", "zz"], 2, "there is no message no. zz"),
    (["ticket", "new", "S", "--text", "x"], 2, "a confirmation is needed"),
  ])
  func nonsenseIsToldWithTheNextStep(words: [String], status: Int32, message: String) throws {
    let ran = try shell().run(words)
    #expect(ran.status == status && ran.output.isEmpty)
    #expect(ran.error.contains(message) && ran.error.contains("what to do:"), "\(ran.error)")
  }

  @Test func aMessageThatIsTooLongIsRefused() throws {
    let ran = try shell().run(
      "ticket", "new", "S", "--yes", typing: Array(repeating: String(repeating: "a", count: 1000), count: 20))
    #expect(ran.status == 2 && ran.error.contains("longer than 16 KiB"))
  }

  @Test func topicsNoticesAndMethodsAreListed() throws {
    let shell = try shell()
    #expect(shell.run("ticket", "topics").output.hasPrefix("connection\t"))
    #expect(shell.run("payments", "methods").output.contains("card\tdirect\t"))
    let notices = shell.run("notice", "list")
    #expect(notices.status == 0)
    let first = try #require(notices.output.split(separator: "\t").first)
    #expect(shell.run("notice", "show", String(first)).status == 0)
    #expect(shell.run("notice", "list", "--json").output.contains(#""kind":"notices""#))
  }
}
