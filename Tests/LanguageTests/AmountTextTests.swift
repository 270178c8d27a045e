import Domain
import Testing

@testable import Language

struct AmountTextTests {
  private func money(_ minor: Int64, _ code: String = "RUB") throws -> Money {
    Money(minor: minor, currency: try #require(Currency(code)))
  }

  @Test(arguments: [
    (123_450, "1\u{A0}234,50\u{A0}₽", "₽1,234.50"), (0, "0,00\u{A0}₽", "₽0.00"), (5, "0,05\u{A0}₽", "₽0.05"),
    (-123_450, "\u{2212}1\u{A0}234,50\u{A0}₽", "\u{2212}₽1,234.50"), (100_000, "1\u{A0}000,00\u{A0}₽", "₽1,000.00"),
    (99_999_999_999, "999\u{A0}999\u{A0}999,99\u{A0}₽", "₽999,999,999.99"),
  ])
  func tablesShowAllDecimalPlaces(_ minor: Int64, _ russian: String, _ english: String) throws {
    #expect(AmountText.full(try money(minor)) == Phrase(russian, english))
  }

  @Test func proseLeavesOutEmptyKopecks() throws {
    #expect(AmountText.prose(try money(50_000)) == Phrase("500\u{A0}₽", "₽500"))
    #expect(AmountText.prose(try money(50_010)) == Phrase("500,10\u{A0}₽", "₽500.10"))
    #expect(AmountText.prose(try money(-50_000)).russian == "\u{2212}500\u{A0}₽")
  }

  @Test func creditHasAPlusInLists() throws {
    #expect(AmountText.signed(try money(100)).russian == "+1,00\u{A0}₽")
    #expect(AmountText.signed(try money(-100)).english == "\u{2212}₽1.00")
    #expect(AmountText.signed(try money(0)).english == "₽0.00")
  }

  @Test(arguments: [
    ("UAH", "1,00\u{A0}₴", "₴1.00"), ("KZT", "1,00\u{A0}₸", "₸1.00"), ("BYN", "1,00\u{A0}Br", "Br\u{A0}1.00"),
    ("USD", "1,00\u{A0}$", "$1.00"), ("EUR", "1,00\u{A0}€", "€1.00"), ("GBP", "1,00\u{A0}£", "£1.00"),
    ("CHF", "1,00\u{A0}CHF", "CHF\u{A0}1.00"),
  ])
  func currencyHasItsSignOrItsCode(_ code: String, _ russian: String, _ english: String) throws {
    #expect(AmountText.full(try money(100, code)) == Phrase(russian, english))
  }

  @Test func decimalPlacesAreTheCurrencys() throws {
    #expect(AmountText.full(try money(1_234, "JPY")).russian == "1\u{A0}234\u{A0}JPY")
    #expect(AmountText.full(try money(1_234, "KWD")).russian == "1,234\u{A0}KWD")
  }

  @Test func smallestAmountIsWritten() throws {
    #expect(AmountText.full(try money(.min)).english == "\u{2212}₽92,233,720,368,547,758.08")
  }
}
