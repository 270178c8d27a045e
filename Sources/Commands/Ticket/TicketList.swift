import Arguments
import Domain
import Language

/// `kabinet ticket list [--all] [--search TEXT]`
struct TicketList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .ticketListSummary, discussion: [.ticketListDiscussion],
    options: [
      Option("all", short: "a", .ticketOptionAll),
      Option("search", short: "s", value: .text(.ticketTextPlaceholder), .ticketOptionSearch),
    ],
    examples: [
      .init("kabinet ticket list", .ticketExampleList), .init("kabinet ticket list --all", .ticketExampleAll),
      .init("kabinet ticket list --search роутер", .ticketExampleSearch),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["ticket show", "ticket new"])

  private let all: Bool
  private let sought: String?

  init(_ invocation: Invocation) throws(Failure) {
    all = invocation.flag("all")
    sought = invocation.value("search")?.trimmed
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let tickets = try session.tickets().sorted { ($0.updated, $0.id) > ($1.updated, $1.id) }
    if let sought { return try show(tickets.filter { $0.mentions(sought) }, session, none: .ticketsNoneFound) }
    let shown = all ? tickets : tickets.filter { $0.state != .closed }
    _ = try show(shown, session, none: tickets.isEmpty ? .ticketsNoneAtAll : .ticketsNone)
    if shown.count < tickets.count { world.console.note(.ticketsClosed(tickets.count - shown.count)) }
    return .done
  }

  private func show(_ tickets: [Ticket], _ session: Session, none: Phrase) throws -> ExitStatus {
    session.tellAge()
    try session.world.console.answer(TicketView(session).list(tickets))
    if tickets.isEmpty { session.tellNone(.tickets, none) }
    return .done
  }
}
