import Arguments
import Domain
import Language
import Terminal

/// `kabinet trust-payment check`: whether it can be had, for how much, till when, and what stands in the way.
struct TrustPaymentCheck: Command {
  static let specification = CommandSpecification(
    name: "check", aliases: ["проверить"], summary: .trustCheckSummary, discussion: [.trustDiscussion],
    examples: [.init("kabinet trust-payment check", .trustCheckExample)], facts: [.needsLogin, .startsNetwork],
    exitStatuses: [0, 1, 4, 5, 6], seeAlso: ["trust-payment take", "pay"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    try Mutation.check(.takeTrustPayment, world, command: "trust-payment check") { TrustPaymentTake.terms($0) }
  }
}

/// `kabinet trust-payment take`
struct TrustPaymentTake: Command {
  static let specification = CommandSpecification(
    name: "take", aliases: ["взять"], summary: .trustTakeSummary, discussion: [.trustDiscussion],
    options: Mutation.options,
    examples: [
      .init("kabinet trust-payment take", .trustTakeExample),
      .init("kabinet trust-payment take --yes", .trustTakeScript),
    ],
    facts: [.needsLogin, .changesContract, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["trust-payment check", "pay"])

  private let mutation: Mutation

  init(_ invocation: Invocation) throws(Failure) { mutation = try Mutation(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    try mutation.run(world, command: "trust-payment take") { _ in
      .takeTrustPayment
    } describe: {
      TrustPaymentTake.terms($0)
    }
  }

  static func terms(_ view: TermsView) -> [Block] {
    let check = view.check
    var fields: [Field] = []
    if let grants = check.grants { fields.append(Field(.trustAmount, .amount(grants, .bold))) }
    if let fee = check.fee { fields.append(Field(.trustFee, .amount(fee))) }
    if check.grants == nil, check.eligibility.available {
      fields.append(Field(.trustAmount, Line(.trustAmountLater, .dim)))
    }
    if let days = check.termDays {
      let until = view.today.adding(days: days)
      fields.append(
        Field(.trustTerm, "\(plural(days, .days)), \(.untilInclusive(DateText.near(until, today: view.today)))"))
    }
    if let after = check.after?.paidUntil {
      fields.append(Field(.paidUntilAfter, Line(DateText.near(after, today: view.today))))
    }
    return fields.isEmpty ? [] : [.fields(fields)]
  }
}
