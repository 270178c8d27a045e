import Domain
import Platform

@testable import Search

/// Articles of a test with their index.
struct Shelf {
  let articles: [Article]
  let key = IndexKey(name: "articles.1.json", bytes: 7, checksum: 9)

  let bytes: [UInt8]

  init(_ articles: [Article]) {
    self.articles = articles
    bytes = IndexWriter.bytes(Shelf.placed(articles), key)
  }

  static func article(
    _ id: String, _ title: String, _ body: String, language: String = "ru", tags: [String] = [], type: String = "faq",
    category: String = "x"
  ) -> Article {
    Article(id: id, language: language, type: type, category: category, title: title, body: body, tags: tags)
  }

  var placed: [PlacedArticle] { Shelf.placed(articles) }

  private static func placed(_ articles: [Article]) -> [PlacedArticle] {
    articles.enumerated().map {
      PlacedArticle($0.element, place: $0.offset..<$0.offset + 1, checksum: UInt32($0.offset))
    }
  }

  func open(_ bytes: [UInt8]) -> Index? { Index(MappedFile(copying: bytes), of: key) }

  func searcher() throws -> Searcher {
    guard let index = open(bytes) else { throw IndexDamage() }
    return try Searcher(index)
  }

  func found(_ query: String, _ wish: Searcher.Wish = Searcher.Wish()) throws -> Searcher.Found {
    try searcher().search(query, wish) { articles[$0.offset] }
  }

  func ids(_ query: String, limit: Int = 10, exact: Bool = false) throws -> [String] {
    var wish = Searcher.Wish()
    wish.limit = limit
    wish.isExact = exact
    return try found(query, wish).hits.map { articles[$0.record.offset].id }
  }

  static let help = Shelf([
    article("pay", "Как пополнить счёт", "Оплатить можно картой или через **СБП**. Платёж приходит сразу."),
    article("trust", "Обещанный платёж", "Если денег нет, возьмите платёж в долг на три дня. Счёт не блокируют."),
    article("wifi", "Медленный Wi-Fi", "Смените канал роутера. Интернет по кабелю быстрее.", tags: ["скорость"]),
    article("tv", "Телевидение", "Приставка подключается к роутеру. Интернета для неё нужно 10 Мбит/с.", type: "guide"),
    article("wifi", "Slow Wi-Fi", "Change the channel of the router.", language: "en"),
    article("speed", "Checking the speed", "Measure the speeds with a cable. Routers are slow.", language: "en"),
    article("ipv6", "Подключение по IPv6", "Частота 5ГГц здесь ни при чём.", type: "video", category: "Сеть"),
  ])
}
