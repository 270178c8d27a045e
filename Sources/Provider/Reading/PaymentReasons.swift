import Domain

/// What stands in the way of a payment.
enum PaymentReasons {
  static let noMethod = Reason(
    code: ReasonCode.methodUnknown.rawValue,
    label: LocalizedText(russian: "Такого способа оплаты нет", english: "There is no such way to pay"),
    remedy: LocalizedText(
      russian: "Список способов: kabinet payments methods", english: "The list: kabinet payments methods"))

  static let currency = Reason(
    code: ReasonCode.currency.rawValue,
    label: LocalizedText(russian: "Счёт ведётся в другой валюте", english: "The account is kept in another currency"))

  static let notPositive = Reason(
    code: ReasonCode.amountNotPositive.rawValue,
    label: LocalizedText(russian: "Сумма должна быть больше нуля", english: "The amount must be above zero"))
}
