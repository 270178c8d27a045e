import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet service list`
struct ServiceList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .serviceListSummary,
    examples: [.init("kabinet service list", .serviceListExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["tariff show", "statement"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    session.tellAge()
    try world.console.answer(ServiceList.answer(session.account))
    if session.account.services.isEmpty { world.console.note(.servicesNone) }
    return .done
  }

  /// Id, kind, fee of a period, first day, name.
  static func answer(_ account: Account) -> Answer {
    let columns: [Table.Column] = [
      .init(.serviceIDColumn), .init(.statementKind), .init(.serviceFee, .right), .init(.serviceSince),
      .init(.nameColumn, minimum: 12),
    ]
    let rows = account.services.map { service in
      [
        Line(verbatim: service.id), .dual(.serviceKind(service.kind), machine: service.kind), .amount(service.fee),
        service.since.map { Line.date($0) } ?? Line(), Line(verbatim: service.name),
      ]
    }
    return Answer(
      kind: "services", json: ["services": .array(account.services.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }
}
