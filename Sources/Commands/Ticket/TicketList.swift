import Arguments
import Language

/// `kabinet ticket list [--all]`
struct TicketList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .ticketListSummary, discussion: [.ticketListDiscussion],
    options: [Option("all", short: "a", .ticketOptionAll)],
    examples: [
      .init("kabinet ticket list", .ticketExampleList), .init("kabinet ticket list --all", .ticketExampleAll),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["ticket show", "ticket new"])

  private let all: Bool

  init(_ invocation: Invocation) throws(Failure) { all = invocation.flag("all") }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let tickets = try session.tickets().sorted { ($0.updated, $0.id) > ($1.updated, $1.id) }
    let shown = all ? tickets : tickets.filter { $0.state != .closed }
    session.tellAge()
    try world.console.answer(TicketView(session).list(shown))
    if shown.isEmpty { world.console.note(tickets.isEmpty ? .ticketsNoneAtAll : .ticketsNone) }
    if shown.count < tickets.count { world.console.note(.ticketsClosed(tickets.count - shown.count)) }
    return .done
  }
}
