import Language
import Platform
import Testing

@testable import Terminal

struct PromptTests {
  private let streams = TestConsole()
  private let question = Phrase("Заплатить?", "Pay?")

  private func interactive(_ language: Language = .english) -> Console {
    streams.console(ConsoleSettings(language: language, environment: ["NO_COLOR": "1"]), terminals: [.input, .error])
  }

  @Test func nobodyIsAskedWithoutATerminal() {
    streams.type("y")
    #expect(streams.console().confirm(question) == nil)
    #expect(streams.console(terminals: [.input]).confirm(question) == nil)
    #expect(streams.console(terminals: [.error]).ask(question) == nil)
    #expect(streams.error.isEmpty && streams.typed.count == 1)
  }

  @Test(arguments: [
    ("y", true), ("YES", true), ("да", true), ("Д", true), ("", false), ("n", false), ("нет", false), (" y ", true),
  ])
  func answerIsUnderstoodInBothLanguages(_ typed: String, _ expected: Bool) {
    streams.type(typed)
    #expect(interactive().confirm(question) == expected)
    #expect(streams.error == "Pay? [y/N] ")
  }

  @Test func endOfInputIsANo() {
    #expect(interactive(.russian).confirm(question) == false)
    #expect(streams.error == "Заплатить? [д/Н] \n")
  }

  @Test func unclearAnswerIsAskedAgainAndThenANo() {
    streams.type("maybe", "y")
    #expect(interactive().confirm(question) == true)
    streams.type("1", "2", "3", "y")
    #expect(interactive().confirm(question) == false)
  }

  @Test func typedLineIsTrimmed() {
    streams.type("  ivan \r")
    #expect(interactive().ask(Phrase("Логин", "Login")) == "ivan")
    #expect(streams.error == "Login: ")
  }

  @Test func secretIsKeptAsTyped() {
    streams.type(" p w ")
    #expect(streams.console().askSecret(Phrase("Пароль", "Password")) == " p w ")
    #expect(streams.prompts == ["Password: "])
    #expect(streams.console().askSecret(Phrase("Пароль", "Password")) == nil)
  }

  @Test func secretFromStdinIsOneLine() {
    streams.type("secret\r", "")
    #expect(streams.console().readSecretFromInput() == .secret("secret"))
    #expect(streams.console().readSecretFromInput() == .missing)
    #expect(streams.console().readSecretFromInput() == .missing)
    streams.typed = [.tooLong, .line([0xFF])]
    #expect(streams.console().readSecretFromInput() == .tooLong)
    #expect(streams.console().readSecretFromInput() == .notText)
  }
}
