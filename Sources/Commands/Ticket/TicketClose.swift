import Arguments
import Language

/// `kabinet ticket close ID`
struct TicketClose: Command {
  static let specification = CommandSpecification(
    name: "close", aliases: ["закрыть"], summary: .ticketCloseSummary, positionals: [TicketWriting.id],
    options: Mutation.options, examples: [.init("kabinet ticket close 1001", .ticketExampleClose)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["ticket list", "ticket reply"])

  private let id: String
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("id") ?? ""
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "ticket close") { session in
      .closeTicket(id: try TicketWriting.ticket(id, session).id)
    } describe: {
      TicketWriting.terms($0)
    }
  }
}
