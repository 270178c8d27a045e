/// The sandbox's own source of chance, so that one seed makes the same history on every machine and with every toolchain.
///
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014), the constants of its reference code.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for each name under one seed.
  init(seed: UInt64, name: String) { state = seed ^ Fingerprint.of(name) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The library's own `random(in:)` may change its algorithm; this one will not. The bias is below 2^-40.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True once in `times`, on average.
  mutating func happens(onceIn times: Int) -> Bool { number(in: 1...times) == 1 }
}

/// FNV-1a, 64 bits: names of things, never a secret.
enum Fingerprint {
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  static func text(_ content: String) -> String {
    let digits = String(of(content), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
