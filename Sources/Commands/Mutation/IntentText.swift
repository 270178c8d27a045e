import Domain
import JSON
import Language
import Terminal

/// Intents in words: what was asked, how it stands, what came of it.
enum IntentText {
  /// «оплата 500 ₽», "payment of ₽500".
  static func name(_ intent: Intent) -> Phrase {
    switch intent.action {
    case .pay(let amount, _): .intentPay(AmountText.prose(amount))
    case .takeTrustPayment: .intentTrustPayment
    case .switchTariff(let id, _): .intentSwitch(intent.terms?.after?.tariff ?? id)
    case .cancelTariffChange: .intentCancelSwitch
    case .openTicket(let subject, _, _): .intentTicketNew(subject, id: intent.reference)
    case .replyTicket(let id, _): .intentTicketReply(id)
    case .closeTicket(let id): .intentTicketClose(id)
    case .startHold: .intentHold
    case .cancelHold: .intentHoldCancel
    case .redeemVoucher(let code, _): .intentVoucher(VoucherRedeem.hidden(code))
    case .setProfile: .intentProfile
    case .inviteFriend(let name, _): .intentInvite(name)
    case .claimReferralBonus: .intentReferralClaim
    case .stopAutopayment: .intentAutopaymentStop
    case .readNotices: .intentNoticesRead
    case .requestInvoice(let amount): .intentInvoice(AmountText.prose(amount))
    }
  }

  static func state(_ intent: Intent) -> Phrase {
    switch (intent.state, intent.action.kind) {
    case (.confirmed, .openTicket), (.confirmed, .replyTicket): .messageSent
    default: .intentState(intent.state.rawValue)
    }
  }

  static func style(_ state: Intent.State) -> Style {
    switch state {
    case .confirmed: .good
    case .rejected, .expired: .bad
    case .queued, .sending, .accepted, .unknown, .fencing: .warning
    case .cancelled, .notExecuted: .dim
    }
  }

  /// The answer after a mutation: one line of what became of it, and what to do next.
  static func outcome(_ intent: Intent) -> Answer {
    var blocks: [Block] = [.line("\(name(intent).capitalised, .bold): \(state(intent), style(intent.state))")]
    if let refusal = intent.refusal {
      blocks.append(.line(ReasonText.line(refusal)))
    }
    if let link = intent.link, !intent.state.isTerminal {
      blocks.append(.line("\(.payByLink): " + .link(Phrase(verbatim: link), to: link, .accent)))
    }
    if !intent.state.isTerminal { blocks.append(.line(Line(.intentNext(intent.state.rawValue)))) }
    blocks.append(.line("\(.keyWord, .dim): \(intent.key, .dim)"))
    return Answer(kind: "intent", json: json(intent), view: blocks)
  }

  /// What scripts see of an intent: no frozen body, no history.
  static func json(_ intent: Intent) -> JSON {
    .members([
      "key": .string(intent.key), "action": intent.action.shown.json, "state": .string(intent.state.rawValue),
      "settled": .bool(intent.state.isTerminal), "created": intent.created.json,
      "attempts": .integer(Int64(intent.attempts)), "reason": intent.refusal?.json,
      "reference": intent.reference.map { .string($0) }, "link": intent.link.map { .string($0) },
      "fee": intent.terms?.fee?.json,
    ])
  }
}
