/// A counted noun with the forms that each language needs.
package struct PluralPhrase: Sendable, Equatable {
  private let one: Phrase
  private let few: Phrase
  private let many: Phrase

  /// Russian takes three forms (1 день, 2 дня, 5 дней), English two (1 day, 2 days).
  package init(ru: (one: String, few: String, many: String), en: (one: String, other: String)) {
    one = Phrase(ru.one, en.one)
    few = Phrase(ru.few, en.other)
    many = Phrase(ru.many, en.other)
  }

  /// The noun alone, in the form that goes with the number.
  package func word(_ number: Int) -> Phrase {
    Phrase(russianForm(number), number.magnitude == 1 ? one.english : many.english)
  }

  /// The number, grouped by thousands, and the noun: «5 дней», "5 days".
  package func callAsFunction(_ number: Int) -> Phrase {
    let word = word(number)
    return Phrase(
      NumberText.grouped(number, in: .russian) + " " + word.russian,
      NumberText.grouped(number, in: .english) + " " + word.english)
  }

  private func russianForm(_ number: Int) -> String {
    let lastTwo = number.magnitude % 100
    if (11...14).contains(lastTwo) { return many.russian }
    switch lastTwo % 10 {
    case 1: return one.russian
    case 2...4: return few.russian
    default: return many.russian
    }
  }
}

/// The number and the noun in the right form: `plural(5, .days)` is «5 дней», "5 days".
package func plural(_ number: Int, _ noun: PluralPhrase) -> Phrase {
  noun(number)
}

/// Whole numbers as people write them.
package enum NumberText {
  /// U+00A0: keeps the groups of one number on one line.
  package static let noBreakSpace = "\u{A0}"
  /// U+2212, the typographic minus; it is as wide as a digit.
  package static let minus = "\u{2212}"

  /// Digits in groups of three: «12 345» with no-break spaces, "12,345". A negative number starts with U+2212.
  package static func grouped(_ number: Int, in language: Language) -> String {
    (number < 0 ? minus : "") + grouped(digits: String(number.magnitude), in: language)
  }

  static func grouped(digits: String, in language: Language) -> String {
    let separator = language == .russian ? noBreakSpace : ","
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result
  }
}
