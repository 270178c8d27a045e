import Arguments
import Domain
import Language

/// `kabinet incidents [ID] [--all]`
struct Incidents: Command {
  static let specification = CommandSpecification(
    name: "incidents", aliases: ["аварии"], summary: .incidentsSummary, group: .groupConnection,
    discussion: [.incidentsDiscussion],
    positionals: [Positional("id", .text(.incidentsIDPlaceholder), .incidentsID, isRequired: false)],
    options: [Option("all", short: "a", .incidentsOptionAll)],
    examples: [
      .init("kabinet incidents", .incidentsExample), .init("kabinet incidents --all", .incidentsExampleAll),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["home"])

  private let id: String?
  private let all: Bool

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("id")
    all = invocation.flag("all")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let incidents = try session.incidents().sorted(by: Incident.isMorePressing)
    let view = IncidentsView(
      account: session.account, now: session.now, age: session.age, isForPeople: world.console.outputLook.isTerminal)
    session.tellAge()
    if let id {
      try world.console.answer(view.one(try Incidents.incident(id, among: incidents)))
      return .done
    }
    let shown = all ? incidents : incidents.filter(\.isCurrentAtAddress)
    try world.console.answer(view.list(shown, all: all))
    if shown.isEmpty { world.console.note(all ? .incidentsNoneAtAll : .incidentsNone) }
    if !all, incidents.count > shown.count { world.console.note(.incidentsOthers(incidents.count - shown.count)) }
    return .done
  }

  static func incident(_ id: String, among incidents: [Incident]) throws(Failure) -> Incident {
    guard let incident = incidents.first(where: { $0.id == id }) else {
      throw Failure(.usage, .incidentUnknown(id), hint: .incidentsSeeAll)
    }
    return incident
  }
}
