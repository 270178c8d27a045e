extension Phrase {
  package static let placeholderKey = Phrase("КЛЮЧ", "KEY")
  package static let badKey = Phrase(
    "ключ операции — от 1 до 64 латинских букв, цифр, «-» и «_»",
    "a key is 1 to 64 Latin letters, digits, ‘-’ and ‘_’")
  package static let badKeyHint = Phrase("например: --key internet-2026-11", "for example: --key internet-2026-11")
  package static func keyStandsForOther(_ key: String) -> Phrase {
    Phrase("ключ «\(key)» уже занят другой операцией", "the key ‘\(key)’ already stands for another operation")
  }
  package static let chooseOtherKey = Phrase(
    "возьмите другой ключ или посмотрите: kabinet payments", "choose another key, or look: kabinet payments")

  // Guards.
  package static func moneyLocked(_ path: String) -> Phrase {
    Phrase(
      "запись об операции не читается (\(path)): пока это не выяснено, деньги не отправляем",
      "the record of an operation can't be read (\(path)): no money is sent until that is settled")
  }
  package static func moneyIsUnsettled(_ name: Phrase, _ state: Phrase) -> Phrase {
    Phrase(
      "уже есть незавершённая операция: \(name.russian) — \(state.russian)",
      "there is an unsettled operation already: \(name.english) — \(state.english)")
  }
  package static let settleOrAgain = Phrase(
    "узнайте её исход: kabinet sync\nили всё равно повторите: --again",
    "find out its outcome: kabinet sync\nor repeat all the same: --again")
  package static func paidAMomentAgo(_ name: Phrase, _ age: Phrase) -> Phrase {
    Phrase(
      "такая же операция уже сделана (\(name.russian), \(age.russian))",
      "the same was done already (\(name.english), \(age.english))")
  }
  package static let payAgain = Phrase("если нужна ещё одна, добавьте --again", "if you want one more, add --again")
  package static let confirmationNeeded = Phrase(
    "нужно подтверждение, а спросить некого: это не терминал",
    "a confirmation is needed, and there is no terminal to ask on")
  package static let useYes = Phrase(
    "в сценарии добавьте --yes, чтобы только посмотреть условия — --dry-run",
    "in a script add --yes; to see the terms alone, --dry-run")
  package static let nothingWasDone = Phrase("Ничего не сделано.", "Nothing was done.")

  // Terms.
  package static let notPossible = Phrase("Сейчас нельзя", "Not possible now")
  package static let refusedWithoutReason = Phrase(
    "провайдер отказал и не объяснил почему", "the provider refused and gave no reason")
  package static let possibleNow = Phrase("Сейчас можно", "Possible now")
  /// What can't be done, by the kind of the action.
  package static func actionImpossible(_ kind: String) -> Phrase {
    switch kind {
    case "pay": Phrase("такой платёж сейчас не пройдёт", "this payment is not possible now")
    case "trust-payment": Phrase("взять обещанный платёж сейчас нельзя", "a trust payment is not possible now")
    case "tariff-switch": Phrase("сменить тариф так нельзя", "this change of tariff is not possible")
    case "tariff-cancel": Phrase("отменить смену тарифа нельзя", "the change of tariff can't be cancelled")
    case "ticket-new": Phrase("обращение не принимают", "the ticket is not taken")
    case "ticket-reply": Phrase("ответить в этом обращении нельзя", "this ticket takes no reply")
    case "hold-start": Phrase("приостановить услуги сейчас нельзя", "a hold is not possible now")
    case "hold-cancel": Phrase("снять приостановку нельзя", "the hold can't be taken back")
    case "ticket-close": Phrase("закрыть это обращение нельзя", "this ticket can't be closed")
    case "voucher-redeem": Phrase("ваучер не принимают", "the voucher is not taken")
    case "profile-set": Phrase("эти данные изменить нельзя", "these details can't be changed")
    case "referral-invite": Phrase("приглашение не принимают", "the invitation is not taken")
    case "referral-claim": Phrase("забрать бонус сейчас нельзя", "the bonus can't be taken now")
    case "invoice-request": Phrase("выставить такой счёт нельзя", "this invoice can't be made")
    case "notices-read": Phrase("отметить сообщения нельзя", "the messages can't be marked")
    case "autopayment-stop": Phrase("прекратить этот платёж нельзя", "this payment can't be stopped")
    default: Phrase("сейчас этого сделать нельзя", "that is not possible now")
    }
  }
  package static let askingProvider = Phrase("Спрашиваем провайдера", "Asking the provider")
  package static let sendingToProvider = Phrase("Отправляем", "Sending")
  package static func balanceIsNow(_ balance: Phrase, paidUntil: Phrase?) -> Phrase {
    guard let paidUntil else { return Phrase("Баланс: \(balance.russian)", "Balance: \(balance.english)") }
    return Phrase(
      "Баланс: \(balance.russian), оплачено по \(paidUntil.russian).",
      "Balance: \(balance.english), paid until \(paidUntil.english).")
  }
  package static func possibleFromDate(_ date: Phrase) -> Phrase {
    Phrase("можно будет с \(date.russian)", "possible from \(date.english)")
  }
  package static let tariffWord = Phrase("Тариф", "Tariff")
  package static let periodFeeWord = Phrase("Всего за период", "Total for a period")
  package static let beforeWord = Phrase("сейчас", "now")
  package static let afterWord = Phrase("станет", "after")
  package static let absentWord = Phrase("нет", "none")

  // Questions.
  package static func askPay(_ total: Phrase) -> Phrase {
    Phrase("Заплатить \(total.russian)?", "Pay \(total.english)?")
  }
  package static let askTrustPayment = Phrase("Взять обещанный платёж?", "Take the trust payment?")
  package static func askSwitch(_ tariff: String) -> Phrase {
    Phrase("Перейти на тариф «\(tariff)»?", "Switch to the tariff ‘\(tariff)’?")
  }
  package static let askCancelSwitch = Phrase(
    "Отменить запланированную смену тарифа?", "Cancel the planned change of tariff?")

  // Intents.
  package static func intentPay(_ amount: Phrase) -> Phrase {
    Phrase("оплата \(amount.russian)", "payment of \(amount.english)")
  }
  package static let intentTrustPayment = Phrase("обещанный платёж", "trust payment")
  package static func intentSwitch(_ tariff: String) -> Phrase {
    Phrase("смена тарифа на «\(tariff)»", "switch to the tariff ‘\(tariff)’")
  }
  package static let intentCancelSwitch = Phrase("отмена смены тарифа", "cancelling the change of tariff")
  package static func intentState(_ state: String) -> Phrase {
    switch state {
    case "queued": Phrase("ждёт отправки", "waiting to be sent")
    case "sending": Phrase("отправляется", "being sent")
    case "accepted": Phrase("принято, ещё не выполнено", "accepted, not done yet")
    case "unknown": Phrase("исход неизвестен", "outcome unknown")
    case "fencing": Phrase("отменяется", "being cancelled")
    case "confirmed": Phrase("выполнено", "done")
    case "rejected": Phrase("отказано", "refused")
    case "expired": Phrase("не отправлено, срок вышел", "not sent, expired")
    case "cancelled": Phrase("отменено", "cancelled")
    default: Phrase("не выполнено", "not done")
    }
  }
  package static func intentNext(_ state: String) -> Phrase {
    switch state {
    case "queued":
      Phrase("Отправим при следующем «kabinet sync».", "It will be sent by the next ‘kabinet sync’.")
    case "accepted":
      Phrase("Проверить, выполнено ли: kabinet sync", "To see whether it is done: kabinet sync")
    default:
      Phrase(
        "Не повторяйте операцию: узнаем исход при следующем «kabinet sync».",
        "Do not repeat it: the next ‘kabinet sync’ finds out the outcome.")
    }
  }
  package static let payByLink = Phrase("Оплатить по ссылке", "Pay by this link")
  package static let keyWord = Phrase("ключ", "key")
  package static func effectNotFetched(_ why: Phrase) -> Phrase {
    Phrase(
      "операция выполнена, но свежие данные не получены: \(why.russian)",
      "it is done, but fresh data could not be fetched: \(why.english)")
  }
  package static let notSentYet = Phrase(
    "операция сохранена, но не отправлена", "the operation is stored but was not sent")
  package static func unknownDialect(_ name: String) -> Phrase {
    Phrase("неизвестный вид кабинета: \(name)", "unknown kind of provider: \(name)")
  }
}
