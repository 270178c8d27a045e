import Domain
import JSON
import Provider

extension Router {
  static let accountRoutes: [Route] = [
    Route("GET", "/v1/", token: false) { sandbox, call in AccountCalls(sandbox, call).provider },
    Route("GET", "/v1/openapi.json", token: false) { _, _ in Answer(OpenAPI.document) },
    Route("GET", "/v1/accounts") { sandbox, call in AccountCalls(sandbox, call).list },
    Route("GET", "/v1/accounts/{account}/changes") { sandbox, call in try AccountCalls(sandbox, call).changes() },
    Route("POST", "/v1/accounts/{account}/checks") { sandbox, call in try AccountCalls(sandbox, call).check() },
    Route("PUT", "/v1/accounts/{account}/intents/{key}") { sandbox, call in try AccountCalls(sandbox, call).order() },
    Route("GET", "/v1/accounts/{account}/intents/{key}") { sandbox, call in try AccountCalls(sandbox, call).intent() },
    Route("DELETE", "/v1/accounts/{account}/intents/{key}") { sandbox, call in
      try AccountCalls(sandbox, call).fence()
    },
    Route("GET", "/v1/accounts/{account}/files/{file}") { sandbox, call in try AccountCalls(sandbox, call).file() },
    Route("GET", "/v1/articles/changes") { sandbox, call in try ArticleFeed.answer(sandbox, call) },
  ]
}

/// The calls on accounts.
struct AccountCalls {
  private let sandbox: Sandbox
  private let call: Call

  init(_ sandbox: Sandbox, _ call: Call) {
    self.sandbox = sandbox
    self.call = call
  }

  var provider: Answer {
    Answer([
      "api": "kabinet", "version": 1,
      "provider": ["name": ["ru": "Песочница", "en": "Sandbox"]],
      "capabilities": .array(Capability.allCases.map { .string($0.rawValue) }),
    ])
  }

  var list: Answer {
    let personas = Persona.numbers(seenBy: call.login).compactMap { sandbox.personas[$0] }
    return Answer([
      "accounts": .array(
        personas.map { ["id": .string($0.number), "number": .string($0.number), "name": .string($0.name)] })
    ])
  }

  func changes() throws -> Answer {
    let book = try book()
    let epoch = sandbox.origin.epoch
    let since = try cursor(book, epoch)
    var feed = Feed(book, since: since, epoch: epoch, serverTime: sandbox.now)
    if feed.isIdle, let since, call.names(tag: since.text) {
      return .empty(304, headers: [("ETag", "\"\(since.text)\"")])
    }
    var answer = Answer(200, type: "application/x-ndjson", [], headers: [("ETag", "\"\(feed.cursor.text)\"")])
    answer.body = .stream { feed.next() }
    return answer
  }

  /// Where the client is: its cursor, or the one that it names as what it has.
  private func cursor(_ book: Book, _ epoch: String) throws(Problem) -> FeedCursor? {
    guard let text = call.query["cursor"] else { return nil }
    guard let cursor = FeedCursor(text), cursor.epoch == epoch, cursor.entries <= book.postings.count,
      cursor.revision <= book.revision
    else { throw Problem(410, "cursor-gone", "The cursor is gone: read everything anew") }
    return cursor
  }

  /// A file that came with a ticket.
  func file() throws -> Answer {
    let id = call.parameter("file")
    let files = try book().contract.tickets.flatMap(\.messages).flatMap(\.attachments)
    guard files.contains(where: { $0.id == id }) else { throw Problem(404, "file-unknown", "There is no such file") }
    return Answer(200, type: "text/plain; charset=utf-8", Array(TicketCatalogue.lineCheck.utf8))
  }

  func check() throws -> Answer {
    let book = try book()
    return Answer(book.check(try Action(json: try call.json())).json)
  }

  func order() throws -> Answer {
    let book = try book()
    let key = try key()
    let order = try Order(json: try call.json())
    if let known = book.intents[key] {
      guard known.order == nil || known.order == order else {
        throw Problem(422, "key-reused", "Another body was sent under this key")
      }
    } else {
      try sandbox.record(.order(account: book.id, key: key, order))
    }
    return try intent()
  }

  func intent() throws -> Answer {
    let book = try book()
    let key = try key()
    guard let record = book.intents[key] else {
      throw Problem(404, "intent-unknown", "Nothing was ever asked under this key")
    }
    let json = record.json(link: "\(call.base)/pay/\(key)?account=\(book.id)")
    guard record.isOpen else { return Answer(json) }
    return Answer(json, status: call.method == "PUT" ? 202 : 200, headers: [("Retry-After", "5")])
  }

  func fence() throws -> Answer {
    let book = try book()
    let key = try key()
    if book.intents[key]?.isOpen ?? true { try sandbox.record(.fence(account: book.id, key: key)) }
    return try intent()
  }

  private func book() throws(Problem) -> Book {
    let id = call.parameter("account")
    guard Persona.numbers(seenBy: call.login).contains(id), let book = sandbox.book(id) else {
      throw Problem(404, "account-unknown", "This login has no such account")
    }
    return book
  }

  private func key() throws(Problem) -> String {
    let key = call.parameter("key")
    let isWellFormed = key.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (byte < 0x80 && Character(Unicode.Scalar(byte)).isNumber)
        || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
    }
    guard isWellFormed, (1...64).contains(key.utf8.count) else {
      throw .malformed("A key of 1 to 64 letters, digits, hyphens and underscores is due")
    }
    return key
  }
}
