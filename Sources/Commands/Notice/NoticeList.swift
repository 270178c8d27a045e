import Arguments
import Language

/// `kabinet notice list [--unread]`
struct NoticeList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .noticeListSummary, discussion: [.noticeListDiscussion],
    options: [Option("unread", short: "u", .noticeOptionUnread)],
    examples: [
      .init("kabinet notice list", .noticeExampleList), .init("kabinet notice list --unread", .noticeExampleUnread),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["notice show", "home"])

  private let onlyUnread: Bool

  init(_ invocation: Invocation) throws(Failure) { onlyUnread = invocation.flag("unread") }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let notices = try session.notices().filter { !onlyUnread || !$0.isRead }.sorted(by: NoticeView.isLater)
    session.tellAge()
    try world.console.answer(NoticeView(session).list(notices))
    if notices.isEmpty { session.tellNone(.notices, onlyUnread ? .noticesNoneUnread : .noticesNone) }
    return .done
  }
}
