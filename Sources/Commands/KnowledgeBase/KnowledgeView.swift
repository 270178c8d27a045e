import Domain
import JSON
import Language
import Search
import Terminal

/// The faces of the knowledge base.
enum KnowledgeView {
  /// - Parameter byCategory: a heading for each category in place of a column, as people read it.
  static func list(_ articles: [Article], byCategory: Bool = false) -> Answer {
    Answer(
      kind: "articles", json: ["articles": .array(articles.map { .object(members($0)) })],
      view: articles.isEmpty ? [] : byCategory ? shelves(articles) : [.table(table(articles))])
  }

  private static func shelves(_ articles: [Article]) -> [Block] {
    var categories: [String] = []
    for article in articles where !categories.contains(article.category) { categories.append(article.category) }
    let blocks = categories.map { category -> [Block] in
      let name = category.isEmpty ? Phrase.articleWithoutCategory : Phrase(verbatim: category)
      return [.heading(name), .table(table(articles.filter { $0.category == category }, showsCategory: false))]
    }
    return Array(blocks.joined(separator: [.blank]))
  }

  /// What a search found, ready to be shown.
  struct Result {
    let query: String
    var entries: [Entry] = []
    var otherLayout: String?
    var mended: [(typed: String, meant: String)] = []
    var ignoresPhrases = false

    /// An article and where the words were found in it.
    struct Entry {
      let article: Article
      let title: [Fragment]
      let snippet: [Fragment]
    }

    init(query: String) { self.query = query }

    init(query: String, _ found: Searcher.Found, in library: OpenLibrary) throws {
      self.query = query
      otherLayout = found.otherLayout
      ignoresPhrases = found.ignoresPhrases
      for hit in found.hits {
        let article = try library.article(hit.record)
        entries.append(
          Entry(
            article: article, title: Snippet(article.title, found.lights).whole,
            snippet: Snippet(PlainText.of(article.body), found.lights).best))
      }
      let texts = entries.prefix(3).map { ($0.title + $0.snippet).filter(\.isMatch).map(\.text).joined(separator: " ") }
      for word in found.mended {
        // The word as it stands in what was found; one that stands nowhere there needs no telling.
        guard let form = texts.lazy.compactMap({ Lights.form(of: word.stem, in: $0) }).first else { continue }
        mended.append((word.typed, form))
      }
    }
  }

  /// Best first; programs get the rows of a list.
  static func search(_ result: Result, isForPeople: Bool) -> Answer {
    Answer(
      kind: "articles", json: .object(members(result)),
      view: isForPeople
        ? screen(result) : result.entries.isEmpty ? [] : [.table(table(result.entries.map(\.article)))])
  }

  static func ids(_ ids: [String], _ query: String) -> Answer {
    Answer(
      kind: "article-ids", json: ["query": .string(query), "ids": .array(ids.map { .string($0) })],
      view: ids.map { .line(Line(verbatim: $0)) })
  }

  private static func members(_ result: Result) -> [String: JSON] {
    var json: [String: JSON] = ["query": .string(result.query)]
    json["otherLayout"] = result.otherLayout.map { .string($0) }
    if !result.mended.isEmpty {
      json["mended"] = .array(result.mended.map { ["typed": .string($0.typed), "meant": .string($0.meant)] })
    }
    json["articles"] = .array(
      result.entries.map { entry in
        var members = members(entry.article)
        members["snippet"] = .string(entry.snippet.map(\.text).joined())
        return .object(members)
      })
    return json
  }

  static func screen(_ result: Result) -> [Block] {
    guard let best = result.entries.first else { return [] }
    let entries = result.entries.flatMap { entry -> [Block] in
      [
        .line(marked(entry.title, .bold) + "  \(entry.article.id, .accent)"),
        .line("  " + marked(entry.snippet, .dim)), .line("  " + source(entry.article)), .blank,
      ]
    }
    return entries + [.line("\(.articleRead, .dim): " + .command("kabinet kb show \(best.article.id)"))]
  }

  /// Type, age, link.
  private static func source(_ article: Article) -> Line {
    var line = Line(.articleType(article.type), .dim)
    if let date = article.updated { line += " · " + Line.date(date, .dim) }
    if let link = article.link { line += " · " + Line.link(.articleLink, to: link, .dim) }
    return line
  }

  /// What was found stands out in green; the rest is in a style of its own.
  static func marked(_ fragments: [Fragment], _ style: Style) -> Line {
    fragments.reduce(into: Line()) { $0 += Line(verbatim: $1.text, $1.isMatch ? .good : style) }
  }

  private static func table(_ articles: [Article], showsCategory: Bool = true) -> Table {
    let category: [Table.Column] = showsCategory ? [.init(.articleColumnCategory)] : []
    let columns: [Table.Column] =
      [.init(.articleColumnID), .init(.articleColumnType)] + category + [.init(.articleColumnTitle, minimum: 16)]
    return Table(
      columns,
      rows: articles.map { article in
        [Line(verbatim: article.id, .accent), .dual(.articleType(article.type), machine: article.type, .dim)]
          + (showsCategory ? [Line(verbatim: article.category, .dim)] : []) + [Line(verbatim: article.title)]
      })
  }

  static func article(_ article: Article) -> Answer {
    var json = members(article)
    json["body"] = .string(article.body)
    return Answer(
      kind: "article", json: ["article": .object(json)],
      view: [.heading(Line(verbatim: article.title)), .blank] + Markdown(article.body).blocks + footer(article))
  }

  private static func footer(_ article: Article) -> [Block] {
    var fields: [Field] = []
    if let date = article.updated { fields.append(Field(.articleUpdated, .date(date))) }
    if let link = article.link {
      fields.append(Field(.articleLink, .link(Phrase(verbatim: link), to: link)))
    }
    return fields.isEmpty ? [] : [.blank, .fields(fields)]
  }

  /// An article without its text.
  private static func members(_ article: Article) -> [String: JSON] {
    guard case .object(var members) = article.json else { return [:] }
    members["body"] = nil
    return members
  }
}
