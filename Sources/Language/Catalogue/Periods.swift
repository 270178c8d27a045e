import Domain

/// What is said when a typed period cannot be taken.
extension Phrase {
  static let periodForms = Phrase(
    "введите, например, 2026-11, 2026-11-01..2026-11-15, ноябрь, last-month или 30d",
    "type for example 2026-11, 2026-11-01..2026-11-15, november, last-month or 30d")

  static let periodEmpty = Phrase("период не указан", "no period is given")

  static func periodUnknown(_ text: String) -> Phrase {
    Phrase("непонятный период «\(text)»", "unknown period ‘\(text)’")
  }

  static func periodNoSuchDate(_ text: String) -> Phrase {
    Phrase("даты «\(text)» нет в календаре", "there is no date ‘\(text)’ in the calendar")
  }

  static let periodReversed = Phrase(
    "период заканчивается раньше, чем начинается", "the period ends before it begins")
  static func periodTurned(_ from: CivilDate, _ to: CivilDate) -> Phrase {
    Phrase("введите \(to.text)..\(from.text)", "type \(to.text)..\(from.text)")
  }

  static func periodWrongLength(_ text: String) -> Phrase {
    Phrase(
      "«\(text)» — не длина периода", "‘\(text)’ is not the length of a period")
  }
  static let periodLength = Phrase(
    "укажите от 1 до 36600 дней, например 30d", "give 1 to 36600 days, for example 30d")
}
