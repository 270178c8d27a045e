import Glibc

/// Shows a text in another program on our terminal.
package enum PagerProcess {
  /// Statuses with which a shell says that it could not run the command (POSIX 2.8.2).
  private static let notRun: Set<Int32> = [126, 127]

  /// Runs the shell command with the text on its input and waits for its end.
  ///
  /// False when it could not be started: the text was shown to nobody. A pager that is left before the end of the text
  /// has done its work. Ctrl-C meanwhile is the pager's, not ours.
  package static func show(_ text: [UInt8], with command: String, environment: [String: String]) -> Bool {
    Signals.ignoreBrokenPipe()
    guard let pipe = try? Pipe() else { return false }
    guard let child = try? Child(["/bin/sh", "-c", command], environment, redirections: [(pipe.reading, 0)]) else {
      close(pipe.reading)
      close(pipe.writing)
      return false
    }
    close(pipe.reading)
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    // A pager that was left early closes the pipe; what it did not take, nobody wanted.
    try? RawOutput.write(text, to: pipe.writing)
    close(pipe.writing)
    let ending = child.wait()
    signal(SIGINT, interrupt)
    signal(SIGQUIT, quit)
    guard case .exited(let status) = ending else { return true }
    return !notRun.contains(status)
  }
}
