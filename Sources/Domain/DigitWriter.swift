/// Decimal digits straight into the bytes of a string.
///
/// A statement of a month prints some 2,500 dates and amounts; through string concatenation they took longer than
/// reading them.
struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func byte(_ byte: UInt8) {
    guard count < buffer.count else { return }
    buffer[count] = byte
    count += 1
  }

  /// A number that is not negative, padded with zeros to at least so many digits.
  mutating func number(_ number: some BinaryInteger, digits: Int) {
    var power = 1
    var width = 1
    while width < digits || (width < 19 && Int(clamping: number) / power >= 10) {
      power *= 10
      width += 1
    }
    var rest = Int(clamping: number)
    while power > 0 {
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }
}
