/// Decimal digits straight into bytes.
///
/// A statement of a month prints some 2,500 dates and amounts; through string concatenation they took longer than
/// reading them.
package struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  package private(set) var count = 0

  /// - Parameter buffer: of at least 24 bytes, enough for any amount; what does not fit is left out.
  package init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  package mutating func byte(_ byte: UInt8) {
    guard count < buffer.count else { return }
    buffer[count] = byte
    count += 1
  }

  /// Two digits.
  package mutating func pair(_ number: Int) {
    byte(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
    byte(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  /// A number padded with zeros to at least so many digits.
  package mutating func number(_ number: UInt64, digits: Int) {
    var width = 1
    var rest = number / 10
    while rest > 0 || width < digits {
      rest /= 10
      width += 1
    }
    guard count + width <= buffer.count else { return }
    var value = number
    for place in stride(from: count + width - 1, through: count, by: -1) {
      let (quotient, digit) = value.quotientAndRemainder(dividingBy: 10)
      buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      value = quotient
    }
    count += width
  }
}

extension CivilDate {
  /// `YYYY-MM-DD`
  package func write(into writer: inout DigitWriter) {
    let (year, month, day) = components
    if (0...9999).contains(year) {
      writer.pair(year / 100)
      writer.pair(year % 100)
    } else {
      writer.number(UInt64(year.magnitude), digits: 4)
    }
    writer.byte(UInt8(ascii: "-"))
    writer.pair(month)
    writer.byte(UInt8(ascii: "-"))
    writer.pair(day)
  }
}

extension Money {
  /// `-1234.50`: the machine's form.
  package func write(into writer: inout DigitWriter) {
    if minor < 0 { writer.byte(UInt8(ascii: "-")) }
    let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: currency.scale.magnitude)
    writer.number(whole, digits: 1)
    if currency.exponent > 0 {
      writer.byte(UInt8(ascii: "."))
      if currency.exponent == 2 { writer.pair(Int(rest)) } else { writer.number(rest, digits: currency.exponent) }
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends what a digit writer writes, at most 24 bytes.
  package mutating func append(writing write: (inout DigitWriter) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      var writer = DigitWriter(buffer)
      write(&writer)
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<writer.count]))
    }
  }
}
