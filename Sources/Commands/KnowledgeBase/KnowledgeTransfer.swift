import Arguments
import Domain
import JSON
import Language
import Platform
import Search
import Store
import Terminal

/// `kabinet kb import FILE`
struct KnowledgeImport: Command {
  static let specification = CommandSpecification(
    name: "import", aliases: ["загрузить"], summary: .articleImportSummary, discussion: [.articleImportDiscussion],
    positionals: [Positional("file", .file, .articleImportFile)],
    examples: [.init("kabinet kb import articles.jsonl", .articleExampleImport)],
    exitStatuses: [0, 1, 2, 10], seeAlso: ["kb export", "kb search"])

  private let path: String
  private static let limit = 256 << 20

  init(_ invocation: Invocation) throws(Failure) {
    path = invocation.positional("file") ?? ""
  }

  func run(_ world: World) throws -> ExitStatus {
    let articles = try articles()
    let writer = try world.openWriter(command: "kb import")
    var commit = Commit()
    commit.parts[ArticleShelf.part] = articles.map(\.json)
    commit.synced = world.now()
    let head = try writer.flip(Library.imported, expected: try writer.head(Library.imported), commit)
    try Library.prepare(writer.reader, Library.imported, head)
    try world.console.answer(
      Answer(
        kind: "import", json: ["articles": .integer(Int64(articles.count))],
        view: [.line(.articlesImported(articles.count))]))
    return .done
  }

  private func articles() throws -> [Article] {
    let bytes = try KnowledgeFile.bytes(path, limit: KnowledgeImport.limit)
    var known: Set<String> = []
    return try bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) else { return nil }
      guard let article = try? KnowledgeFile.article(JSON(parsing: Array(line))),
        known.insert(article.id + "\n" + article.language).inserted
      else { throw Failure(.usage, .articleImportLine(number + 1), hint: .articleImportHint) }
      return article
    }
  }
}

/// `kabinet kb export`
struct KnowledgeExport: Command {
  static let specification = CommandSpecification(
    name: "export", aliases: ["выгрузить"], summary: .articleExportSummary, discussion: [.articleExportDiscussion],
    examples: [.init("kabinet kb export > articles.jsonl", .articleExampleExport)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["kb import"])

  init(_ invocation: Invocation) throws(Failure) {}

  func run(_ world: World) throws -> ExitStatus {
    let shelf = try Library(world).articles()
    var text = ""
    for article in shelf.articles { text += Gate.cleanJSON(KnowledgeFile.json(article).text) + "\n" }
    try world.console.document(text)
    return .done
  }
}

/// A line of `kb import` and `kb export`: an article as JSON with the members id, title, body, lang, tags; an export
/// has those of the provider's too, and an import takes them.
enum KnowledgeFile {
  /// What a person named on the command line.
  static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    do {
      return try UserFile.read(path, limit: limit)
    } catch {
      throw Failure(.usage, .fileUnreadable(path), why: .system(error), hint: .checkFile)
    }
  }

  static func article(_ json: JSON) throws(FieldError) -> Article {
    let fields = try Fields(json, "article")
    var tags: [String] = []
    for case .string(let tag) in try fields.array("tags") { tags.append(tag) }
    return Article(
      id: try fields.string("id"), language: try fields.optionalString("lang") ?? "ru",
      type: try fields.optionalString("type") ?? "faq", category: try fields.optionalString("category") ?? "",
      title: try fields.string("title"), body: try fields.string("body"), tags: tags,
      link: try fields.optionalString("link"), updated: try fields.optional("updated"))
  }

  static func json(_ article: Article) -> JSON {
    guard case .object(var members) = article.json else { return article.json }
    members["lang"] = members.removeValue(forKey: "language")
    return .object(members)
  }
}
