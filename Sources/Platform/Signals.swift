@preconcurrency import Glibc

// A signal handler may touch nothing but plain memory, hence globals without a lock. They are written before any handler
// is installed, or by the handler itself; the client has one thread.
private nonisolated(unsafe) var deferrals: sig_atomic_t = 0
private nonisolated(unsafe) var received: sig_atomic_t = 0
private nonisolated(unsafe) var cleanup: (@convention(c) () -> Void)?

/// Ctrl-C and its kin.
///
/// The store is safe against death at any instruction, so the first signal ends the process at once with 128 + its number
/// (130 for Ctrl-C). A stretch of work that wants to finish its sentence runs inside `deferring`.
package enum Signals {
  /// Installs the handlers for SIGINT, SIGTERM and SIGHUP. `restore` runs inside the handler: only async-signal-safe
  /// calls (`tcsetattr`, `write`) are allowed in it.
  package static func install(restore: (@convention(c) () -> Void)? = nil) {
    cleanup = restore
    for number in [SIGINT, SIGTERM, SIGHUP] { handle(number) }
  }

  /// A write to a closed pipe becomes EPIPE instead of death.
  package static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

  /// Runs the body with signals only noted; it asks `interrupted` where it can stop. A second signal ends the process.
  package static func deferring<Answer, Problem: Error>(_ body: () throws(Problem) -> Answer) throws(Problem) -> Answer
  {
    deferrals += 1
    defer { deferrals -= 1 }
    return try body()
  }

  /// The signal that was noted, if any.
  package static var interrupted: Int32? { received == 0 ? nil : Int32(received) }

  /// The exit status that belongs to a noted signal, such as 130.
  package static var exitStatus: Int32? { interrupted.map { 128 + $0 } }

  private static func handle(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      if deferrals > 0, received == 0 {
        received = sig_atomic_t(number)
        return
      }
      cleanup?()
      // The terminal echoed `^C` behind a question: what comes next is not to stand on its line.
      if number == SIGINT, isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, "\n", 1) }
      _exit(128 + number)
    }
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }
}
