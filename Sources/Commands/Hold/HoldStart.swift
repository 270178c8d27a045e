import Arguments
import Language

/// `kabinet hold start [--from DAY] [--until DAY]`
struct HoldStart: Command {
  static let specification = CommandSpecification(
    name: "start", aliases: ["приостановить"], summary: .holdStartSummary, discussion: [.holdDiscussion],
    options: HoldDays.options + Mutation.options,
    examples: [.init("kabinet hold start --from 2026-12-01 --until 2026-12-20", .holdStartExample)],
    facts: [.needsLogin, .changesContract, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["hold plan", "hold cancel"])

  private let days: HoldDays
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    days = try HoldDays(invocation)
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "hold start") { session in
      try days.action(session)
    } describe: {
      HoldDays.terms($0)
    }
  }
}
