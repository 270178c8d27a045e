import Arguments
import Language

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
