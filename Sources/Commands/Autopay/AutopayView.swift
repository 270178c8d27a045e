import Domain
import JSON
import Language
import Terminal

/// The two faces of `autopay`.
enum AutopayView {
  /// - Parameter others: what payment systems take by themselves.
  static func rules(_ rules: [AutopayRule], others: [Autopayment] = [], today: CivilDate) -> Answer {
    let own = rules.map { rule -> [Block] in
      [.heading(.autopayRule(rule.name)), .fields(fields(rule, today: today))]
    }
    let foreign = others.map { other -> [Block] in
      let end = Field(.autopaymentEnd, .command("kabinet autopay stop \(other.id.inShellQuotes)"))
      return [.heading(.autopaymentHeading(other.name)), .fields(fields(other) + [end])]
    }
    return Answer(
      kind: "autopay",
      json: ["rules": .array(rules.map { json($0, today: today) }), "autopayments": .array(others.map(\.json))],
      view: Array((own + foreign).joined(separator: [.blank])))
  }

  static func fields(_ autopayment: Autopayment) -> [Field] {
    var fields = [
      Field(.autopaymentID, Line(verbatim: autopayment.id)),
      Field(.autopayHowMuch, autopayment.amount.map { .amount($0) } ?? Line(.autopaymentAsNeeded)),
    ]
    if let last = autopayment.last { fields.append(Field(.autopaymentLast, .date(last))) }
    if let next = autopayment.next { fields.append(Field(.autopaymentNext, .date(next))) }
    return fields
  }

  private static func json(_ rule: AutopayRule, today: CivilDate) -> JSON {
    guard case .object(var members) = rule.json else { return .null }
    members["enabled"] = .bool(rule.stop == nil && rule.enabledUntil.map { today <= $0 } ?? true)
    return .object(members)
  }

  private static func fields(_ rule: AutopayRule, today: CivilDate) -> [Field] {
    var fields = [Field(.stateWord, state(rule, today: today))]
    if let payment = rule.payment {
      fields.append(Field(.autopayWhen, Line(.autopayTrigger(payment.trigger))))
      fields.append(Field(.autopayHowMuch, Line(.autopayAmountIs(payment.amount))))
      if let method = payment.method { fields.append(Field(.payMethodWord, Line(verbatim: method))) }
      fields.append(Field(.autopayPaymentCap, .amount(payment.paymentCap)))
      fields.append(Field(.autopayMonthCap, .amount(payment.monthCap)))
    }
    if rule.takesTrustPayment { fields.append(Field(.autopayTrustWord, Line(.autopayTrustOnTurnOff))) }
    if let end = rule.enabledUntil { fields.append(Field(.autopayUntilWord, .date(end))) }
    return fields
  }

  private static func state(_ rule: AutopayRule, today: CivilDate) -> Line {
    if let stop = rule.stop { return .dual(.autopayStopped(stop), machine: stop.cause.rawValue, .warning) }
    if let end = rule.enabledUntil, today > end { return .dual(.autopayOver, machine: "ended", .dim) }
    return .dual(.autopayOn, machine: "on", .good)
  }

  // MARK: - Decisions

  static func explanation(_ decisions: [AutopayDecision]) -> Answer {
    let blocks = decisions.map { decision -> [Block] in
      [
        .heading(.autopayRule(decision.rule.name)), .fields(inputs(decision)),
        .line("\(.autopayDecision, .bold): \(.autopayVerdict(decision.verdict))"),
      ]
    }
    return Answer(
      kind: "autopay-explain", json: ["decisions": .array(decisions.map(json))],
      view: Array(blocks.joined(separator: [.blank])))
  }

  private static func inputs(_ decision: AutopayDecision) -> [Field] {
    let facts = decision.facts
    var fields = [
      Field(.autopayToday, .date(facts.today)), Field(.balanceWord, .amount(facts.account.balance)),
      Field(.autopayTurnOff, facts.turnOff.map { .date($0) } ?? Line(.autopayNoTurnOff)),
    ]
    if let payment = decision.rule.payment {
      fields.append(Field(.autopayWhen, Line(.autopayTrigger(payment.trigger))))
      fields.append(Field(.autopayHowMuch, Line(.autopayAmountIs(payment.amount))))
      fields.append(Field(.autopaySpent, "\(.amount(decision.spent)) / \(.amount(payment.monthCap))"))
      fields.append(Field(.autopayPaymentCap, .amount(payment.paymentCap)))
    }
    fields.append(Field(.autopayUnsettledWord, Line(verbatim: facts.unsettled.map(\.key).joined(separator: ", "))))
    if let last = latest(facts.attempts) {
      fields.append(
        Field(
          .autopayLastTry,
          "\(.date(last.claim.on)) \(IntentText.state(last.intent), IntentText.style(last.intent.state))"))
    }
    return fields.filter { !$0.value.isEmpty }
  }

  private static func latest(_ attempts: [AutopayAttempt]) -> AutopayAttempt? {
    attempts.max { ($0.claim.on, $0.claim.slot.number) < ($1.claim.on, $1.claim.slot.number) }
  }

