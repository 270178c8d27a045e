import Domain

/// Billing systems name their currency in words of their own; the code is found by the word or the sign.
enum CurrencyWord {
  static func currency(_ unit: String?) -> Currency { unit.flatMap(known) ?? .rub }

  /// Nil for a word that names none.
  static func known(_ unit: String) -> Currency? {
    // A code is itself (BRL is not a short word for the Belarusian rouble), but for the roubles of before 1998.
    if unit != "RUR", let code = Currency(unit) { return code }
    let word = unit.lowercased().filter { $0 != "." && $0 != " " }
    let code = codes.first { $0.words.contains { word.hasPrefix($0) } }?.code
    return Currency(code ?? word.uppercased())
  }

  static func currency(number: Int64) -> Currency? { numbers[number].flatMap { Currency($0) } }

  private static let numbers: [Int64: String] = [
    51: "AMD", 398: "KZT", 417: "KGS", 498: "MDL", 643: "RUB", 810: "RUB", 840: "USD", 860: "UZS", 933: "BYN",
    934: "TMT", 944: "AZN", 972: "TJS", 978: "EUR", 980: "UAH", 981: "GEL", 985: "PLN",
  ]

  // Longer words first: бел.руб before руб.
  private static let codes: [(words: [String], code: String)] = [
    (["бел", "byn", "br"], "BYN"), (["руб", "р", "rub", "rur", "₽"], "RUB"),
    (["грн", "гривн", "грив", "uah", "₴"], "UAH"),
    (["тенге", "теңге", "тг", "kzt", "₸"], "KZT"), (["сўм", "сум", "so'm", "som'", "uzs"], "UZS"),
    (["сомон", "tjs"], "TJS"), (["сом", "kgs"], "KGS"), (["лей", "лея", "mdl", "lei"], "MDL"),
    (["манат", "azn", "₼"], "AZN"), (["драм", "amd", "֏"], "AMD"), (["лари", "gel", "₾"], "GEL"),
    (["дол", "usd", "$"], "USD"), (["евро", "eur", "€"], "EUR"), (["zł", "zl", "pln"], "PLN"),
  ]
}
