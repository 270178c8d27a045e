import Domain

/// Why something cannot be had, in words.
enum MikBillReasons {
  /// A refusal in the provider's own words; its codes are not published.
  static func reason(_ code: Int64, _ text: String?) -> Reason {
    Reason(code: "mikbill-\(code)", label: LocalizedText(PlainText.of(text ?? "mikbill-\(code)")))
  }

  static let creditActive = Reason(
    code: ReasonCode.trustPaymentActive.rawValue,
    label: LocalizedText(russian: "Кредит уже действует", english: "A credit is active already"),
    remedy: LocalizedText(
      russian: "Пополните баланс до конца его срока", english: "Pay into the account before it ends"))

  static let creditLater = Reason(
    code: ReasonCode.tooSoon.rawValue,
    label: LocalizedText(russian: "Обещанный платёж пока недоступен", english: "A trust payment can't be had yet"),
    remedy: LocalizedText(russian: "Пополните баланс или подождите", english: "Pay into the account or wait"))

  static let creditNever = Reason(
    code: "trust-payment-off",
    label: LocalizedText(
      russian: "Обещанный платёж вам недоступен", english: "You can't have a trust payment here"),
    remedy: LocalizedText(russian: "Пополните баланс", english: "Pay into the account"))

  static let notThen = Reason(
    code: ReasonCode.dateNotOffered.rawValue,
    label: LocalizedText(
      russian: "В этот срок провайдер тариф не меняет", english: "The provider does not change tariffs at that time"),
    remedy: LocalizedText(
      russian: "Выберите смену сразу (--now) или с нового месяца",
      english: "Choose at once (--now) or with the next month"
    ))
}
