import Domain

/// What the agent says no with, in words, and what a person can do about it.
enum UbillingReasons {

  static let tariffNotAllowed = Reason(
    code: "not-allowed",
    label: LocalizedText(
      russian: "На этот тариф провайдер не даёт перейти самостоятельно",
      english: "The provider does not let you change to this tariff yourself"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let nothingUnread = Reason(
    code: "nothing-unread",
    label: LocalizedText(russian: "Непрочитанных сообщений нет", english: "There are no unread messages"))

  static let notTaken = Reason(
    code: "not-taken",
    label: LocalizedText(russian: "Обращение не записано", english: "The ticket was not written down"),
    remedy: LocalizedText(russian: "Измените текст и отправьте снова", english: "Change the text and send it again"))

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
