import Arguments
import Domain
import Language
import Sync
import Terminal

/// `kabinet payments cancel KEY`
struct PaymentsCancel: Command {
  static let specification = CommandSpecification(
    name: "cancel", aliases: ["отменить"], summary: .paymentsCancelSummary,
    discussion: [.paymentsCancelDiscussion], positionals: [PaymentsArguments.key],
    examples: [.init("kabinet payments cancel internet-2026-11", .paymentsCancelExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["payments show", "payments settle"])

  private let key: String

  init(_ invocation: Invocation) throws(Failure) { key = try PaymentsArguments.key(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let link = try ProviderLink(world, command: "payments cancel")
    let intent = try PaymentsArguments.intent(key, of: link.entry.id, in: link.store.reader)
    if intent.state.isTerminal {
      try world.console.answer(IntentText.outcome(intent))
      if [.cancelled, .notExecuted, .expired, .rejected].contains(intent.state) { return .done }
      throw Failure(.refused, .paymentsTooLate, hint: .seePayments)
    }
    let status = try IntentOutcome(link).tell(intent) { try $0.cancel(key) }
    // Taken back is what was wanted; done after all is not.
    switch try link.store.reader.intent(key)?.state {
    case .cancelled, .notExecuted, .expired, .rejected: return .done
    case .confirmed: throw Failure(.refused, .paymentsTooLate, hint: .seePayments)
    default: return status
    }
  }
}
