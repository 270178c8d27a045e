import Domain

/// Moments, durations and the age of data in words.
package enum TimeText {
  /// «14:05», at the account's offset from UTC in minutes.
  package static func timeOfDay(_ moment: Timestamp, utcOffsetMinutes: Int) -> Phrase {
    let (hour, minute) = moment.timeOfDay(utcOffset: utcOffsetMinutes)
    return Phrase(verbatim: "\(DateText.twoDigits(hour)):\(DateText.twoDigits(minute))")
  }

  /// «21 ноября, 14:05», "21 November, 14:05"; with the year when it is not the current one.
  package static func moment(_ moment: Timestamp, today: CivilDate, utcOffsetMinutes: Int) -> Phrase {
    let date = moment.date(utcOffset: utcOffsetMinutes)
    let day = DateText.near(date, today: today)
    let time = timeOfDay(moment, utcOffsetMinutes: utcOffsetMinutes).russian
    return Phrase("\(day.russian), \(time)", "\(day.english), \(time)")
  }

  /// «45 с», «12 мин», «2 ч 15 мин», «3 дня 4 ч»: the two largest units, rounded down. A negative length counts as none.
  package static func duration(seconds: Int64) -> Phrase {
    let seconds = Int(max(0, seconds))
    switch seconds {
    case ..<60:
      return Phrase("\(seconds) с", "\(seconds) s")
    case ..<3_600:
      return Phrase("\(seconds / 60) мин", "\(seconds / 60) min")
    case ..<86_400:
      let minutes = seconds / 60 % 60
      let hours = Phrase("\(seconds / 3_600) ч", "\(seconds / 3_600) h")
      return minutes == 0 ? hours : Phrase("\(hours.russian) \(minutes) мин", "\(hours.english) \(minutes) min")
    default:
      let days = plural(seconds / 86_400, .days)
      let hours = seconds / 3_600 % 24
      return hours == 0 ? days : Phrase("\(days.russian) \(hours) ч", "\(days.english) \(hours) h")
    }
  }

  /// «только что», «12 мин назад», «3 ч назад», «2 дня назад»: one unit, rounded down.
  ///
  /// Data from the future (the clock went back) is «из будущего»: it must not look fresh.
  package static func age(seconds: Int64) -> Phrase {
    switch seconds {
    case ..<(-60): return Phrase("из будущего: проверьте часы", "from the future: check the clock")
    case ..<60: return Phrase("только что", "just now")
    case ..<3_600: return Phrase("\(seconds / 60) мин назад", "\(seconds / 60) min ago")
    case ..<86_400: return Phrase("\(seconds / 3_600) ч назад", "\(seconds / 3_600) h ago")
    default:
      let days = plural(Int(seconds / 86_400), .days)
      return Phrase("\(days.russian) назад", "\(days.english) ago")
    }
  }

  /// «данные получены 3 ч назад», "data received 3 h ago"; «данные получены только что».
  package static func dataAge(seconds: Int64) -> Phrase {
    let age = age(seconds: seconds)
    if (-60..<60).contains(seconds) { return Phrase("данные получены только что", "data received just now") }
    return Phrase("данные получены \(age.russian)", "data received \(age.english)")
  }
}
