/// The body that follows a head: of a length, or in chunks (RFC 9112, 7.1).
enum RequestBody {
  enum Reading: Equatable {
    case more
    /// With the index just after it.
    case body([UInt8], end: Int)
    case refused(Int)
  }

  /// A size line, its extensions too, and the trailer.
  private static let lineLimit = 256

  static func read(_ bytes: ArraySlice<UInt8>, of head: RequestHead) -> Reading {
    if head.isChunked { return chunks(bytes) }
    let end = bytes.startIndex + head.contentLength
    return bytes.endIndex >= end ? .body(Array(bytes[..<end]), end: end) : .more
  }

  private static func chunks(_ bytes: ArraySlice<UInt8>) -> Reading {
    var body: [UInt8] = []
    var rest = bytes
    while true {
      guard let line = line(rest) else { return rest.count > lineLimit ? .refused(400) : .more }
      guard let size = size(line) else { return .refused(400) }
      guard body.count + size <= RequestHead.bodyLimit else { return .refused(413) }
      rest = rest[(line.endIndex + 2)...]
      if size == 0 { return trailer(rest, body) }
      guard rest.count >= size + 2 else { return .more }
      let end = rest.startIndex + size
      guard rest[end] == 0x0D, rest[end + 1] == 0x0A else { return .refused(400) }
      body += rest[..<end]
      rest = rest[(end + 2)...]
    }
  }

  /// Trailer fields are read and forgotten.
  private static func trailer(_ bytes: ArraySlice<UInt8>, _ body: [UInt8]) -> Reading {
    var rest = bytes
    while let line = line(rest) {
      rest = rest[(line.endIndex + 2)...]
      if line.isEmpty { return .body(body, end: rest.startIndex) }
    }
    return rest.count > lineLimit ? .refused(431) : .more
  }

  /// Up to a line's end, which must come soon.
  private static func line(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let near = bytes.prefix(lineLimit + 2)
    guard let end = near.firstIndex(of: 0x0A), end > near.startIndex, near[end - 1] == 0x0D else { return nil }
    return bytes[bytes.startIndex..<(end - 1)]
  }

  private static func size(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") }
    guard (1...8).contains(digits.count),
      digits.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
