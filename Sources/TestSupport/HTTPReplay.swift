import Dispatch
import Platform
import Synchronization

/// A request as it came over the wire.
package struct HTTPRequest: Sendable {
  package let method: String
  /// With the query.
  package let target: String
  package let headers: [String: String]
  package let body: String

  /// Without the query and a final slash: `GET /api.cgi/user`.
  package var route: String {
    let path = target.prefix { $0 != "?" }
    return "\(method) \(path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path)"
  }
}

/// What a server does with a request.
package enum HTTPAct: Sendable {
  case answer(Int, String)
  case page(Int, String, headers: [String] = [])
  /// The connection ends without a byte.
  case lost
  /// Brackets without end.
  case flood
  /// These bytes, whatever they are.
  case raw(String)
}

/// A server on loopback whose answers a test decides; a thread of its own serves one connection after another.
package final class HTTPReplay: Sendable {
  private let listener: LoopbackListener
  private let isOver = Mutex(false)
  private let seen = Mutex<[HTTPRequest]>([])

  package init(_ respond: @escaping @Sendable (HTTPRequest) -> HTTPAct) throws {
    listener = try LoopbackListener(port: 0)
    DispatchQueue(label: "replay").async { [weak self] in
      while let self, !self.isOver.withLock({ $0 }) { self.serveNext(respond) }
    }
  }

  package func stop() { isOver.withLock { $0 = true } }

  package var address: String { "http://127.0.0.1:\(listener.port)" }
  /// What was asked so far.
  package var requests: [HTTPRequest] { seen.withLock { $0 } }

  private func serveNext(_ respond: (HTTPRequest) -> HTTPAct) {
    guard let connection = try? listener.accept() else {
      _ = try? Poll.wait([(listener.descriptor, .reading)], timeout: 20)
      return
    }
    guard let request = read(connection) else { return connection.reset() }
    seen.withLock { $0.append(request) }
    perform(respond(request), connection)
    connection.finishWriting()
    // The other side closes first, so that no byte of the answer is lost to a reset.
    drain(connection)
  }

  private func perform(_ act: HTTPAct, _ connection: Connection) {
    switch act {
    case .answer(let status, let body):
      write(HTTPReplay.head(status, body, ["Content-Type: application/json"]) + body, connection)
    case .page(let status, let body, let headers):
      write(HTTPReplay.head(status, body, ["Content-Type: text/html"] + headers) + body, connection)
    case .lost: connection.reset()
    case .raw(let text): write(text, connection)
    case .flood:
      write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8589934592\r\n\r\n", connection)
      let piece = String(repeating: "[", count: 65_536)
      while !isOver.withLock({ $0 }), write(piece, connection) {}
    }
  }

  private static func head(_ status: Int, _ body: String, _ headers: [String]) -> String {
    (["HTTP/1.1 \(status) Said", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers).map {
      $0 + "\r\n"
    }
    .joined() + "\r\n"
  }

  @discardableResult
  private func write(_ text: String, _ connection: Connection) -> Bool {
    var rest = Array(text.utf8)[...]
    let end = Clock.monotonicMilliseconds() + 10_000
    while !rest.isEmpty, Clock.monotonicMilliseconds() < end {
      guard let count = try? connection.write(rest) else { return false }
      rest = rest.dropFirst(count)
      if count == 0 { _ = try? Poll.wait([(connection.descriptor, .writing)], timeout: 50) }
    }
    return rest.isEmpty
  }

  private func drain(_ connection: Connection) {
    let end = Clock.monotonicMilliseconds() + 2000
    while Clock.monotonicMilliseconds() < end {
      switch try? connection.read() {
      case .bytes: continue
      case .nothingYet: _ = try? Poll.wait([(connection.descriptor, .reading)], timeout: 20)
      default: return
      }
    }
  }

  private func read(_ connection: Connection) -> HTTPRequest? {
    var bytes: [UInt8] = []
    let end = Clock.monotonicMilliseconds() + 5000
    while Clock.monotonicMilliseconds() < end {
      switch try? connection.read() {
      case .bytes(let more): bytes += more
      case .nothingYet: _ = try? Poll.wait([(connection.descriptor, .reading)], timeout: 20)
      default: return nil
      }
      if let request = HTTPReplay.parse(bytes) { return request }
      // A TLS hello is no request.
      if bytes.first == 0x16 { return nil }
    }
    return nil
  }

  private static func parse(_ bytes: [UInt8]) -> HTTPRequest? {
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }) else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
    }
    let body = bytes[(end + 4)...]
    guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
    return HTTPRequest(
      method: String(words[0]), target: String(words[1]), headers: headers, body: String(decoding: body, as: UTF8.self))
  }
}
