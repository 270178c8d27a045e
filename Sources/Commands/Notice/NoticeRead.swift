import Arguments
import Language
import Terminal

/// `kabinet notice read`
struct NoticeRead: Command {
  static let specification = CommandSpecification(
    name: "read", aliases: ["прочитано"], summary: .noticeReadSummary, options: Mutation.options,
    examples: [.init("kabinet notice read", .noticeExampleRead)], facts: [.needsLogin, .startsNetwork],
    exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["notice list"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "notice read") { _ in
      .readNotices
    } describe: { view in
      let unread = ((try? view.session.notices()) ?? []).count { !$0.isRead }
      return [.fields([Field(.noticesUnread, .dual(Phrase(verbatim: "\(unread)"), machine: "\(unread)"))])]
    }
  }
}
