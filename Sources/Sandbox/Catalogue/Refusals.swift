import Domain

/// The provider's reasons for a no, each with what would help.
enum Refusal {
  static func notPositive() -> Reason {
    reason("amount-not-positive", "Сумма должна быть больше нуля", "The amount must be above zero")
  }

  static func wrongCurrency(_ code: String) -> Reason {
    reason("currency", "Счёт ведётся в рублях, а не в \(code)", "The account is kept in RUB, not in \(code)")
  }

  static func outOfRange(_ method: PaymentMethod) -> Reason {
    let low = (method.minimum ?? .zero(.rub)).wording
    let high = (method.maximum ?? .zero(.rub)).wording
    return reason(
      "amount-out-of-range", "Этим способом платят от \(low.russian) до \(high.russian)",
      "This method takes from \(low.english) to \(high.english)")
  }

  static func methodUnknown() -> Reason {
    reason(
      "method-unknown", "Такого способа оплаты нет", "There is no such payment method",
      ("Выберите card или sbp", "Choose card or sbp"))
  }

  static func heldAlready() -> Reason {
    reason(
      "on-hold", "Приостановка уже есть", "There is a hold already", ("Сначала снимите её", "Take it back first"))
  }

  static func noHold() -> Reason { reason("not-on-hold", "Счёт не приостановлен", "The account is not on hold") }

  static func holdTooSoon() -> Reason {
    reason(
      "too-early", "Приостановка начинается не раньше завтрашнего дня", "A hold begins tomorrow at the earliest",
      ("Выберите день позже", "Choose a later day"))
  }

  static func holdLength(_ days: ClosedRange<Int>) -> Reason {
    reason(
      "hold-length", "Приостановить можно на срок от \(days.lowerBound) до \(days.upperBound) дней",
      "A hold lasts from \(days.lowerBound) to \(days.upperBound) days",
      ("Выберите другой последний день", "Choose another last day"))
  }

  static func emptyText() -> Reason {
    reason("text-missing", "Сообщение пустое", "The message is empty", ("Напишите, что случилось", "Say what happened"))
  }

  static func topicUnknown() -> Reason {
    reason(
      "topic-unknown", "Такого раздела нет", "There is no such topic",
      ("Посмотрите список разделов", "See the list of topics"))
  }

  static func ticketUnknown() -> Reason {
    reason(
      "ticket-unknown", "Такого обращения нет", "There is no such ticket",
      ("Посмотрите список обращений", "See the list of tickets"))
  }

  static func ticketClosed() -> Reason {
    reason("ticket-closed", "Обращение закрыто", "The ticket is closed", ("Создайте новое", "Open a new one"))
  }

  static func voucherUnknown() -> Reason {
    reason(
      "voucher-unknown", "Такого ваучера нет", "There is no such voucher", ("Проверьте код", "Check the code"))
  }

  static func voucherUsed() -> Reason {
    reason("voucher-used", "Этот ваучер уже использован", "This voucher has been used")
  }

  static func notEditable() -> Reason {
    reason(
      "not-editable", "Эти данные меняют только в офисе", "Only the office changes these details",
      ("Напишите в поддержку", "Write to support"))
  }

  static func friendKnown() -> Reason {
    reason("friend-known", "Этот номер уже приглашали", "This number has been invited already")
  }

  static func noBonus() -> Reason {
    reason(
      "no-bonus", "Бонуса пока нет", "There is no bonus yet",
      ("Он появится, когда друг подключится", "It comes when a friend has joined"))
  }

  static func nothingUnread() -> Reason {
    reason("nothing-unread", "Непрочитанных сообщений нет", "There are no unread messages")
  }

  static func noAutopayment() -> Reason {
    reason("no-autopayment", "Такого регулярного платежа нет", "There is no such regular payment")
  }

  static func tariffUnknown() -> Reason {
    reason(
      "tariff-unknown", "Такого тарифа нет", "There is no such tariff",
      ("Посмотрите список тарифов", "See the list of tariffs"))
  }

  static func archived() -> Reason {
    reason("archived", "Тариф в архиве: подключить его нельзя", "The tariff is archived and cannot be chosen")
  }

  static func gponOnly() -> Reason {
    reason(
      "address", "По этому адресу нет оптики в квартиру", "Fibre does not reach this flat",
      ("Оставьте заявку на подключение GPON", "Ask for GPON at your address"))
  }

