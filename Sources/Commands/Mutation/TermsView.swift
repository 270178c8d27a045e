import Domain
import JSON
import Language
import Terminal

/// The terms of an action as the provider's check gives them, for a person and for a script.
///
/// Amount, fee and payee are rendered by us from integers; texts of the provider come before them and can't pass for them.
struct TermsView {
  let action: Action
  let check: Check
  let session: Session

  var today: CivilDate { session.today }

  /// The answer of a dry run.
  func answer(_ describe: (TermsView) -> [Block]) -> Answer {
    guard case .object(var members) = check.json else { return Answer(kind: "check", json: check.json, view: []) }
    members["action"] = action.json
    let view = describe(self) + verdict
    return Answer(kind: "check", json: .object(members), view: view)
  }

  private var verdict: [Block] {
    guard !check.eligibility.available else { return [] }
    return [.blank] + TermsView.reasons(check.eligibility, today: today)
  }

  /// Each rule that stands in the way, with what would help, and from when it can be had.
  static func reasons(_ eligibility: Eligibility, today: CivilDate) -> [Block] {
    var blocks: [Block] = eligibility.reasons.map { reason in
      let remedy: Line = reason.remedy.map { ": \(Phrase.provider($0), .accent)" } ?? ""
      return .line("\(.notPossible, .bad): " + Line(.reason(reason)) + remedy)
    }
    if eligibility.reasons.isEmpty { blocks.append(.line(Line(.refusedWithoutReason, .bad))) }
    if let from = eligibility.availableFrom {
      blocks.append(
        .line("\(.possibleFrom): \(DateText.near(from, today: today)) (\(DateText.relative(from, today: today)))"))
    }
    return blocks
  }

  /// The failure of an action that the rules forbid: the first reason, the others with it, the remedy as the hint.
  var refusal: Failure {
    let reasons = check.eligibility.reasons
    guard let first = reasons.first else { return Failure(.refused, .refusedWithoutReason) }
    let others = reasons.dropFirst().map { Phrase.reason($0) }
    let why =
      others.isEmpty
      ? nil : Phrase(others.map(\.russian).joined(separator: "; "), others.map(\.english).joined(separator: "; "))
    let from = check.eligibility.availableFrom.map { Phrase.possibleFromDate(DateText.near($0, today: today)) }
    return Failure(.refused, .reason(first), why: why ?? from, hint: first.remedy.map { .provider($0) } ?? from)
  }

  /// What is asked before it is done, with the numbers in the question itself.
  var question: Phrase {
    switch action {
    case .pay(let amount, _): .askPay(AmountText.prose(total(amount)))
    case .takeTrustPayment: .askTrustPayment
    case .switchTariff: .askSwitch(check.after?.tariff ?? "")
    case .cancelTariffChange: .askCancelSwitch
    }
  }

  /// What leaves the payer's card: the amount and the commission.
  func total(_ amount: Money) -> Money { check.fee.flatMap { amount.adding($0) } ?? amount }

  /// Services and fees before and after, so that a paid option that comes with a change is seen.
  var comparison: [Block] {
    guard let before = check.before, let after = check.after else { return [] }
    var rows: [[Line]] = []
    if before.tariff != nil || after.tariff != nil {
      rows.append([Line(.tariffWord), Line(verbatim: before.tariff ?? "—"), Line(verbatim: after.tariff ?? "—")])
    }
    if let was = before.periodFee, let becomes = after.periodFee {
      rows.append([Line(.periodFeeWord), .amount(was), .amount(becomes, becomes > was ? .warning : .plain)])
    }
    let ids =
      before.services.map(\.id) + after.services.map(\.id).filter { id in !before.services.contains { $0.id == id } }
    for id in ids {
      let was = before.services.first { $0.id == id }
      let becomes = after.services.first { $0.id == id }
      rows.append([
        Line(verbatim: was?.name ?? becomes?.name ?? id), was.map { .amount($0.fee) } ?? Line(.absentWord, .dim),
        becomes.map { .amount($0.fee, was == nil ? .warning : .plain) } ?? Line(.absentWord, .dim),
      ])
    }
    guard !rows.isEmpty else { return [] }
    let columns = [
      Table.Column(Phrase(verbatim: ""), minimum: 12), Table.Column(.beforeWord, .right),
      Table.Column(.afterWord, .right),
    ]
    return [.table(Table(columns, rows: rows))]
  }
}
