import JSON

/// An article of the knowledge base, in one language.
package struct Article: Sendable, Equatable {
  /// Unique among a provider's articles; translations of one text have the same `id` and differ in `language`.
  package let id: String
  /// ISO 639-1.
  package let language: String
  /// `faq`, `guide`, `video`; others are kept.
  package let type: String
  package let category: String
  package let title: String
  /// Markdown.
  package let body: String
  package let tags: [String]
  package let link: String?
  package let updated: CivilDate?

  package init(
    id: String, language: String, type: String, category: String, title: String, body: String, tags: [String] = [],
    link: String? = nil, updated: CivilDate? = nil
  ) {
    self.id = id
    self.language = language
    self.type = type
    self.category = category
    self.title = title
    self.body = body
    self.tags = tags
    self.link = link
    self.updated = updated
  }
}

extension Article: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "article")
    var tags: [String] = []
    for case .string(let tag) in try fields.array("tags") { tags.append(tag) }
    self.init(
      id: try fields.string("id"), language: try fields.string("language"), type: try fields.string("type"),
      category: try fields.optionalString("category") ?? "", title: try fields.string("title"),
      body: try fields.string("body"), tags: tags, link: try fields.optionalString("link"),
      updated: try fields.optional("updated"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "language": .string(language), "type": .string(type), "category": .string(category),
      "title": .string(title), "body": .string(body), "tags": .array(tags.map { .string($0) }),
      "link": link.map { .string($0) }, "updated": updated?.json,
    ])
  }
}
