import Domain

/// An exact decimal with six places: what billing systems compute with before they round for a screen (a monthly fee taken by the
/// day is 16.129032).
struct Millionths: Equatable {
  let value: Int64

  init(value: Int64) { self.value = value }

  /// `-120.5`, `500`, `16.129032`, `1.5e2`, with a comma as well; digits beyond the sixth place are cut.
  init?(_ text: String) {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    var shift = 0
    if parts.count == 2 {
      guard let exponent = Int(parts[1]), (-12...12).contains(exponent) else { return nil }
      shift = exponent
    }
    guard parts.count <= 2, let mantissa = parts.first else { return nil }
    let isNegative = mantissa.hasPrefix("-")
    let digits = isNegative ? mantissa.dropFirst() : mantissa
    let halves = digits.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let whole = halves.first ?? ""
    let fraction = halves.count == 2 ? halves[1] : ""
    guard !whole.isEmpty, (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard let value = Millionths.integer(Array((whole + fraction).utf8), places: 6 + shift - fraction.utf8.count) else {
      return nil
    }
    self.value = isNegative ? -value : value
  }

  /// The digits as a number with so many zeros behind, or so many digits cut off.
  private static func integer(_ digits: [UInt8], places: Int) -> Int64? {
    let kept = places < 0 ? Array(digits.dropLast(-places)) : digits + repeatElement(0x30, count: places)
    var value: Int64 = 0
    for digit in kept {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = shifted.addingReportingOverflow(Int64(digit - 0x30))
      guard !overflow, !overflowed else { return nil }
      value = sum
    }
    return value
  }

  /// To a minor unit of the currency, halves upwards: the one rounding that a whole amount added or taken never disturbs,
  /// so that balances computed one from another differ by exactly the amounts.
  func money(_ currency: Currency) -> Money {
    let unit = 1_000_000 / currency.scale
    let doubled = value.multipliedReportingOverflow(by: 2)
    guard !doubled.overflow, !doubled.partialValue.addingReportingOverflow(unit).overflow else {
      return Money(minor: value / unit, currency: currency)
    }
    let numerator = doubled.partialValue + unit
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: 2 * unit)
    return Money(minor: remainder < 0 ? quotient - 1 : quotient, currency: currency)
  }

  var wholeUnits: Int64? { value % 1_000_000 == 0 ? value / 1_000_000 : nil }
  var isPositive: Bool { value > 0 }

  /// Whether two figures are one that was rounded to two places here and not there.
  func isNear(_ other: Millionths) -> Bool {
    subtracting(other).map { (-5000...5000).contains($0.value) } ?? false
  }

  func adding(_ other: Millionths) -> Millionths? {
    let (sum, overflow) = value.addingReportingOverflow(other.value)
    return overflow ? nil : Millionths(value: sum)
  }

  func subtracting(_ other: Millionths) -> Millionths? {
    let (difference, overflow) = value.subtractingReportingOverflow(other.value)
    return overflow ? nil : Millionths(value: difference)
  }
}
