import Domain
import JSON
import Language
import Terminal

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
      .init(.numberColumn), .init(.noticeTime), .init(.stateWord), .init(.noticeTitle, minimum: 16),
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
