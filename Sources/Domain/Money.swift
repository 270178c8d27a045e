import JSON

/// A currency by its ISO 4217 code.
///
/// The three letters lie in one word: strings in a hundred thousand amounts would be counted at every copy of one.
package struct Currency: Sendable, Hashable {
  private let letters: UInt32
  private let places: UInt8

  /// Three capital Latin letters, else nil. Codes that are not in our table have two decimal places, as most have.
  package init?(_ code: String) {
    var code = code
    guard let currency = code.withUTF8({ Currency(ascii: $0) }) else { return nil }
    self = currency
  }

  package init?(ascii code: UnsafeBufferPointer<UInt8>) {
    guard code.count == 3 else { return nil }
    var letters: UInt32 = 0
    for letter in code {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
      letters = letters << 8 | UInt32(letter)
    }
    self.init(letters: letters)
  }

  private init(letters: UInt32) {
    self.letters = letters
    places = letters == Currency.roubles ? 2 : Currency.unusualPlaces[letters] ?? 2
  }

  package static let rub = Currency(letters: roubles)

  package var code: String {
    String(decoding: [letters >> 16, letters >> 8, letters].map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }

  /// Decimal places of the minor unit (ISO 4217, amendment 176).
  package var exponent: Int { Int(places) }

  private static let roubles: UInt32 = 0x52_55_42

  private static let unusualPlaces: [UInt32: UInt8] = {
    let none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
    let three = "BHD IQD JOD KWD LYD OMR TND"
    var places: [UInt32: UInt8] = [:]
    for (codes, count) in [(none, 0 as UInt8), (three, 3)] {
      for code in codes.split(separator: " ") { places[code.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = count }
    }
    return places
  }()

  /// Minor units in one major unit: 100 kopecks in a rouble.
  package var scale: Int64 {
    switch exponent {
    case 0: 1
    case 3: 1000
    default: 100
    }
  }
}

/// An exact amount: an integer of minor units (kopecks, cents) of one currency.
///
/// Arithmetic traps nowhere: what can overflow returns nil or saturates where the docstring says so, and two
/// currencies never mix.
package struct Money: Sendable, Hashable {
  package let minor: Int64
  package let currency: Currency

  package init(minor: Int64, currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  package static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency: currency) }

  package var isZero: Bool { minor == 0 }
  package var isNegative: Bool { minor < 0 }
  package var isPositive: Bool { minor > 0 }

  /// The sum, or nil when it overflows or the currencies differ.
  package func adding(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (sum, overflow) = minor.addingReportingOverflow(other.minor)
    return overflow ? nil : Money(minor: sum, currency: currency)
  }

  package func subtracting(_ other: Money) -> Money? {
    guard currency == other.currency else { return nil }
    let (difference, overflow) = minor.subtractingReportingOverflow(other.minor)
    return overflow ? nil : Money(minor: difference, currency: currency)
  }

  package func multiplied(by factor: Int64) -> Money? {
    let (product, overflow) = minor.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Money(minor: product, currency: currency)
  }

  package var magnitude: Money { Money(minor: minor == .min ? .max : abs(minor), currency: currency) }
  package var negated: Money { Money(minor: minor == .min ? .max : -minor, currency: currency) }

  /// `numerator/denominator` of the amount, rounded half away from zero to a minor unit; denominators are positive.
  ///
  /// Returns nil when the result does not fit. The intermediate product has 128 bits.
  package func share(_ numerator: Int64, of denominator: Int64) -> Money? {
    guard denominator > 0 else { return nil }
    let negative = (minor < 0) != (numerator < 0)
    let product = minor.magnitude.multipliedFullWidth(by: numerator.magnitude)
    guard product.high < denominator.magnitude else { return nil }
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(product)
    let rounded = quotient &+ (remainder >= denominator.magnitude - remainder ? 1 : 0)
    guard rounded <= UInt64(Int64.max) else { return nil }
    return Money(minor: negative ? -Int64(rounded) : Int64(rounded), currency: currency)
  }

  /// The machine's form: `-1234.50`, with a point, no groups, and all the currency's decimal places.
  package var decimalText: String {
    String(unsafeUninitializedCapacity: 24) { buffer in
      var writer = DigitWriter(buffer)
      write(into: &writer)
      return writer.count
    }
  }

  /// Reads the machine's form: `-120.5`, `500`, `12.500000`. Digits beyond the minor unit must be zeros.
  ///
  /// No floating point on the way; nil for anything that is not exactly an amount in this currency.
  package init?(decimalText text: some StringProtocol, currency: Currency) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    let kept = fraction.prefix(currency.exponent)
    guard fraction.dropFirst(currency.exponent).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    let zeros = repeatElement(UInt8(ascii: "0"), count: currency.exponent - kept.count)
    var value: Int64 = 0
    for byte in Array(whole) + kept + zeros {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = shifted.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !overflowed else { return nil }
      value = sum
    }
    guard isNegative || value != .min else { return nil }
    self.init(minor: isNegative ? value : -value, currency: currency)
  }
}

extension Money: Comparable {
  /// By minor units; amounts of different currencies are ordered by code so that sorting stays total.
  package static func < (left: Money, right: Money) -> Bool {
    left.currency == right.currency ? left.minor < right.minor : left.currency.code < right.currency.code
  }
}

extension Money: JSONConvertible {
  /// `{"currency":"RUB","minor":123450}`
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "money")
    guard let currency = Currency(try fields.string("currency")) else {
      throw fields.error("currency", "an ISO 4217 code is due")
    }
    self.init(minor: try fields.integer("minor"), currency: currency)
  }

  package var json: JSON { ["currency": .string(currency.code), "minor": .integer(minor)] }
}
