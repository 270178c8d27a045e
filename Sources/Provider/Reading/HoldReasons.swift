import Domain

/// What stands in the way of a hold, where a dialect finds it out by reading.
enum HoldReasons {
  static let active = Reason(
    code: ReasonCode.onHold.rawValue,
    label: LocalizedText(russian: "Приостановка уже действует или запланирована", english: "There is a hold already"),
    remedy: LocalizedText(
      russian: "Сначала снимите её: kabinet hold cancel", english: "Take it back first: kabinet hold cancel"))

  static let none = Reason(
    code: "not-on-hold", label: LocalizedText(russian: "Счёт не приостановлен", english: "The account is not on hold"))

  static let fixed = Reason(
    code: "hold-fixed",
    label: LocalizedText(russian: "Эту приостановку отменить нельзя", english: "This hold can't be taken back"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let off = Reason(
    code: "hold-off",
    label: LocalizedText(
      russian: "Провайдер не разрешает приостанавливать услуги самостоятельно",
      english: "The provider does not let subscribers put an account on hold themselves"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let tariff = Reason(
    code: "tariff-not-allowed",
    label: LocalizedText(russian: "На вашем тарифе приостановки нет", english: "Your tariff has no hold"))

  static let debt = Reason(
    code: ReasonCode.lowBalance.rawValue,
    label: LocalizedText(
      russian: "Приостановить можно только без долга", english: "An account with a debt can't be put on hold"),
    remedy: LocalizedText(russian: "Пополните баланс", english: "Pay into the account"))

  static let untilNeeded = Reason(
    code: "date-needed",
    label: LocalizedText(russian: "Провайдеру нужен последний день", english: "The provider needs the last day"),
    remedy: LocalizedText(russian: "Укажите его: --until ДАТА", english: "Name it: --until DATE"))

  static let immediateOnly = Reason(
    code: ReasonCode.dateNotOffered.rawValue,
    label: LocalizedText(
      russian: "Здесь приостановка начинается сразу и длится до отмены",
      english: "Here a hold begins at once and lasts until it is taken back"),
    remedy: LocalizedText(russian: "Уберите --from и --until", english: "Leave out --from and --until"))

  static let tooSoon = Reason(
    code: ReasonCode.tooSoon.rawValue,
    label: LocalizedText(russian: "Приостановка пока недоступна", english: "A hold can't be had yet"))

  static let notBackYet = Reason(
    code: ReasonCode.tooSoon.rawValue,
    label: LocalizedText(
      russian: "Снять приостановку пока нельзя", english: "The hold can't be taken back yet"))

  static let wholeMonths = Reason(
    code: ReasonCode.dateNotOffered.rawValue,
    label: LocalizedText(
      russian: "Приостановить можно только на целые месяцы", english: "A hold lasts whole months here"),
    remedy: LocalizedText(
      russian: "Последний день приходится на канун того же числа другого месяца",
      english: "Its last day is the eve of the same day of a later month"))

  static func tooShort(days: Int) -> Reason {
    Reason(
      code: ReasonCode.dateNotOffered.rawValue,
      label: LocalizedText(
        russian: "Слишком короткая приостановка (наименьший срок в днях: \(days))",
        english: "The hold is too short (the fewest days: \(days))"),
      remedy: LocalizedText(russian: "Выберите день позже: --until ДАТА", english: "Choose a later day: --until DATE"))
  }
}
