import Domain

/// What the agent says no with, in words, and what a person can do about it.
enum UbillingReasons {
  static let current = Reason(
    code: ReasonCode.current.rawValue,
    label: LocalizedText(russian: "Этот тариф уже подключён", english: "This tariff is active already"))

  static let tariffNotAllowed = Reason(
    code: "not-allowed",
    label: LocalizedText(
      russian: "На этот тариф провайдер не даёт перейти самостоятельно",
      english: "The provider does not let you change to this tariff yourself"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let noMethod = Reason(
    code: ReasonCode.methodUnknown.rawValue,
    label: LocalizedText(russian: "Такого способа оплаты нет", english: "There is no such way to pay"),
    remedy: LocalizedText(russian: "Выберите другой способ", english: "Choose another"))

  static let nothingUnread = Reason(
    code: "nothing-unread",
    label: LocalizedText(russian: "Непрочитанных сообщений нет", english: "There are no unread messages"))

  static let notTaken = Reason(
    code: "not-taken",
    label: LocalizedText(russian: "Обращение не записано", english: "The ticket was not written down"),
    remedy: LocalizedText(russian: "Измените текст и отправьте снова", english: "Change the text and send it again"))

  static let currency = Reason(
    code: ReasonCode.currency.rawValue,
    label: LocalizedText(russian: "Счёт ведётся в другой валюте", english: "The account is kept in another currency"))

  static let amount = Reason(
    code: ReasonCode.amountNotPositive.rawValue,
    label: LocalizedText(russian: "Сумма должна быть больше нуля", english: "The amount must be above zero"))

  static let keyNeeded = Reason(
    code: "key-needed",
    label: LocalizedText(
      russian: "Этот провайдер пускает только свои приложения: нужен ещё и ключ установки",
      english: "This provider lets only its own applications in: a key of the installation is needed too"),
    remedy: LocalizedText(
      russian: "Попросите провайдера открыть доступ к кабинету без дополнительного ключа (XMLAGENT_EXTENDED_AUTH_ON)",
      english: "Ask the provider to allow access without the additional key (XMLAGENT_EXTENDED_AUTH_ON)"))

  static let textTooLong = Reason(
    code: "text-too-long",
    label: LocalizedText(
      russian: "Этот провайдер принимает не больше 4000 байт текста",
      english: "This provider takes at most 4,000 bytes of text"),
    remedy: LocalizedText(russian: "Сократите сообщение", english: "Make the message shorter"))
}
