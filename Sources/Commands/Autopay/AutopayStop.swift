import Arguments
import Domain
import Language
import Terminal

/// `kabinet autopay stop [ID]`: a regular payment that a payment system takes by itself.
struct AutopayStop: Command {
  static let specification = CommandSpecification(
    name: "stop", aliases: ["прекратить"], summary: .autopayStopSummary, discussion: [.autopayStopDiscussion],
    positionals: [Positional("id", .text(.autopayStopPlaceholder), .autopayStopArgument, isRequired: false)],
    options: Mutation.options, examples: [.init("kabinet autopay stop", .autopayStopExample)],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["autopay show", "autopay off"])

  private let id: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    id = invocation.positional("id")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "autopay stop") { session in
      .stopAutopayment(id: try stopped(session) ?? AutopayStop.chosen(id, session).id)
    } describe: { view in
      guard case .stopAutopayment(let id) = view.action,
        let autopayment = (try? view.session.autopayments())?.first(where: { $0.id == id })
      else { return [] }
      return [.fields(AutopayView.fields(autopayment))]
    }
  }

  /// What the same key stopped before: it is not among the payments any more, and to ask again is no mistake.
  private func stopped(_ session: Session) throws -> String? {
    guard let key = mutation.key, case .stopAutopayment(let known)? = try session.reader.intent(key)?.action,
      id == nil || id == known
    else { return nil }
    return known
  }

  /// The only one needs no name.
  private static func chosen(_ id: String?, _ session: Session) throws -> Autopayment {
    let all = try session.autopayments()
    if let id {
      guard let found = all.first(where: { $0.id == id }) else {
        throw Failure(.usage, .autopaymentUnknown(id), hint: .autopaymentSee)
      }
      return found
    }
    guard let only = all.first else { throw Failure(.usage, .autopaymentNone, hint: .autopaymentSee) }
    guard all.count == 1 else { throw Failure(.usage, .autopaymentSeveral, hint: .autopaymentSee) }
    return only
  }
}
