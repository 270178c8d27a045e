import Arguments
import Domain
import Language
import Terminal

/// What the verbs of a ticket have in common: which one, and what is said.
enum TicketWriting {
  static let id = Positional("id", .text(.ticketIDPlaceholder), .ticketIDArgument)
  static let text = Option("text", short: "t", value: .text(.ticketTextPlaceholder), .ticketOptionText)

  /// More than any provider takes, and far below what a request may have.
  private static let longest = 16 << 10

  static func ticket(_ id: String, _ session: Session) throws -> Ticket {
    let wanted = id.hasPrefix("#") ? String(id.dropFirst()) : id
    guard let ticket = try session.tickets().first(where: { $0.id == wanted }) else {
      throw Failure(.usage, .ticketUnknown(wanted), hint: .seeTickets)
    }
    return ticket
  }

  /// What was given, or typed on a terminal, or comes from a pipe.
  static func message(_ given: String?, _ world: World) throws -> String {
    let console = world.console
    let text = try given ?? (console.canAsk ? console.ask(.ticketAskText) : piped(console)) ?? ""
    let message = text.trimmed
    guard !message.isEmpty else { throw Failure(.usage, .ticketNoText, hint: .ticketTextHint) }
    guard message.utf8.count <= longest else {
      throw Failure(.usage, .ticketTextTooLong(longest >> 10), hint: .ticketShorten)
    }
    guard !CardNumber.isFound(in: message) else { throw Failure(.usage, .cardNumberTyped, hint: .cardNumberHint) }
    return message
  }

  private static func piped(_ console: Console) throws(Failure) -> String? {
    switch console.readInput(limit: longest) {
    case .text(let text): return text
    case .tooLong: throw Failure(.usage, .ticketTextTooLong(longest >> 10), hint: .ticketShorten)
    case .notText: throw Failure(.usage, .ticketTextNotText, hint: .ticketTextHint)
    }
  }

  static func terms(_ view: TermsView) -> [Block] {
    switch view.action {
    case .openTicket(let subject, let text, let topic):
      let name = topic.flatMap { id in (try? view.session.topics())?.first { $0.id == id }?.name }
      return said([Field(.ticketColumnSubject, Line(verbatim: subject, .bold))] + topicField(name), text)
    case .replyTicket(let id, let text): return said([ticketField(id, view)], text)
    case .closeTicket(let id): return [.fields([ticketField(id, view)])]
    default: return []
    }
  }

  private static func topicField(_ name: LocalizedText?) -> [Field] {
    name.map { [Field(.ticketTopicWord, Line(.provider($0)))] } ?? []
  }

  private static func ticketField(_ id: String, _ view: TermsView) -> Field {
    let subject = (try? view.session.tickets())?.first { $0.id == id }?.subject ?? ""
    return Field(.ticketWord, Line(verbatim: "\(id) \(subject)"))
  }

  private static func said(_ fields: [Field], _ text: String) -> [Block] {
    [.fields(fields), .blank, .paragraph(Phrase(verbatim: text))]
  }
}
