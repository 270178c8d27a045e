import Domain

/// What is said when a typed amount cannot be taken.
extension Phrase {
  static let amountEmpty = Phrase(
    "сумма не указана", "no amount is given")
  static let amountZero = Phrase("сумма должна быть больше нуля", "the amount must be more than zero")
  static let amountNegative = Phrase(
    "сумма не может быть отрицательной", "the amount can't be negative")
  static let amountWithoutMinus = Phrase("введите её без минуса", "type it without the minus")
  static let amountNotNumber = Phrase(
    "это не сумма", "this is not an amount")
  static let amountLikeThis = Phrase(
    "введите число, например 500 или 1250,50", "type a number, for example 500 or 1250.50")
  static let amountExponent = Phrase(
    "запись вида 1e9 не принимается", "a form such as 1e9 is not accepted")
  static let amountPlainDigits = Phrase(
    "введите сумму обычными цифрами от 0 до 9", "type the amount in the plain digits 0 to 9")
  static let amountForeignDigits = Phrase(
    "в сумме есть цифры другой письменности", "the amount has digits of another script")
  static let amountGrouping = Phrase(
    "разряды разделены неверно", "the thousands are grouped wrongly")
  static let amountUngrouped = Phrase(
    "введите без разделителей, например 1000,50", "type it without separators, for example 1000.50")
  static let amountTooLarge = Phrase(
    "сумма слишком велика", "the amount is too large")
  static let amountWhole = Phrase("введите целое число", "type a whole number")
  static let amountCheckDigits = Phrase("проверьте количество цифр", "check the number of digits")
  static let amountCardNumber = Phrase(
    "это похоже на номер банковской карты, а не на сумму; номер никуда не отправлен и не сохранён",
    "this looks like a bank card number, not an amount; it was neither sent nor stored")

  static func amountFraction(allowed: Int) -> Phrase {
    guard allowed > 0 else {
      return Phrase("у этой валюты нет дробной части", "this currency has no fraction")
    }
    let digits = plural(allowed, .digits)
    return Phrase(
      "слишком много знаков после запятой: допустимо не больше \(allowed)",
      "too many decimal places: at most \(digits.english)")
  }

  static func amountAmbiguous(_ thousands: String, _ fraction: String) -> Phrase {
    Phrase(
      "неясно, \(thousands) это или \(fraction)", "this could mean \(thousands) or \(fraction)")
  }

  static func amountCurrency(named: String, due: Currency) -> Phrase {
    Phrase(
      "счёт ведётся в \(due.code), а сумма указана в \(named)",
      "the account is kept in \(due.code) but the amount is in \(named)")
  }

  static func amountOneOf(_ thousands: String, _ fraction: String) -> Phrase {
    Phrase("введите \(thousands) или \(fraction)", "type \(thousands) or \(fraction)")
  }

  static func amountInCurrency(_ due: Currency) -> Phrase {
    Phrase("введите сумму без валюты или в \(due.code)", "type it without a currency or in \(due.code)")
  }
}
