import JSON
import Language
import Platform
import Testing

@testable import Terminal

struct ConsoleTests {
  private let streams = TestConsole()

  private func answer(lines: Int = 1) -> Answer {
    Answer(kind: "x", json: [:], view: (0..<lines).map { .line("line \($0)") })
  }

  @Test func answerIsWrittenAtOnceToStdout() throws {
    try streams.console().answer(answer(lines: 500))
    #expect(streams.writes == 1)
    #expect(streams.output.hasPrefix("line 0\nline 1\n"))
    #expect(streams.error.isEmpty)
  }

  @Test func theLinesOfAHintStandUnderEachOther() {
    let console = streams.console(ConsoleSettings(language: .english))
    console.failure(what: Phrase("нет", "no"), hint: Phrase("одно\nдругое", "one\nother"))
    #expect(streams.error == "error: no\n  what to do: one\n              other\n")
  }

  @Test func talkGoesToStderr() {
    let console = streams.console(ConsoleSettings(language: .russian))
    console.note(Phrase("готово", "done"))
    console.warning(Phrase("данные старые", "old data"))
    console.failure(
      what: Phrase("нет связи", "no connection"), why: Phrase("порт закрыт", "port closed"),
      hint: Phrase("kabinet sync", "kabinet sync"))
    #expect(streams.output.isEmpty)
    #expect(
      streams.error
        == "готово\nвнимание: данные старые\nошибка: нет связи\n  порт закрыт\n  что сделать: kabinet sync\n")
  }

  @Test func quietLeavesOutNotesButNotWarnings() {
    let console = streams.console(ConsoleSettings(language: .english, isQuiet: true, isVerbose: true))
    console.note(Phrase("а", "note"))
    console.detail(Phrase("а", "detail"))
    console.warning(Phrase("а", "careful"))
    #expect(streams.error == "warning: careful\n")
  }

  @Test func detailsAreForVerbose() {
    streams.console().detail(Phrase("а", "hidden"))
    streams.console(ConsoleSettings(language: .english, isVerbose: true)).detail(Phrase("а", "shown"))
    #expect(streams.error == "shown\n")
  }

  @Test func brokenPipeAndFullDiskReachTheCaller() {
    streams.failure = .brokenPipe
    #expect(throws: OutputFailure.brokenPipe) { try streams.console().answer(answer()) }
    streams.failure = .failed(code: 28)
    #expect(throws: OutputFailure.failed(code: 28)) { try streams.console().answer(answer()) }
  }

  @Test func lostAnswerIsReportedUnlessNobodyReads() {
    let console = streams.console()
    console.failure(.brokenPipe)
    console.failure(.failed(code: 28))
    console.failure(.failed(code: 5))
    #expect(
      streams.error == """
        error: the answer was not written: no space left on the disk
        error: the answer was not written: Input/output error

        """)
  }

  @Test func messagesAreGatedToo() {
    streams.console().note(Line(verbatim: "\u{1B}[2J\nfake"))
    #expect(streams.error == "\\x1b[2J fake\n")
  }

  @Test func longAnswerIsPagedOnATerminalOnly() throws {
    try streams.console(terminals: [.input, .output]).answer(answer(lines: 10))
    #expect(streams.paged.count == 1 && streams.output.isEmpty)
    try streams.console(terminals: [.input]).answer(answer(lines: 10))
    try streams.console(terminals: [.input, .output]).answer(answer(lines: 9))
    #expect(streams.paged.count == 1 && streams.writes == 2)
  }

  @Test func pagerThatDoesNotStartIsReplacedByPlainOutput() throws {
    streams.pagerStarts = false
    try streams.console(terminals: [.input, .output]).answer(answer(lines: 10))
    #expect(streams.output.hasSuffix("line 9\n"))
  }

  @Test func pagerIsChosenByTheEnvironment() {
    #expect(PagerCommand(environment: [:])?.command == "less")
    #expect(PagerCommand(environment: [:])?.environment["LESS"] == "FRX")
    #expect(PagerCommand(environment: ["PAGER": "more", "LESS": "S"])?.environment["LESS"] == "S")
    #expect(PagerCommand(environment: ["PAGER": "more"])?.command == "more")
    #expect(PagerCommand(environment: ["PAGER": "more", "KABINET_PAGER": "most -w"])?.command == "most -w")
    #expect(PagerCommand(environment: ["PAGER": "cat"]) == nil)
    #expect(PagerCommand(environment: ["PAGER": " "]) == nil)
    #expect(PagerCommand(environment: ["PAGER": "more", "KABINET_PAGER": ""]) == nil)
  }

  @Test func documentPassesAsItIs() throws {
    try streams.console().document("a\tb\n")
    #expect(streams.output == "a\tb\n")
  }

  @Test func progressIsDrawnInPlaceAndTakenAway() throws {
    let console = streams.console(terminals: [.error])
    let progress = try #require(console.startProgress(Phrase("Загрузка", "Loading")))
    progress.update(50, of: 200)
    progress.update(50, of: 200)
    progress.finish()
    #expect(streams.error == "\r\u{1B}[KLoading\r\u{1B}[KLoading: 50/200 (25%)\r\u{1B}[K")
  }

  @Test func noteDoesNotMixWithProgress() throws {
    let console = streams.console(terminals: [.error])
    let progress = try #require(console.startProgress(Phrase("Загрузка", "Loading")))
    console.note(Phrase("а", "note"))
    progress.finish()
    #expect(streams.error == "\r\u{1B}[KLoading\r\u{1B}[Knote\n\r\u{1B}[KLoading\r\u{1B}[K")
  }

  @Test func nobodySeesProgressOutsideATerminal() {
    #expect(streams.console().startProgress(Phrase("Загрузка", "Loading")) == nil)
    let quiet = ConsoleSettings(language: .english, isQuiet: true)
    #expect(streams.console(quiet, terminals: [.error]).startProgress(Phrase("а", "a")) == nil)
    #expect(streams.error.isEmpty)
  }
}
