import Domain
import JSON
import Language
import Terminal

/// The two faces of `balance`. One value a field, so that each row has one value for programs.
enum BalanceView {
  static func answer(_ standing: Standing) -> Answer {
    Answer(kind: "balance", json: .object(standing.json), view: [.fields(fields(standing))])
  }

  static func fields(_ standing: Standing) -> [Field] {
    [Field(.balanceWord, .amount(standing.balance, style(of: standing.balance)))]
      + credit(standing) + state(standing) + term(standing) + payment(standing)
  }

  static func style(of balance: Money) -> Style { balance.isNegative ? .bad : .good }

  /// Red from the last day on, yellow in the last five.
  static func style(ofDaysLeft days: Int) -> Style {
    switch days {
    case ...1: .bad
    case ...5: .warning
    default: .plain
    }
  }

  private static func credit(_ standing: Standing) -> [Field] {
    var fields: [Field] = []
    if standing.account.credit.isPositive { fields.append(Field(.balanceCredit, .amount(standing.account.credit))) }
    if let until = standing.account.creditUntil { fields.append(Field(.balanceCreditUntil, .date(until))) }
    if let (payment, state) = standing.openTrustPayment {
      fields.append(Field(.balanceTrustPayment, .amount(payment.amount)))
      fields.append(Field(.balanceTrustPaymentUntil, .date(payment.until, state == .expired ? .bad : .warning)))
    }
    return fields
  }

  private static func state(_ standing: Standing) -> [Field] {
    let state = standing.account.state
    let style: Style = state == .active ? .good : state == .held ? .warning : .bad
    var fields = [Field(.stateWord, .dual(.accountState(state), machine: state.rawValue, style))]
    guard let block = standing.account.block else { return fields }
    if let since = block.since { fields.append(Field(.balanceBlockedSince, .date(since))) }
    fields.append(Field(.balanceBlockReason, .dual(.blockReason(block.code), machine: block.code)))
    return fields
  }

  private static func term(_ standing: Standing) -> [Field] {
    var fields: [Field] = []
    if let until = standing.account.prepayment?.until { fields.append(Field(.balancePrepaidUntil, .date(until))) }
    if let until = standing.paidUntil { fields.append(Field(.balancePaidUntil, .date(until))) }
    if let date = standing.turnOff, let days = standing.daysLeft {
      fields.append(Field(.balanceTurnOff, .date(date)))
      let text = Line.dual(plural(days, .days), machine: String(days), style(ofDaysLeft: days))
      fields.append(Field(.balanceDaysLeft, text))
    }
    if let charge = standing.nextCharge {
      fields.append(Field(.balanceNextCharge, .date(charge.date)))
      fields.append(Field(.balanceNextChargeAmount, .amount(charge.amount)))
    }
    return fields
  }

  private static func payment(_ standing: Standing) -> [Field] {
    var fields: [Field] = []
    if standing.recommended.isPositive {
      fields.append(Field(.balanceRecommended, .amount(standing.recommended, .accent)))
    }
    if let needed = standing.neededToUnblock, needed.isPositive {
      fields.append(Field(.balanceToUnblock, .amount(needed, .accent)))
    }
    if let need = standing.need { fields.append(Field(.balanceNeeded(need.until), .amount(need.amount, .accent))) }
    let asOf = TimeText.moment(
      standing.account.asOf, today: standing.today, utcOffsetMinutes: standing.account.utcOffset)
    let style: Style = standing.isStale ? .warning : .plain
    fields.append(Field(.balanceAsOf, .dual(asOf, machine: standing.account.asOf.text, style)))
    return fields
  }
}
