import Arguments
import Domain
import Language

/// `kabinet kb show ARTICLE`
struct KnowledgeShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать", "читать"], summary: .articleShowSummary, discussion: [.articleShowDiscussion],
    positionals: [Positional("article", .text(.articleIDPlaceholder), .articleID)],
    examples: [.init("kabinet kb show wifi-channels", .articleExampleShow)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb search", "kb list"])

  private let id: String

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("article") ?? ""
  }

  func run(_ world: World) throws -> ExitStatus {
    let article = try Self.article(id, world)
    if article.language != world.language.rawValue { world.console.note(.articleOtherLanguage) }
    try world.console.answer(KnowledgeView.article(article))
    return .done
  }

  /// The article of an id; a failure names those that are spelt like it.
  static func article(_ id: String, _ world: World) throws -> Article {
    let library = try Library(world)
    guard let article = try library.opened()?.article(id, world.language) else {
      let shelf = try library.articles()
      let near = NearMiss.closest(to: id, among: shelf.ids)
      let hint: Phrase =
        shelf.articles.isEmpty
        ? .articlesNone : near.isEmpty ? .articleSeeSearch : .articleDidYouMean(near.joined(separator: ", "))
      throw Failure(.usage, .articleUnknown(id), hint: hint)
    }
    return article
  }
}
