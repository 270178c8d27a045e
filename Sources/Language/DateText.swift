import Domain

/// Dates and times of day in words. Pure: what "today" is, and the account's offset from UTC, are arguments.
package enum DateText {
  /// «21 ноября», "21 November": for a date whose year is plain from the context.
  package static func dayMonth(_ date: CivilDate) -> Phrase {
    let month = MonthName.of(date)
    return Phrase("\(date.day) \(month.genitive)", "\(date.day) \(month.english)")
  }

  /// «21 ноября 2026 г.», "21 November 2026".
  package static func full(_ date: CivilDate) -> Phrase {
    let dayMonth = dayMonth(date)
    return Phrase("\(dayMonth.russian) \(date.year)\(NumberText.noBreakSpace)г.", "\(dayMonth.english) \(date.year)")
  }

  /// With the year only when it is not the current one.
  package static func near(_ date: CivilDate, today: CivilDate) -> Phrase {
    date.year == today.year ? dayMonth(date) : full(date)
  }

  /// For tables: `21.11.2026`, `21 Nov 2026`; always of the same width in Russian.
  package static func short(_ date: CivilDate) -> Phrase {
    Phrase(
      "\(twoDigits(date.day)).\(twoDigits(date.month)).\(date.year)",
      "\(twoDigits(date.day)) \(MonthName.of(date).english.prefix(3)) \(date.year)")
  }

  /// «ноябрь 2026 г.», "November 2026".
  package static func month(_ date: CivilDate) -> Phrase {
    let month = MonthName.of(date)
    return Phrase("\(month.nominative) \(date.year)\(NumberText.noBreakSpace)г.", "\(month.english) \(date.year)")
  }

  /// «суббота», "Saturday".
  package static func weekday(_ date: CivilDate) -> Phrase {
    switch date.weekday {
    case 1: Phrase("понедельник", "Monday")
    case 2: Phrase("вторник", "Tuesday")
    case 3: Phrase("среда", "Wednesday")
    case 4: Phrase("четверг", "Thursday")
    case 5: Phrase("пятница", "Friday")
    case 6: Phrase("суббота", "Saturday")
    default: Phrase("воскресенье", "Sunday")
    }
  }

  /// «сегодня», «завтра», «через 5 дней», «вчера», «5 дней назад».
  package static func relative(_ date: CivilDate, today: CivilDate) -> Phrase {
    let days = today.days(until: date)
    switch days {
    case 0: return Phrase("сегодня", "today")
    case 1: return Phrase("завтра", "tomorrow")
    case -1: return Phrase("вчера", "yesterday")
    case 2...:
      let count = plural(days, .days)
      return Phrase("через \(count.russian)", "in \(count.english)")
    default:
      let count = plural(-days, .days)
      return Phrase("\(count.russian) назад", "\(count.english) ago")
    }
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// The names of one month.
struct MonthName {
  let nominative: String
  let genitive: String
  let english: String

  static func of(_ date: CivilDate) -> MonthName {
    all[(date.month - 1) % all.count]
  }

  static let all = [
    MonthName(nominative: "январь", genitive: "января", english: "January"),
    MonthName(nominative: "февраль", genitive: "февраля", english: "February"),
    MonthName(nominative: "март", genitive: "марта", english: "March"),
    MonthName(nominative: "апрель", genitive: "апреля", english: "April"),
    MonthName(nominative: "май", genitive: "мая", english: "May"),
    MonthName(nominative: "июнь", genitive: "июня", english: "June"),
    MonthName(nominative: "июль", genitive: "июля", english: "July"),
    MonthName(nominative: "август", genitive: "августа", english: "August"),
    MonthName(nominative: "сентябрь", genitive: "сентября", english: "September"),
    MonthName(nominative: "октябрь", genitive: "октября", english: "October"),
    MonthName(nominative: "ноябрь", genitive: "ноября", english: "November"),
    MonthName(nominative: "декабрь", genitive: "декабря", english: "December"),
  ]
}
