import Arguments
import Domain
import Language
import Store
import Terminal

/// `kabinet autopay set [RULE]`
struct AutopaySet: Command {
  static let specification = CommandSpecification(
    name: "set", aliases: ["задать", "включить"], summary: .autopaySetSummary,
    discussion: [.autopaySetDiscussion, .autopaySetCaps], positionals: [AutopayArguments.rule],
    options: [
      Option("below", value: .amount, .autopayBelow), Option("day", value: .number, .autopayDay),
      Option("days-before", value: .number, .autopayDaysBefore), Option("amount", value: .amount, .autopayAmount),
      Option("up-to", value: .amount, .autopayUpTo),
      Option("method", short: "m", value: .text(.placeholderMethod), .payMethod),
      Option("max-payment", value: .amount, .autopayMaxPayment), Option("max-month", value: .amount, .autopayMaxMonth),
      Option("until", value: .date, .autopayUntil), Option("trust-payment", .autopayTrust),
      Option("dry-run", short: "n", .autopaySetDryRun), Option("yes", short: "y", .optionYes),
    ],
    examples: [
      .init("kabinet autopay set --below 100 --amount 500", .autopaySetExampleBelow),
      .init("kabinet autopay set --day 5 --up-to 900 --max-payment 900 --yes", .autopaySetExampleDay),
      .init("kabinet autopay set --days-before 2 --amount 500 --max-month 1000", .autopaySetExampleTurnOff),
      .init("kabinet autopay set --trust-payment", .autopaySetExampleTrust),
    ],
    facts: [.needsLogin, .spendsMoney], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["autopay run", "autopay off"])

  private let name: String
  private let invocation: Invocation

  init(_ invocation: Invocation) throws(Failure) {
    name = try AutopayArguments.rule(invocation) ?? AutopayRule.defaultName
    self.invocation = invocation
    let triggers = ["below", "day", "days-before"].filter { invocation.value($0) != nil }
    let amounts = ["amount", "up-to"].filter { invocation.value($0) != nil }
    guard triggers.count <= 1, amounts.count <= 1 else { throw Failure(.usage, .autopayOneOf, hint: .autopaySetHint) }
    guard triggers.count == amounts.count else { throw Failure(.usage, .autopayHalfRule, hint: .autopaySetHint) }
    guard !triggers.isEmpty || invocation.flag("trust-payment") else {
      throw Failure(.usage, .autopayEmptyRule, hint: .autopaySetHint)
    }
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let session = try Session(world)
    let rule = AutopayRule(
      name: name, account: session.entry.id, payment: try payment(session),
      takesTrustPayment: invocation.flag("trust-payment"), enabledUntil: try end(session), since: session.today)
    let answer = AutopayView.rules([rule], today: session.today)
    if invocation.flag("dry-run") {
      try world.console.answer(answer)
      return .done
    }
    guard try isConfirmed(answer, world) else {
      world.console.note(.nothingWasDone)
      return .failed
    }
    try world.openWriter(command: "autopay set").save(rule)
    try world.console.answer(answer)
    world.console.note(.autopayIsSet)
    tellLinks(rule, session)
    return .done
  }

  /// A rule can send nobody's money where the provider itself charges nothing.
  private func tellLinks(_ rule: AutopayRule, _ session: Session) {
    guard let payment = rule.payment, let methods = try? session.methods() else { return }
    let chosen =
      payment.method.map { id in methods.first { $0.id == id } } ?? methods.first(where: \.isDefault) ?? methods.first
    if let chosen, !chosen.isDirect { session.world.console.warning(.autopayOnlyLinks) }
  }

  private func isConfirmed(_ answer: Answer, _ world: World) throws -> Bool {
    if invocation.flag("yes") { return true }
    guard world.console.canAsk else { throw Failure(.usage, .confirmationNeeded, hint: .useYes) }
    world.console.show(answer.view + [.blank])
    return world.console.confirm(.askAutopay) == true
  }

  // MARK: - What was typed

  private func payment(_ session: Session) throws -> AutopayRule.Payment? {
    guard let trigger = try trigger(session) else { return nil }
    let fixed = try amount("amount", session)
    let limit = try amount("max-payment", session)
    let amount: AutopayRule.Amount
    let cap: Money
    if let fixed {
      amount = .fixed(fixed)
      cap = limit ?? fixed
      guard fixed <= cap else { throw Failure(.usage, .autopayAmountOverCap, hint: .autopaySetHint) }
    } else {
      // The balance decides how much is paid: a person must say where that ends.
      guard let limit else { throw Failure(.usage, .autopayCapNeeded, hint: .autopayCapHint) }
      amount = .upTo(try self.amount("up-to", session) ?? limit)
      cap = limit
    }
    let method = invocation.value("method")
    if let method { _ = try session.method(method, for: fixed ?? cap) }
    return AutopayRule.Payment(
      trigger: trigger, amount: amount, method: method, paymentCap: cap,
      monthCap: try monthCap(session, trigger, cap))
  }

  /// Where none is named: one payment a month for a day of the month, else two.
  private func monthCap(_ session: Session, _ trigger: AutopayRule.Trigger, _ cap: Money) throws -> Money {
    if let typed = try amount("max-month", session) {
      guard typed >= cap else { throw Failure(.usage, .autopayMonthUnderPayment, hint: .autopaySetHint) }
      return typed
    }
    if case .dayOfMonth = trigger { return cap }
    return cap.multiplied(by: 2) ?? cap
  }

  private func trigger(_ session: Session) throws -> AutopayRule.Trigger? {
    if let limit = try amount("below", session) { return .below(limit) }
    if let day = try invocation.number("day", 1...31) { return .dayOfMonth(day) }
    return try invocation.number("days-before", 0...60).map { .daysBeforeTurnOff($0) }
  }

  private func amount(_ option: String, _ session: Session) throws -> Money? {
    guard let typed = invocation.value(option) else { return nil }
    return try AmountParser(currency: session.account.currency).parse(typed)
  }

  private func end(_ session: Session) throws -> CivilDate? {
    guard let typed = invocation.value("until") else { return nil }
    let end = try PeriodParser(today: session.today).parse(typed).upperBound
    guard end >= session.today else { throw Failure(.usage, .autopayEndsInThePast, hint: .autopaySetHint) }
    return end
  }
}
