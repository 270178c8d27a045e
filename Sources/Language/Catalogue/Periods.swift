import Domain

/// What is said when a typed period cannot be taken.
extension Phrase {
  private static let periodForms = Phrase(
    "введите, например, 2026-11, 2026-11-01..2026-11-15, ноябрь, last-month или 30d",
    "type for example 2026-11, 2026-11-01..2026-11-15, november, last-month or 30d")

  static let periodEmpty = Phrase(
    "период не указан: \(periodForms.russian)", "no period given: \(periodForms.english)")

  static func periodUnknown(_ text: String) -> Phrase {
    Phrase("непонятный период «\(text)»: \(periodForms.russian)", "unknown period '\(text)': \(periodForms.english)")
  }

  static func periodNoSuchDate(_ text: String) -> Phrase {
    Phrase("даты «\(text)» нет в календаре", "there is no date '\(text)' in the calendar")
  }

  static func periodReversed(_ from: CivilDate, _ to: CivilDate) -> Phrase {
    Phrase(
      "период заканчивается раньше, чем начинается: введите \(to.text)..\(from.text)",
      "the period ends before it begins: type \(to.text)..\(from.text)")
  }

  static func periodWrongLength(_ text: String) -> Phrase {
    Phrase(
      "«\(text)» — не длина периода: укажите от 1 до 36600 дней, например 30d",
      "'\(text)' is not the length of a period: give 1 to 36600 days, for example 30d")
  }
}
