/// Bytes looked at eight at a time: a ledger's line has two hundred, and of a statement's time their reading was the half.
enum Word {
  private static func load(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    guard let here = UnsafeRawPointer(left.baseAddress), let there = UnsafeRawPointer(right.baseAddress) else {
      return true
    }
    var offset = 0
    while offset + 8 <= left.count {
      if load(here, offset) != load(there, offset) { return false }
      offset += 8
    }
    while offset < left.count {
      if left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Spreads texts over a small table; nobody can gain by collisions there, which cost what no table would.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ load(base, offset)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x9E37_79B9_7F4A_7C15
      offset += 1
    }
    return hash >> 40
  }

  /// Where the first quotation mark, backslash or control character is; the end when there is none.
  static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    seek(bytes, from: start, in: { zeros($0 ^ all(0x22)) | zeros($0 ^ all(0x5C)) | controls($0) }) {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20
    }
  }

  /// The offset behind the next newline; the end when there is none.
  static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    min(seek(bytes, from: start, in: { zeros($0 ^ all(0x0A)) }) { $0 == UInt8(ascii: "\n") } + 1, bytes.count)
  }

  /// - Parameters:
  ///   - marks: a word whose lowest set bit lies in the first byte that is sought; zero without such a byte.
  @inline(__always)
  private static func seek(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, in marks: (UInt64) -> UInt64, _ isSought: (UInt8) -> Bool
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var offset = start
    while offset + 8 <= bytes.count {
      let found = marks(UInt64(littleEndian: load(base, offset)))
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count, !isSought(bytes[offset]) { offset += 1 }
    return offset
  }

  private static func all(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

  /// The highest bit of each byte that is zero; bits above the first such byte may be wrong.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- all(0x01)) & ~word & all(0x80) }

  /// The same for bytes below a space.
  private static func controls(_ word: UInt64) -> UInt64 { (word &- all(0x20)) & ~word & all(0x80) }
}
