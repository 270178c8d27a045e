import Domain
import Testing

@testable import Search

/// What holds for every word and every query.
@Suite struct PropertyTests {
  private let help = Shelf.help

  @Test func noArticleDisappearsWhileAWordIsBeingCompleted() throws {
    let searcher = try help.searcher()
    var wish = Searcher.Wish()
    wish.limit = 100
    for article in help.articles {
      for word in Set((article.title + " " + article.body).split(whereSeparator: { !$0.isLetter })) where word.count > 1
      {
        for length in 2...word.count {
          let hits = try searcher.search(String(word.prefix(length)), wish).hits
          let isFound = hits.contains { help.articles[$0.record.offset].id == article.id }
          #expect(isFound, "\(word.prefix(length)) of \(word) in \(article.id)")
        }
      }
    }
  }

  @Test func caseAndYoNeverMatter() throws {
    for query in ["обещанный платёж", "счёт пополнить", "медленный wi-fi", "Checking the speed"] {
      let ids = try help.ids(query)
      #expect(try help.ids(query.uppercased()) == ids)
      #expect(try help.ids(String(query.map { $0 == "ё" ? "е" : $0 })) == ids)
    }
  }

  @Test func oddQueriesAreAnsweredWithoutATrap() throws {
    let searcher = try help.searcher()
    let odd = [
      "\u{301}\u{301}", "a-", "-a-", "a--b", "🙂-🙂", "İstanbul-ß", String(repeating: "а-", count: 2000), "\r\n|--|",
      "\"", "\"\"",
      "«»", "-\"", "--", String(repeating: "роутер ", count: 500), String(repeating: "щ", count: 9000),
      "\u{202E}роутер",
      "مرحبا بالعالم", "שלום", "\u{0}\u{7}\u{1B}]8;;x\u{7}роутер", "𝔘𝔫𝔦", "漢字", "1234567890", "5 5 5 5 5",
    ]
    for query in odd {
      for exact in [false, true] {
        var wish = Searcher.Wish()
        wish.isExact = exact
        _ = try searcher.search(query, wish)
      }
    }
  }

  @Test func articlesWithHostileTextAreFoundAndHarmless() throws {
    let texts = [
      "\u{1B}[2J роутер", "\u{202E}роутер\u{0}", String(repeating: "роутер ", count: 40_000), "[роутер](", "```", "",
    ]
    let shelf = Shelf(texts.enumerated().map { Shelf.article("h\($0.offset)", $0.element, $0.element) })
    #expect(try shelf.ids("роутер").count == 4)
  }

  @Test func anEmptyShelfIsSearched() throws {
    #expect(try Shelf([]).ids("роутер").isEmpty)
    #expect(try Shelf([]).ids("роутер", exact: true).isEmpty)
  }
}