  private static func json(_ decision: AutopayDecision) -> JSON {
    let facts = decision.facts
    var members: [String: JSON] = [
      "rule": decision.rule.json, "today": facts.today.json, "balance": facts.account.balance.json,
      "spentThisMonth": decision.spent.json, "unsettled": .array(facts.unsettled.map { .string($0.key) }),
    ]
    members["turnOff"] = facts.turnOff?.json
    members["lastTry"] = latest(facts.attempts).map { .string($0.intent.key) }
    members.merge(decision.verdict.json) { own, _ in own }
    return .object(members)
  }

  // MARK: - What was done

  static func results(_ results: [AutopayResult], isDryRun: Bool) -> Answer {
    Answer(
      kind: "autopay-run",
      json: ["dryRun": .bool(isDryRun), "rules": .array(results.map(json))],
      view: results.flatMap { blocks($0, isDryRun: isDryRun) })
  }

  private static func blocks(_ result: AutopayResult, isDryRun: Bool) -> [Block] {
    let name = Phrase.autopayRule(result.decision.rule.name)
    var blocks: [Block]
    if let intent = result.intent {
      blocks = [
        .line("\(name): \(IntentText.name(intent)), \(IntentText.state(intent), IntentText.style(intent.state))")
      ]
      if let refusal = intent.refusal { blocks.append(.line(ReasonText.line(refusal))) }
      if !intent.state.isTerminal { blocks.append(.line(Line(.intentNext(intent.state.rawValue)))) }
      blocks.append(.line("\(.keyWord, .dim): \(intent.key, .dim)"))
    } else if let check = result.check, !check.eligibility.available {
      blocks = [.line("\(name): \(.notPossible)")] + check.eligibility.reasons.map { .line(ReasonText.line($0)) }
    } else {
      let verdict: Phrase = result.isOverCap ? .autopayFeeOverCap : .autopayVerdict(result.decision.verdict)
      blocks = [.line("\(name): \(verdict)")]
    }
    if let failure = result.failure { blocks.append(.line(Line(failure.what, .warning))) }
    if result.isStopped { blocks.append(.line(Line(.autopayStoppedNow, .bad))) }
    return blocks
  }

  private static func json(_ result: AutopayResult) -> JSON {
    var members: [String: JSON] = ["rule": .string(result.decision.rule.name), "stopped": .bool(result.isStopped)]
    members["intent"] = result.intent.map(IntentText.json)
    members["check"] = result.check?.json
    members.merge(result.decision.verdict.json) { own, _ in own }
    if result.isOverCap { members["reason"] = "over-cap-with-fee" }
    return .object(members)
  }

  // MARK: - History

  static func history(_ attempts: [AutopayAttempt], today: CivilDate) -> Answer {
    let sorted = attempts.sorted { ($0.claim.on, $0.intent.key) < ($1.claim.on, $1.intent.key) }
    var table = Table([
      .init(.statementDate), .init(.autopayRuleWord), .init(.paymentsWhat, minimum: 10), .init(.amountWord, .right),
      .init(.stateWord, priority: 1), .init(.paymentsKey, minimum: 18),
    ])
    for attempt in sorted {
      table.append([
        .date(attempt.claim.on), Line(verbatim: attempt.claim.rule),
        .dual(PaymentsView.what(attempt.intent), machine: attempt.intent.action.kind.rawValue),
        attempt.intent.amount.map { .amount($0) } ?? Line(),
        .dual(
          IntentText.state(attempt.intent), machine: attempt.intent.state.rawValue,
          IntentText.style(attempt.intent.state)),
        Line(verbatim: attempt.intent.key, .dim),
      ])
    }
    let json = sorted.map { attempt -> JSON in
      [
        "rule": .string(attempt.claim.rule), "period": .string(attempt.claim.slot.period),
        "number": .integer(Int64(attempt.claim.slot.number)), "on": attempt.claim.on.json,
        "intent": IntentText.json(attempt.intent),
      ]
    }
    return Answer(
      kind: "autopay-history", json: ["attempts": .array(json)], view: sorted.isEmpty ? [] : [.table(table)])
  }
}

extension AutopayDecision.Verdict {
  /// `verdict` and what belongs to it; the codes are stable.
  fileprivate var json: [String: JSON] {
    switch self {
    case .pay(let amount, let slot):
      ["verdict": "pay", "amount": amount.json, "period": .string(slot.period), "number": .integer(Int64(slot.number))]
    case .takeTrustPayment(let slot): ["verdict": "trust-payment", "period": .string(slot.period)]
    case .nothing(let reason): ["verdict": "nothing", "reason": .string(reason.code)]
    }
  }
}

extension AutopayDecision.Reason {
  fileprivate var code: String {
    switch self {
    case .stopped(let stop): stop.cause.rawValue
    case .ended: "ended"
    case .accountClosed: "account-closed"
    case .unsettled: "unsettled"
    case .notDue: "not-due"
    case .alreadyPaid: "already-paid"
    case .givenUp: "given-up"
    case .declined: "declined-today"
    case .notArrived: "not-arrived"
    case .enough: "enough"
    case .overPaymentCap: "over-payment-cap"
    case .overMonthCap: "over-month-cap"
    }
  }
}
