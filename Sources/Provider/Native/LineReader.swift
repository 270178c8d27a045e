/// Cuts a stream into lines in constant memory: only an unfinished line is kept, and it is capped.
struct LineReader {
  /// A longer line is an error (256 KiB).
  static let limit = 256 << 10
  private var unfinished: [UInt8] = []

  mutating func take(_ bytes: ArraySlice<UInt8>, line: (ArraySlice<UInt8>) throws -> Void) throws {
    var rest = bytes
    while let newline = rest.firstIndex(of: 0x0A) {
      let piece = rest[rest.startIndex..<newline]
      rest = rest[(newline + 1)...]
      guard unfinished.count + piece.count <= LineReader.limit else { throw LineReader.tooLong }
      if unfinished.isEmpty {
        try line(piece)
      } else {
        unfinished += piece
        let whole = unfinished
        unfinished.removeAll(keepingCapacity: true)
        try line(whole[...])
      }
    }
    guard unfinished.count + rest.count <= LineReader.limit else { throw LineReader.tooLong }
    unfinished += rest
  }

  /// What follows the last newline.
  var remainder: ArraySlice<UInt8> { unfinished[...] }

  private static let tooLong = ProviderError.malformed("feed: a line is longer than 256 KiB")
}
