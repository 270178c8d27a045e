import Domain

/// Why something cannot be had, in words.
enum TMForumReasons {
  /// In the provider's own code and words; codes that are ours as well keep our remedy.
  static func reason(_ code: String, _ label: String?) -> Reason {
    Reason(
      code: ReasonCode(rawValue: code) == nil ? "tmf-" + code : code,
      label: LocalizedText(PlainText.of(label ?? code)))
  }

  static let tokenElsewhere = Reason(
    code: "token-elsewhere",
    label: LocalizedText(
      russian: "Пароли здесь проверяет другой узел, а пароль уходит только туда, куда вы входите",
      english: "Another host checks the passwords here, and a password goes only to the one that you log in to"),
    remedy: LocalizedText(
      russian: "Возьмите у провайдера токен доступа и введите его вместо пароля",
      english: "Get an access token from the provider and type it as the password"))

  static let current = Reason(
    code: ReasonCode.current.rawValue,
    label: LocalizedText(russian: "Этот тариф уже подключён", english: "This tariff is active already"))

  static let archived = Reason(
    code: ReasonCode.archived.rawValue,
    label: LocalizedText(russian: "Тариф больше не продаётся", english: "The tariff is no longer sold"),
    remedy: LocalizedText(russian: "Выберите другой тариф", english: "Choose another tariff"))

  static let pending = Reason(
    code: "not-answered-yet",
    label: LocalizedText(
      russian: "Провайдер ещё проверяет, доступен ли тариф",
      english: "The provider is still finding out whether you can have it"),
    remedy: LocalizedText(russian: "Повторите позже", english: "Ask again later"))

  static let unqualified = Reason(
    code: "not-offered",
    label: LocalizedText(
      russian: "Провайдер вам этого не предлагает и не объясняет почему",
      english: "The provider does not offer it to you and does not say why"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let tariffUnknown = Reason(
    code: ReasonCode.tariffUnknown.rawValue,
    label: LocalizedText(
      russian: "Такого тарифа провайдер вам не предлагает", english: "The provider does not offer you this tariff"),
    remedy: LocalizedText(
      russian: "Список тарифов: kabinet tariff list --all", english: "The list: kabinet tariff list --all"))

  static let nothingToChange = Reason(
    code: "no-tariff",
    label: LocalizedText(
      russian: "У счёта нет тарифа, который можно сменить", english: "The account has no tariff that could be changed"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let changeScheduled = Reason(
    code: ReasonCode.changeAlreadyScheduled.rawValue,
    label: LocalizedText(
      russian: "Смена тарифа уже запланирована", english: "A change of tariff is planned already"),
    remedy: LocalizedText(
      russian: "Сначала отмените запланированную смену: kabinet tariff cancel",
      english: "Cancel the planned change first: kabinet tariff cancel"))

  static let nothingScheduled = Reason(
    code: ReasonCode.noChangeScheduled.rawValue,
    label: LocalizedText(russian: "Смена тарифа не запланирована", english: "No change of tariff is planned"))

  static let cannotCancel = Reason(
    code: "cannot-cancel",
    label: LocalizedText(
      russian: "Отмена этой смены уже рассматривается", english: "Its cancellation is being decided on already"))

  static let periodUnknown = Reason(
    code: ReasonCode.dateNotOffered.rawValue,
    label: LocalizedText(
      russian: "Провайдер не сообщает, когда начнётся следующий период",
      english: "The provider does not tell when the next period begins"),
    remedy: LocalizedText(
      russian: "Назовите день (--on ДАТА) или смените сразу (--now)",
      english: "Name a day (--on DATE) or change at once (--now)"))

  static let pastDay = Reason(
    code: ReasonCode.dateNotOffered.rawValue,
    label: LocalizedText(russian: "Этот день уже прошёл", english: "That day has passed"))

  static let noMethod = Reason(
    code: ReasonCode.methodUnknown.rawValue,
    label: LocalizedText(russian: "Такого способа оплаты нет", english: "There is no such way to pay"),
    remedy: LocalizedText(
      russian: "Список способов: kabinet payments methods", english: "The list: kabinet payments methods"))

  static let currency = Reason(
    code: ReasonCode.currency.rawValue,
    label: LocalizedText(russian: "Счёт ведётся в другой валюте", english: "The account is kept in another currency"))

  static let amount = Reason(
    code: ReasonCode.amountNotPositive.rawValue,
    label: LocalizedText(russian: "Сумма должна быть больше нуля", english: "The amount must be above zero"))
}
