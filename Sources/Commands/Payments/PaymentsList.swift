import Arguments
import Domain
import Language
import Store

/// `kabinet payments list [--open]`
struct PaymentsList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .paymentsSummary, discussion: [.paymentsDiscussion],
    options: [Option("open", .paymentsOptionOpen)],
    examples: [
      .init("kabinet payments", .paymentsExample), .init("kabinet payments --open", .paymentsExampleOpen),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["payments show", "pay", "statement"])

  private let onlyOpen: Bool

  init(_ invocation: Invocation) throws(Failure) {
    onlyOpen = invocation.flag("open")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let open = try session.reader.openIntents()
    var damage = open.unreadable
    var intents = open.of(session.entry.id)
    if !onlyOpen {
      intents += open.ended.filter { $0.account == session.entry.id }
      // Since they were read above some may have been put away.
      let known = Set(intents.map(\.key))
      // Settled intents are kept by the UTC year of their making.
      for year in try session.reader.recentYears(at: world.now()) {
        let done = try session.reader.doneIntents(year: year)
        intents += done.intents.filter { $0.account == session.entry.id && !known.contains($0.key) }
        damage += done.unreadable
      }
    }
    intents.sort { ($0.created, $0.key) < ($1.created, $1.key) }
    warn(intents, damage, world)
    try world.console.answer(
      PaymentsView.answer(intents, today: session.today, utcOffset: session.account.utcOffset))
    if intents.isEmpty { world.console.note(onlyOpen ? .paymentsNoneOpen : .paymentsNone) }
    if intents.contains(where: { !$0.state.isTerminal }) { world.console.note(.paymentsSettle) }
    return .done
  }

  private func warn(_ intents: [Intent], _ damage: [Damage], _ world: World) {
    for damage in damage { world.console.warning(.paymentsUnreadable(damage.path)) }
    for intent in intents where !intent.discrepancies.isEmpty {
      world.console.warning(.paymentsDiscrepancy(intent.key))
    }
  }
}
