import Domain

/// Why a login was refused.
enum SignInReason {
  static let wrongCredentials = Reason(
    code: "wrong-credentials",
    label: LocalizedText(
      russian: "Провайдер не принял логин или пароль", english: "The provider did not accept the login or the password"),
    remedy: LocalizedText(
      russian: "Проверьте раскладку и регистр; пароль от личного кабинета указан в договоре",
      english: "Check the keyboard layout and the case; the password is the one of the provider's web cabinet"))

  static let unknownPhone = Reason(
    code: "unknown-phone",
    label: LocalizedText(
      russian: "Провайдер не знает такого телефона", english: "The provider does not know this telephone"),
    remedy: LocalizedText(
      russian: "Укажите телефон из договора в полном виде: +79001234567",
      english: "Give the telephone of the contract in full: +79001234567"))

  static let wrongCode = Reason(
    code: "wrong-credentials",
    label: LocalizedText(
      russian: "Провайдер не принял код из сообщения", english: "The provider did not accept the code of the message"),
    remedy: LocalizedText(russian: "Запросите новый код", english: "Ask for a new code"))

  static let denied = Reason(
    code: "access-denied",
    label: LocalizedText(russian: "Вход отклонён на другом устройстве", english: "The other device denied the login"))

  static let expired = Reason(
    code: "code-expired",
    label: LocalizedText(
      russian: "Код подтверждения больше не действует", english: "The confirmation code is no longer valid"),
    remedy: LocalizedText(russian: "Запросите новый код", english: "Ask for a new code"))
}
