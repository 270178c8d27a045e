import Arguments
import Domain
import JSON
import Language
import Provider
import Terminal

/// `kabinet capabilities`: what this provider can and cannot do, as the last sync found it.
struct CapabilitiesCommand: Command {
  static let specification = CommandSpecification(
    name: "capabilities", aliases: ["умения", "возможности"], summary: .capabilitiesSummary, group: .groupStore,
    discussion: [.capabilitiesDiscussion],
    examples: [
      .init("kabinet capabilities", .capabilitiesExample),
      .init("kabinet capabilities --json | jq .capabilities.payment", .capabilitiesExampleScript),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["account list", "login"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let dialect = Dialect(rawValue: session.entry.dialect)
    let known = session.digest.capabilities
    if known == nil { world.console.note(.capabilitiesNotKnownYet) }
    let there = Set(known ?? dialect?.abilities.map(\.rawValue) ?? [])
    // What a newer version has learnt to ask for stands behind what this one knows.
    let all = Capability.allCases.map(\.rawValue)
    let rows = all + there.subtracting(all).sorted()
    try world.console.answer(
      Answer(
        kind: "capabilities",
        json: [
          "account": .string(session.entry.number), "dialect": .string(session.entry.dialect),
          "address": .string(session.entry.address), "known": .bool(known != nil),
          "capabilities": .object(
            Dictionary(rows.map { ($0, .bool(there.contains($0))) }, uniquingKeysWith: { first, _ in first })),
        ],
        view: CapabilitiesCommand.view(rows, there, title(session, dialect), world.console.outputLook.isTerminal)))
    return .done
  }

  private func title(_ session: Session, _ dialect: Dialect?) -> Phrase {
    .capabilitiesOf(dialect?.title ?? session.entry.dialect, session.entry.address)
  }

  /// Id and yes or no for programs; people see what it is and how it is done.
  private static func view(_ rows: [String], _ there: Set<String>, _ title: Phrase, _ isForPeople: Bool) -> [Block] {
    let columns: [Table.Column] = [
      .init(.capabilityWord, minimum: 12), .init(.capabilityStands), .init(.capabilityCommand, minimum: 12),
    ]
    let table = Table(
      columns,
      rows: rows.map { name in
        let isThere = there.contains(name)
        return [
          .dual(Capabilities.names(name), machine: name, isThere ? .plain : .dim),
          .dual(isThere ? .capabilityYes : .capabilityNo, machine: isThere ? "yes" : "no", isThere ? .good : .dim),
          isThere ? Capabilities.command(name).map { .command($0) } ?? Line() : Line(),
        ]
      })
    return isForPeople ? [.heading(title), .table(table)] : [.table(table)]
  }
}
