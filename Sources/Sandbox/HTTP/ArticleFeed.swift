import Domain
import JSON

/// The knowledge base as a feed. It changes with the program only, so a cursor is the fingerprint of all of it.
enum ArticleFeed {
  static let articles: [Article] = ArticleText.all.flatMap { text in
    [("ru", text.russian), ("en", text.english)].map { language, body in
      Article(
        id: text.id, language: language, type: text.type, category: text.category, title: body.title,
        body: body.markdown, tags: text.tags, link: text.url, updated: CivilDate(text.updated))
    }
  }

  private static let lines: [[UInt8]] = articles.enumerated().map { index, article in
    Feed.line("article", "\(article.id).\(article.language)", index + 1, article.json)
  }

  private static let cursor = "a" + Fingerprint.text(String(decoding: Array(lines.joined()), as: UTF8.self))

  static func answer(_ sandbox: Sandbox, _ call: Call) throws -> Answer {
    let since = call.query["cursor"]
    if since == cursor, call.names(tag: cursor) { return .empty(304, headers: [("ETag", "\"\(cursor)\"")]) }
    guard since == nil || since == cursor else {
      throw Problem(410, "cursor-gone", "The articles have changed: read them anew")
    }
    let header: JSON = [
      "epoch": .string(cursor), "serverTime": sandbox.now.json, "complete": .bool(since == nil),
    ]
    var pieces = [header.bytes + [0x0A]] + (since == nil ? lines : [])
    pieces.append((["done": true, "cursor": .string(cursor)] as JSON).bytes + [0x0A])
    var rest = pieces[...]
    var answer = Answer(200, type: "application/x-ndjson", [], headers: [("ETag", "\"\(cursor)\"")])
    answer.body = .stream { rest.popFirst() }
    return answer
  }
}
