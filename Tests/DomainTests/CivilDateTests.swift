import JSON
import Testing

@testable import Domain

@Suite struct CivilDateTests {
  @Test func thePlainCalendarWalkedDayByDayAgrees() throws {
    var (year, month, dayOfMonth, weekday) = (1900, 1, 1, 1)  // January 1, 1900 was a Monday.
    var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -25_567  // 70 years with 17 leap days before 1970.
    while year <= 2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      lengths[1] = isLeap ? 29 : 28
      let date = CivilDate(dayNumber: number)
      let parts = date.components
      let isRight =
        parts.year == year && parts.month == month && parts.day == dayOfMonth && date.weekday == weekday
        && CivilDate(year: year, month: month, day: dayOfMonth) == date && date.daysInMonth == lengths[month - 1]
      try #require(isRight, "day \(number) is \(year)-\(month)-\(dayOfMonth), not \(date.text)")
      number += 1
      weekday = weekday % 7 + 1
      dayOfMonth += 1
      if dayOfMonth > lengths[month - 1] { (dayOfMonth, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    #expect(number == 84_371)
  }

  @Test(arguments: ["0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2028-02-29", "9999-12-31"])
  func aDateReadsBackAsItself(text: String) throws {
    #expect(try day(text).text == text)
    #expect(try CivilDate(json: day(text).json).text == text)
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-1", "2026/11/21",
    "2026-11-21 ", " 2026-11-21", "20261121", "٢٠٢٦-١١-٢١", "-026-11-21", "2026-11-2x", "0000-00-00", "+026-11-21",
  ])
  func aDayThatDoesNotExistIsRefused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-11-21", 2, "2027-01-21"), ("2026-12-31", 12, "2027-12-31"), ("2028-02-29", 12, "2029-02-28"),
    ("2026-01-15", -13, "2024-12-15"), ("2026-08-31", 1, "2026-09-30"),
  ])
  func aMonthLaterIsTheSameDayOrTheMonthsLast(from: String, months: Int, to: String) throws {
    #expect(try day(from).adding(months: months) == day(to))
  }

  @Test func edgesOfAMonth() throws {
    let date = try day("2028-02-10")
    #expect(try date.firstOfMonth == day("2028-02-01"))
    #expect(try date.lastOfMonth == day("2028-02-29"))
    #expect(try date.firstOfNextMonth == day("2028-03-01"))
    #expect(try day("2026-12-31").firstOfNextMonth == day("2027-01-01"))
    #expect(date.monthText == "2028-02")
    #expect(try date.days(until: day("2028-03-01")) == 20)
    #expect(try day("2028-03-01").days(until: date) == -20)
  }
}

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-21T09:00:00Z", 1_795_251_600), ("1969-12-31T23:59:59Z", -1),
      ("2000-02-29T12:34:56Z", 951_827_696), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
    ] as [(String, Int64)])
  func aMomentIsWrittenAndReadInUTC(text: String, seconds: Int64) {
    #expect(Timestamp(text)?.seconds == seconds)
    #expect(Timestamp(seconds: seconds).text == text)
  }

  @Test(arguments: [
    "2026-11-21T12:00:00+03:00", "2026-11-21T09:00:00.999Z", "2026-11-21 09:00:00Z", "2026-11-21T04:30:00-04:30",
    "2026-11-21T09:00:00.123456+00:00",
  ])
  func offsetsAndFractionsAreRead(text: String) {
    #expect(Timestamp(text)?.seconds == 1_795_251_600)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T09:00:00", "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z", "2026-11-21T09:00:61Z",
    "2026-02-30T09:00:00Z", "2026-11-21T09:00:00+3:00", "2026-11-21T09:00:00+0300", "2026-11-21T09:00:00.Z",
    "2026-11-21T09:00:00ZZ", "0000-00-00 00:00:00Z", "2026-11-21T09:00:00 03:00", "2026-11-21Tab:cd:efZ",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func theProvidersDayIsCountedAtItsOwnOffset() throws {
    let moment = try #require(Timestamp("2026-11-21T22:30:00Z"))
    #expect(try moment.date(utcOffset: 180) == day("2026-11-22"))
    #expect(try moment.date(utcOffset: 0) == day("2026-11-21"))
    #expect(moment.timeOfDay(utcOffset: 180) == (1, 30))
    #expect(moment.timeOfDay(utcOffset: -23 * 60) == (23, 30))
    #expect(try Timestamp(startOf: day("2026-11-22"), utcOffset: 180).text == "2026-11-21T21:00:00Z")
    #expect(try Timestamp(seconds: -1).date(utcOffset: 0) == day("1969-12-31"))
  }

  @Test func momentsAtTheEdgeOfTheClockDoNotTrap() {
    for seconds in [Int64.min, .min + 1, .max - 1, .max] {
      let moment = Timestamp(seconds: seconds)
      #expect(!moment.text.isEmpty)
      _ = moment.timeOfDay(utcOffset: 840)
      _ = moment.adding(seconds: .max).seconds(until: Timestamp(seconds: .min))
    }
  }
}
