import Arguments
import Language

/// `kabinet ticket reply ID [--text TEXT]`
struct TicketReply: Command {
  static let specification = CommandSpecification(
    name: "reply", aliases: ["ответить"], summary: .ticketReplySummary, discussion: [.ticketNewDiscussion],
    positionals: [TicketWriting.id], options: [TicketWriting.text] + Mutation.options,
    examples: [.init("kabinet ticket reply 1001 --text \"Заработало, спасибо\"", .ticketExampleReply)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["ticket show", "ticket close"])

  private let id: String
  private let text: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("id") ?? ""
    text = invocation.value("text")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "ticket reply") { session in
      let ticket = try TicketWriting.ticket(id, session)
      return .replyTicket(id: ticket.id, text: try TicketWriting.message(text, world))
    } describe: {
      TicketWriting.terms($0)
    }
  }
}
