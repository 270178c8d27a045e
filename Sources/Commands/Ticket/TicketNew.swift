import Arguments
import Domain
import Language
import Terminal

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
