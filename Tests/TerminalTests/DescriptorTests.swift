import Glibc
import Platform
import Testing

@testable import Terminal

struct DescriptorTests {
  private let io = ConsoleIO.system

  private func withPipe<Answer>(_ body: (_ reading: Int32, _ writing: Int32) throws -> Answer) throws -> Answer {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends where fcntl(end, F_GETFD) >= 0 { close(end) } }
    return try body(ends[0], ends[1])
  }

  @Test func fullDeviceIsReported() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: OutputFailure.failed(code: ENOSPC)) { try RawOutput.write([1, 2, 3], to: full) }
    #expect(OutputFailure.failed(code: ENOSPC).reason == "No space left on device")
  }

  @Test func closedReaderIsABrokenPipe() throws {
    Signals.ignoreBrokenPipe()
    try withPipe { reading, writing in
      close(reading)
      #expect(throws: OutputFailure.brokenPipe) { try RawOutput.write([1], to: writing) }
    }
  }

  @Test func lineIsReadAndNotAByteMore() throws {
    try withPipe { reading, writing in
      try RawOutput.write(Array("one\ntwo".utf8), to: writing)
      close(writing)
      #expect(RawInput.line(from: reading, limit: 10) == .line(Array("one".utf8)))
      #expect(RawInput.line(from: reading, limit: 10) == .line(Array("two".utf8)))
      #expect(RawInput.line(from: reading, limit: 10) == .end)
    }
  }

  @Test func lineIsCapped() throws {
    try withPipe { reading, writing in
      try RawOutput.write(Array("12345\n1234\n".utf8), to: writing)
      #expect(RawInput.line(from: reading, limit: 4) == .tooLong)
    }
    try withPipe { reading, writing in
      try RawOutput.write(Array("1234\n".utf8), to: writing)
      #expect(RawInput.line(from: reading, limit: 4) == .line(Array("1234".utf8)))
    }
  }

  @Test func pipeIsNoTerminal() throws {
    try withPipe { reading, _ in
      #expect(!TerminalModes.isTerminal(reading))
      #expect(TerminalModes.windowSize(reading) == nil)
    }
  }

  @Test func pagerGetsTheWholeText() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    let pager = try #require(
      PagerCommand(environment: ["PAGER": "test $(wc -c) -eq 300000 || exit 127", "PATH": "/usr/bin:/bin"]))
    #expect(io.page(pager, text))
  }

  @Test func pagerLeftEarlyHasDoneItsWork() throws {
    let pager = try #require(PagerCommand(environment: ["PAGER": "exit 1", "PATH": "/usr/bin:/bin"]))
    #expect(io.page(pager, [UInt8](repeating: 65, count: 1_000_000)))
  }

  @Test func missingPagerIsNoticed() throws {
    let command = "exec 2>/dev/null; no-such-pager-here"
    let pager = try #require(PagerCommand(environment: ["PAGER": command, "PATH": "/usr/bin:/bin"]))
    #expect(!io.page(pager, [65]))
  }
}
