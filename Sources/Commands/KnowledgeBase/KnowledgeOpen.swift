import Arguments
import Domain
import Language
import Search
import Terminal

/// `kabinet kb open ARTICLE`
struct KnowledgeOpen: Command {
  static let specification = CommandSpecification(
    name: "open", aliases: ["открыть"], summary: .articleOpenSummary,
    positionals: [Positional("article", .text(.articleIDPlaceholder), .articleID)],
    examples: [.init("kabinet kb open wifi-channels", .articleExampleOpen)],
    facts: [.needsLogin], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb show"])

  private let id: String

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("article") ?? ""
  }

  func run(_ world: World) throws -> ExitStatus {
    let article = try KnowledgeShow.article(id, world)
    guard let link = article.link else { throw Failure(.failed, .articleWithoutLink(id), hint: .articleSeeSearch) }
    return try WebPage.open(link, id: id, world)
  }
}

/// `kabinet kb related ARTICLE`
struct KnowledgeRelated: Command {
  static let specification = CommandSpecification(
    name: "related", aliases: ["похожие"], summary: .articleRelatedSummary,
    positionals: [Positional("article", .text(.articleIDPlaceholder), .articleID)],
    examples: [.init("kabinet kb related wifi-channels", .articleExampleRelated)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb show", "kb search"])

  private let id: String

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("article") ?? ""
  }

  func run(_ world: World) throws -> ExitStatus {
    let article = try KnowledgeShow.article(id, world)
    guard let open = try Library(world).opened() else { return .done }
    var wish = Searcher.Wish()
    wish.preferred = world.language.rawValue
    wish.limit = 6
    // What an article is about stands in its title, its tags and its first words.
    let text =
      ([article.title] + article.tags + [String(PlainText.of(article.body).prefix(300))])
      .joined(separator: " ").filter { $0 != "\"" && $0 != "-" } + " "
    let hits = try open.search(text, wish).hits
    let others = try hits.map { try open.article($0.record) }.filter { $0.id != article.id }.prefix(5)
    try world.console.answer(KnowledgeView.list(Array(others)))
    return .done
  }
}
