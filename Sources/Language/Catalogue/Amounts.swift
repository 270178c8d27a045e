import Domain

/// What is said when a typed amount cannot be taken.
extension Phrase {
  static let amountEmpty = Phrase(
    "сумма не указана: введите, например, 500 или 1250,50",
    "no amount given: type for example 500 or 1250.50")
  static let amountZero = Phrase("сумма должна быть больше нуля", "the amount must be more than zero")
  static let amountNegative = Phrase(
    "сумма не может быть отрицательной: введите её без минуса",
    "the amount cannot be negative: type it without the minus")
  static let amountNotNumber = Phrase(
    "это не сумма: введите число, например 500 или 1250,50",
    "this is not an amount: type a number, for example 500 or 1250.50")
  static let amountExponent = Phrase(
    "запись вида 1e9 не принимается: введите сумму обычными цифрами",
    "a form such as 1e9 is not accepted: type the amount in plain digits")
  static let amountForeignDigits = Phrase(
    "принимаются только цифры от 0 до 9: в сумме есть цифры другой письменности",
    "only the digits 0 to 9 are accepted: the amount has digits of another script")
  static let amountGrouping = Phrase(
    "разряды разделены неверно: введите без разделителей, например 1000,50",
    "the thousands are grouped wrongly: type without separators, for example 1000.50")
  static let amountTooLarge = Phrase(
    "сумма слишком велика: проверьте количество цифр",
    "the amount is too large: check the number of digits")
  static let amountCardNumber = Phrase(
    "это похоже на номер банковской карты, а не на сумму; номер никуда не отправлен и не сохранён",
    "this looks like a bank card number, not an amount; it was neither sent nor stored")

  static func amountFraction(allowed: Int) -> Phrase {
    guard allowed > 0 else {
      return Phrase(
        "у этой валюты нет дробной части: введите целое число", "this currency has no fraction: type a whole number")
    }
    let digits = plural(allowed, .digits)
    return Phrase(
      "слишком много знаков после запятой: допустимо не больше чем \(digits.russian)",
      "too many decimal places: at most \(digits.english)")
  }

  static func amountAmbiguous(_ thousands: String, _ fraction: String) -> Phrase {
    Phrase(
      "неясно, \(thousands) это или \(fraction): введите одно из этих чисел",
      "this could mean \(thousands) or \(fraction): type one of the two")
  }

  static func amountCurrency(named: String, due: Currency) -> Phrase {
    Phrase(
      "счёт ведётся в \(due.code), а сумма указана в \(named): введите её без валюты или в \(due.code)",
      "the account is kept in \(due.code) but the amount is in \(named): type it without a currency or in \(due.code)")
  }
}
