/// The head of an HTTP answer as curl hands it over.
struct ResponseHead: Equatable {
  let status: Int
  /// Names in lower case; values of equal names joined by a comma (RFC 9110, 5.3).
  let headers: [String: String]
}

/// Reads heads from a stream: interim answers (1xx) are passed over, the final one is returned with what follows it.
struct HeadReader {
  static let limit = 64 << 10
  private var buffer: [UInt8] = []
  private var scanned = 0
  private var passed = 0

  /// Nil until the final head is complete.
  mutating func take(_ bytes: [UInt8]) throws(TransportFailure) -> (head: ResponseHead, rest: ArraySlice<UInt8>)? {
    buffer += bytes
    while let end = endOfHead() {
      passed += end
      guard passed <= HeadReader.limit else { throw .unknown(.malformedAnswer) }
      let head = try HeadReader.parse(buffer[..<end])
      buffer.removeFirst(end)
      scanned = 0
      if head.status >= 200 { return (head, buffer[...]) }
    }
    guard passed + buffer.count <= HeadReader.limit else { throw .unknown(.malformedAnswer) }
    return nil
  }

  /// The number of bytes up to and with the empty line.
  private mutating func endOfHead() -> Int? {
    var index = max(0, scanned - 3)
    while let newline = buffer[index...].firstIndex(of: 0x0A) {
      if newline + 1 < buffer.count, buffer[newline + 1] == 0x0A { return newline + 2 }
      if newline + 2 < buffer.count, buffer[newline + 1] == 0x0D, buffer[newline + 2] == 0x0A { return newline + 3 }
      index = newline + 1
    }
    scanned = buffer.count
    return nil
  }

  static func parse(_ bytes: ArraySlice<UInt8>) throws(TransportFailure) -> ResponseHead {
    var lines: [ArraySlice<UInt8>] = bytes.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    guard !lines.isEmpty, let status = status(lines.removeFirst()) else { throw .unknown(.malformedAnswer) }
    var headers: [String: String] = [:]
    var last: String?
    for line in lines where !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if line.first == 0x20 || line.first == 0x09 {
        // A folded line (RFC 9112, 5.2) goes on with the value before it.
        if let last { headers[last, default: ""] += " " + trimmed(text) }
        continue
      }
      // A line without a name says nothing; it does no harm either.
      guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { continue }
      let name = trimmed(String(text[..<colon])).lowercased()
      let value = trimmed(String(text[text.index(after: colon)...]))
      headers[name] = headers[name].map { $0 + ", " + value } ?? value
      last = name
    }
    return ResponseHead(status: status, headers: headers)
  }

  /// `HTTP/1.1 200 OK`, `HTTP/2 200`
  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2, words[0].starts(with: "HTTP/".utf8), words[1].count == 3,
      words[1].allSatisfy({ (0x30...0x39).contains($0) }),
      let status = Int(String(decoding: words[1], as: UTF8.self)), (100...599).contains(status)
    else { return nil }
    return status
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}
