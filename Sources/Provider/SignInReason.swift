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

  static let denied = Reason(
    code: "access-denied",
    label: LocalizedText(russian: "Вход отклонён на другом устройстве", english: "The other device denied the login"))

  static let expired = Reason(
    code: "code-expired",
    label: LocalizedText(
      russian: "Код подтверждения больше не действует", english: "The confirmation code is no longer valid"),
    remedy: LocalizedText(russian: "Запросите новый код", english: "Ask for a new code"))
}
