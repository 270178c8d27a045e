import Commands
import Domain
import Platform
import Provider
import Sandbox
import Terminal

/// What a command printed, and how it ended.
package struct Ran: Sendable, Equatable {
  package let output: String
  package let error: String
  package let status: Int32

  package init(output: String, error: String, status: Int32) {
    self.output = output
    self.error = error
    self.status = status
  }
}

/// A person's shell with the whole program in this process: a home of its own, a sandbox in memory, a clock that stands.
///
/// Nothing outside is reachable: the only transport is the sandbox's, unless a test puts in another.
package final class Shell {
  package let home: TemporaryHome
  package let sandbox: Sandbox
  /// The device's clock.
  package var now: Timestamp
  package var environment: [String: String]
  package var transport: (Address) throws -> any Transport
  /// What the store stands on.
  package var kernel: any Kernel = LiveKernel()

  /// - Parameter language: `ru` or `en`.
  package init(language: String = "en", start: String = "2026-11-21T09:00:00Z") throws {
    let box = Box(Timestamp(start) ?? Timestamp(seconds: 0))
    home = try TemporaryHome()
    now = box.now
    environment = ["KABINET_HOME": home.path, "KABINET_LANG": language]
    let sandbox = Sandbox.inMemory(start: box.now, clock: { box.now })
    self.sandbox = sandbox
    clock = box
    transport = { _ in sandbox.transport }
  }

  /// Another device of the same person: a home of its own at the same provider.
  package init(beside other: Shell) throws {
    home = try TemporaryHome()
    now = other.now
    environment = other.environment
    environment["KABINET_HOME"] = home.path
    sandbox = other.sandbox
    clock = other.clock
    transport = { _ in other.sandbox.transport }
  }

  private let clock: Box

  private final class Box {
    var now: Timestamp
    init(_ now: Timestamp) { self.now = now }
  }

  /// Time passes for the device and the provider alike.
  package func wait(seconds: Int64) {
    now = now.adding(seconds: seconds)
    clock.now = now
  }

  /// Runs one command line; a terminal types the lines of `typing`, a pipe offers them on stdin.
  @discardableResult
  package func run(
    _ words: String..., typing: [String] = [], onTerminal: Bool = false, columns: Int = 80
  ) -> Ran {
    run(words, typing: typing, onTerminal: onTerminal, columns: columns)
  }

  package func run(_ words: [String], typing: [String] = [], onTerminal: Bool = false, columns: Int = 80) -> Ran {
    let streams = Streams(typing)
    let launch = Launch(
      arguments: words, environment: environment, io: streams.io(isTerminal: onTerminal, columns: columns)
    ) { [self] world in
      var world = world
      if world.snapshot == nil { world.now = { [self] in now } }
      world.pause = { [self] in wait(seconds: $0 / 1000) }
      world.transport = transport
      world.kernel = kernel
      return world
    }
    let status = launch.run()
    return Ran(output: streams.output, error: streams.error, status: status.rawValue)
  }

  /// Logs in as one of the sandbox's people.
  @discardableResult
  package func login(_ number: String = "100100") -> Ran {
    run("login", "sandbox:", "--login", number, "--password-stdin", typing: [Sandbox.password])
  }
}

/// Streams of a console in memory.
private final class Streams {
  var output = ""
  var error = ""
  private var typed: [String]

  init(_ typed: [String]) { self.typed = typed }

  func io(isTerminal: Bool, columns: Int) -> ConsoleIO {
    ConsoleIO(
      write: { [self] (stream, bytes) throws(OutputFailure) in
        let text = String(decoding: bytes, as: UTF8.self)
        if stream == .output { output += text } else { error += text }
      },
      isTerminal: { _ in isTerminal },
      window: { _ in isTerminal ? (columns, 50) : nil },
      readLine: { [self] _ in line() },
      readSecret: { [self] _, _ in isTerminal ? line() : .end },
      page: { _, _ in false })
  }

  private func line() -> InputLine { typed.isEmpty ? .end : .line(Array(typed.removeFirst().utf8)) }
}
