import Testing

@testable import Language

struct PluralTests {
  @Test(arguments: [
    (0, "0 дней"), (1, "1 день"), (2, "2 дня"), (4, "4 дня"), (5, "5 дней"), (11, "11 дней"), (12, "12 дней"),
    (14, "14 дней"), (20, "20 дней"), (21, "21 день"), (22, "22 дня"), (100, "100 дней"), (101, "101 день"),
    (111, "111 дней"), (112, "112 дней"), (122, "122 дня"), (-1, "\u{2212}1 день"), (-3, "\u{2212}3 дня"),
    (1_000_001, "1\u{A0}000\u{A0}001 день"),
  ])
  func russianHasThreeForms(_ number: Int, _ text: String) {
    #expect(plural(number, .days).russian == text)
  }

  @Test(arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days"), (-1, "\u{2212}1 day"), (1_234, "1,234 days")])
  func englishHasTwoForms(_ number: Int, _ text: String) {
    #expect(plural(number, .days).english == text)
  }

  @Test func wordStandsAlone() {
    #expect(PluralPhrase.accounts.word(3) == Phrase("лицевых счёта", "accounts"))
    #expect(PluralPhrase.payments.word(1) == Phrase("платёж", "payment"))
  }

  @Test func smallestNumberHasAForm() {
    #expect(plural(Int.min, .months).russian.hasSuffix(" месяцев"))
  }
}
