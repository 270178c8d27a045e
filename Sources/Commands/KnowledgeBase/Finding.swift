import Domain
import Language

extension KnowledgeSearch {
  func find(in shelf: ArticleShelf, language: Language) -> [Article] {
    Array(shelf.inOneLanguage(language).prefix(limit))
  }
}
