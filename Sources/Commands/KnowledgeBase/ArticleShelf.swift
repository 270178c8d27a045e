import Domain
import Language
import Search

/// The provider's articles, as they lie on their shelf.
struct ArticleShelf: Sendable, Equatable {
  /// In every language, ordered by category and id.
  let articles: [Article]
  static let part = "articles"

  init(_ articles: [Article]) {
    self.articles = articles.filter { $0.type != IndexWriter.synonymsType }.sorted {
      ($0.category, $0.id, $0.language) < ($1.category, $1.id, $1.language)
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
