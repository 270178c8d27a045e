import Language
import Testing

struct PhraseFormsTests {
  @Test(arguments: [
    ("Тариф в архиве", "тариф в архиве"), ("Wi-Fi не работает.", "Wi-Fi не работает"),
    ("GPON недоступен", "GPON недоступен"),
    ("С 1 декабря 2026 г.", "с 1 декабря 2026 г."), ("5 дней", "5 дней"), ("", ""), ("«Домашний»", "«Домашний»"),
  ])
  func aSentenceGoesOnAfterAColonWithoutItsCapital(sentence: String, continued: String) {
    #expect(Phrase(verbatim: sentence).continued.russian == continued)
  }

  @Test func aPhraseBecomesASentenceOnce() {
    #expect(Phrase("можно", "possible").capitalised == Phrase("Можно", "Possible"))
    #expect(Phrase("Нельзя", "No!").stopped == Phrase("Нельзя.", "No!"))
    #expect(Phrase("Нельзя.", "Why?").stopped == Phrase("Нельзя.", "Why?"))
  }

  @Test func phrasesAreJoinedInEachLanguage() {
    #expect(Phrase.joined([Phrase("а", "a"), Phrase("б", "b")], by: "; ") == Phrase("а; б", "a; b"))
  }
}
