import Arguments
import Domain
import Language
import Terminal

/// `kabinet pay [AMOUNT]`
struct Pay: Command {
  static let specification = CommandSpecification(
    name: "pay", aliases: ["оплатить", "платить", "заплатить"], summary: .paySummary, group: .groupMoney,
    discussion: [.payDiscussion, .payDiscussionScripts],
    positionals: [Positional("amount", .amount, .payAmount, isRequired: false)],
    options: [Option("method", short: "m", value: .text(.placeholderMethod), .payMethod)] + Mutation.options,
    examples: [
      .init("kabinet pay", .payExampleRecommended), .init("kabinet pay 500 --dry-run", .payExampleDryRun),
      .init("kabinet pay 500 --yes --key internet-2026-11", .payExampleScript),
    ],
    facts: [.needsLogin, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["payments", "balance", "trust-payment take"])

  private let typed: String?
  private let method: String?
  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positional("amount")
    method = invocation.value("method")
    mutation = try Mutation(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "pay") { session in
      let amount = try Pay.amount(typed, session)
      return .pay(amount: amount, method: try session.method(method, for: amount)?.id)
    } describe: {
      Pay.terms($0)
    }
  }

  /// What was typed, else what is needed.
  static func amount(_ typed: String?, _ session: Session) throws -> Money {
    guard let typed else {
      let recommended = max(
        session.forecast.recommendedPayment, session.account.recommendedPayment ?? .zero(session.account.currency))
      guard recommended.isPositive else { throw Failure(.usage, .nothingToPay, hint: .nameAnAmount) }
      return recommended
    }
    return try AmountParser(currency: session.account.currency).parse(typed)
  }

  static func terms(_ view: TermsView) -> [Block] {
    guard case .pay(let amount, let method) = view.action else { return [] }
    let account = view.session.account
    var fields: [Field] = [
      Field(.accountWord, "\(account.number) \(account.holder.name)"), Field(.payAmountWord, .amount(amount, .bold)),
      Field(.payCommission, .amount(view.check.fee ?? .zero(amount.currency))),
      Field(.payTotal, .amount(view.total(amount), .bold)),
    ]
    let methods = (try? view.session.methods()) ?? []
    if let method, let known = methods.first(where: { $0.id == method }) {
      fields.append(Field(.payMethodWord, Line(.provider(known.name))))
    }
    if let after = view.check.after?.balance { fields.append(Field(.balanceAfter, .amount(after))) }
    if let until = view.check.after?.paidUntil {
      fields.append(Field(.paidUntilAfter, Line(DateText.near(until, today: view.today))))
    }
    return [.fields(fields)]
  }
}
