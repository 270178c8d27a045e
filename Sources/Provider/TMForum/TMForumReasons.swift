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

  static let nothingToChange = Reason(
    code: "no-tariff",
    label: LocalizedText(
      russian: "У счёта нет тарифа, который можно сменить", english: "The account has no tariff that could be changed"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

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
}
