import Arguments
import Domain
import JSON
import Language
import Terminal

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
    if notices.isEmpty { world.console.note(onlyUnread ? .noticesNoneUnread : .noticesNone) }
    return .done
  }
}

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

/// The faces of `notice list` and `show`.
struct NoticeView {
  private let today: CivilDate
  private let utcOffset: Int

  init(_ session: Session) {
    today = session.today
    utcOffset = session.account.utcOffset
  }

  /// Some providers date nothing: what has no date comes last, in the provider's order.
  static func isLater(_ left: Notice, _ right: Notice) -> Bool {
    guard let first = left.at, let second = right.at else { return left.at != nil && right.at == nil }
    return (first, left.id) > (second, right.id)
  }

  /// Id, moment, whether it was read, title.
  func list(_ notices: [Notice]) -> Answer {
    let rows = notices.map { notice in
      [
        Line(verbatim: notice.id), moment(notice.at),
        .dual(.noticeRead(notice.isRead), machine: notice.isRead ? "read" : "unread", notice.isRead ? .dim : .accent),
        Line(.provider(notice.title)),
      ]
    }
    let columns: [Table.Column] = [
      .init(.ticketColumnID), .init(.noticeTime), .init(.stateWord), .init(.noticeTitle, minimum: 16),
    ]
    return Answer(
      kind: "notices", json: ["notices": .array(notices.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }

  func one(_ notice: Notice) -> Answer {
    Answer(
      kind: "notice", json: notice.json,
      view: [
        .heading(Line(.provider(notice.title))), .line(moment(notice.at)), .blank, .paragraph(.provider(notice.text)),
      ].filter { $0 != .line(Line()) })
  }

  private func moment(_ moment: Timestamp?) -> Line {
    guard let moment else { return Line() }
    return .dual(TimeText.moment(moment, today: today, utcOffsetMinutes: utcOffset), machine: moment.text)
  }
}
