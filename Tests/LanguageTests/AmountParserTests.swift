import Domain
import Testing

@testable import Language

struct AmountParserTests {
  private func parse(_ text: String, _ code: String = "RUB") throws -> Int64 {
    try AmountParser(currency: try #require(Currency(code))).parse(text).minor
  }

  private func error(_ text: String, _ code: String = "RUB") throws -> AmountError? {
    let currency = try #require(Currency(code))
    do throws(AmountError) {
      _ = try AmountParser(currency: currency).parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("500", 50_000), ("500.5", 50_050), ("500,50", 50_050), ("0,01", 1), ("  500 ", 50_000), ("0500", 50_000),
    ("1 000,50", 100_050), ("1\u{A0}000,50", 100_050), ("1\u{202F}000\u{202F}000", 100_000_000),
    ("12 345.6", 1_234_560),
    ("1,234.50", 123_450), ("1.234,50", 123_450), ("1'000.50", 100_050), ("500₽", 50_000), ("500 ₽", 50_000),
    ("500 руб.", 50_000), ("500 руб", 50_000), ("500 рублей", 50_000), ("500 RUB", 50_000), ("RUB 500", 50_000),
    ("₽1,234.50", 123_450), ("1\u{A0}234,50\u{A0}₽", 123_450), ("92233720368547758.07", Int64.max),
  ])
  func wellWrittenAmountIsTaken(_ text: String, _ minor: Int64) throws {
    #expect(try parse(text) == minor)
  }

  @Test(arguments: [
    ("", AmountError.empty), (" \t", .empty), ("0", .zero), ("0,00", .zero), ("-5", .negative),
    ("\u{2212}5", .negative),
    ("1e9", .exponentNotation), ("1E+9", .exponentNotation), ("12.345", .tooManyFractionDigits(allowed: 2)),
    ("0,500", .tooManyFractionDigits(allowed: 2)), ("1.2345", .tooManyFractionDigits(allowed: 2)),
    ("٥٠٠", .foreignDigits), ("5٠0", .foreignDigits), ("５００", .foreignDigits), ("½", .foreignDigits),
    ("1 00", .wrongGrouping), ("10 00,50", .wrongGrouping), ("1  000", .wrongGrouping), ("1,00,00", .wrongGrouping),
    ("1,234,567", .wrongGrouping), ("1 000 000 0", .wrongGrouping), ("abc", .notNumber), ("500.", .notNumber),
    (",50", .notNumber), ("500 попугаев", .notNumber), ("0x10", .notNumber), ("+5", .notNumber), ("$", .notNumber),
    ("5-5", .notNumber), ("₽500₽", .notNumber), ("92233720368547758.08", .tooLarge),
    ("99999999999999999999999", .tooLarge),
  ])
  func badAmountHasItsOwnReason(_ text: String, _ reason: AmountError) throws {
    #expect(try error(text) == reason)
  }

  @Test func threeDigitsAfterOneSignAreRefusedWithBothReadings() throws {
    #expect(try error("1,000") == .ambiguousSeparator(asThousands: "1000", asFraction: "1"))
    #expect(try error("1.000") == .ambiguousSeparator(asThousands: "1000", asFraction: "1"))
    #expect(try error("12,340") == .ambiguousSeparator(asThousands: "12340", asFraction: "12.34"))
    #expect(try error("1,000")?.phrase.russian.contains("1000 это или 1") == true)
  }

  @Test(arguments: ["4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005"])
  func cardNumberIsRefusedAndNeverRepeated(_ number: String) throws {
    let reason = try #require(try error(number))
    #expect(reason == .cardNumber)
    let said = reason.phrase.russian + reason.phrase.english + String(describing: reason)
    #expect(!said.contains { $0.isNumber })
  }

  @Test func longNumberThatIsNoCardIsJustAnAmount() throws {
    #expect(try parse("4111111111111112") == 411_111_111_111_111_200)
  }

  @Test func otherCurrencyIsNamed() throws {
    #expect(try error("500 USD") == .otherCurrency(named: "USD", due: .rub))
    #expect(try error("$500") == .otherCurrency(named: "USD", due: .rub))
    #expect(try error("500 руб", "KZT")?.phrase.english.contains("kept in KZT but the amount is in RUB") == true)
  }

  @Test func decimalPlacesAreTheCurrencys() throws {
    #expect(try error("500,5", "JPY") == .tooManyFractionDigits(allowed: 0))
    #expect(try parse("500", "JPY") == 500)
    #expect(try parse("1.25", "KWD") == 1_250)
    #expect(try error("1.250", "KWD") == .ambiguousSeparator(asThousands: "1250", asFraction: "1.25"))
  }

  @Test func whatIsShownCanBeTypedBack() throws {
    for minor: Int64 in [1, 99, 50_000, 123_456, 100_000_000, 987_654_321_012] {
      let shown = AmountText.full(Money(minor: minor, currency: .rub))
      #expect(try parse(shown.russian) == minor)
      #expect(try parse(shown.english) == minor)
      #expect(try parse(Money(minor: minor, currency: .rub).decimalText) == minor)
    }
  }
}
