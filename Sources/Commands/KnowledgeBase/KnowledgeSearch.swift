import Arguments
import Domain
import Language
import Search

/// `kabinet kb search WORDS…`
struct KnowledgeSearch: Command {
  static let specification = CommandSpecification(
    name: "search", aliases: ["найти", "поиск"], summary: .articleSearchSummary,
    discussion: [.articleSearchDiscussion, .articleSearchSigns, .articleSearchTolerance],
    positionals: [
      Positional("words", .text(.articleWordsPlaceholder), .articleWords, isRequired: false, isRepeatable: true)
    ],
    options: [
      Option("limit", short: "n", value: .number, .articleOptionLimit),
      Option("type", value: .choice(["faq", "guide", "video"]), .articleOptionType),
      Option("category", value: .text(.articleCategoryPlaceholder), .articleOptionCategory),
      Option("language", value: .choice(["ru", "en"]), .articleOptionLanguage),
      Option("exact", .articleOptionExact),
      Option("ids", .articleOptionIDs),
      Option("batch", value: .file, .articleOptionBatch),
    ],
    examples: [
      .init("kabinet kb search медленный wifi", .articleExampleSearch),
      .init("kabinet kb search '\"личный кабинет\" -пароль'", .articleExamplePhrase),
      .init("kabinet kb search router lights --limit 1 --json", .articleExampleSearchOne),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb list", "kb show"])

  private let words: String
  private let wish: Searcher.Wish
  private let onlyIDs: Bool
  private let batch: String?

  init(_ invocation: Invocation) throws(Failure) {
    words = invocation.positionals("words").joined(separator: " ")
    batch = invocation.value("batch")
    onlyIDs = invocation.flag("ids")
    var wish = Searcher.Wish()
    wish.isExact = invocation.flag("exact")
    wish.language = invocation.value("language")
    wish.type = invocation.value("type")
    wish.category = invocation.value("category")
    let typed = invocation.value("limit") ?? "10"
    guard let limit = Int(typed), (1...1000).contains(limit) else {
      throw Failure(.usage, .articleLimitWrong(typed), hint: .articleLimitHint)
    }
    wish.limit = limit
    self.wish = wish
    guard batch != nil || words.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.usage, .articleNothingAsked, hint: .articleSeeSearch)
    }
    guard words.utf8.count <= KnowledgeSearch.longest else {
      throw Failure(.usage, .articleQueryTooLong, hint: .articleSeeSearch)
    }
  }

  /// Bytes of a query; nobody asks so much.
  static let longest = 16_384

  func run(_ world: World) throws -> ExitStatus {
    let library = try Library(world)
    guard let open = try library.opened() else {
      world.console.note(Library.none(world))
      try world.console.answer(KnowledgeView.search(KnowledgeView.Result(query: words), isForPeople: false))
      return .done
    }
    if let batch { return try KnowledgeBatch(path: batch, wish: wish).run(open, world) }
    var wish = wish
    wish.preferred = world.language.rawValue
    let found = try open.search(words, wish)
    if onlyIDs {
      try world.console.answer(KnowledgeView.ids(try found.hits.map(open.id), words))
      return .done
    }
    let result = try KnowledgeView.Result(query: words, found, in: open)
    tell(result, world)
    try world.console.answer(KnowledgeView.search(result, isForPeople: world.console.outputLook.isTerminal))
    return .done
  }

  /// What was read into the query, and how to undo it.
  private func tell(_ result: KnowledgeView.Result, _ world: World) {
    if let other = result.otherLayout { world.console.note(.articleOtherLayout(other)) }
    for (typed, meant) in result.mended { world.console.note(.articleMended(typed, meant)) }
    if result.ignoresPhrases { world.console.note(.articlePhraseNowhere) }
    if result.entries.isEmpty { world.console.note(.articlesNotFound(words)) }
  }
}
