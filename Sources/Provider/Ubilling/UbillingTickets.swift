import Domain

/// The helpdesk of userstats: flat messages, of which a reply names the one that it belongs to. A ticket has no subject of
/// its own, so ours goes before the text; none can be closed from here.
struct UbillingTickets {
  private let reading: UbillingReading
  /// The text travels in the address, base64 and escaped: servers take some 8 KB of it.
  static let longestText = 4000

  init(_ reading: UbillingReading) { self.reading = reading }

  func all(_ user: UbillingUser) throws -> [Ticket] {
    let rows = try rows()
    return rows.filter { $0["replyid"].identity == nil }.compactMap { row in
      guard let id = row["id"].identity, let first = message(row, user), !first.isFromProvider else { return nil }
      let replies = rows.filter { $0["replyid"].identity == id }.compactMap { message($0, user) }
      let messages = [first] + replies.sorted { $0.at < $1.at }
      let isClosed = row["status"].isTrue
      return Ticket(
        id: id, subject: String(first.text.prefix { $0 != "\n" }.prefix(80)),
        state: isClosed ? .closed : messages.last?.isFromProvider == true ? .answered : .open, opened: first.at,
        messages: messages)
    }
  }

  /// What the office wrote of itself, which answers nothing.
  func notices(_ user: UbillingUser) throws -> [Notice] {
    try rows().compactMap { row in
      guard row["replyid"].identity == nil, let id = row["id"].identity, let message = message(row, user),
        message.isFromProvider
      else { return nil }
      return Notice(
        id: "msg-" + id, at: message.at, title: LocalizedText(String(message.text.prefix { $0 != "\n" }.prefix(80))),
        text: LocalizedText(message.text), isRead: true)
    }
  }

  private func rows() throws -> [Loose] { try reading.rows("tickets", for: .tickets) }

  private func message(_ row: Loose, _ user: UbillingUser) -> Ticket.Message? {
    guard let at = row["date"].moment(utcOffset: user.utcOffset) else { return nil }
    return Ticket.Message(
      at: at, isFromProvider: row["from"].text != user.login, text: PlainText.of(row["text"].text ?? ""))
  }

  func check(_ action: Action, _ user: UbillingUser) throws -> Check {
    let tickets = try all(user)
    guard !reading.missing.contains(.tickets) else { throw ProviderError.missing(.tickets) }
    var reasons: [Reason] = []
    if UbillingTickets.text(of: action).utf8.count > UbillingTickets.longestText {
      reasons.append(UbillingReasons.textTooLong)
    }
    if case .replyTicket(let id, _) = action {
      let ticket = tickets.first { $0.id == id }
      if ticket == nil { reasons.append(TicketReasons.unknown) }
      if ticket?.state == .closed { reasons.append(TicketReasons.closed) }
    }
    return Check(eligibility: Eligibility(available: reasons.isEmpty, reasons: reasons))
  }

  /// What stands in the helpdesk.
  static func text(of action: Action) -> String {
    switch action {
    case .openTicket(let subject, let text, _): subject + "\n\n" + text
    case .replyTicket(_, let text): text
    default: ""
    }
  }

  /// Sends the frozen text. The agent answers with the number under which it stands; one that says something else may
  /// have written it down all the same.
  func send(_ intent: Intent) throws -> Submission {
    let text = Encoding.percent(Encoding.base64(intent.body))
    var query = "xmlagent=true&json=true&ticketcreate=true&tickettype=support_request&tickettext=" + text
    if case .replyTicket(let id, _) = intent.action { query += "&reply_id=" + Encoding.percent(id) }
    let answer = try reading.session.call(query, "ticketcreate")
    let told = answer["created"].json == nil ? (try? answer.elements().first) ?? answer : answer
    switch told["created"].text {
    case "success":
      let isReply = intent.action.kind == .replyTicket
      return .done(reference: isReply ? nil : told["id"].identity, link: nil)
    case "error": return .refused(UbillingReasons.notTaken)
    default: return .unknown(.malformedAnswer)
    }
  }

  /// What was sent is found again by its own words, said since it was sent; nil when it is not there. The two clocks may
  /// be some minutes apart. A helpdesk that shows nothing at all may be turned off for reading, which proves nothing.
  func trace(of intent: Intent, sent: Timestamp, _ user: UbillingUser) throws -> Settlement? {
    let since = sent.adding(seconds: -300)
    let text = PlainText.of(intent.body)
    let tickets = try all(user)
    guard !tickets.isEmpty else { return .unknown }
    let ticket = tickets.first { ticket in
      guard ticket.holds(text, since: since) else { return false }
      if case .replyTicket(let id, _) = intent.action { return ticket.id == id }
      return ticket.messages.first.map { Ticket.isSame($0.text, text) } ?? false
    }
    return ticket.map { .done(reference: $0.id, link: nil) }
  }
}
