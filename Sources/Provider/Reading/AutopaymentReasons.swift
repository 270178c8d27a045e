import Domain

/// What stands in the way of ending a regular payment.
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
