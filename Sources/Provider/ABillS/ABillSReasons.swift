import Domain

/// The codes of refusals, with what a person can do about each: the words of `ReasonCode` where it has one; codes that we
/// do not know are `abills-CODE` with the installation's own text.
enum ABillSReasons {
  static let noRoute: Int64 = 2
  static let noModule: Int64 = 4
  static let creditActive: Int64 = 4305
  static let creditMonthLimit: Int64 = 4304
  static let creditDisabled: Int64 = 4302

  /// The installation has no such part; that is a missing capability and no failure.
  static func isMissing(_ code: Int64) -> Bool { code == noRoute || code == noModule }

  static func reason(_ code: Int64, _ text: String?) -> Reason {
    if let known = known(code) { return known }
    let word = "abills-\(code)"
    return Reason(code: word, label: LocalizedText(text ?? word))
  }

  private static func known(_ code: Int64) -> Reason? {
    trustPayment(code) ?? tariff(code) ?? ABillSVoucher.reason(code) ?? ABillSAutopayments.reason(code)
      ?? ABillSReferral.reason(code)
  }

  private static func trustPayment(_ code: Int64) -> Reason? {
    switch code {
    case creditDisabled:
      Reason(
        code: "trust-payment-off",
        label: LocalizedText(
          russian: "Обещанный платёж у этого провайдера отключён",
          english: "This provider has trust payments turned off"),
        remedy: LocalizedText(russian: "Пополните баланс", english: "Pay into the account"))
    case 4303:
      Reason(
        code: "group-not-allowed",
        label: LocalizedText(
          russian: "Для вашей группы абонентов обещанный платёж недоступен",
          english: "Your group of subscribers may not take a trust payment"),
        remedy: LocalizedText(
          russian: "Пополните баланс или спросите у провайдера", english: "Pay into the account or ask the provider"))
    case creditMonthLimit:
      Reason(
        code: "too-soon",
        label: LocalizedText(
          russian: "Обещанный платёж в этом месяце уже использован",
          english: "The trust payment of this month has been used"),
        remedy: LocalizedText(
          russian: "Пополните баланс или подождите следующего месяца", english: "Pay, or wait for the next month"))
    case creditActive:
      Reason(
        code: "trust-payment-active",
        label: LocalizedText(
          russian: "Уже действует кредит не меньше этого", english: "A credit of at least this size is active already"),
        remedy: LocalizedText(
          russian: "Пополните баланс до конца срока кредита", english: "Pay before the credit ends"))
    case 4306:
      Reason(
        code: "wrong-password",
        label: LocalizedText(
          russian: "Провайдер требует пароль для этой операции", english: "The provider asks for a password here"),
        remedy: LocalizedText(
          russian: "Возьмите обещанный платёж на сайте провайдера", english: "Take it on the provider's site"))
    default: nil
    }
  }

  private static func tariff(_ code: Int64) -> Reason? {
    switch code {
    case 140:
      Reason(
        code: "not-allowed",
        label: LocalizedText(
          russian: "Провайдер не разрешает менять тариф самостоятельно",
          english: "The provider does not let subscribers change the tariff themselves"),
        remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))
    case 4521: TariffReasons.current
    case 4522, 4525:
      Reason(
        code: "low-balance",
        label: LocalizedText(
          russian: "На счёте слишком мало денег для смены тарифа",
          english: "There is too little money on the account for a change"),
        remedy: LocalizedText(russian: "Пополните баланс", english: "Pay into the account"))
    case 4523: TariffReasons.changeScheduled
    case 4524:
      Reason(
        code: "personal",
        label: LocalizedText(
          russian: "С персонального тарифа самостоятельно не переходят",
          english: "A personal tariff can't be left without the provider"),
        remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))
    case 4527: TariffReasons.unknown
    default: nil
    }
  }

  static let cannotCancel = Reason(
    code: "cannot-cancel",
    label: LocalizedText(
      russian: "Провайдер не даёт отменить эту смену", english: "The provider does not let this change be cancelled"),
    remedy: LocalizedText(russian: "Обратитесь к провайдеру", english: "Ask the provider"))

  static let notThen = Reason(
    code: "date-not-offered",
    label: LocalizedText(
      russian: "В этот срок провайдер тариф не меняет", english: "The provider does not change tariffs at that time"),
    remedy: LocalizedText(
      russian: "Выберите смену со следующего периода", english: "Choose a change with the next period"))

  static func amount(tooSmall: Bool, bound: Money) -> Reason {
    let text = bound.decimalText + " " + bound.currency.code
    return tooSmall
      ? Reason(
        code: "amount-out-of-range",
        label: LocalizedText(russian: "Меньше \(text) провайдер не принимает", english: "The least amount is \(text)"))
      : Reason(
        code: "amount-out-of-range",
        label: LocalizedText(russian: "Больше \(text) провайдер не принимает", english: "The largest amount is \(text)")
      )
  }
}
