import Arguments
import Language

/// `kabinet hold plan [--from DAY] [--until DAY]`
struct HoldPlan: Command {
  static let specification = CommandSpecification(
    name: "plan", aliases: ["условия"], summary: .holdPlanSummary, discussion: [.holdDiscussion],
    options: HoldDays.options,
    examples: [.init("kabinet hold plan --from 2026-12-01 --until 2026-12-20", .holdPlanExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6], seeAlso: ["hold start"])

  private let days: HoldDays

  init(_ invocation: Invocation) throws(Failure) { days = try HoldDays(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try Mutation.check(days.action(Session(world)), world, command: "hold plan") { HoldDays.terms($0) }
  }
}
