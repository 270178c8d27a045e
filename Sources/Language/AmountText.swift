import Domain

/// Amounts of money as people write them: «1 234,50 ₽», "₽1,234.50".
///
/// For people only: the minus is U+2212 and the spaces do not break. Programs read `Money.decimalText`.
package enum AmountText {
  /// In running text: «500 ₽», kopecks only where there are any.
  package static func prose(_ money: Money) -> Phrase {
    phrase(money, showsWholeMinor: false, sign: money.isNegative ? NumberText.minus : "")
  }

  /// In tables: all decimal places, so that the digits stand under each other.
  package static func full(_ money: Money) -> Phrase {
    phrase(money, showsWholeMinor: true, sign: money.isNegative ? NumberText.minus : "")
  }

  /// As `full`, with a plus before what was credited: for lists of operations.
  package static func signed(_ money: Money) -> Phrase {
    phrase(money, showsWholeMinor: true, sign: money.isNegative ? NumberText.minus : money.isPositive ? "+" : "")
  }

  /// `₽` for RUB and so on; the code itself for a currency whose sign is not widely known.
  package static func symbol(_ currency: Currency) -> String {
    switch currency.code {
    case "RUB": "₽"
    case "UAH": "₴"
    case "KZT": "₸"
    case "BYN": "Br"
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: currency.code
    }
  }

  private static func phrase(_ money: Money, showsWholeMinor: Bool, sign: String) -> Phrase {
    let symbol = symbol(money.currency)
    let gap = symbol.utf8.allSatisfy { $0 != 0x24 && $0 < 0x80 } ? NumberText.noBreakSpace : ""
    let russian = number(money, in: .russian, showsWholeMinor: showsWholeMinor)
    let english = number(money, in: .english, showsWholeMinor: showsWholeMinor)
    return Phrase(sign + russian + NumberText.noBreakSpace + symbol, sign + symbol + gap + english)
  }

  /// The digits of the magnitude, without sign and currency.
  private static func number(_ money: Money, in language: Language, showsWholeMinor: Bool) -> String {
    let exponent = money.currency.exponent
    let digits = String(money.minor.magnitude)
    let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.utf8.count)) + digits
    let whole = NumberText.grouped(digits: String(padded.dropLast(exponent)), in: language)
    let minor = padded.suffix(exponent)
    guard exponent > 0, showsWholeMinor || minor.contains(where: { $0 != "0" }) else { return whole }
    return whole + (language == .russian ? "," : ".") + minor
  }
}
