import Arguments
import Language

/// `kabinet notice show ID`
struct NoticeShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .noticeShowSummary,
    positionals: [Positional("id", .text(.noticeIDPlaceholder), .noticeIDArgument)],
    examples: [.init("kabinet notice show n3", .noticeExampleShow)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["notice list"])

  private let id: String

  init(_ invocation: Invocation) throws(Failure) { id = invocation.positional("id") ?? "" }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    guard let notice = try session.notices().first(where: { $0.id == id }) else {
      throw Failure(.usage, .noticeUnknown(id), hint: .seeNotices)
    }
    session.tellAge()
    try world.console.answer(NoticeView(session).one(notice))
    return .done
  }
}
