import Domain
import JSON
import Language
import Search
import Terminal

/// The faces of the knowledge base.
enum KnowledgeView {
  static func list(_ articles: [Article]) -> Answer {
    Answer(
      kind: "articles", json: ["articles": .array(articles.map { .object(members($0)) })],
      view: articles.isEmpty ? [] : [.table(table(articles))])
  }

  /// An article and where the words were found in it.
  struct Found {
    let article: Article
    let hit: ArticleSearch.Hit
  }

  /// Best first; programs get the rows of a list.
  static func search(_ found: [Found], words: String, isForPeople: Bool) -> Answer {
    var json: [String: JSON] = ["query": .string(words)]
    json["articles"] = .array(
      found.map { found in
        var members = members(found.article)
        members["snippet"] = .string(found.hit.snippet.map(\.text).joined())
        return .object(members)
      })
    return Answer(
      kind: "articles", json: .object(json),
      view: isForPeople ? screen(found) : found.isEmpty ? [] : [.table(table(found.map(\.article)))])
  }

  private static func screen(_ found: [Found]) -> [Block] {
    guard let best = found.first else { return [] }
    let entries = found.flatMap { found -> [Block] in
      [
        .line(marked(found.hit.title, .bold) + "  \(found.article.id, .accent)"),
        .line("  " + marked(found.hit.snippet, .dim)), .blank,
      ]
    }
    return entries + [.line("\(.articleRead, .dim): " + .command("kabinet kb show \(best.article.id)"))]
  }

  /// What was found stands out in green; the rest is in a style of its own.
  private static func marked(_ fragments: [ArticleSearch.Fragment], _ style: Style) -> Line {
    fragments.reduce(into: Line()) { $0 += Line(verbatim: $1.text, $1.isMatch ? .good : style) }
  }

  private static func table(_ articles: [Article]) -> Table {
    let columns: [Table.Column] = [
      .init(.articleColumnID), .init(.articleColumnType), .init(.articleColumnCategory),
      .init(.articleColumnTitle, minimum: 16),
    ]
    return Table(
      columns,
      rows: articles.map { article in
        [
          Line(verbatim: article.id, .accent), .dual(.articleType(article.type), machine: article.type, .dim),
          Line(verbatim: article.category, .dim), Line(verbatim: article.title),
        ]
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
