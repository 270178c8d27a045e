import Arguments
import Domain
import Language

/// `kabinet balance`
struct Balance: Command {
  static let specification = CommandSpecification(
    name: "balance", aliases: ["баланс"], summary: .balanceSummary, group: .groupMoney,
    discussion: [.balanceDiscussion],
    options: [Option("until", value: .date, .balanceOptionUntil), Option("all", short: "a", .optionAllAccounts)],
    examples: [
      .init("kabinet balance", .balanceExample),
      .init("kabinet balance --until 2026-12-31", .balanceExampleUntil),
      .init("kabinet balance --all", .balanceExampleAll),
      .init("kabinet balance --json | jq .balance.minor", .balanceExampleScript),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10],
    seeAlso: ["statement", "pay", "trust-payment check"])

  /// A forecast looks ten years ahead.
  private static let farthestMonths = 119
  private let until: String?
  private let showsAll: Bool

  init(_ invocation: Invocation) throws(Failure) {
    until = invocation.value("until")
    showsAll = invocation.flag("all")
    guard !showsAll || until == nil else { throw Failure(.usage, .untilOfAll, hint: .chooseOne) }
  }

  func run(_ world: World) throws -> ExitStatus {
    if showsAll { return try AccountsOverview(world).show(world) }
    let session = try Session(world)
    var standing = Standing(session)
    if let until { standing.need = try need(until, session) }
    session.tellAge()
    if !session.forecast.isKnown { world.console.note(.balanceNoForecast) }
    try world.console.answer(BalanceView.answer(standing))
    return .done
  }

  private func need(_ typed: String, _ session: Session) throws -> Standing.Need {
    let day = try PeriodParser(today: session.today).parse(typed).upperBound
    guard day >= session.today else { throw Failure(.usage, .balanceUntilPassed(day), hint: .balanceUntilHint) }
    guard day <= session.today.adding(months: Balance.farthestMonths) else {
      throw Failure(.usage, .balanceUntilTooFar(day), hint: .balanceUntilHint)
    }
    let forecast = session.forecast
    guard forecast.isKnown else { throw Failure(.failed, Phrase.balanceNoForecast.continued) }
    return Standing.Need(until: day, amount: forecast.needed(until: day))
  }
}

extension Standing {
  /// The larger of our recommendation and the provider's own is shown: who pays it is surely connected.
  init(_ session: Session) {
    let forecast = session.forecast
    let own = forecast.recommendedPayment
    let provider = session.account.recommendedPayment.flatMap { $0.currency == own.currency ? $0 : nil }
    self.init(
      account: session.account, now: session.now, age: session.age, isStale: session.isStale,
      paidUntil: forecast.paidUntil, turnOff: forecast.turnOffDate,
      nextCharge: forecast.nextCharge.map { Charge(date: $0.date, amount: $0.amount) },
      recommended: max(own, provider ?? own), neededToUnblock: forecast.neededToUnblock)
  }
}