  static func papers() -> Reason {
    reason(
      "papers-needed", "Тариф подключают по документам", "The tariff needs papers",
      ("Придите в офис с удостоверением", "Come to an office with your certificate"))
  }

  static func notYet(_ day: CivilDate) -> Reason {
    reason("not-yet", "Тариф продаётся с \(day.wording.russian)", "The tariff is sold from \(day.wording.english)")
  }

  static func serviceIncluded(_ name: String) -> Reason {
    reason(
      "service-included", "Услуга «\(name)» уже входит в этот тариф", "The service ‘\(name)’ comes with this tariff",
      ("Сначала отключите её, чтобы не платить дважды", "Drop it first, so as not to pay twice"))
  }

  static func isCurrent() -> Reason { reason("current", "Это ваш тариф сейчас", "This is your tariff now") }

  static func changePlanned(_ name: String, _ day: CivilDate) -> Reason {
    reason(
      "change-already-scheduled", "Уже запланирован переход на «\(name)» \(day.wording.russian)",
      "A change to ‘\(name)’ is planned for \(day.wording.english)", ("Сначала отмените его", "Cancel it first"))
  }

  static func nothingPlanned() -> Reason {
    reason("no-change-scheduled", "Смена тарифа не запланирована", "No tariff change is planned")
  }

  static func debt(_ missing: Int64) -> Reason { money("debt", "На счёте долг", "The account is in debt", missing) }

  static func blocked(_ missing: Int64) -> Reason {
    money("blocked", "Доступ приостановлен", "The account is blocked", missing)
  }

  static func lowBalance(_ missing: Int64) -> Reason {
    money(
      "low-balance", "Для смены сейчас не хватает денег на балансе", "The balance is too low for a change at once",
      missing)
  }

  static func onceAMonth() -> Reason {
    reason("once-a-month", "Сменить тариф сразу можно раз в месяц", "A change at once is possible once a month")
  }

  static func otherCycle() -> Reason {
    reason(
      "other-charge-cycle", "У тарифа другой порядок списаний: перейти можно со следующего периода",
      "The tariff is charged in another way: change with the next period",
      ("Выберите переход со следующего периода", "Choose the next period"))
  }

  static func dateNotOffered(_ day: CivilDate) -> Reason {
    reason(
      "date-not-offered", "На этот день перейти нельзя", "A change on this day is not offered",
      ("Ближайший день — \(day.wording.russian)", "The nearest day is \(day.wording.english)"))
  }

  static func termsChanged() -> Reason {
    reason(
      "terms-changed", "Условия изменились, пока вы думали", "The terms have changed since they were shown",
      ("Посмотрите новые условия и подтвердите их", "See the new terms and confirm them"))
  }

  static func money(_ code: String, _ russian: String, _ english: String, _ missing: Int64) -> Reason {
    let sum = missing.roubles.wording
    return reason(code, russian, english, ("Заплатите \(sum.russian)", "Pay \(sum.english)"))
  }

  static func reason(_ code: String, _ russian: String, _ english: String, _ remedy: (String, String)? = nil) -> Reason
  {
    Reason(
      code: code, label: LocalizedText(russian: russian, english: english),
      remedy: remedy.map { LocalizedText(russian: $0.0, english: $0.1) })
  }
}

/// Reasons against a trust payment.
extension Refusal {
  static func trustActive() -> Reason {
    reason("trust-payment-active", "Обещанный платёж уже взят", "A trust payment is active already")
  }

  static func trustTooSoon(_ day: CivilDate) -> Reason {
    reason(
      "too-soon", "Обещанный платёж дают раз в 30 дней", "A trust payment is given once in 30 days",
      ("Следующий — с \(day.wording.russian)", "The next one from \(day.wording.english)"))
  }

  static func debtTooLarge(_ missing: Int64) -> Reason {
    money("debt-too-large", "Долг больше 1000\u{A0}₽", "The debt is above ₽1000", missing)
  }

  static func notNeeded() -> Reason {
    reason("not-needed", "Денег на ближайшее списание хватает", "The next charge is covered")
  }

  static func tooEarly(_ day: CivilDate) -> Reason {
    reason(
      "too-early", "Интернет ещё работает, обещанный платёж пока не нужен",
      "The service is still on, a trust payment is not needed yet",
      (
        "Пополните счёт до \(day.wording.russian), и он не понадобится",
        "Pay before \(day.wording.english) and it won't be needed"
      ))
  }
}
