import Arguments
import Domain
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

/// `kabinet ticket show ID`
struct TicketShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .ticketShowSummary, positionals: [TicketWriting.id],
    examples: [.init("kabinet ticket show 1001", .ticketExampleShow)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["ticket reply", "ticket list"])

  private let id: String

  init(_ invocation: Invocation) throws(Failure) { id = invocation.positional("id") ?? "" }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let ticket = try TicketWriting.ticket(id, session)
    session.tellAge()
    try world.console.answer(TicketView(session).one(ticket))
    return .done
  }
}

/// `kabinet ticket topics`
struct TicketTopics: Command {
  static let specification = CommandSpecification(
    name: "topics", aliases: ["разделы"], summary: .ticketTopicsSummary,
    examples: [.init("kabinet ticket topics", .ticketExampleTopics)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["ticket new"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let topics = try session.topics()
    try world.console.answer(TicketView(session).topics(topics))
    if topics.isEmpty { world.console.note(.topicsNone) }
    return .done
  }
}
