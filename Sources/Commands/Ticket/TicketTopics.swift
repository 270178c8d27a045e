import Arguments
import Language

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
    if topics.isEmpty { session.tellNone(.tickets, .topicsNone) }
    return .done
  }
}
