import Dispatch
import Platform
import Synchronization

/// A program that runs beside the test until it ends; it is killed when the last reference goes.
package final class Companion: Sendable {
  package enum Problem: Error { case noLine(Int), doesNotEnd }

  private struct Story {
    var output: [UInt8] = []
    var ran: Ran?
  }

  private final class Record: Sendable { let story = Mutex(Story()) }

  private let record = Record()
  /// Milliseconds for which a line or the end is waited for.
  private static let patience: Int64 = 30_000

  /// - Parameter seconds: after which it is killed in any case.
  package init(_ words: [String], environment: [String: String], seconds: Int64 = 60) {
    // The shell tells its process id in the first line and then becomes the program.
    var child = Spawn(["/bin/sh", "-c", #"echo $$; exec "$@""#, "sh"] + words, environment: environment)
    child.deadline = seconds * 1000
    DispatchQueue(label: "companion").async { [child, record] in
      let outcome = try? child.run { bytes in record.story.withLock { $0.output += bytes } }
      record.story.withLock { story in
        let output = String(decoding: story.output.drop { $0 != 0x0A }.dropFirst(), as: UTF8.self)
        story.ran = Ran(
          output: output, error: String(decoding: outcome?.complaint ?? [], as: UTF8.self),
          status: outcome.map { Binary.status($0.ending) } ?? -1)
      }
    }
  }

  deinit {
    if record.story.withLock({ $0.ran }) == nil { try? signal("KILL") }
  }

  /// A line of its output, the program's first being 1; waits until it is there.
  package func line(_ number: Int) throws -> String {
    let end = Clock.monotonicMilliseconds() + Companion.patience
    while Clock.monotonicMilliseconds() < end {
      let (output, isOver) = record.story.withLock { ($0.output, $0.ran != nil) }
      let lines = output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      if number < lines.count { return String(decoding: lines[number], as: UTF8.self) }
      if isOver { break }
      Clock.pause(milliseconds: 5)
    }
    throw Problem.noLine(number)
  }

  /// Sends it a signal by its name, such as `INT`.
  package func signal(_ name: String) throws {
    let process = try line(0)
    _ = try Spawn(["/bin/sh", "-c", "kill -\(name) \(process)"], environment: [:]).run()
  }

  /// How it ended; waits for that.
  package func wait() throws -> Ran {
    let end = Clock.monotonicMilliseconds() + Companion.patience
    while Clock.monotonicMilliseconds() < end {
      if let ran = record.story.withLock({ $0.ran }) { return ran }
      Clock.pause(milliseconds: 5)
    }
    throw Problem.doesNotEnd
  }
}

/// The practice provider as a process of its own, reached over HTTP.
package final class Server: Sendable {
  package let address: String
  private let companion: Companion
  private let binary: Binary

  /// - Parameters:
  ///   - directory: where it keeps its state.
  ///   - start: its first moment. One in the future stands still, so that every date that it names is known.
  package init(_ binary: Binary, directory: String, start: String = "2030-01-10T09:00:00Z", port: String = "0") throws {
    self.binary = binary
    companion = Companion(
      [binary.path, "sandbox", "serve", "--port", port, "--directory", directory, "--start", start],
      environment: binary.environment, seconds: 120)
    address = try companion.line(1)
  }

  package var port: String { String(address.split(separator: ":").last ?? "0") }

  /// A failure for the next request that matches.
  package func fault(_ kind: String, on pattern: String, value: Int? = nil) throws {
    let words =
      ["sandbox", "fault", kind, "--on", pattern, "--at", address] + (value.map { ["--value", "\($0)"] } ?? [])
    try control(words)
  }

  package func advance(_ duration: String) throws { try control(["sandbox", "advance", duration, "--at", address]) }

  /// Asks it to end; returns when it has.
  package func stop() throws -> Ran {
    try companion.signal("TERM")
    return try companion.wait()
  }

  private struct Refused: Error { let ran: Ran }

  private func control(_ words: [String]) throws {
    let ran = try binary.run(words)
    guard ran.status == 0 else { throw Refused(ran: ran) }
  }
}
