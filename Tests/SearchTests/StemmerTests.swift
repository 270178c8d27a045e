import TestSupport
import Testing

@testable import Search

/// The stemmers beside words whose stems are known, and beside the whole vocabularies of snowballstem.org where they are.
@Suite struct StemmerTests {
  @Test(arguments: [
    ("интернета", "интернет"), ("подключение", "подключен"), ("оплачиваемые", "оплачива"), ("вежливость", "вежлив"),
    ("красивейший", "красив"), ("роутерами", "роутер"), ("отключился", "отключ"), ("прочитавши", "прочита"), ("я", "я"),
    ("ГГц", "ггц"),
  ])
  func russianWordsLoseTheirEndings(word: String, stem: String) {
    #expect(Search.text(Stem.of(Tokens(word).letters)) == stem)
  }

  @Test(arguments: [
    ("connections", "connect"), ("happily", "happili"), ("skies", "sky"), ("dying", "die"), ("paying", "pay"),
    ("relational", "relat"), ("proceed", "proceed"), ("news", "news"), ("by", "by"), ("hopping", "hop"),
    ("hoping", "hope"),
  ])
  func englishWordsLoseTheirEndings(word: String, stem: String) {
    #expect(Search.text(Stem.of(Tokens(word).letters)) == stem)
  }

  @Test(arguments: ["russian", "english"]) func everyWordOfTheVocabularyHasItsStem(language: String) throws {
    let folder = "../shared/search/snowball/\(language)/"
    guard let words = Golden.text(folder + "voc.txt"), let stems = Golden.text(folder + "output.txt") else {
      print("the vocabulary of \(language) is not beside the tree: skipped")
      return
    }
    var wrong: [String] = []
    let pairs = zip(words.split(separator: "\n"), stems.split(separator: "\n"))
    for (word, stem) in pairs where Self.stem(word, language) != Self.folded(stem) { wrong.append(String(word)) }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    #expect(words.split(separator: "\n").count > 42_000)
  }

  private static func stem(_ word: Substring, _ language: String) -> String {
    // The English list has apostrophes, which are no letters of the index.
    if language == "english" { return String(decoding: EnglishStemmer.stem(Array(word.utf8)), as: UTF8.self) }
    return Search.text(Stem.of(Tokens(String(word)).letters))
  }

  private static func folded(_ stem: Substring) -> String { String(stem.map { $0 == "ё" ? "е" : $0 }) }
}

enum Search {
  static func text(_ letters: [UInt8]) -> String { Letter.text(letters) }
}
