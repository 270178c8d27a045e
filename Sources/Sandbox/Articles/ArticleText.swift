/// One article of the sandbox provider's knowledge base, in both languages.
struct ArticleText: Sendable {
  /// Words of `a-z0-9` joined by hyphens; the same in both languages and for ever.
  let id: String
  /// `faq` answers one question, `guide` goes step by step, `video` is a film with its main points in writing.
  let type: String
  let category: String
  let tags: [String]
  /// The film, or the page of the same article on the provider's site.
  let url: String?
  /// Date of the last edit, `YYYY-MM-DD`.
  let updated: String
  let russian: Body
  let english: Body

  /// What a reader sees: a title without markup and Markdown below it.
  struct Body: Sendable {
    let title: String
    let markdown: String
  }

  /// Every article, ordered by id.
  static let all: [ArticleText] = [
    payments, charges, tariffs, accounts, contracts, incidents, phone, security, routerConnection, connectionTrouble,
    computerSetup, wifi, wifiSecurity, speed, latency, equipment, tv,
  ].flatMap { $0 }.sorted { $0.id < $1.id }
}
