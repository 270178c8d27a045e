import Arguments
import Domain
import Language
import Search

/// `kabinet kb search WORDS…`
struct KnowledgeSearch: Command {
  static let specification = CommandSpecification(
    name: "search", aliases: ["найти", "поиск"], summary: .articleSearchSummary,
    discussion: [.articleSearchDiscussion],
    positionals: [Positional("words", .text(.articleWordsPlaceholder), .articleWords, isRepeatable: true)],
    options: [
      Option("limit", short: "n", value: .number, .articleOptionLimit),
      Option("language", value: .choice(["ru", "en"]), .articleOptionLanguage),
    ],
    examples: [
      .init("kabinet kb search медленный wifi", .articleExampleSearch),
      .init("kabinet kb search router lights --limit 1 --json", .articleExampleSearchOne),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb list", "kb show"])

  private let words: String
  private let limit: Int
  private let only: Language?

  init(_ invocation: Invocation) throws(Failure) {
    words = invocation.positionals("words").joined(separator: " ")
    only = invocation.value("language").flatMap { Language(rawValue: $0) }
    let typed = invocation.value("limit") ?? "10"
    guard let limit = Int(typed), (1...1000).contains(limit) else {
      throw Failure(.usage, .articleLimitWrong(typed), hint: .articleLimitHint)
    }
    self.limit = limit
  }

  func run(_ world: World) throws -> ExitStatus {
    let shelf = try ArticleShelf(Session(world))
    let searched = only.map { only in shelf.articles.filter { $0.language == only.rawValue } } ?? shelf.articles
    let hits = ArticleSearch(searched, preferring: world.language.rawValue).search(words, limit: limit)
    let found = hits.map { KnowledgeView.Found(article: searched[$0.index], hit: $0) }
    if shelf.articles.isEmpty {
      world.console.note(.articlesNone)
    } else if found.isEmpty {
      world.console.note(.articlesNotFound(words))
    }
    try world.console.answer(
      KnowledgeView.search(found, words: words, isForPeople: world.console.outputLook.isTerminal))
    return .done
  }
}
