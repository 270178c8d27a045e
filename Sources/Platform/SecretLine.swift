import Glibc

// A handler may touch nothing but plain memory and `write`. Set before the handlers are installed; one thread.
private nonisolated(unsafe) var caught: Int32 = 0
private nonisolated(unsafe) var bell: Int32 = -1

/// Reads a line from the controlling terminal without showing it.
package enum SecretLine {
  /// The signals after which the terminal must show typing again before they take effect.
  private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// Writes the prompt to `/dev/tty` and reads a line from it. `.end` where there is no terminal.
  ///
  /// A signal that comes meanwhile restores the terminal first and is then raised again with the disposition that it
  /// had; after a stop and `fg` the prompt is shown anew.
  package static func read(prompt: [UInt8], limit: Int) -> InputLine {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return .end }
    defer { close(terminal) }
    while true {
      switch attempt(terminal, prompt: prompt, limit: limit) {
      case .read(let line): return line
      case .interrupted(let signal):
        raise(signal)
        guard signal == SIGTSTP else { return .end }
      }
    }
  }

  private enum Attempt {
    case read(InputLine)
    case interrupted(Int32)
  }

  private static func attempt(_ terminal: Int32, prompt: [UInt8], limit: Int) -> Attempt {
    var shown = termios()
    guard tcgetattr(terminal, &shown) == 0, let pipe = try? Pipe() else { return .read(.end) }
    (caught, bell) = (0, pipe.writing)
    let dispositions = watched.map(catchSignal)
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    hidden.c_lflag |= tcflag_t(ECHONL | ICANON)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    try? RawOutput.write(prompt, to: terminal)
    let line = lineUnlessSignalled(terminal, bell: pipe.reading, limit: limit)
    tcsetattr(terminal, TCSAFLUSH, &shown)
    // No newline was typed, so none was echoed: what comes next would stand behind the prompt.
    // After Ctrl-C the handler that is raised below does it.
    if line == .end || line == nil && caught != SIGINT { try? RawOutput.write([UInt8(ascii: "\n")], to: terminal) }
    for (signal, disposition) in zip(watched, dispositions) {
      var disposition = disposition
      sigaction(signal, &disposition, nil)
    }
    close(pipe.reading)
    close(pipe.writing)
    return line.map(Attempt.read) ?? .interrupted(caught)
  }

  /// Nil when a signal came before the line was finished. The handler rings through a pipe, so that a signal between the
  /// check and the wait is not lost.
  private static func lineUnlessSignalled(_ terminal: Int32, bell: Int32, limit: Int) -> InputLine? {
    while true {
      guard let events = try? Poll.wait([(terminal, .reading), (bell, .reading)], timeout: nil) else { return .end }
      if caught != 0 { return nil }
      if !events[0].isEmpty { return RawInput.line(from: terminal, limit: limit) }
    }
  }

  private static func catchSignal(_ signal: Int32) -> sigaction {
    var catching = sigaction()
    catching.__sigaction_handler.sa_handler = { signal in
      caught = signal
      var byte: UInt8 = 0
      _ = write(bell, &byte, 1)
    }
    var previous = sigaction()
    sigaction(signal, &catching, &previous)
    return previous
  }
}
