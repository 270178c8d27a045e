import Arguments
import Domain
import Language
import Terminal

/// `kabinet invoice request [AMOUNT]`
struct InvoiceRequest: Command {
  static let specification = CommandSpecification(
    name: "request", aliases: ["заказать"], summary: .invoiceRequestSummary,
    positionals: [Positional("amount", .amount, .invoiceAmountArgument, isRequired: false)], options: Mutation.options,
    examples: [.init("kabinet invoice request 1200", .invoiceRequestExample)], facts: [.needsLogin, .startsNetwork],
    exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10], seeAlso: ["invoice list", "pay"])

  private let typed: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positional("amount")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "invoice request") { session in
      .requestInvoice(amount: try Pay.amount(typed, session))
    } describe: { view in
      guard case .requestInvoice(let amount) = view.action else { return [] }
      return [.fields([Field(.amountWord, .amount(amount, .bold))])]
    }
  }
}
