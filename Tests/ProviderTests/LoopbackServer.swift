import Dispatch
import Platform
import Provider
import Synchronization

/// A server of one connection after another on 127.0.0.1, run by a thread of its own: it keeps what it was asked and
/// answers as it is told, however wrong that is.
final class LoopbackServer: Sendable {
  enum Act: Sendable {
    case write(String)
    case bytes([UInt8])
    /// A byte again and again until the client goes.
    case flood([UInt8])
    case trickle(String, every: Int64)
    case reset
    /// Says nothing for ever (ten seconds).
    case hang
    case look(@Sendable () -> Void)
  }

  private let listener: LoopbackListener
  private let requests = Mutex<[String]>([])
  private let isOver = Mutex(false)
  let address: Address

  init(_ acts: [Act]) throws {
    let listener = try LoopbackListener(port: 0)
    self.listener = listener
    address = Address(scheme: "http", host: "127.0.0.1", port: Int(listener.port), path: "")
    DispatchQueue(label: "loopback").async { self.serve(acts) }
  }

  func stop() { isOver.withLock { $0 = true } }
  var received: [String] { requests.withLock { $0 } }

  private func serve(_ acts: [Act]) {
    let end = Clock.monotonicMilliseconds() + 30_000
    while !isOver.withLock({ $0 }), Clock.monotonicMilliseconds() < end {
      guard let connection = try? listener.accept() else {
        _ = try? Poll.wait([(listener.descriptor, .reading)], timeout: 20)
        continue
      }
      let request = read(connection)
      requests.withLock { $0.append(request) }
      for act in acts { guard perform(act, connection) else { break } }
      connection.finishWriting()
    }
  }

  private func read(_ connection: Connection) -> String {
    var bytes: [UInt8] = []
    let end = Clock.monotonicMilliseconds() + 5000
    while Clock.monotonicMilliseconds() < end {
      switch try? connection.read() {
      case .bytes(let more): bytes += more
      case .nothingYet: _ = try? Poll.wait([(connection.descriptor, .reading)], timeout: 50)
      default: return String(decoding: bytes, as: UTF8.self)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      // Not HTTP (a TLS hello): one look is enough.
      guard text.first?.isUppercase == true || bytes.isEmpty else { return text }
      guard let head = text.range(of: "\r\n\r\n") else { continue }
      let length = text.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
      let due = length.flatMap { Int($0.dropFirst("content-length: ".count)) } ?? 0
      if text[head.upperBound...].utf8.count >= due { return text }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func perform(_ act: Act, _ connection: Connection) -> Bool {
    switch act {
    case .write(let text): return write(Array(text.utf8), connection)
    case .bytes(let bytes): return write(bytes, connection)
    case .flood(let bytes):
      while !isOver.withLock({ $0 }), write(bytes, connection) {}
      return false
    case .trickle(let text, let pause):
      for byte in text.utf8 {
        guard !isOver.withLock({ $0 }), write([byte], connection) else { return false }
        Clock.pause(milliseconds: pause)
      }
      return true
    case .reset:
      connection.reset()
      return false
    case .hang:
      let end = Clock.monotonicMilliseconds() + 10_000
      while !isOver.withLock({ $0 }), Clock.monotonicMilliseconds() < end { Clock.pause(milliseconds: 20) }
      return false
    case .look(let body):
      body()
      return true
    }
  }

  private func write(_ bytes: [UInt8], _ connection: Connection) -> Bool {
    var rest = bytes[...]
    let end = Clock.monotonicMilliseconds() + 5000
    while !rest.isEmpty, !isOver.withLock({ $0 }), Clock.monotonicMilliseconds() < end {
      guard let count = try? connection.write(rest) else { return false }
      rest = rest.dropFirst(count)
      if count == 0 { _ = try? Poll.wait([(connection.descriptor, .writing)], timeout: 50) }
    }
    return rest.isEmpty
  }
}

extension String {
  /// The first place of a text; the standard library has it only as a collection of characters, where \r\n is one.
  func range(of text: String) -> Range<String.Index>? {
    let whole = Array(utf8)
    let part = Array(text.utf8)
    guard whole.count >= part.count else { return nil }
    for start in 0...(whole.count - part.count) where whole[start..<(start + part.count)].elementsEqual(part) {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: part.count)
    }
    return nil
  }
}
