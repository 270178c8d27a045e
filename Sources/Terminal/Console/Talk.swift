import Language
import Platform

/// What is said on stderr.
extension Console {
  /// Worth knowing; not said with `--quiet`.
  package func note(_ line: Line) {
    if !settings.isQuiet { say(line) }
  }

  package func note(_ phrase: Phrase) {
    note(Line(phrase))
  }

  /// Terms and tables to look at before a question: on stderr, because they are not the answer. Said with `--quiet` too,
  /// for what is asked must be seen.
  package func show(_ blocks: [Block]) {
    hideProgress()
    let rows = { Rows(self.errorLook).text(blocks) }
    talk(errorLook.isTerminal ? Screen(errorLook).text(blocks) : rows())
  }

  /// For those who asked with `--verbose`.
  package func detail(_ line: Line) {
    if settings.isVerbose, !settings.isQuiet { say(line.styled(.dim)) }
  }

  package func detail(_ phrase: Phrase) {
    detail(Line(phrase))
  }

  package func warning(_ line: Line) {
    say("\(.warningWord, .warning): " + line)
  }

  package func warning(_ phrase: Phrase, hint: Phrase? = nil) {
    warning(Line(phrase))
    if let hint { say(hint) }
  }

  /// What happened, why, and what to type next.
  package func failure(what: Phrase, why: Phrase? = nil, hint: Phrase? = nil) {
    say("\(.errorWord, .bad): " + Line(what))
    if let why { say("  \(why)") }
    if let hint { say(hint) }
  }

  /// The lines of a hint under each other, behind one lead.
  private func say(_ hint: Phrase) {
    hideProgress()
    let lead = StyledText("  \(.hintWord, .accent): ", look: errorLook)
    let lines = hint.text(in: language).split(separator: "\n").flatMap { text -> [StyledText] in
      let line = StyledText(Line(verbatim: String(text)), look: errorLook)
      return errorLook.isTerminal ? line.wrapped(to: max(20, errorLook.width - lead.width)) : [line]
    }
    for (number, line) in lines.enumerated() {
      talk(((number == 0 ? lead : .spaces(lead.width)) + line).encoded(errorLook) + "\n")
    }
    progress?.show()
  }

  /// Why an answer did not reach stdout. A reader that went away knows it already, so nothing is said.
  package func failure(_ failure: OutputFailure) {
    switch failure {
    case .brokenPipe: break
    case .failed where failure.isNoSpace: self.failure(what: .outputNoSpace)
    case .failed: self.failure(what: .outputFailed(reason: failure.reason))
    }
  }

  /// A line on stderr. A failing stderr leaves nobody to tell, so that alone is passed over.
  func say(_ line: Line) {
    hideProgress()
    let text = StyledText(line, look: errorLook)
    let lines = errorLook.isTerminal ? text.wrapped(to: errorLook.width) : [text]
    talk(lines.map { $0.encoded(errorLook) + "\n" }.joined())
    progress?.show()
  }

  func talk(_ text: String) {
    try? io.write(.error, Array(text.utf8))
  }
}
