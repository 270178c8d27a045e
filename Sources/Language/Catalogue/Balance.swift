import Domain

/// What is said of the money on an account and of the account's state.
extension Phrase {
  package static let balanceSummary = Phrase(
    "баланс, оплаченный срок и сколько внести", "balance, paid term and what to pay")
  package static let balanceDiscussion = Phrase(
    "Показывает баланс, кредит и обещанный платёж, до какого дня оплачено, когда отключат и сколько внести. Читает сохранённые данные, в сеть не выходит.",
    "Shows the balance, the credit and the trust payment, the day until which it is paid, the turn-off date and what to pay. It reads the stored data and never uses the network."
  )
  package static let balanceOptionUntil = Phrase(
    "сколько внести, чтобы хватило по этот день включительно", "what to pay for the service to last through this day")
  package static let balanceExample = Phrase("баланс и сколько платить", "the balance and what to pay")
  package static let balanceExampleUntil = Phrase(
    "сколько внести, чтобы хватило до конца года", "what to pay to last until the end of the year")
  package static let balanceExampleAll = Phrase("все ваши счета таблицей", "all your accounts in a table")
  package static let untilOfAll = Phrase(
    "«--until» считается для одного счёта, а «--all» показывает все",
    "‘--until’ is reckoned for one account, and ‘--all’ shows all")
  package static func accountUnread(_ number: String, _ why: Phrase) -> Phrase {
    Phrase("счёт \(number): \(why.russian)", "account \(number): \(why.english)")
  }
  package static let someDataIsOld = Phrase(
    "часть данных устарела; обновить все: kabinet sync --all", "some data is old; to fetch all: kabinet sync --all")
  package static let balanceExampleScript = Phrase(
    "баланс в копейках для сценария", "the balance in minor units for a script")

  package static let balanceWord = Phrase("Баланс", "Balance")
  package static let balanceCredit = Phrase("Кредит", "Credit")
  package static let balanceCreditUntil = Phrase("Кредит действует по", "Credit lasts until")
  package static let balanceTrustPayment = Phrase("Обещанный платёж", "Trust payment")
  package static let balanceTrustPaymentUntil = Phrase("Погасить его по", "Repay it until")
  package static let stateWord = Phrase("Состояние", "State")
  package static let numberColumn = Phrase("№", "No.")
  package static let nameColumn = Phrase("Название", "Name")
  package static let balanceBlockReason = Phrase("Причина", "Reason")
  package static let balanceBlockedSince = Phrase("Заблокирован с", "Blocked since")
  package static let balancePrepaidUntil = Phrase("Оплачено вперёд по", "Prepaid until")
  package static let balancePaidUntil = Phrase("Оплачено по", "Paid until")
  package static let balanceTurnOff = Phrase("Отключение", "Turn-off date")
  package static let balanceDaysLeft = Phrase("Осталось", "Time left")
  package static let balanceNextCharge = Phrase("Следующее списание", "Next charge")
  package static let balanceNextChargeAmount = Phrase("Сумма списания", "Amount of the charge")
  package static let balanceRecommended = Phrase("Рекомендуем внести", "Recommended payment")
  package static let balanceToUnblock = Phrase("Внести, чтобы включили", "Needed to be connected")
  package static let balanceAsOf = Phrase("Данные на", "As of")

  package static func balanceNeeded(_ date: CivilDate) -> Phrase {
    let date = DateText.short(date)
    return Phrase("Внести, чтобы хватило по \(date.russian)", "Needed to last until \(date.english)")
  }

  package static func balanceUntilPassed(_ date: CivilDate) -> Phrase {
    Phrase("день \(date.text) уже прошёл", "the day \(date.text) has passed")
  }
  package static func balanceUntilTooFar(_ date: CivilDate) -> Phrase {
    Phrase("день \(date.text) слишком далеко, чтобы посчитать", "the day \(date.text) is too far away to compute")
  }
  package static let balanceUntilHint = Phrase(
    "укажите день поближе, например: kabinet balance --until 2026-12-31",
    "give a day that is nearer, for example: kabinet balance --until 2026-12-31")
  package static let balanceNoForecast = Phrase(
    "Провайдер не сообщает, как списывается плата: оплаченный срок не посчитать.",
    "The provider does not say how the fee is charged: the paid term can't be computed.")

  /// What the account is doing.
  package static func accountState(_ state: Account.State) -> Phrase {
    switch state {
    case .active: Phrase("работает", "active")
    case .blocked: Phrase("заблокирован", "blocked")
    case .held: Phrase("приостановлен по вашей просьбе", "on hold at your request")
    case .closed: Phrase("договор закрыт", "closed")
    }
  }

  /// Why it is blocked, in words for the codes that we know.
  package static func blockReason(_ code: String) -> Phrase {
    switch code {
    case "no-funds": Phrase("не хватило денег на списание", "not enough money for the charge")
    case "trust-payment-overdue":
      Phrase("обещанный платёж не погашен в срок", "the trust payment was not repaid in time")
    case "credit-expired": Phrase("срок кредита закончился", "the credit has ended")
    case "expired": Phrase("оплаченный срок закончился", "the paid term has ended")
    case "on-hold": Phrase("приостановлен по вашей просьбе", "frozen at your wish")
    case "virus": Phrase("из-за вирусов на вашей стороне", "viruses on your side")
    case "by-office": Phrase("по решению провайдера", "by the provider's decision")
    default: Phrase(verbatim: code)
    }
  }
}
