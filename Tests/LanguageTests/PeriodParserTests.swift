import Domain
import Testing

@testable import Language

struct PeriodParserTests {
  private func parser() throws -> PeriodParser {
    PeriodParser(today: try #require(CivilDate("2026-11-21")))
  }

  private func error(_ text: String) throws -> PeriodError? {
    let parser = try parser()
    do throws(PeriodError) {
      _ = try parser.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("2026-11", "2026-11-01", "2026-11-30"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026", "2026-01-01", "2026-12-31"), ("2026-11-05", "2026-11-05", "2026-11-05"),
    ("2026-11-01..2026-11-15", "2026-11-01", "2026-11-15"), ("2026-10..2026-11", "2026-10-01", "2026-11-30"),
    ("2025..2026-02", "2025-01-01", "2026-02-28"), ("2026-11-01..", "2026-11-01", "2026-11-21"),
    ("this-month", "2026-11-01", "2026-11-30"), ("last-month", "2026-10-01", "2026-10-31"),
    ("Last Month", "2026-10-01", "2026-10-31"), ("прошлый месяц", "2026-10-01", "2026-10-31"),
    ("this-year", "2026-01-01", "2026-12-31"), ("last-year", "2025-01-01", "2025-12-31"),
    ("today", "2026-11-21", "2026-11-21"), ("вчера", "2026-11-20", "2026-11-20"),
    ("ноябрь", "2026-11-01", "2026-11-30"), ("Декабрь", "2025-12-01", "2025-12-31"),
    ("мая", "2026-05-01", "2026-05-31"),
    ("november 2026", "2026-11-01", "2026-11-30"), ("nov-2025", "2025-11-01", "2025-11-30"),
    ("сентября 2024", "2024-09-01", "2024-09-30"), ("30d", "2026-10-23", "2026-11-21"),
    ("1d", "2026-11-21", "2026-11-21"),
    ("7д", "2026-11-15", "2026-11-21"),
  ])
  func periodIsRead(_ text: String, _ from: String, _ to: String) throws {
    let period = try parser().parse(text)
    #expect(period.lowerBound.text == from)
    #expect(period.upperBound.text == to)
  }

  @Test(arguments: [
    ("", PeriodError.empty), ("  ", .empty), ("2026-13", .noSuchDate("2026-13")),
    ("2026-02-30", .noSuchDate("2026-02-30")), ("0000", .noSuchDate("0000")), ("0d", .wrongLength("0d")),
    ("99999999999999999999d", .wrongLength("99999999999999999999d")), ("soon", .unknown("soon")),
    ("26-11", .unknown("26-11")), ("2026-1", .unknown("2026-1")), ("٢٠٢٦", .unknown("٢٠٢٦")),
    ("2026-11-01...", .unknown(".")), ("..2026", .unknown("")), ("november 26", .unknown("november 26")),
    ("2026-11-21-01", .unknown("2026-11-21-01")),
  ])
  func badPeriodHasItsOwnReason(_ text: String, _ reason: PeriodError) throws {
    #expect(try error(text) == reason)
  }

  @Test func reversedPeriodIsShownTheRightWayRound() throws {
    let reason = try #require(try error("2026-11-15..2026-11-01"))
    #expect(reason.phrase.english == "the period ends before it begins")
    #expect(reason.remedy.english == "type 2026-11-01..2026-11-15")
  }
}
