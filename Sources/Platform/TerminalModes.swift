import Glibc

/// What a descriptor is connected to.
package enum TerminalModes {
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The size of the terminal behind the descriptor; nil when it is none, or does not know its size.
  package static func windowSize(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

/// Why bytes could not be written to a descriptor.
package enum OutputFailure: Error, Equatable, Sendable {
  /// The reader is gone, as after `kabinet statement | head`.
  case brokenPipe
  /// An errno: ENOSPC, EIO, EBADF, ...
  case failed(code: Int32)

  package var isNoSpace: Bool { self == .failed(code: ENOSPC) || self == .failed(code: EDQUOT) }

  /// The system's words for the failure, in English; empty for a broken pipe.
  package var reason: String {
    switch self {
    case .brokenPipe: ""
    case .failed(let code): String(cString: strerror(code))
    }
  }
}

/// Writing to and reading from descriptors that stay open: 0, 1 and 2.
package enum RawOutput {
  /// Writes every byte, however often the kernel takes only a part. SIGPIPE must be ignored, see `Signals.ignoreBrokenPipe`.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written >= 0 {
        start += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilReady(descriptor, POLLOUT)
      case EPIPE: throw .brokenPipe
      default: throw .failed(code: errno)
      }
    }
  }

  fileprivate static func waitUntilReady(_ descriptor: Int32, _ events: Int32) {
    var poll = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = Glibc.poll(&poll, 1, -1)
  }
}

/// A line that was read, without its newline.
package enum InputLine: Equatable, Sendable {
  case line([UInt8])
  /// Nothing more to read, or no terminal to read from.
  case end
  /// Longer than the caller allows; what was read is forgotten.
  case tooLong
}

/// Reading from a descriptor that stays open.
package enum RawInput {
  /// Reads up to the newline and not one byte more, so that what follows is left to the next reader.
  package static func line(from descriptor: Int32, limit: Int) -> InputLine {
    var line: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      switch read(descriptor, &byte, 1) {
      case 1 where byte == UInt8(ascii: "\n"): return .line(line)
      case 1 where line.count == limit: return .tooLong
      case 1: line.append(byte)
      case 0: return line.isEmpty ? .end : .line(line)
      default:
        if errno == EINTR { continue }
        guard errno == EAGAIN else { return .end }
        RawOutput.waitUntilReady(descriptor, POLLIN)
      }
    }
  }
}
