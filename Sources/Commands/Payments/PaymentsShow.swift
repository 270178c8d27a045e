import Arguments
import Domain
import Language
import Store
import Terminal

/// The key that the verbs on one operation take.
enum PaymentsArguments {
  static let key = Positional("key", .text(.placeholderKey), .paymentsKeyArgument)

  static func key(_ invocation: Invocation) throws(Failure) -> String {
    let key = invocation.positional("key") ?? ""
    guard IntentKey.isValid(key) else { throw Failure(.usage, .badKey, hint: .seePayments) }
    return key
  }

  /// The operation of this account under a key, open or settled.
  static func intent(_ key: String, of account: String, in reader: StoreReader) throws -> Intent {
    guard let intent = try reader.intent(key), intent.account == account else {
      throw Failure(.usage, .paymentsNoSuchKey(key), hint: .seePayments)
    }
    return intent
  }
}

/// `kabinet payments show KEY`
struct PaymentsShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .paymentsShowSummary, positionals: [PaymentsArguments.key],
    examples: [.init("kabinet payments show internet-2026-11", .paymentsShowExample)],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["payments settle", "payments cancel"])

  private let key: String

  init(_ invocation: Invocation) throws(Failure) { key = try PaymentsArguments.key(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let intent = try PaymentsArguments.intent(key, of: session.entry.id, in: session.reader)
    try world.console.answer(
      PaymentsView.one(intent, today: session.today, utcOffset: session.account.utcOffset))
    if !intent.state.isTerminal { world.console.note(.paymentsSettle) }
    return .done
  }
}

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
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
    let link = try ProviderLink(world, command: "payments settle")
    guard let key else { return try SyncRun(link).run() }
    let intent = try PaymentsArguments.intent(key, of: link.entry.id, in: link.store.reader)
    return try IntentOutcome(link).tell(intent) { try $0.submit(key) }
  }
}

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
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
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
