import Domain
import JSON

/// Tickets: the module Msgs. It has no call that closes one.
struct ABillSTickets {
  private let reading: ABillSReading

  /// Replies cost a call each: they are read for so many of the latest tickets, the others show their own text.
  private static let readInFull = 30

  init(_ reading: ABillSReading) { self.reading = reading }

  /// Newest first, as the installation lists them.
  func all() throws -> [Ticket] {
    guard !reading.missing.contains(.tickets), let rows = try reading.optional("/user/msgs/", for: .tickets) else {
      return []
    }
    return try rows.elements().enumerated().map { try ticket($1, readsReplies: $0 < ABillSTickets.readInFull) }
  }

  func topics() throws -> [TicketTopic] {
    guard !reading.missing.contains(.tickets), let rows = try reading.optional("/user/msgs/chapters/") else {
      return []
    }
    return try rows.elements().compactMap { row in
      guard let id = row["id"].identity, let name = row["name"].text else { return nil }
      return TicketTopic(id: id, name: LocalizedText(PlainText.of(name)))
    }
  }

  private func ticket(_ row: Loose, readsReplies: Bool) throws -> Ticket {
    let id = try row["id"].required(row["id"].identity, "an id")
    let offset = try reading.utcOffset
    let opened = try row["date"].required(row["date"].moment(utcOffset: offset), "a date")
    let replies = readsReplies ? try reading.optional("/user/msgs/\(Encoding.percent(id))/reply/") : nil
    var messages = try replies?.elements().compactMap { message($0, offset) } ?? []
    if messages.isEmpty {
      messages = [Ticket.Message(at: opened, isFromProvider: false, text: PlainText.of(row["message"].text ?? ""))]
    }
    return Ticket(
      id: id, subject: PlainText.of(row["subject"].text ?? id), topic: topic(row), state: state(row, messages),
      opened: min(opened, messages[0].at), promisedBy: row["planDate"].moment(utcOffset: offset),
      messages: messages)
  }

  /// The office calls its default chapter `-`.
  private func topic(_ row: Loose) -> String? { row["chapterName"].text.flatMap { $0 == "-" ? nil : $0 } }

  /// 1 and 2 are closed, done or not; the office may name further states as it likes.
  private func state(_ row: Loose, _ messages: [Ticket.Message]) -> Ticket.State {
    switch row["stateId"].integer ?? row["state"].integer ?? 0 {
    case 1, 2: .closed
    default: messages.last?.isFromProvider == true ? .answered : .open
    }
  }

  /// An administrator's message has their number.
  private func message(_ row: Loose, _ utcOffset: Int) -> Ticket.Message? {
    guard let at = row["datetime"].moment(utcOffset: utcOffset) else { return nil }
    let isFromProvider = row["aid"].identity != nil
    let files = (try? row["attachments"].elements()) ?? []
    return Ticket.Message(
      at: at, isFromProvider: isFromProvider, author: isFromProvider ? row["creatorFio"].text : nil,
      text: PlainText.of(row["text"].text ?? ""),
      attachments: files.compactMap { file in
        file["filename"].text.map { Ticket.Attachment(name: $0, id: file["id"].identity) }
      })
  }

  /// Whether a ticket or a reply can be sent: by what there is.
  func check(_ action: Action) throws -> Check {
    let tickets = try all()
    guard !reading.missing.contains(.tickets) else { throw ProviderError.missing(.tickets) }
    switch action {
    case .replyTicket(let id, _):
      guard let ticket = tickets.first(where: { $0.id == id }) else { return refused(TicketReasons.unknown) }
      return ticket.state == .closed
        ? refused(TicketReasons.closed) : Check(eligibility: Eligibility(available: true))
    default: return Check(eligibility: Eligibility(available: true))
    }
  }

  private func refused(_ reason: Reason) -> Check {
    Check(eligibility: Eligibility(available: false, reasons: [reason]))
  }

  /// What was sent is found again by its own words, said since it was sent; nil when it is not there. The two clocks may
  /// be some minutes apart.
  func trace(of action: Action, sent: Timestamp) throws -> Settlement? {
    let since = sent.adding(seconds: -300)
    switch action {
    case .openTicket(let subject, let text, _):
      let found = try all().first {
        $0.subject == PlainText.of(subject) && $0.holds(PlainText.of(text), since: since)
      }
      return found.map { .done(reference: $0.id, link: nil) }
    case .replyTicket(let id, let text):
      let ticket = try all().first { $0.id == id }
      return ticket?.holds(PlainText.of(text), since: since) == true ? .done(reference: nil, link: nil) : nil
    default: return nil
    }
  }

  static func body(of action: Action) -> String {
    switch action {
    case .openTicket(let subject, let text, let topic):
      return JSON.members([
        "subject": .string(subject), "message": .string(text),
        "chapter": topic.flatMap { Int64($0) }.map { .integer($0) },
      ]).text
    case .replyTicket(_, let text): return JSON.object(["replyText": .string(text)]).text
    default: return ""
    }
  }
}
