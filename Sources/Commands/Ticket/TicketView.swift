import Domain
import JSON
import Language
import Terminal

/// The faces of `ticket list`, `show` and `topics`.
struct TicketView {
  private let today: CivilDate
  private let utcOffset: Int

  init(_ session: Session) { self.init(today: session.today, utcOffset: session.account.utcOffset) }

  init(today: CivilDate, utcOffset: Int) {
    self.today = today
    self.utcOffset = utcOffset
  }

  /// Id, state, moment of the last message, subject.
  func list(_ tickets: [Ticket]) -> Answer {
    let rows = tickets.map { ticket in
      [
        Line(verbatim: ticket.id), state(ticket), moment(ticket.updated), Line(verbatim: ticket.subject),
      ]
    }
    let columns: [Table.Column] = [
      .init(.numberColumn), .init(.stateWord), .init(.ticketColumnUpdated), .init(.ticketColumnSubject, minimum: 16),
    ]
    return Answer(
      kind: "tickets", json: ["tickets": .array(tickets.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }

  func one(_ ticket: Ticket) -> Answer {
    var fields = [
      Field(.stateWord, state(ticket)), Field(.ticketOpened, moment(ticket.opened)),
    ]
    if let topic = ticket.topic { fields.append(Field(.ticketTopicWord, Line(verbatim: topic))) }
    if let promised = ticket.promisedBy, ticket.state == .open {
      fields.append(Field(.ticketPromised, moment(promised)))
    }
    let heading = Block.heading(Line(verbatim: "\(ticket.id) \(ticket.subject)"))
    return Answer(
      kind: "ticket", json: ticket.json, view: [heading, .fields(fields)] + ticket.messages.flatMap(message))
  }

  private func message(_ message: Ticket.Message) -> [Block] {
    let who: Line = message.isFromProvider ? "\(.ticketFromSupport, .accent)" : "\(.ticketFromMe, .bold)"
    let author = message.author.map { Line(verbatim: " (\($0))") } ?? Line()
    let files = message.attachments.map { file -> Line in
      let name = Phrase(verbatim: file.name)
      return "\(.ticketAttachment): " + (file.link.map { .link(name, to: $0, .accent) } ?? Line(name))
    }
    return [.blank, .line(who + author + ", " + moment(message.at)), .paragraph(Phrase(verbatim: message.text))]
      + (files.isEmpty ? [] : [.list(files)])
  }

  func topics(_ topics: [TicketTopic]) -> Answer {
    let rows = topics.map { [Line(verbatim: $0.id), Line(.provider($0.name))] }
    return Answer(
      kind: "ticket-topics", json: ["topics": .array(topics.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table([.init(.ticketTopicWord), .init(.nameColumn)], rows: rows))])
  }

  private func state(_ ticket: Ticket) -> Line {
    let style: Style =
      switch ticket.state {
      case .open: .warning
      case .answered: .good
      case .closed: .dim
      }
    return .dual(.ticketState(ticket.state.rawValue), machine: ticket.state.rawValue, style)
  }

  private func moment(_ moment: Timestamp) -> Line {
    .dual(TimeText.moment(moment, today: today, utcOffsetMinutes: utcOffset), machine: moment.text)
  }
}
