import Arguments
import Language
import Terminal

/// `kabinet hold cancel`
struct HoldCancel: Command {
  static let specification = CommandSpecification(
    name: "cancel", aliases: ["снять"], summary: .holdCancelSummary, options: Mutation.options,
    examples: [.init("kabinet hold cancel", .holdCancelExample)],
    facts: [.needsLogin, .changesContract, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["hold start"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "hold cancel") { _ in
      .cancelHold
    } describe: { view in
      guard let hold = view.session.account.hold else { return [] }
      return [.fields(HoldDays.fields(from: hold.from, until: hold.until, today: view.today))]
    }
  }
}
