import Domain
import JSON

/// A value of an ABillS answer, where the same thing is a number here and a string there, and "no value" has many faces:
/// absent, null, `""`, `"0000-00-00"`, `{}` for an empty list.
struct Loose {
  let json: JSON?
  /// Where it stands, for errors: `payments[3].sum`.
  let path: String

  init(_ json: JSON?, _ path: String) {
    self.json = json
    self.path = path
  }

  subscript(_ key: String) -> Loose { Loose(json?[key], path + "." + key) }

  /// A text that is not empty; a number in its own words.
  var text: String? {
    switch json {
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    case .decimal(let text): text
    default: nil
    }
  }

  /// An identity; 0 is none.
  var identity: String? { text.flatMap { $0 == "0" ? nil : $0 } }

  var integer: Int64? { text.flatMap { Int64($0) } ?? amount.flatMap { $0.wholeUnits } }

  var amount: Millionths? { text.flatMap { Millionths($0) } }

  /// 1, true, "true", "1", an object with members; anything else is no.
  var isTrue: Bool {
    switch json {
    case .bool(let flag): flag
    case .string(let text): !["", "0", "false", "no"].contains(text.lowercased())
    case .integer(let number): number != 0
    case .object(let members): !members.isEmpty
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }

  /// A day; `0000-00-00` is none. The time of day that may follow is dropped.
  var date: CivilDate? { text.flatMap { CivilDate($0.prefix(10)) } }

  /// `2026-09-01 10:15:00` on the wall of a place `utcOffset` minutes ahead of UTC.
  func moment(utcOffset: Int) -> Timestamp? {
    guard let text, let date else { return nil }
    let clock = text.dropFirst(11).split(separator: ":").map { Int($0.prefix(2)) ?? 0 } + [0, 0, 0]
    guard (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0..<61).contains(clock[2]) else { return nil }
    let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
    return Timestamp(startOf: date, utcOffset: utcOffset).adding(seconds: Int64(seconds))
  }

  /// The elements of a list, which may be wrapped as `{"list":[...]}`; an empty object is an empty list.
  func elements() throws(ProviderError) -> [Loose] {
    switch json {
    case .array(let elements): return elements.enumerated().map { Loose($1, "\(path)[\($0)]") }
    case .object(let members) where members.isEmpty: return []
    case .object where self["list"].json != nil: return try self["list"].elements()
    default: throw .malformed("\(path): a list is due")
    }
  }

  func required<T>(_ value: T?, _ expectation: String) throws(ProviderError) -> T {
    guard let value else { throw .malformed("\(path): \(expectation) is due") }
    return value
  }
}

/// An exact decimal with six places: what ABillS computes with before it rounds for a screen (a monthly fee taken by the
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

  func subtracting(_ other: Millionths) -> Millionths? {
    let (difference, overflow) = value.subtractingReportingOverflow(other.value)
    return overflow ? nil : Millionths(value: difference)
  }
}
