import Platform

/// The outside of a console: streams as capabilities, so that tests see every byte and type every answer.
package struct ConsoleIO {
  package enum Stream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2
  }

  /// Writes all bytes to stdout or stderr with as few system calls as the kernel allows: one.
  package var write: (Stream, [UInt8]) throws(OutputFailure) -> Void
  package var isTerminal: (Stream) -> Bool
  /// The size of the terminal behind a stream.
  package var window: (Stream) -> (columns: Int, rows: Int)?
  /// A line of stdin of at most so many bytes.
  package var readLine: (_ limit: Int) -> InputLine
  /// Asks on the controlling terminal and reads without echo.
  package var readSecret: (_ prompt: [UInt8], _ limit: Int) -> InputLine
  /// Shows the text in a pager and waits for its end; false when the pager could not be started.
  package var page: (_ pager: PagerCommand, _ text: [UInt8]) -> Bool

  package init(
    write: @escaping (Stream, [UInt8]) throws(OutputFailure) -> Void,
    isTerminal: @escaping (Stream) -> Bool,
    window: @escaping (Stream) -> (columns: Int, rows: Int)?,
    readLine: @escaping (_ limit: Int) -> InputLine,
    readSecret: @escaping (_ prompt: [UInt8], _ limit: Int) -> InputLine,
    page: @escaping (_ pager: PagerCommand, _ text: [UInt8]) -> Bool
  ) {
    self.write = write
    self.isTerminal = isTerminal
    self.window = window
    self.readLine = readLine
    self.readSecret = readSecret
    self.page = page
  }

  /// The process's own streams.
  package static var system: ConsoleIO {
    ConsoleIO(
      write: { (stream, bytes) throws(OutputFailure) in try RawOutput.write(bytes, to: stream.rawValue) },
      isTerminal: { TerminalModes.isTerminal($0.rawValue) },
      window: { TerminalModes.windowSize($0.rawValue) },
      readLine: { RawInput.line(from: Stream.input.rawValue, limit: $0) },
      readSecret: { SecretLine.read(prompt: $0, limit: $1) },
      page: { PagerProcess.show($1, with: $0.command, environment: $0.environment) })
  }
}
