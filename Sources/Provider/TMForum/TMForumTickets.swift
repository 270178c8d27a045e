import Domain
import JSON

/// Trouble tickets (TMF621). The subscriber's first words are the description; what follows are notes, theirs by author.
struct TMForumTickets {
  let reading: TMForumReading
  let view: TMForumAccount

  private func rows() throws -> [Loose] {
    let rows = try reading.list(.ticket, "troubleTicket", lacking: .tickets, .ticketClose, .ticketFiles) ?? []
    return rows.filter { row in
      let accounts = row[list: "relatedEntity"].filter { $0["@referredType"].text?.hasSuffix("Account") == true }
      return accounts.isEmpty || accounts.contains { $0["id"].identity == view.id }
    }
  }

  func all() throws -> [Ticket] { try rows().compactMap(ticket) }

  private func ticket(_ row: Loose) -> Ticket? {
    guard let id = row["id"].identity, let opened = row["creationDate"].time(view.utcOffset) else { return nil }
    let text = PlainText.of(row["description"].text ?? "")
    let files = row[list: "attachment"].enumerated().compactMap { place, file in
      file["name"].text.map { name in
        Ticket.Attachment(
          name: name, id: file["content"].text.map { _ in "\(place) \(id)" }, link: Link.outside(file["url"].text))
      }
    }
    let first = Ticket.Message(at: opened, isFromProvider: false, text: text, attachments: files)
    let notes = row[list: "note"].compactMap { note($0, opened) }
    let messages = [first] + notes.sorted { $0.at < $1.at }
    return Ticket(
      id: id, subject: row["name"].text ?? String(text.prefix { $0 != "\n" }.prefix(80)),
      topic: row["ticketType"].text, state: state(row["status"].text, messages), opened: opened,
      promisedBy: row["expectedResolutionDate"].time(view.utcOffset), messages: messages)
  }

  /// A note without a date was made after the ticket, and that is all that is known.
  private func note(_ row: Loose, _ opened: Timestamp) -> Ticket.Message? {
    guard let text = row["text"].text else { return nil }
    let author = row["author"].text
    let isOurs = author.map { [view.holderName, view.id, view.party?["id"].text].contains($0) } ?? false
    return Ticket.Message(
      at: row["date"].time(view.utcOffset) ?? opened, isFromProvider: !isOurs, author: isOurs ? nil : author,
      text: PlainText.of(text))
  }

  /// Resolved, it waits for the subscriber's word, as when the provider wants to know something.
  private func state(_ status: String?, _ messages: [Ticket.Message]) -> Ticket.State {
    switch status {
    case "closed", "cancelled", "rejected": .closed
    case "resolved", "pending": .answered
    default: messages.last?.isFromProvider == true ? .answered : .open
    }
  }

  /// A file lies in its ticket, as base64; the id is its place there and the ticket's.
  static func file(_ id: String, _ session: TMForumSession) throws -> [UInt8] {
    let words = id.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let place = Int(words[0]),
      case .value(let ticket, _, _) = try session.call("GET", .ticket, "/troubleTicket/" + Encoding.percent(words[1]))
    else { throw ProviderError.refused(TicketReasons.unknown) }
    let files = ticket[list: "attachment"]
    guard files.indices.contains(place), let text = files[place]["content"].text else {
      throw ProviderError.malformed("attachment: a file is due")
    }
    return try files[place]["content"].required(Encoding.base64Bytes(text), "base64")
  }

  // MARK: - Writing

  func check(_ action: Action) throws -> Check {
    let tickets = try all()
    guard !reading.missing.contains(.tickets) else { throw ProviderError.missing(action.kind.capability) }
    guard let id = TMForumTickets.ticket(of: action) else {
      return Check(eligibility: Eligibility(available: true), quote: view.id)
    }
    let ticket = tickets.first { $0.id == id }
    guard let ticket, ticket.state != .closed else {
      let reason = ticket == nil ? TicketReasons.unknown : TicketReasons.closed
      return Check(eligibility: Eligibility(available: false, reasons: [reason]))
    }
    return Check(eligibility: Eligibility(available: true), quote: view.holderName)
  }

  private static func ticket(of action: Action) -> String? {
    switch action {
    case .replyTicket(let id, _), .closeTicket(let id): id
    default: nil
    }
  }

  /// - Parameter quote: the account for a new ticket, the author of a reply.
  static func body(of action: Action, quote: String?) -> JSON {
    switch action {
    case .openTicket(let subject, let text, let topic):
      return .members([
        "name": .string(subject), "description": .string(text), "ticketType": .string(topic ?? "request"),
        // The document wants one, and leaves its words to the provider; a subscriber has no say in it.
        "severity": "Minor",
        "relatedEntity": quote.map {
          [["id": .string($0), "role": "account", "@referredType": "BillingAccount"]]
        },
      ])
    case .replyTicket(_, let text): return .members(["text": .string(text), "author": quote.map { .string($0) }])
    case .closeTicket: return ["status": "closed"]
    default: return [:]
    }
  }

  /// A note is added by writing the list of them: what a PATCH names it replaces, so the others go along, as they are now.
  /// Ours bears the intent's key, and where the ticket holds it already nothing is written.
  static func reply(_ intent: Intent, to id: String, _ reading: TMForumReading) throws -> Submission {
    let path = "/troubleTicket/" + Encoding.percent(id)
    guard case .value(let ticket, _, _) = try reading.session.call("GET", .ticket, path) else {
      return .refused(TicketReasons.unknown)
    }
    _ = try ticket["id"].required(ticket["id"].identity, "an id")
    guard case .object(var note) = try? JSON(parsing: Array(intent.body.utf8)) else { return .refused(.missing) }
    note["id"] = .string(intent.key)
    note["date"] = .string((intent.sent ?? reading.clock()).text)
    let notes = ticket[list: "note"]
    if notes.contains(where: { $0["id"].text == intent.key }) { return .done(reference: nil, link: nil) }
    let body = JSON.object(["note": .array(notes.compactMap(\.json) + [.object(note)])])
    return TMForumProvider.submission(
      try reading.session.call("PATCH", .ticket, path, body: body.text), of: intent)
  }

  // MARK: - Found again

  /// A new ticket is known by `externalId`, a reply by its note's id; both by their own words where a provider does not
  /// keep what it was given, said since they were sent (two clocks may be some minutes apart). Closed is closed. Nil when
  /// nothing of it is there.
  func trace(of intent: Intent) throws -> Settlement? {
    let rows = try rows()
    guard let since = intent.sent?.adding(seconds: -300) else { return .unknown }
    switch intent.action {
    case .openTicket(let subject, let text, _):
      let own = rows.first { $0["externalId"].text == intent.key }
      let alike = rows.first { row in
        row["externalId"].text == nil && row["name"].text == subject
          && ticket(row)?.holds(PlainText.of(text), since: since) == true
      }
      return (own ?? alike).map { .done(reference: $0["id"].identity, link: nil) }
    case .replyTicket(let id, let text):
      guard let row = rows.first(where: { $0["id"].identity == id }) else { return nil }
      let isThere =
        row[list: "note"].contains { $0["id"].text == intent.key }
        || ticket(row)?.holds(PlainText.of(text), since: since) == true
      return isThere ? .done(reference: nil, link: nil) : nil
    case .closeTicket(let id):
      guard let row = rows.first(where: { $0["id"].identity == id }) else { return nil }
      return ticket(row)?.state == .closed ? .done(reference: nil, link: nil) : nil
    default: return nil
    }
  }
}
