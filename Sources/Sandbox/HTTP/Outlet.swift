import Domain
import Provider

/// The bytes of one answer on their way out.
struct Outlet {
  private var waiting: [UInt8] = []
  private var sent = 0
  private var next: (() -> [UInt8]?)?
  private var isChunked = false
  /// How many bytes of the body may still go; nil: all.
  private var allowance: Int?
  /// A piece is made only when so little waits: a slow reader costs no memory.
  private static let reserve = 131_072

  init(_ bytes: [UInt8]) { waiting = bytes }

  /// Head and body leave together. `isOver` in the answer's connection header says that nothing follows.
  init(_ answer: Answer, isHead: Bool, closes: Bool, isVersionOne: Bool, date: Timestamp, cutAfter: Int? = nil) {
    allowance = cutAfter
    var head = "HTTP/1.1 \(answer.status) \(Outlet.phrase(answer.status))\r\n"
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    if answer.header("date") == nil { head += "Date: \(HTTPDate.text(date))\r\n" }
    if closes { head += "Connection: close\r\n" }
    switch answer.body {
    case .bytes(let bytes):
      if answer.status != 304, answer.status != 204 { head += "Content-Length: \(bytes.count)\r\n" }
      waiting = Array((head + "\r\n").utf8)
      if !isHead { waiting += bytes[..<permitted(bytes.count)] }
    case .stream(let next):
      isChunked = !isVersionOne
      if isChunked { head += "Transfer-Encoding: chunked\r\n" }
      waiting = Array((head + "\r\n").utf8)
      if !isHead { self.next = next }
    }
  }

  private mutating func permitted(_ count: Int) -> Int {
    guard let left = allowance else { return count }
    allowance = left - min(left, count)
    return min(left, count)
  }

  /// What can be sent now; empty when all is sent.
  mutating func bytes() -> ArraySlice<UInt8> {
    while waiting.count - sent < Outlet.reserve, let next {
      guard allowance != 0, let piece = next() else {
        if isChunked, allowance == nil { waiting += Array("0\r\n\r\n".utf8) }
        self.next = nil
        break
      }
      add(piece[..<permitted(piece.count)])
    }
    return waiting[sent...]
  }

  private mutating func add(_ piece: ArraySlice<UInt8>) {
    guard !piece.isEmpty else { return }
    if sent > 0 {
      waiting.removeFirst(sent)
      sent = 0
    }
    guard isChunked else {
      waiting += piece
      return
    }
    waiting += Array((String(piece.count, radix: 16) + "\r\n").utf8)
    waiting += piece
    waiting += [0x0D, 0x0A]
  }

  mutating func took(_ count: Int) { sent += count }

  static func phrase(_ status: Int) -> String { phrases[status] ?? "Status" }

  private static let phrases = [
    200: "OK", 202: "Accepted", 204: "No Content", 302: "Found", 304: "Not Modified", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
    409: "Conflict", 410: "Gone", 413: "Content Too Large", 415: "Unsupported Media Type", 421: "Misdirected Request",
    422: "Unprocessable Content", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    505: "HTTP Version Not Supported",
  ]
}
