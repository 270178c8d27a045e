import Domain

/// The trust payment of userstats (its module `creditor`): the answer of its dry run and of taking it, which are of one form.
struct UbillingCredit {
  let answer: Loose
  let currency: Currency
  let today: CivilDate

  /// 0 granted or possible; 1 to 10 see `refusal`; nil where it is no such answer.
  var status: Int64? { answer["status"].integer }
  var price: Money? { answer["creditprice"].amount.map { $0.money(currency) } }

  /// What has the status of a trust payment that was taken: one is active, this month's is used, the last is not repaid.
  static let taken: Set<Int64> = [3, 9, 10]

  /// For how many days it holds. On success the agent puts the last day of the window there instead.
  var termDays: Int? {
    guard let days = answer["creditterm"].integer, (1...36_600).contains(days) else { return nil }
    if status == 0, days == answer["maxday"].integer { return nil }
    return Int(days)
  }

  /// The day of the next window or month, where waiting helps.
  private var availableFrom: CivilDate? {
    guard let first = answer["minday"].integer, (1...31).contains(first) else { return nil }
    func window(_ month: CivilDate) -> CivilDate { month.adding(days: min(Int(first), month.daysInMonth) - 1) }
    switch status {
    case 2:
      let thisMonth = window(today.firstOfMonth)
      return thisMonth > today ? thisMonth : window(today.firstOfNextMonth)
    case 9: return window(today.firstOfNextMonth)
    default: return nil
    }
  }

  var eligibility: Eligibility {
    guard let status, status != 0 else { return Eligibility(available: true) }
    return Eligibility(
      available: false, active: status == 3, availableFrom: availableFrom,
      reasons: [UbillingCredit.reason(status, answer["fullmessage"].text ?? answer["message"].text)])
  }

  /// Nil for the two that prove nothing: an error, and a number that we do not know.
  var refusal: Reason? {
    guard let status, (1...10).contains(status), status != 7 else { return nil }
    return UbillingCredit.reason(status, answer["fullmessage"].text ?? answer["message"].text)
  }

  /// The agent's own sentence stands where ours could say less.
  static func reason(_ status: Int64, _ text: String?) -> Reason {
    known[status]
      ?? Reason(code: "ubilling-\(status)", label: LocalizedText(PlainText.of(text ?? "ubilling-\(status)")))
  }

  private static let known: [Int64: Reason] = [
    1: Reason(
      code: "trust-payment-off",
      label: LocalizedText(
        russian: "Обещанный платёж у этого провайдера отключён", english: "This provider has trust payments turned off"
      ),
      remedy: payIn),
    2: Reason(
      code: ReasonCode.dateNotOffered.rawValue,
      label: LocalizedText(
        russian: "Обещанный платёж дают только в определённые дни месяца",
        english: "A trust payment can be taken on certain days of the month only"),
      remedy: payOrWait),
    3: Reason(
      code: ReasonCode.trustPaymentActive.rawValue,
      label: LocalizedText(russian: "Кредит уже действует", english: "A credit is active already"),
      remedy: LocalizedText(
        russian: "Пополните баланс до конца его срока", english: "Pay into the account before it ends")),
    4: Reason(
      code: ReasonCode.onHold.rawValue,
      label: LocalizedText(russian: "Счёт заморожен", english: "The account is frozen"),
      remedy: LocalizedText(russian: "Сначала снимите заморозку у провайдера", english: "Have it unfrozen first")),
    5: Reason(
      code: ReasonCode.notNeeded.rawValue,
      label: LocalizedText(
        russian: "Денег на счёте хватает и без кредита", english: "There is enough money without a credit")),
    6: Reason(
      code: ReasonCode.debtTooLarge.rawValue,
      label: LocalizedText(
        russian: "Долг больше месячной платы", english: "The debt is larger than a month's fee"),
      remedy: LocalizedText(
        russian: "Пополните баланс: в кредит дают не больше месячной платы",
        english: "Pay into the account: a credit covers a month's fee at most")),
    7: Reason(
      code: "provider-error",
      label: LocalizedText(
        russian: "У провайдера не получилось это проверить", english: "The provider failed to look into it"),
      remedy: LocalizedText(russian: "Повторите позже", english: "Try again later")),
    8: Reason(
      code: "tariff-not-allowed",
      label: LocalizedText(
        russian: "На вашем тарифе обещанного платежа нет", english: "Your tariff has no trust payments"),
      remedy: payIn),
    9: Reason(
      code: ReasonCode.tooSoon.rawValue,
      label: LocalizedText(
        russian: "Обещанный платёж в этом месяце уже использован",
        english: "The trust payment of this month has been used"),
      remedy: payOrWait),
    10: Reason(
      code: "not-repaid",
      label: LocalizedText(
        russian: "Прошлый обещанный платёж ещё не погашен", english: "The last trust payment is not repaid yet"),
      remedy: payIn),
  ]

  private static let payIn = LocalizedText(russian: "Пополните баланс", english: "Pay into the account")
  private static let payOrWait = LocalizedText(
    russian: "Пополните баланс или подождите", english: "Pay into the account or wait")
}
