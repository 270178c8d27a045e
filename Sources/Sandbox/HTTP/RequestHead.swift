/// The head of one HTTP/1.x request, read strictly (RFC 9112): what two readers could take differently is refused.
struct RequestHead: Equatable {
  static let limit = 16 * 1024
  static let bodyLimit = 64 * 1024

  let method: String
  let target: String
  /// Names in lower case.
  let headers: [String: String]
  /// Zero with `isChunked`.
  let contentLength: Int
  let isChunked: Bool
  let keepsAlive: Bool
  let isVersionOne: Bool

  enum Reading: Equatable {
    case more
    /// With the number of bytes that the head took.
    case head(RequestHead, length: Int)
    /// The status of the refusal; the connection cannot be used further.
    case refused(Int)
  }

  private struct Refusal: Error {
    let status: Int
  }

  /// Reads the head at the start of what has arrived.
  static func read(_ bytes: some RandomAccessCollection<UInt8>) -> Reading {
    let bytes = Array(bytes.prefix(limit + 4))
    let start = bytes.starts(with: [0x0D, 0x0A]) ? 2 : 0
    guard let end = end(of: bytes, from: start) else { return bytes.count > limit ? .refused(431) : .more }
    guard end <= limit else { return .refused(431) }
    do throws(Refusal) {
      return .head(try RequestHead(lines: lines(bytes[start..<(end - 4)])), length: end)
    } catch {
      return .refused(error.status)
    }
  }

  /// Just after the empty line.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + 4 else { return nil }
    for index in start...(bytes.count - 4)
    where bytes[index] == 0x0D && bytes[index + 1] == 0x0A && bytes[index + 2] == 0x0D && bytes[index + 3] == 0x0A {
      return index + 4
    }
    return nil
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A {
      guard index > start, bytes[index - 1] == 0x0D else { throw Refusal(status: 400) }
      lines.append(bytes[start..<(index - 1)])
      start = index + 1
    }
    lines.append(bytes[start...])
    let isClean = lines.allSatisfy { line in
      line.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
    guard isClean else { throw Refusal(status: 400) }
    return lines
  }

  private init(lines: [ArraySlice<UInt8>]) throws(Refusal) {
    let words = lines[0].split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, RequestHead.isToken(words[0]), let target = RequestHead.target(words[1]) else {
      throw Refusal(status: 400)
    }
    let version = String(decoding: words[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw Refusal(status: version.hasPrefix("HTTP/") && version.utf8.count == 8 ? 505 : 400)
    }
    let headers = try RequestHead.headers(lines.dropFirst())
    isVersionOne = version == "HTTP/1.0"
    guard isVersionOne || headers["host"] != nil else { throw Refusal(status: 400) }
    method = String(decoding: words[0], as: UTF8.self)
    self.target = target
    self.headers = headers
    isChunked = try RequestHead.isChunked(headers)
    contentLength = try RequestHead.length(headers)
    let options = headers["connection"]?.lowercased() ?? ""
    keepsAlive = isVersionOne ? options.contains("keep-alive") : !options.contains("close")
  }

  /// The path and query of `/path` or `http://host/path`.
  private static func target(_ word: ArraySlice<UInt8>) -> String? {
    guard word.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !word.contains(UInt8(ascii: "#")) else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    if text.hasPrefix("/") { return text }
    guard text.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst(7)
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  private static func headers(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(Refusal) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
        throw Refusal(status: 400)
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: trimmed(line[(colon + 1)...]), as: UTF8.self)
      if let former = headers[name] {
        guard !["host", "content-length", "transfer-encoding", "authorization"].contains(name) else {
          throw Refusal(status: 400)
        }
        headers[name] = former + ", " + value
      } else {
        headers[name] = value
      }
    }
    return headers
  }

  private static func isChunked(_ headers: [String: String]) throws(Refusal) -> Bool {
    guard let coding = headers["transfer-encoding"] else { return false }
    guard headers["content-length"] == nil else { throw Refusal(status: 400) }
    guard coding.lowercased() == "chunked" else { throw Refusal(status: 501) }
    return true
  }

  private static func length(_ headers: [String: String]) throws(Refusal) -> Int {
    guard let text = headers["content-length"] else { return 0 }
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw Refusal(status: 400)
    }
    guard let length = Int(text), length <= bodyLimit else { throw Refusal(status: 413) }
    return length
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let spaces = rest.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    return rest.dropLast(spaces)
  }

  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { tokenBytes.contains($0) }
  }

  private static let tokenBytes = Set(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
