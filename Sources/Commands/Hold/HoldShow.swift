import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet hold show`
struct HoldShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .holdShowSummary,
    examples: [.init("kabinet hold", .holdShowExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["hold plan", "hold start"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let account = session.account
    session.tellAge()
    let fields = account.hold.map { HoldDays.fields(from: $0.from, until: $0.until, today: session.today) } ?? []
    try world.console.answer(
      Answer(
        kind: "hold",
        json: .members(["state": .string(account.state.rawValue), "hold": account.hold?.json]),
        view: fields.isEmpty ? [] : [.fields(fields)]))
    if account.hold == nil { world.console.note(account.state == .held ? .holdWithoutDates : .holdNone) }
    return .done
  }
}
