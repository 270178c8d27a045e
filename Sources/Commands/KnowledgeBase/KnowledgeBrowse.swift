import Arguments
import Domain
import Language
import Platform
import Search
import Terminal

/// `kabinet kb`: searches while one types.
struct KnowledgeBrowse: Command {
  static let specification = CommandSpecification(
    name: "browse", aliases: ["искать"], summary: .articleBrowseSummary, discussion: [.articleBrowseDiscussion],
    examples: [.init("kabinet kb", .articleExampleBrowse)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10, 130], seeAlso: ["kb search", "kb show"])

  init(_ invocation: Invocation) throws(Failure) {}

  func run(_ world: World) throws -> ExitStatus {
    guard world.console.outputLook.isTerminal, let open = try Library(world).opened() else {
      throw Failure(.usage, .articleBrowseNeedsTerminal, hint: .articleSeeSearch)
    }
    guard let terminal = RawTerminal() else {
      throw Failure(.usage, .articleBrowseNeedsTerminal, hint: .articleSeeSearch)
    }
    defer { terminal.close() }
    var browser = KnowledgeBrowser(open, world)
    var shown = (columns: 0, rows: 0)
    var isDirty = true
    while true {
      let size = terminal.size
      if isDirty || size != shown { terminal.write(try browser.screen(columns: size.columns, rows: size.rows)) }
      (shown, isDirty) = (size, false)
      // A new size is noticed by looking, so no signal has to be caught for it.
      guard let key = terminal.key(timeout: 200) else { continue }
      isDirty = true
      switch try browser.take(key) {
      case .goOn: break
      case .leave(let status): return status
      case .show(let article):
        terminal.close()
        try world.console.answer(KnowledgeView.article(article))
        return .done
      }
    }
  }
}

/// What the search as one types has come to.
struct KnowledgeBrowser {
  enum Step {
    case goOn
    case leave(ExitStatus)
    case show(Article)
  }

  private let library: OpenLibrary
  private let world: World
  private var query = ""
  private var hits: [(article: Article, title: [Fragment], snippet: [Fragment])] = []
  private var chosen = 0

  init(_ library: OpenLibrary, _ world: World) {
    (self.library, self.world) = (library, world)
  }

  mutating func take(_ key: RawTerminal.Key) throws -> Step {
    switch key {
    case .interrupt: return .leave(.interrupted)
    case .escape, .end: return .leave(.done)
    case .enter where hits.indices.contains(chosen): return .show(hits[chosen].article)
    case .enter: break
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(max(0, hits.count - 1), chosen + 1)
    case .backspace: try search(String(query.dropLast()))
    case .text(let text): if query.utf8.count < 400, !text.isEmpty { try search(query + text) }
    }
    return .goOn
  }

  private mutating func search(_ text: String) throws {
    query = text
    chosen = 0
    var wish = Searcher.Wish()
    wish.preferred = world.language.rawValue
    let found = try library.search(text, wish)
    hits = try found.hits.map { hit in
      let article = try library.article(hit.record)
      return (
        article, Snippet(article.title, found.lights).whole,
        Snippet(PlainText.of(article.body), found.lights).best
      )
    }
  }

  /// The whole screen: the query, the articles with the chosen one's snippet, and what the keys do.
  func screen(columns: Int, rows: Int) throws -> String {
    let look = Look(
      language: world.language, isTerminal: true, window: (columns, rows), choice: .auto,
      environment: world.environment)
    var blocks: [Block] = [.line("\(.articleBrowsePrompt, .dim) \(query, .bold)"), .blank]
    for (number, hit) in hits.enumerated() {
      let mark = number == chosen ? "> " : "  "
      blocks.append(
        .line(Line(verbatim: mark, .accent) + KnowledgeView.marked(hit.title, number == chosen ? .bold : .plain)))
      if number == chosen { blocks.append(.line("    " + KnowledgeView.marked(hit.snippet, .dim))) }
    }
    blocks += [.blank, .line(Line(.articleBrowseKeys, .dim))]
    let text = String(decoding: Answer(kind: "browse", json: [:], view: blocks).bytes(.view, look), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().prefix(max(1, rows))
    return "\u{1B}[?25l\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
  }
}
