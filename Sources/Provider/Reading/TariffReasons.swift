import Domain

/// What stands in the way of a change of tariff, where a dialect finds it out by reading.
enum TariffReasons {
  static let current = Reason(
    code: ReasonCode.current.rawValue,
    label: LocalizedText(russian: "Этот тариф уже подключён", english: "This tariff is active already"))

  static let unknown = Reason(
    code: ReasonCode.tariffUnknown.rawValue,
    label: LocalizedText(
      russian: "Такого тарифа провайдер вам не предлагает", english: "The provider does not offer you this tariff"),
    remedy: LocalizedText(
      russian: "Список тарифов: kabinet tariff list --all", english: "The list: kabinet tariff list --all"))

  static let changeScheduled = Reason(
    code: ReasonCode.changeAlreadyScheduled.rawValue,
    label: LocalizedText(russian: "Смена тарифа уже запланирована", english: "A change of tariff is planned already"),
    remedy: LocalizedText(
      russian: "Сначала отмените запланированную смену: kabinet tariff cancel",
      english: "Cancel the planned change first: kabinet tariff cancel"))

  static let nothingScheduled = Reason(
    code: ReasonCode.noChangeScheduled.rawValue,
    label: LocalizedText(russian: "Смена тарифа не запланирована", english: "No change of tariff is planned"))
}
