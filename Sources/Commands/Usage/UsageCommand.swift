import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet usage`
struct UsageCommand: Command {
  static let specification = CommandSpecification(
    name: "usage", aliases: ["трафик"], summary: .usageSummary, group: .groupConnection,
    discussion: [.usageDiscussion], examples: [.init("kabinet usage", .usageExample)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["device list", "incidents"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let usage = try UsageCommand.latestFirst(session.usage())
    session.tellAge()
    try world.console.answer(UsageView(session).answer(usage, forPeople: world.console.outputLook.isTerminal))
    if usage.isEmpty { session.tellNone(.usage, .usageNone) }
    return .done
  }

  /// Those that run lead; where no beginnings are told the provider's own order stays.
  private static func latestFirst(_ sessions: [UsageSession]) -> [UsageSession] {
    let dated = sessions.filter { !$0.isActive && $0.start != nil }.sorted {
      ($0.start?.seconds ?? 0, $0.id) > ($1.start?.seconds ?? 0, $1.id)
    }
    return sessions.filter(\.isActive) + dated + sessions.filter { !$0.isActive && $0.start == nil }
  }
}

/// The sessions, the latest first, and what they come to.
struct UsageView {
  private let today: CivilDate
  private let utcOffset: Int

  init(_ session: Session) {
    today = session.today
    utcOffset = session.account.utcOffset
  }

  func answer(_ sessions: [UsageSession], forPeople: Bool) -> Answer {
    let columns: [Table.Column] = [
      .init(.usageStart), .init(.usageLasted, .right), .init(.usageReceived, .right), .init(.usageSent, .right),
      .init(.usageAddress),
    ]
    let received = sessions.reduce(Int64(0)) { $0.addingClamped($1.received) }
    let sent = sessions.reduce(Int64(0)) { $0.addingClamped($1.sent) }
    let table = Table(columns, rows: sessions.map(row))
    let total: Block = .fields([
      Field(.usageReceivedInAll, octets(received)), Field(.usageSentInAll, octets(sent)),
    ])
    return Answer(
      kind: "usage",
      json: [
        "sessions": .array(sessions.map(\.json)), "received": .integer(received), "sent": .integer(sent),
      ],
      view: sessions.isEmpty ? [] : [.table(table)] + (forPeople ? [.blank, total] : []))
  }

  private func row(_ session: UsageSession) -> [Line] {
    let start = session.start.map { start in
      Line.dual(TimeText.moment(start, today: today, utcOffsetMinutes: utcOffset), machine: start.text)
    }
    return [
      start ?? (session.isActive ? .dual(.usageNow, machine: "now", .good) : Line()),
      .dual(TimeText.duration(seconds: session.seconds), machine: "\(session.seconds)"), octets(session.received),
      octets(session.sent), Line(verbatim: session.address ?? ""),
    ]
  }

  private func octets(_ count: Int64) -> Line {
    .dual(.amountOfBytes(Int(clamping: count)), machine: "\(count)")
  }
}
