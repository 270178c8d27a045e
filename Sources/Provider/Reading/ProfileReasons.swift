import Domain

/// What stands in the way of changing one's details, of inviting friends, and of ending a regular payment.
enum ProfileReasons {
  static let fixed = Reason(
    code: "not-editable",
    label: LocalizedText(
      russian: "Эти данные провайдер меняет только сам", english: "The provider alone changes these details"),
    remedy: LocalizedText(
      russian: "Что можно изменить, покажет kabinet profile show; об остальном напишите: kabinet ticket new",
      english: "‘kabinet profile show’ tells what you can change; for the rest write: kabinet ticket new"))

  static let oneAtATime = Reason(
    code: "one-at-a-time",
    label: LocalizedText(
      russian: "Провайдер меняет эти данные по одному", english: "The provider changes one detail at a time"),
    remedy: LocalizedText(russian: "Повторите команду для каждого", english: "Repeat the command for each"))

  static let codeNeeded = Reason(
    code: "code-needed",
    label: LocalizedText(
      russian: "Провайдер прислал код на новый адрес или номер",
      english: "The provider has sent a code to the new address or number"),
    remedy: LocalizedText(russian: "Повторите команду с --code КОД", english: "Repeat the command with --code CODE"))

  static let codeWrong = Reason(
    code: "code-wrong",
    label: LocalizedText(russian: "Код подтверждения не подошёл", english: "The confirmation code is wrong"),
    remedy: LocalizedText(
      russian: "Без --code провайдер пришлёт новый", english: "Without --code the provider sends a new one"))
}

enum ReferralReasons {
  static let known = Reason(
    code: "friend-known",
    label: LocalizedText(russian: "Этот номер уже приглашали", english: "This number has been invited already"))

  static let phone = Reason(
    code: "phone-refused",
    label: LocalizedText(
      russian: "Провайдер не принимает такой номер", english: "The provider does not take this number"),
    remedy: LocalizedText(
      russian: "Укажите номер с кодом страны, одни цифры", english: "Give it with its country code, digits alone"))

  static let noBonus = Reason(
    code: "no-bonus",
    label: LocalizedText(russian: "Бонуса пока нет", english: "There is no bonus yet"),
    remedy: LocalizedText(
      russian: "Он появится, когда приглашённый станет абонентом",
      english: "It comes when a friend becomes a subscriber"))
}

enum AutopaymentReasons {
  static let none = Reason(
    code: "no-autopayment",
    label: LocalizedText(russian: "Такого регулярного платежа нет", english: "There is no such regular payment"))

  static let fixed = Reason(
    code: "not-here",
    label: LocalizedText(
      russian: "Эту подписку можно отменить только в самой платёжной системе",
      english: "Only the payment system itself can end this subscription"))
}
