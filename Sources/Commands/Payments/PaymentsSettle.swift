import Arguments
import Domain
import Language
import Sync
import Terminal

/// `kabinet payments settle [KEY]`
struct PaymentsSettle: Command {
  static let specification = CommandSpecification(
    name: "settle", aliases: ["выяснить"], summary: .paymentsSettleSummary, discussion: [.paymentsSettleDiscussion],
    positionals: [Positional("key", .text(.placeholderKey), .paymentsKeyArgument, isRequired: false)],
    examples: [
      .init("kabinet payments settle", .paymentsSettleExample),
      .init("kabinet payments settle internet-2026-11", .paymentsSettleExampleOne),
    ],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["payments cancel", "sync"])

  private let key: String?

  init(_ invocation: Invocation) throws(Failure) {
    key = invocation.positional("key") == nil ? nil : try PaymentsArguments.key(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let link = try ProviderLink(world, command: "payments settle")
    guard let key else { return try SyncRun(link).run() }
    let intent = try PaymentsArguments.intent(key, of: link.entry.id, in: link.store.reader)
    return try IntentOutcome(link).tell(intent) { try $0.submit(key) }
  }
}
