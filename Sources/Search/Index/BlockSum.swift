/// The checksum of a block of the index: four sums side by side, each of which every word moves to another value, so that a
/// foreign byte is always noticed by its own sum, and anything else but once in 2^32.
///
/// A search checks some 700 blocks: by CRC-32C that was 13 % of its instructions, this is a tenth of that. What the store
/// keeps has CRC-32C, which others can compute; the index is nobody's but ours, and is made anew at will.
enum BlockSum {
  /// The odd multipliers of xxHash64 (Collet), of which each makes a product that can be undone.
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let other: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// - Parameter bytes: a multiple of 32.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var (a, b, c, d) = (prime, other, ~prime, ~other)
    var place = 0
    while place + 32 <= bytes.count {
      a = step(a, IndexBytes.load(bytes, place, UInt64.self))
      b = step(b, IndexBytes.load(bytes, place + 8, UInt64.self))
      c = step(c, IndexBytes.load(bytes, place + 16, UInt64.self))
      d = step(d, IndexBytes.load(bytes, place + 24, UInt64.self))
      place += 32
    }
    let sum = step(step(step(a, b), c), d)
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }

  @inline(__always)
  private static func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (sum ^ word) &* prime
    return mixed ^ mixed >> 29
  }
}
