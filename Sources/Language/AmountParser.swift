import Domain

/// Reads an amount that a person typed. What could be read in two ways is refused, never guessed: money goes out.
package struct AmountParser {
  private let currency: Currency

  package init(currency: Currency) {
    self.currency = currency
  }

  /// A positive amount: `500`, `500,5`, `1 000.50`, `1,234.50`, `500 ₽`, `500 руб.`, `RUB 500`.
  ///
  /// Spaces (also U+00A0, U+202F, U+2009) may only part thousands. A group sign is known from a decimal sign when both
  /// are there. A single sign before three digits is refused as ambiguous, unless it cannot part thousands.
  package func parse(_ typed: String) throws(AmountError) -> Money {
    let text = Self.normalised(typed)
    guard !text.isEmpty else { throw .empty }
    guard !Self.isCardNumber(text) else { throw .cardNumber }
    let number = try withoutCurrency(text)
    try refuseSignsAndLetters(number)
    let (whole, fraction) = try split(number)
    guard fraction.count <= currency.exponent else { throw .tooManyFractionDigits(allowed: currency.exponent) }
    return try money(whole: whole, fraction: fraction)
  }

  /// Every kind of space becomes U+0020; the ends are trimmed.
  private static func normalised(_ typed: String) -> Substring {
    var scalars = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      scalars.append(["\u{A0}", "\u{202F}", "\u{2009}", "\t", "\n", "\r"].contains(scalar) ? " " : scalar)
    }
    let text = String(scalars)
    return text.drop { $0 == " " }.reversedDropping(" ")
  }

  /// 13 to 19 digits, perhaps in groups, with a right check digit (Luhn, ISO/IEC 7812-1).
  private static func isCardNumber(_ text: Substring) -> Bool {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    guard (13...19).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte) - 0x30
      let weighted = place.isMultiple(of: 2) ? digit : digit * 2
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum.isMultiple(of: 10)
  }

  /// The text without a currency before or after it; another currency than the account's is an error.
  private func withoutCurrency(_ text: Substring) throws(AmountError) -> Substring {
    let isNumeric: (Character) -> Bool = { $0.isNumber || "+-−–—.,' ".contains($0) }
    let leading = text.prefix { !isNumeric($0) }
    var rest = text.dropFirst(leading.count)
    let digitsEnd = rest.lastIndex { $0.isNumber } ?? rest.startIndex
    let tail = digitsEnd == rest.endIndex ? "" : rest[rest.index(after: digitsEnd)...]
    let trailing = tail.drop { isNumeric($0) }
    if !trailing.isEmpty { rest = rest[..<trailing.startIndex] }
    guard rest.contains(where: \.isNumber) else { throw .notNumber }
    for name in [leading.reversedDropping(" "), trailing] where !name.isEmpty {
      guard let code = Self.currencyCode(String(name)) else { throw .notNumber }
      guard code == currency.code else { throw .otherCurrency(named: code, due: currency) }
    }
    guard leading.isEmpty || trailing.isEmpty else { throw .notNumber }
    return rest.drop { $0 == " " }.reversedDropping(" ")
  }

  private static func currencyCode(_ name: String) -> String? {
    switch name.lowercased() {
    case "₽", "р", "р.", "руб", "руб.", "рубль", "рубля", "рублей", "rub", "rur": "RUB"
    case "₴", "грн", "грн.", "uah": "UAH"
    case "₸", "тг", "тг.", "тенге", "kzt": "KZT"
    case "br", "бел. руб.", "byn": "BYN"
    case "$", "usd": "USD"
    case "€", "евро", "eur": "EUR"
    case "£", "gbp": "GBP"
    default: Currency(name.uppercased())?.code
    }
  }

  private func refuseSignsAndLetters(_ number: Substring) throws(AmountError) {
    guard let first = number.first else { throw .notNumber }
    if "-−–—".contains(first) { throw .negative }
    if number.contains(where: { $0.isNumber && !$0.isASCII }) { throw .foreignDigits }
    let letters = number.filter { !("0"..."9").contains($0) && !".,' ".contains($0) }
    if letters.lowercased() == "e" || ["e+", "e-"].contains(letters.lowercased()) { throw .exponentNotation }
    guard letters.isEmpty, ("0"..."9").contains(first) else { throw .notNumber }
  }

  /// The digits before and after the decimal sign.
  private func split(_ number: Substring) throws(AmountError) -> (whole: String, fraction: String) {
    guard let lastSign = number.lastIndex(where: { ".,".contains($0) }) else {
      return (try ungrouped(number, by: number.contains("'") ? "'" : " "), "")
    }
    let whole = number[..<lastSign]
    let fraction = number[number.index(after: lastSign)...]
    guard !whole.isEmpty, !fraction.isEmpty else { throw .notNumber }
    guard fraction.allSatisfy({ ("0"..."9").contains($0) }) else { throw .wrongGrouping }
    if let group = whole.first(where: { ".,' ".contains($0) }) {
      guard group != number[lastSign] else { throw .wrongGrouping }
      return (try ungrouped(whole, by: group), String(fraction))
    }
    try refuseAmbiguity(whole, sign: number[lastSign], fraction)
    return (String(whole), String(fraction))
  }

  /// `12.345` has too many decimal places for us, but `1,000` and `1.000` are also how a thousand is written somewhere.
  private func refuseAmbiguity(_ whole: Substring, sign: Character, _ fraction: Substring) throws(AmountError) {
    let partsThousands = fraction.count == 3 && (1...3).contains(whole.count) && whole.first != "0"
    guard partsThousands, sign == "," || fraction == "000" || currency.exponent == 3 else { return }
    let kept = fraction.reversedDropping("0")
    throw .ambiguousSeparator(
      asThousands: String(whole + fraction), asFraction: String(whole) + (kept.isEmpty ? "" : "." + kept))
  }

  private func ungrouped(_ digits: Substring, by separator: Character) throws(AmountError) -> String {
    let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
    let areDigits = groups.allSatisfy { group in group.allSatisfy { ("0"..."9").contains($0) } }
    guard areDigits, let first = groups.first, !first.isEmpty else { throw .wrongGrouping }
    guard groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
      throw .wrongGrouping
    }
    return groups.joined()
  }

  private func money(whole: String, fraction: String) throws(AmountError) -> Money {
    let zeros = String(repeating: "0", count: currency.exponent - fraction.count)
    guard let minor = Int64(whole + fraction + zeros) else { throw .tooLarge }
    guard minor > 0 else { throw .zero }
    return Money(minor: minor, currency: currency)
  }
}

extension Substring {
  /// The text without the given character at its end.
  fileprivate func reversedDropping(_ character: Character) -> Substring {
    var result = self
    while result.last == character { result.removeLast() }
    return result
  }
}
