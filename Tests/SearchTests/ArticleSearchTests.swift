import Domain
import Testing

@testable import Search

@Suite struct ArticleSearchTests {
  private static func article(
    _ id: String, _ title: String, _ body: String, language: String = "ru", tags: [String] = []
  ) -> Article {
    Article(id: id, language: language, type: "faq", category: "x", title: title, body: body, tags: tags)
  }

  private static let articles = [
    article("pay", "Как пополнить счёт", "Оплатить можно картой или через **СБП**. Платёж приходит сразу."),
    article("trust", "Обещанный платёж", "Если денег нет, возьмите платёж в долг на три дня. Счёт не блокируют."),
    article("wifi", "Медленный Wi-Fi", "Смените канал роутера. Интернет по кабелю быстрее.", tags: ["скорость"]),
    article("tv", "Телевидение", "Приставка подключается к роутеру. Интернета для неё нужно 10 Мбит/с."),
    article("wifi", "Slow Wi-Fi", "Change the channel of the router.", language: "en"),
    article("speed", "Checking the speed", "Measure the speeds with a cable. Routers are slow.", language: "en"),
  ]
  private let search = ArticleSearch(articles)

  private func ids(_ query: String) -> [String] { search.search(query, limit: 10).map(\.id) }

  @Test(arguments: [
    ("счёт", "pay"), ("СЧЕТ ", "pay"), ("сче\u{308}т обещанный", "trust"), ("обещанного платежа", "trust"),
    ("интернет ", "wifi"), ("роутером", "wifi"), ("wifi ", "wifi"), ("wi-fi", "wifi"), ("wi fi", "wifi"),
    ("speeds ", "speed"), ("скорости ", "wifi"), ("телевид", "tv"), ("оплата картой", "pay"), ("приставку", "tv"),
    ("checked cables", "speed"),
  ])
  func theRightArticleComesFirst(query: String, id: String) {
    #expect(ids(query).first == id)
  }

  @Test(arguments: ["", "   ", "—!?", "клавесин", "\u{0}\u{1B}[0m"])
  func whatIsNowhereFindsNothing(query: String) {
    #expect(ids(query).isEmpty)
  }

  @Test func aWordOfTheTitleWeighsMoreThanOneOfTheBody() {
    #expect(ids("платёж ") == ["trust", "pay"])
    #expect(ids("счёт ") == ["pay", "trust"])
  }

  @Test func onlyTheLastWordIsABeginning() {
    #expect(ids("прист").first == "tv")
    #expect(ids("прист ").isEmpty)
    #expect(ids("п").isEmpty)
  }

  @Test func anArticleWithAllWordsComesBeforeOneWithSome() {
    #expect(ids("канал роутера ").first == "wifi")
    #expect(ids("приставка и роутер ").first == "tv")
  }

  @Test func wordsThatAreEverywhereAreLeftOutUnlessAlone() {
    #expect(ids("как в интернете ") == ids("интернете "))
    #expect(ids("как ") == ["pay"])
  }

  @Test func anArticleComesOnceInTheLanguageThatIsPreferred() {
    let russian = ArticleSearch(Self.articles, preferring: "ru").search("wi-fi", limit: 10)
    #expect(russian.map(\.id) == ["wifi"])
    #expect(russian.first?.language == "ru")
    let english = ArticleSearch(Self.articles, preferring: "en").search("wi-fi", limit: 10)
    #expect(english.map(\.language) == ["en"])
    #expect(english.first?.index == 4)
  }

  @Test func noMoreThanTheLimitComesAndScoresFall() {
    let hits = search.search("роутер интернет router", limit: 10)
    #expect(hits.count > 2)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(search.search("роутер интернет router", limit: 2) == Array(hits.prefix(2)))
    #expect(search.search("роутер", limit: 0).isEmpty)
    #expect(search.search("роутер", limit: -1).isEmpty)
  }

  @Test func foundWordsAreMarkedInTitleAndSnippet() throws {
    let hit = try #require(search.search("wifi роутер ", limit: 1).first)
    #expect(hit.title.filter(\.isMatch).map(\.text) == ["Wi-Fi"])
    #expect(hit.title.map(\.text).joined() == "Медленный Wi-Fi")
    #expect(hit.snippet.filter(\.isMatch).map(\.text) == ["роутера"])
    #expect(hit.snippet.map(\.text).joined() == "Смените канал роутера. Интернет по кабелю быстрее.")
  }

  @Test func aSnippetIsAWindowAroundTheMatchWithoutMarkdown() throws {
    let filler = (1...100).map { "слово\($0)" }.joined(separator: " ")
    let body = "# Заголовок\n\n\(filler) вот **кабель** и [розетка](https://x.example/кабель) | `ls` \(filler)"
    let hit = try #require(
      ArticleSearch([Self.article("a", "T", body)]).search("кабель розетка ", limit: 1).first)
    let text = hit.snippet.map(\.text).joined()
    #expect(text.hasPrefix("…слово98 слово99 слово100 вот кабель и розетка ls слово1"))
    #expect(text.hasSuffix("…"))
    #expect(hit.snippet.filter(\.isMatch).map(\.text) == ["кабель", "розетка"])
  }

  @Test func anArticleFoundByItsTitleShowsItsBeginning() throws {
    let hit = try #require(search.search("телевидение ", limit: 1).first)
    #expect(hit.snippet.map(\.text).joined().hasPrefix("Приставка подключается"))
    let empty = try #require(ArticleSearch([Self.article("a", "Пусто", "")]).search("пусто", limit: 1).first)
    #expect(empty.snippet.isEmpty)
  }

  @Test func oddTextsAreSearchedWithoutATrap() {
    let odd = [
      "\u{301}\u{301}", "a-", "-a-", "a--b", "🙂-🙂", "İstanbul-ß", String(repeating: "а-", count: 2000), "\r\n|--|",
    ]
    let articles = odd.enumerated().map { Self.article("\($0.offset)", $0.element, $0.element) }
    for query in odd + ["a", "b", "i"] { _ = ArticleSearch(articles).search(query, limit: 3) }
    #expect(ArticleSearch(articles).search("a", limit: 10).isEmpty == false)
  }
}
