import Domain
import JSON
import Language
import Terminal

/// The faces of the knowledge base.
enum KnowledgeView {
  static func list(_ articles: [Article]) -> Answer {
    Answer(
      kind: "articles", json: ["articles": .array(articles.map { .object(members($0)) })],
      view: articles.isEmpty ? [] : [.table(table(articles))])
  }

  /// Best first; the snippet is the article's first sentence that tells something.
  static func search(_ articles: [Article], words: String) -> Answer {
    let json: JSON = ["query": .string(words), "articles": .array(articles.map { .object(members($0)) })]
    guard let best = articles.first else { return Answer(kind: "articles", json: json, view: []) }
    return Answer(kind: "articles", json: json, view: [.table(table(articles))] + [Block.blank, next(best)])
  }

  private static func next(_ article: Article) -> Block {
    .line("\(.articleRead, .dim): " + .command("kabinet kb show \(article.id)"))
  }

  private static func table(_ articles: [Article]) -> Table {
    let columns: [Table.Column] = [
      .init(.articleColumnTitle, priority: 1, minimum: 20), .init(.articleColumnType),
      .init(.articleColumnCategory), .init(.articleColumnID, minimum: 16),
    ]
    return Table(
      columns,
      rows: articles.map { article in
        [
          Line(verbatim: article.title), .dual(.articleType(article.type), machine: article.type, .dim),
          Line(verbatim: article.category, .dim), Line(verbatim: article.id, .accent),
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
