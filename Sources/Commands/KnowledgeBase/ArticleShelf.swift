import Domain
import Language
import Store

/// The provider's articles, as they lie on their shelf.
struct ArticleShelf: Sendable, Equatable {
  /// In every language, ordered by category and id.
  let articles: [Article]
  static let part = "articles"

  init(_ articles: [Article]) {
    self.articles = articles.sorted { ($0.category, $0.id, $0.language) < ($1.category, $1.id, $1.language) }
  }

  /// Empty where the provider has none or none were fetched yet.
  init(_ session: Session) throws {
    do {
      let head = try session.reader.head(session.articleShelf)
      self.init(try session.reader.part(Self.part, of: session.articleShelf, head))
    } catch StoreError.unknownShelf {
      self.init([])
    }
  }

  /// One article of each id: in the language asked for, else in the first that there is.
  func inOneLanguage(_ language: Language) -> [Article] {
    var chosen: [Article] = []
    for article in articles {
      if chosen.last?.id != article.id {
        chosen.append(article)
      } else if article.language == language.rawValue {
        chosen[chosen.count - 1] = article
      }
    }
    return chosen
  }

  func article(_ id: String, _ language: Language) -> Article? {
    let translations = articles.filter { $0.id == id }
    return translations.first { $0.language == language.rawValue } ?? translations.first
  }

  var ids: [String] { inOneLanguage(.english).map(\.id) }

  var categories: [String] { Set(articles.map(\.category)).sorted() }
}
