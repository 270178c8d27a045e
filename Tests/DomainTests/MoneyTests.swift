import JSON
import Testing

@testable import Domain

@Suite struct MoneyTests {
  @Test func sumsThatDoNotFitAreNil() throws {
    #expect(roubles(.max).adding(roubles(1)) == nil)
    #expect(roubles(.min).subtracting(roubles(1)) == nil)
    #expect(roubles(.min).multiplied(by: -1) == nil)
    #expect(roubles(.max).adding(roubles(-1)) == roubles(.max - 1))
    #expect(roubles(.min).magnitude == roubles(.max))
    #expect(roubles(.min).negated == roubles(.max))
    #expect(roubles(-5).magnitude == roubles(5))
  }

  @Test func currenciesNeverMix() throws {
    let euro = Money(minor: 5, currency: try #require(Currency("EUR")))
    #expect(roubles(5).adding(euro) == nil)
    #expect(roubles(5).subtracting(euro) == nil)
    #expect(roubles(5) != euro)
    #expect(euro < roubles(-5))
  }

  @Test(arguments: ["rub", "RU", "RUBL", "РУБ", "R1B", ""])
  func aCurrencyIsThreeCapitalLatinLetters(code: String) {
    #expect(Currency(code) == nil)
  }

  /// The quotient by schoolbook long division, digit by digit in 128 bits: a way of its own.
  private func reference(_ minor: Int64, _ numerator: Int64, _ denominator: Int64) -> Int64? {
    let product = Int128(minor) * Int128(numerator)
    let divisor = Int128(denominator)
    let magnitude = product.magnitude
    var quotient = magnitude / UInt128(divisor)
    let rest = magnitude - quotient * UInt128(divisor)
    if rest * 2 >= UInt128(divisor) { quotient += 1 }
    return Int64(exactly: product < 0 ? -Int128(quotient) : Int128(quotient))
  }

  @Test func aShareIsTheExactQuotientRoundedHalfAwayFromZero() {
    var dice = Dice()
    for round in 0..<20_000 {
      let shift = Int.random(in: 0...62, using: &dice)
      let minor = Int64.random(in: .min ... .max, using: &dice) >> shift
      let numerator = Int64.random(in: .min ... .max, using: &dice) >> Int.random(in: 0...62, using: &dice)
      let denominator = max(1, Int64.random(in: 1 ... .max, using: &dice) >> Int.random(in: 0...62, using: &dice))
      let expected = reference(minor, numerator, denominator)
      // The one value that a positive magnitude cannot hold is nil as well.
      let wanted = expected == .min ? nil : expected
      #expect(
        roubles(minor).share(numerator, of: denominator)?.minor == wanted,
        "seed \(dice.seed) round \(round): \(minor) * \(numerator) / \(denominator)")
    }
  }

  @Test(arguments: [
    (1, 1, 2, 1), (-1, 1, 2, -1), (1, 1, 3, 0), (5, 1, 10, 1), (-5, 1, 10, -1), (4, 1, 10, 0), (7, 0, 9, 0),
  ])
  func halvesGoAwayFromZero(minor: Int64, numerator: Int64, denominator: Int64, share: Int64) {
    #expect(roubles(minor).share(numerator, of: denominator) == roubles(share))
  }

  @Test func aShareOfNothingOrOfANegativeWholeIsNil() {
    #expect(roubles(5).share(1, of: 0) == nil)
    #expect(roubles(5).share(1, of: -3) == nil)
    #expect(roubles(.max).share(2, of: 1) == nil)
    #expect(roubles(.min).share(1, of: 1) == nil)
  }

  @Test(
    arguments: [
      ("RUB", 123_450, "1234.50"), ("RUB", 5, "0.05"), ("RUB", -5, "-0.05"), ("RUB", 0, "0.00"), ("JPY", 500, "500"),
      ("KWD", 1, "0.001"), ("KWD", -12_345, "-12.345"), ("RUB", .min, "-92233720368547758.08"),
    ] as [(String, Int64, String)])
  func theMachinesFormHasAllDecimalPlaces(code: String, minor: Int64, text: String) throws {
    let money = Money(minor: minor, currency: try #require(Currency(code)))
    #expect(money.decimalText == text)
    #expect(Money(decimalText: text, currency: money.currency) == money)
  }

  @Test func theMachinesFormReadsBackAsItself() throws {
    var dice = Dice()
    let currencies = try ["RUB", "JPY", "KWD"].map { try #require(Currency($0)) }
    for round in 0..<5000 {
      let minor = Int64.random(in: .min ... .max, using: &dice) >> Int.random(in: 0...63, using: &dice)
      for currency in currencies {
        let money = Money(minor: minor, currency: currency)
        #expect(
          Money(decimalText: money.decimalText, currency: currency) == money, "seed \(dice.seed) round \(round)")
      }
    }
  }

  @Test(arguments: ["500", "500.5", "500.50", "500.500000", "0500.5"])
  func shorterAndLongerFormsAreRead(text: String) throws {
    let money = try #require(Money(decimalText: text, currency: .rub))
    #expect(money.minor / 100 == 500)
  }

  @Test(arguments: [
    "", "-", ".", "5.", ".5", "+5", "1e9", "12.345", "1 000", "1,5", "٥", "--5", "5-", "0x10", " 5", "5 ", "1.2.3",
    "NaN",
    "92233720368547758.08", "99999999999999999999", "5\u{0}",
  ])
  func whatIsNoAmountIsRefused(text: String) {
    #expect(Money(decimalText: text, currency: .rub) == nil)
  }
}
