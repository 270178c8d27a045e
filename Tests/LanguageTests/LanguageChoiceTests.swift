import Testing

@testable import Language

struct LanguageChoiceTests {
  private func choose(
    _ environment: [String: String], flag: Language? = nil, remembered: Language? = nil
  ) -> Language {
    LanguageChoice.choose(flag: flag, environment: environment, remembered: remembered)
  }

  @Test func optionIsStrongerThanEverything() {
    #expect(choose(["KABINET_LANG": "ru", "LANG": "ru_RU.UTF-8"], flag: .english, remembered: .russian) == .english)
  }

  @Test func ownVariableIsStrongerThanTheLocale() {
    #expect(choose(["KABINET_LANG": "en", "LC_ALL": "ru_RU.UTF-8"]) == .english)
  }

  @Test(arguments: [
    (["LC_ALL": "ru_RU.UTF-8", "LC_MESSAGES": "en_US", "LANG": "en_US"], Language.russian),
    (["LC_MESSAGES": "en_GB.UTF-8", "LANG": "ru_RU.UTF-8"], .english),
    (["LANG": "ru"], .russian), (["LANG": "RU_ru"], .russian), (["LANG": "de_DE@euro"], .english),
    (["LANG": "uk_UA.UTF-8"], .english), (["LANG": "kk_KZ"], .english),
  ])
  func localeIsReadInTheOrderOfPosix(_ environment: [String: String], _ language: Language) {
    #expect(choose(environment) == language)
  }

  @Test(arguments: ["", "C", "POSIX", "C.UTF-8"])
  func localeOfServicesSaysNothing(_ locale: String) {
    #expect(choose(["LANG": locale]) == .russian)
    #expect(choose(["LANG": locale], remembered: .english) == .english)
    #expect(choose(["LC_ALL": locale, "LANG": "en_US.UTF-8"], remembered: .russian) == .english)
  }

  @Test func localeIsStrongerThanWhatWasRemembered() {
    #expect(choose(["LANG": "en_US.UTF-8"], remembered: .russian) == .english)
  }

  @Test func unknownLanguageMeansRussian() {
    #expect(choose([:]) == .russian)
  }

  @Test func optionTakesCodesLocalesAndNames() {
    #expect(Language(name: "ru") == .russian)
    #expect(Language(name: "EN") == .english)
    #expect(Language(name: "en_US.UTF-8") == .english)
    #expect(Language(name: "русский") == .russian)
    #expect(Language(name: "de") == nil)
    #expect(Language(name: "") == nil)
  }
}
