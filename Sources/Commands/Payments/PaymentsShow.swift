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
