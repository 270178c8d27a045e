import Arguments
import Language

/// `kabinet ticket new SUBJECT [--text TEXT] [--topic TOPIC]`
struct TicketNew: Command {
  static let specification = CommandSpecification(
    name: "new", aliases: ["создать", "написать"], summary: .ticketNewSummary, discussion: [.ticketNewDiscussion],
    positionals: [Positional("subject", .text(.ticketSubjectPlaceholder), .ticketSubjectArgument)],
    options: [TicketWriting.text, Option("topic", value: .text(.ticketTopicPlaceholder), .ticketOptionTopic)]
      + Mutation.options,
    examples: [
      .init("kabinet ticket new \"Нет связи\" --text \"С утра не работает\"", .ticketExampleNew),
      .init("ping -c 20 example.org | kabinet ticket new \"Потери пакетов\" --yes", .ticketExamplePipe),
    ],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["ticket list", "ticket topics"])

  private let subject: String
  private let text: String?
  private let topic: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    subject = invocation.positional("subject") ?? ""
    text = invocation.value("text")
    topic = invocation.value("topic")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "ticket new") { session in
      if let topic {
        let topics = try session.topics()
        guard topics.contains(where: { $0.id == topic }) else {
          throw Failure(.usage, .topicUnknown(topic), hint: topics.isEmpty ? .topicsNone : .seeTopics)
        }
      }
      return .openTicket(subject: subject, text: try TicketWriting.message(text, world), topic: topic)
    } describe: {
      TicketWriting.terms($0)
    }
  }
}
