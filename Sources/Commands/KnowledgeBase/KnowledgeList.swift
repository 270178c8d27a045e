import Arguments
import Domain
import Language

/// `kabinet kb list`
struct KnowledgeList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .articleListSummary,
    options: [
      Option("category", short: "c", value: .text(.articleCategoryPlaceholder), .articleOptionCategory),
      Option("type", value: .choice(["faq", "guide", "video"]), .articleOptionType),
    ],
    examples: [
      .init("kabinet kb list", .articleExampleList), .init("kabinet kb list --category wifi", .articleExampleCategory),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb search", "kb show"])

  private let category: String?
  private let type: String?

  init(_ invocation: Invocation) throws(Failure) {
    category = invocation.value("category")
    type = invocation.value("type")
  }

  func run(_ world: World) throws -> ExitStatus {
    let shelf = try Library(world).articles()
    let articles = shelf.inOneLanguage(world.language).filter { article in
      (category.map { $0.lowercased() == article.category.lowercased() } ?? true)
        && (type.map { $0 == article.type } ?? true)
    }
    if articles.isEmpty {
      let categories = shelf.categories.joined(separator: ", ")
      world.console.note(shelf.articles.isEmpty ? Library.none(world) : .articlesNoneOfCategory(categories))
    }
    try world.console.answer(
      KnowledgeView.list(articles, byCategory: world.console.outputLook.isTerminal))
    return .done
  }
}
