import Domain
import Testing

@testable import Language

struct DateTextTests {
  private func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text))
  }

  @Test func dateIsWrittenInFull() throws {
    let day = try date("2026-11-21")
    #expect(DateText.full(day) == Phrase("21 ноября 2026\u{A0}г.", "21 November 2026"))
    #expect(DateText.dayMonth(day) == Phrase("21 ноября", "21 November"))
    #expect(DateText.month(day) == Phrase("ноябрь 2026\u{A0}г.", "November 2026"))
  }

  @Test func shortDateHasTwoDigitsADay() throws {
    #expect(DateText.short(try date("2026-01-05")) == Phrase("05.01.2026", "05 Jan 2026"))
  }

  @Test func yearIsToldWhenItIsAnother() throws {
    let today = try date("2026-11-21")
    #expect(DateText.near(try date("2026-12-31"), today: today).russian == "31 декабря")
    #expect(DateText.near(try date("2027-01-01"), today: today).english == "1 January 2027")
  }

  @Test(arguments: [
    ("2026-11-21", "сегодня", "today"), ("2026-11-22", "завтра", "tomorrow"), ("2026-11-20", "вчера", "yesterday"),
    ("2026-11-26", "через 5 дней", "in 5 days"), ("2026-11-19", "2 дня назад", "2 days ago"),
    ("2026-12-12", "через 21 день", "in 21 days"),
  ])
  func daysAreCountedFromToday(_ text: String, _ russian: String, _ english: String) throws {
    #expect(DateText.relative(try date(text), today: try date("2026-11-21")) == Phrase(russian, english))
  }

  @Test func weekdayIsNamed() throws {
    #expect(DateText.weekday(try date("2026-11-21")) == Phrase("суббота", "Saturday"))
    #expect(DateText.weekday(try date("1969-12-31")) == Phrase("среда", "Wednesday"))
  }

  @Test func timeOfDayIsTheAccounts() throws {
    let moment = try #require(Timestamp("2026-11-21T22:05:00Z"))
    #expect(TimeText.timeOfDay(moment, utcOffsetMinutes: 0).russian == "22:05")
    #expect(TimeText.timeOfDay(moment, utcOffsetMinutes: 180).russian == "01:05")
    let today = try date("2026-11-21")
    #expect(
      TimeText.moment(moment, today: today, utcOffsetMinutes: 180) == Phrase("22 ноября, 01:05", "22 November, 01:05"))
  }

  @Test(arguments: [
    (0, "0 с", "0 s"), (59, "59 с", "59 s"), (60, "1 мин", "1 min"), (3_600, "1 ч", "1 h"),
    (8_100, "2 ч 15 мин", "2 h 15 min"), (86_400, "1 день", "1 day"), (273_600, "3 дня 4 ч", "3 days 4 h"),
    (-5, "0 с", "0 s"),
  ])
  func durationHasTwoUnits(_ seconds: Int64, _ russian: String, _ english: String) {
    #expect(TimeText.duration(seconds: seconds) == Phrase(russian, english))
  }

  @Test func ageOfDataIsTold() {
    #expect(TimeText.dataAge(seconds: 10_800) == Phrase("данные получены 3 ч назад", "data received 3 h ago"))
    #expect(TimeText.dataAge(seconds: 30).russian == "данные получены только что")
    #expect(TimeText.age(seconds: 172_800) == Phrase("2 дня назад", "2 days ago"))
    #expect(TimeText.age(seconds: 720).russian == "12 мин назад")
  }

  @Test func dataFromTheFutureNeverLooksFresh() {
    #expect(TimeText.dataAge(seconds: -3_600).russian.contains("проверьте часы"))
  }
}
