import Glibc

// Written before the handlers that read them are installed; one thread.
private nonisolated(unsafe) var terminalDescriptor: Int32 = -1
private nonisolated(unsafe) var terminalBefore = termios()

/// The controlling terminal, key by key, on a screen of its own; as it was before when the last reference goes or a signal
/// ends the process.
package final class RawTerminal {
  package enum Key: Sendable, Equatable {
    case text(String)
    case enter, backspace, up, down, escape, interrupt, end
  }

  private let descriptor: Int32
  private var unread: [UInt8] = []
  private var isOpen = true
  private static let leave = Array("\u{1B}[?25h\u{1B}[?1049l".utf8)

  /// Nil where there is no terminal.
  package init?() {
    descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0, tcgetattr(descriptor, &terminalBefore) == 0 else { return nil }
    terminalDescriptor = descriptor
    Signals.install {
      guard terminalDescriptor >= 0 else { return }
      RawTerminal.restore()
    }
    var raw = terminalBefore
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    tcsetattr(descriptor, TCSAFLUSH, &raw)
    write("\u{1B}[?1049h")
  }

  deinit { close() }

  /// Gives the terminal back; nothing is shown after.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    RawTerminal.restore()
    terminalDescriptor = -1
    _ = Glibc.close(descriptor)
  }

  /// Only calls that a signal handler may make.
  private static func restore() {
    leave.withUnsafeBufferPointer { _ = Glibc.write(terminalDescriptor, $0.baseAddress, $0.count) }
    tcsetattr(terminalDescriptor, TCSAFLUSH, &terminalBefore)
  }

  package var size: (columns: Int, rows: Int) { TerminalModes.windowSize(descriptor) ?? (80, 24) }

  package func write(_ text: String) { try? RawOutput.write(Array(text.utf8), to: descriptor) }

  /// The next key; nil when none came within the milliseconds.
  package func key(timeout: Int64) -> Key? {
    if let key = parsed() { return key }
    guard let events = try? Poll.wait([(descriptor, .reading)], timeout: timeout), let first = events.first,
      !first.isEmpty
    else {
      // An escape that nothing follows is the key itself.
      guard unread == [0x1B] else { return nil }
      unread = []
      return .escape
    }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return .end }
    unread += bytes[..<count]
    return parsed()
  }

  private func parsed() -> Key? {
    guard let first = unread.first else { return nil }
    switch first {
    case 0x03: return take(1, .interrupt)
    case 0x04: return take(1, .end)
    case 0x0A, 0x0D: return take(1, .enter)
    case 0x08, 0x7F: return take(1, .backspace)
    case 0x0E: return take(1, .down)
    case 0x10: return take(1, .up)
    case 0x1B: return sequence()
    case 0..<0x20: return take(1, .text(""))
    default:
      let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard unread.count >= width else { return nil }
      return take(width, .text(String(decoding: unread[..<width], as: UTF8.self)))
    }
  }

  private func sequence() -> Key? {
    guard unread.count > 1 else { return nil }
    guard unread[1] == UInt8(ascii: "[") || unread[1] == UInt8(ascii: "O") else { return take(1, .escape) }
    guard let end = unread.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    switch unread[end] {
    case UInt8(ascii: "A"): return take(end + 1, .up)
    case UInt8(ascii: "B"): return take(end + 1, .down)
    default: return take(end + 1, .text(""))
    }
  }

  private func take(_ count: Int, _ key: Key) -> Key {
    unread.removeFirst(count)
    return key
  }
}
