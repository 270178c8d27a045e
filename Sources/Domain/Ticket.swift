import JSON

/// A question or a complaint to the provider, and what both sides have said.
package struct Ticket: Sendable, Equatable {
  package enum State: String, Sendable {
    /// The provider is to answer.
    case open
    /// The provider has answered; the subscriber may reply.
    case answered
    case closed
  }

  package struct Message: Sendable, Equatable {
    package let at: Timestamp
    package let isFromProvider: Bool
    /// Who wrote it for the provider.
    package let author: String?
    package let text: String
    package let attachments: [Attachment]

    package init(
      at: Timestamp, isFromProvider: Bool, author: String? = nil, text: String, attachments: [Attachment] = []
    ) {
      self.at = at
      self.isFromProvider = isFromProvider
      self.author = author
      self.text = text
      self.attachments = attachments
    }
  }

  /// A file that was sent with a message; it stays with the provider.
  package struct Attachment: Sendable, Equatable {
    package let name: String
    /// What the provider gives it out by.
    package let id: String?
    /// Where it can be fetched without a login.
    package let link: String?

    package init(name: String, id: String? = nil, link: String? = nil) {
      self.name = name
      self.id = id
      self.link = link
    }
  }

  package let id: String
  package let subject: String
  /// The name of its topic.
  package let topic: String?
  package let state: State
  package let opened: Timestamp
  /// When the provider has promised to be done.
  package let promisedBy: Timestamp?
  /// Oldest first; the first one is the subscriber's own text.
  package let messages: [Message]

  package init(
    id: String, subject: String, topic: String? = nil, state: State, opened: Timestamp, promisedBy: Timestamp? = nil,
    messages: [Message]
  ) {
    self.id = id
    self.subject = subject
    self.topic = topic
    self.state = state
    self.opened = opened
    self.promisedBy = promisedBy
    self.messages = messages
  }

  /// When something was said last.
  package var updated: Timestamp { messages.last?.at ?? opened }

  /// Whether a text occurs in it, whatever the case of its letters.
  package func mentions(_ text: String) -> Bool {
    let sought = text.lowercased()
    return ([subject] + messages.map(\.text)).contains { $0.lowercased().contains(sought) }
  }

  /// Whether the subscriber has said this in it since a moment: how a reply is found again where keys are not honoured.
  package func holds(_ text: String, since moment: Timestamp) -> Bool {
    messages.contains { !$0.isFromProvider && $0.at >= moment && Ticket.isSame($0.text, text) }
  }

  /// Whether two texts say the same. Helpdesks lose spaces and quotes, and write a new line as `\n`: letters and digits
  /// decide, where there are any.
  package static func isSame(_ text: String, _ other: String) -> Bool {
    if text == other { return true }
    let (words, others) = (words(of: text), words(of: other))
    return !words.isEmpty && words == others
  }

  private static func words(of text: String) -> String {
    text.replacing("\\r", with: " ").replacing("\\n", with: " ").filter { $0.isLetter || $0.isNumber }
  }
}

/// What a ticket may be about, as the provider divides it.
package struct TicketTopic: Sendable, Equatable {
  package let id: String
  package let name: LocalizedText

  package init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

extension Ticket: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "ticket")
    self.init(
      id: try fields.string("id"), subject: try fields.string("subject"), topic: try fields.optionalString("topic"),
      state: try fields.choice("state"), opened: try fields.value("opened"),
      promisedBy: try fields.optional("promisedBy"), messages: try fields.list("messages"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "subject": .string(subject), "topic": topic.map { .string($0) },
      "state": .string(state.rawValue), "opened": opened.json, "promisedBy": promisedBy?.json,
      "messages": .array(messages.map(\.json)),
    ])
  }
}

extension Ticket.Message: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "message")
    self.init(
      at: try fields.value("at"), isFromProvider: try fields.bool("fromProvider", default: false),
      author: try fields.optionalString("author"), text: try fields.string("text"),
      attachments: try fields.list("attachments"))
  }

  package var json: JSON {
    .members([
      "at": at.json, "fromProvider": .bool(isFromProvider), "author": author.map { .string($0) },
      "text": .string(text), "attachments": attachments.isEmpty ? nil : .array(attachments.map(\.json)),
    ])
  }
}

extension Ticket.Attachment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "attachment")
    self.init(
      name: try fields.string("name"), id: try fields.optionalString("id"), link: try fields.optionalString("link"))
  }

  package var json: JSON {
    .members(["name": .string(name), "id": id.map { .string($0) }, "link": link.map { .string($0) }])
  }
}

extension TicketTopic: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "topic")
    self.init(id: try fields.string("id"), name: try fields.value("name"))
  }

  package var json: JSON { ["id": .string(id), "name": name.json] }
}
