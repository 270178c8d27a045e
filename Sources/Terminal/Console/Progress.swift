import Language

/// A line on stderr that tells how far long work has come: redrawn in place on a terminal, nothing elsewhere.
package final class Progress {
  private unowned let console: Console
  private let title: Phrase
  private var shown: String?
  private var text: StyledText

  fileprivate init(_ console: Console, title: Phrase) {
    self.console = console
    self.title = title
    text = StyledText(Line(title), look: console.errorLook)
  }

  /// So many of so many are done; without a total only the number is told.
  package func update(_ done: Int, of total: Int? = nil) {
    let number = NumberText.grouped(done, in: console.language)
    var line: Line = "\(title): \(number)"
    if let total, total > 0 {
      line += "/\(NumberText.grouped(total, in: console.language)) (\(min(100, done * 100 / total))%)"
    }
    text = StyledText(line, look: console.errorLook)
    show()
  }

  /// Takes the line away. Also done by the next answer, so a forgotten call leaves no rest on the screen.
  package func finish() {
    console.hideProgress()
    if console.progress === self { console.progress = nil }
  }

  /// Draws the line unless the same is on the screen already.
  func show() {
    let line = text.truncated(to: console.errorLook.width - 1).encoded(console.errorLook)
    guard shown != line else { return }
    console.talk("\r\u{1B}[K" + line)
    shown = line
  }

  fileprivate func hide() {
    if shown != nil { console.talk("\r\u{1B}[K") }
    shown = nil
  }
}

extension Console {
  /// Begins to tell of long work; nil where nobody watches: stderr is no terminal, or it was asked to be quiet.
  package func startProgress(_ title: Phrase) -> Progress? {
    guard errorLook.isTerminal, !settings.isQuiet, settings.environment["TERM"] != "dumb" else { return nil }
    progress?.finish()
    let progress = Progress(self, title: title)
    self.progress = progress
    progress.show()
    return progress
  }

  func hideProgress() {
    progress?.hide()
  }
}
