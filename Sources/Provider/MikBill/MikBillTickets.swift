import Domain

/// The cabinet's support: tickets of messages. A ticket has no subject of its own, so ours is the first line of its first
/// message; none can be closed from here.
struct MikBillTickets {
  private let reading: MikBillReading
  private let user: MikBillUser

  /// Messages cost a call each: they are read for so many of the latest tickets, the others show their first.
  private static let readInFull = 30

  init(_ reading: MikBillReading, _ user: MikBillUser) {
    self.reading = reading
    self.user = user
  }

  /// Newest first.
  func all() throws -> [Ticket] {
    let rows = try rows() ?? []
    let sorted = rows.sorted { MikBillTickets.number($0["ticketid"]) > MikBillTickets.number($1["ticketid"]) }
    return try sorted.enumerated().compactMap { try ticket($1, inFull: $0 < MikBillTickets.readInFull) }
  }

  private func rows() throws -> [Loose]? { try reading.rows("/tickets", for: .tickets) }

  private static func number(_ value: Loose) -> Int64 { value.integer ?? 0 }

  private func ticket(_ row: Loose, inFull: Bool) throws -> Ticket? {
    let id = try row["ticketid"].required(row["ticketid"].identity, "an id")
    let said = inFull ? try messages(of: id) ?? [] : []
    let created = row["creationdate"].moment(utcOffset: user.utcOffset)
    guard let opened = created ?? said.first?.message.at else { return nil }
    var messages = said.map(\.message)
    if messages.isEmpty {
      let text = PlainText.of(row["first_message"].text ?? "")
      messages = [Ticket.Message(at: opened, isFromProvider: false, text: text)]
    }
    let subject = messages[0].text.prefix { $0 != "\n" }.prefix(80)
    return Ticket(
      id: id, subject: subject.isEmpty ? id : String(subject), state: MikBillTickets.state(row, messages),
      opened: min(opened, messages[0].at), messages: messages)
  }

  /// 1 opened, 2 closed, 3 in work, 4 performed.
  private static func state(_ row: Loose, _ messages: [Ticket.Message]) -> Ticket.State {
    switch row["statustypeid"].integer {
    case 2, 4: .closed
    default: messages.last?.isFromProvider == true ? .answered : .open
    }
  }

  private typealias Said = (number: Int64, message: Ticket.Message)

  /// Oldest first; nil where they are not given.
  private func messages(of id: String) throws -> [Said]? {
    guard let data = try reading.optional("/tickets/" + Encoding.percent(id)) else { return nil }
    let rows = data.isTold ? try data.elements() : []
    return rows.compactMap(said).sorted { ($0.message.at, $0.number) < ($1.message.at, $1.number) }
  }

  /// A message of the office has the number of who wrote it.
  private func said(_ row: Loose) -> Said? {
    guard let at = row["date"].moment(utcOffset: user.utcOffset) else { return nil }
    let isFromProvider = row["stuffid"].identity != nil
    let message = Ticket.Message(
      at: at, isFromProvider: isFromProvider,
      author: isFromProvider ? row["fio"].text ?? row["login"].text : nil,
      text: PlainText.of(row["message"].text ?? ""))
    return (MikBillTickets.number(row["messageid"]), message)
  }

  /// Whether a ticket or a reply can be sent. The quote is the last number that there was: what is sent gets a higher one.
  func check(_ action: Action) throws -> Check {
    guard let rows = try rows() else { throw ProviderError.missing(.tickets) }
    guard case .replyTicket(let id, _) = action else {
      let last = rows.map { MikBillTickets.number($0["ticketid"]) }.max() ?? 0
      return Check(eligibility: Eligibility(available: true), quote: String(last))
    }
    guard let row = rows.first(where: { $0["ticketid"].identity == id }) else { return refused(TicketReasons.unknown) }
    guard MikBillTickets.state(row, []) != .closed else { return refused(TicketReasons.closed) }
    let last = try messages(of: id)?.map(\.number).max() ?? 0
    return Check(eligibility: Eligibility(available: true), quote: String(last))
  }

  private func refused(_ reason: Reason) -> Check {
    Check(eligibility: Eligibility(available: false, reasons: [reason]))
  }

  /// The words of a message.
  static func text(of action: Action) -> String {
    switch action {
    case .openTicket(let subject, let text, _): subject + "\n" + text
    case .replyTicket(_, let text): text
    default: ""
    }
  }

  /// Sent when a message of the subscriber with its words has a number above the last one of the terms; the two clocks are
  /// not asked. Nil when there is none.
  func trace(of intent: Intent) throws -> Settlement? {
    guard let last = intent.terms?.quote.flatMap({ Int64($0) }) else { return .unknown }
    let text = MikBillTickets.text(of: intent.action)
    let sought = Set([text, PlainText.of(text)].map(MikBillTickets.words))
    func isSought(_ said: Said) -> Bool {
      !said.message.isFromProvider && sought.contains(MikBillTickets.words(said.message.text))
    }
    if case .replyTicket(let id, _) = intent.action {
      guard let said = try messages(of: id) else { return .unknown }
      return said.contains { $0.number > last && isSought($0) } ? .done(reference: nil, link: nil) : nil
    }
    guard let rows = try rows() else { return .unknown }
    for row in rows where MikBillTickets.number(row["ticketid"]) > last {
      guard let id = row["ticketid"].identity, let said = try messages(of: id) else { return .unknown }
      if said.first.map(isSought) == true { return .done(reference: id, link: nil) }
    }
    return nil
  }

  /// Without the spaces and line breaks that a page adds or takes.
  private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
