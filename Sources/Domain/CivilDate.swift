import JSON

/// A day of the provider's calendar (proleptic Gregorian), without time or zone.
///
/// Stored as days since 1970-01-01; the calendar arithmetic is Howard Hinnant's `days_from_civil`, which needs no table.
package struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let dayNumber: Int

  package init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Nil unless the day exists and the year is from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.daysIn(month: month, year: year)).contains(day)
    else { return nil }
    self.dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD` in ASCII digits.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilDate.digits(bytes[0..<4]), let month = CivilDate.digits(bytes[5..<7]),
      let day = CivilDate.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package var daysInMonth: Int { CivilDate.daysIn(month: month, year: year) }
  package var firstOfMonth: CivilDate { adding(days: 1 - day) }
  package var firstOfNextMonth: CivilDate { firstOfMonth.adding(days: daysInMonth) }
  package var lastOfMonth: CivilDate { firstOfNextMonth.adding(days: -1) }

  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day `months` later; a day that the month lacks becomes its last: January 31 plus a month is February 28.
  package func adding(months: Int) -> CivilDate {
    let index = year * 12 + month - 1 + months
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    let month = index - year * 12 + 1
    let day = min(self.day, CivilDate.daysIn(month: month, year: year))
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// Days from this date to another: positive when the other is later.
  package func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// `YYYY-MM-DD`
  package var text: String {
    String(unsafeUninitializedCapacity: 24) { buffer in
      var writer = DigitWriter(buffer)
      write(into: &writer)
      return writer.count
    }
  }

  /// `YYYY-MM`
  package var monthText: String { String(text.prefix(7)) }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension CivilDate: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    guard case .string(let text) = json, let date = CivilDate(text) else {
      throw FieldError("date", "a date as 2026-11-21 is due")
    }
    self = date
  }

  package var json: JSON { .string(text) }
}
