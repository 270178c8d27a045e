import Arguments
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
    members["action"] = action.shown.json
    let terms = describe(self)
    let view = terms + (terms.isEmpty ? [] : [.blank]) + verdict
    return Answer(kind: "check", json: .object(members), view: view)
  }

  /// Yes with the command that does it, or no with every reason.
  private var verdict: [Block] {
    guard check.eligibility.available else { return ReasonText.blocks(check.eligibility, today: today) }
    return [.fields([Field(.possibleNow, .command(command))])]
  }

  /// What does in earnest what was only checked.
  private var command: String {
    switch action {
    case .pay(let amount, let method):
      "kabinet pay \(amount.shortDecimalText)" + (method.map { " --method \($0)" } ?? "")
    case .takeTrustPayment: "kabinet trust-payment take"
    case .switchTariff(let id, .nextPeriod): "kabinet tariff switch \(id)"
    case .switchTariff(let id, .now): "kabinet tariff switch \(id) --now"
    case .switchTariff(let id, .on(let date)): "kabinet tariff switch \(id) --on \(date.text)"
    case .cancelTariffChange: "kabinet tariff cancel"
    case .openTicket(let subject, let text, let topic):
      "kabinet ticket new \(subject.inShellQuotes) --text \(text.inShellQuotes)"
        + (topic.map { " --topic \($0.inShellQuotes)" } ?? "")
    case .replyTicket(let id, let text): "kabinet ticket reply \(id.inShellQuotes) --text \(text.inShellQuotes)"
    case .closeTicket(let id): "kabinet ticket close \(id.inShellQuotes)"
    case .startHold(let from, let until):
      "kabinet hold start" + (from.map { " --from \($0.text)" } ?? "") + (until.map { " --until \($0.text)" } ?? "")
    case .cancelHold: "kabinet hold cancel"
    // The code stays out of what is shown: a person types it again.
    case .redeemVoucher: "kabinet voucher redeem"
    case .setProfile(let values, _):
      "kabinet profile set"
        + Profile.Field.allCases.compactMap { field in
          values[field].map { " --\(field.rawValue) \($0.inShellQuotes)" }
        }.joined()
    case .inviteFriend(let name, let phone): "kabinet referral invite \(name.inShellQuotes) --phone \(phone)"
    case .claimReferralBonus: "kabinet referral claim"
    case .stopAutopayment(let id): "kabinet autopay stop \(id.inShellQuotes)"
    case .readNotices: "kabinet notice read"
    case .requestInvoice(let amount): "kabinet invoice request \(amount.shortDecimalText)"
    }
  }

  var refusal: Failure { ReasonText.failure(action, check.eligibility, today: today) }

  /// What is asked before it is done, with the numbers in the question itself.
  var question: Phrase {
    switch action {
    case .pay(let amount, _): .askPay(AmountText.prose(total(amount)))
    case .takeTrustPayment: .askTrustPayment
    case .switchTariff: .askSwitch(check.after?.tariff ?? "")
    case .cancelTariffChange: .askCancelSwitch
    case .openTicket(let subject, _, _): .askTicketNew(subject)
    case .replyTicket(let id, _): .askTicketReply(id)
    case .closeTicket(let id): .askTicketClose(id)
    case .startHold: .askHold
    case .cancelHold: .askHoldCancel
    case .redeemVoucher: .askVoucher
    case .setProfile: .askProfile
    case .inviteFriend(let name, _): .askInvite(name)
    case .claimReferralBonus: .askReferralClaim
    case .stopAutopayment: .askAutopaymentStop
    case .readNotices: .askNoticesRead
    case .requestInvoice(let amount): .askInvoice(AmountText.prose(amount))
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
    if let was = before.periodFee, let becomes = after.periodFee {
      let style: Style = becomes > was ? .warning : becomes < was ? .good : .plain
      rows.append([Line(.periodFeeWord, .bold), .amount(was), .amount(becomes, style)])
    }
    guard !rows.isEmpty else { return [] }
    let columns = [
      Table.Column(Phrase(verbatim: ""), minimum: 12), Table.Column(.beforeWord, .right),
      Table.Column(.afterWord, .right),
    ]
    return [.table(Table(columns, rows: rows))]
  }
}
