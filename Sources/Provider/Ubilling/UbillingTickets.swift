import Domain

/// The helpdesk of userstats: flat messages, of which a reply names the one that it belongs to. A ticket has no subject of
/// its own, so ours goes before the text; none can be closed from here.
struct UbillingTickets {
  private let reading: UbillingReading
  /// The text travels in the address, base64 and escaped: servers take some 8 KB of it.
  static let longestText = 4000

  init(_ reading: UbillingReading) { self.reading = reading }

  func all(_ user: UbillingUser) throws -> [Ticket] {
    let rows = try reading.rows("tickets", for: .tickets)
    return rows.filter { $0["replyid"].identity == nil }.compactMap { row in
      guard let id = row["id"].identity, let first = message(row, user) else { return nil }
      let replies = rows.filter { $0["replyid"].identity == id }.compactMap { message($0, user) }
      let messages = [first] + replies.sorted { $0.at < $1.at }
      let isClosed = row["status"].isTrue
      return Ticket(
        id: id, subject: String(first.text.prefix { $0 != "\n" }.prefix(80)),
        state: isClosed ? .closed : messages.last?.isFromProvider == true ? .answered : .open, opened: first.at,
        messages: messages)
    }
  }

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

  /// Sends the frozen text and looks whether it is there: what the agent answers is not promised anywhere.
  func send(_ intent: Intent) throws {
    let text = Encoding.percent(Encoding.base64(intent.body))
    var query = "xmlagent=true&json=true&ticketcreate=true&tickettype=support_request&tickettext=" + text
    if case .replyTicket(let id, _) = intent.action { query += "&reply_id=" + Encoding.percent(id) }
    _ = try reading.session.call(query, "ticketcreate")
  }

  /// What was sent is found again by its own words, said since it was sent; nil when it is not there. The two clocks may
  /// be some minutes apart.
  func trace(of intent: Intent, sent: Timestamp, _ user: UbillingUser) throws -> Settlement? {
    let since = sent.adding(seconds: -300)
    let text = PlainText.of(intent.body)
    let ticket = try all(user).first { ticket in
      guard ticket.holds(text, since: since) else { return false }
      if case .replyTicket(let id, _) = intent.action { return ticket.id == id }
      return ticket.messages.first?.text == text
    }
    return ticket.map { .done(reference: $0.id, link: nil) }
  }
}
