import Domain

/// Why a typed text is not a period.
package enum PeriodError: Error, Equatable, Sendable {
  case empty
  case unknown(String)
  /// The form is right but there is no such day or month: `2026-02-30`, `2026-13`.
  case noSuchDate(String)
  case reversed(from: CivilDate, to: CivilDate)
  /// `0d`, or more days than the calendar has.
  case wrongLength(String)

  /// What is wrong.
  package var phrase: Phrase {
    switch self {
    case .empty: .periodEmpty
    case .unknown(let text): .periodUnknown(text)
    case .noSuchDate(let text): .periodNoSuchDate(text)
    case .reversed: .periodReversed
    case .wrongLength(let text): .periodWrongLength(text)
    }
  }

  /// What to type instead.
  package var remedy: Phrase {
    switch self {
    case .empty, .unknown, .noSuchDate: .periodForms
    case .reversed(let from, let to): .periodTurned(from, to)
    case .wrongLength: .periodLength
    }
  }
}

/// Reads a period that a person typed; `today` is the account's current day.
package struct PeriodParser {
  private let today: CivilDate
  private static let longest = 36_600

  package init(today: CivilDate) {
    self.today = today
  }

  /// `2026`, `2026-11`, `2026-11-21`, `2026-11-01..2026-11-15`, `2026-11-01..` (until today), `today`, `yesterday`,
  /// `this-month`, `last-month`, `this-year`, `last-year`, `30d` (the last 30 days with today), `ноябрь`,
  /// `november 2026`. A month without a year is the latest one that has begun.
  package func parse(_ typed: String) throws(PeriodError) -> ClosedRange<CivilDate> {
    let words = typed.lowercased().split { " _\t\u{A0}".contains($0) }
    guard !words.isEmpty else { throw .empty }
    let text = words.joined(separator: "-")
    if let named = named(text) { return named }
    if let separator = text.firstRange(ofTwoDots: ()) {
      return try range(text[..<separator.lowerBound], text[separator.upperBound...])
    }
    if let days = try lastDays(text) { return days }
    if let month = try monthByName(words.map(String.init)) { return month }
    return try calendar(text[...])
  }

  private func named(_ text: String) -> ClosedRange<CivilDate>? {
    switch text {
    case "today", "сегодня": today...today
    case "yesterday", "вчера": today.adding(days: -1)...today.adding(days: -1)
    case "this-month", "month", "этот-месяц", "месяц": wholeMonth(today)
    case "last-month", "прошлый-месяц": wholeMonth(today.firstOfMonth.adding(days: -1))
    case "this-year", "year", "этот-год", "год": wholeYear(today.year)
    case "last-year", "прошлый-год": wholeYear(today.year - 1)
    default: nil
    }
  }

  /// From the first day of the left side to the last day of the right; an open right side ends today.
  private func range(_ left: Substring, _ right: Substring) throws(PeriodError) -> ClosedRange<CivilDate> {
    let from = try calendar(left).lowerBound
    let to = right.isEmpty ? today : try calendar(right).upperBound
    guard from <= to else { throw .reversed(from: from, to: to) }
    return from...to
  }

  private func lastDays(_ text: String) throws(PeriodError) -> ClosedRange<CivilDate>? {
    guard let unit = text.last, "dд".contains(unit), text.count > 1 else { return nil }
    let number = text.dropLast()
    guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard let days = Int(number), (1...Self.longest).contains(days) else { throw .wrongLength(text) }
    return today.adding(days: 1 - days)...today
  }

  private func monthByName(_ words: [String]) throws(PeriodError) -> ClosedRange<CivilDate>? {
    let words = words.flatMap { $0.split(separator: "-").map(String.init) }
    guard let name = words.first, let month = Self.month(named: name), words.count <= 2 else { return nil }
    guard words.count == 2 else {
      let year = month <= today.month ? today.year : today.year - 1
      return CivilDate(year: year, month: month, day: 1).map(wholeMonth)
    }
    guard let year = Int(words[1]), words[1].utf8.count == 4 else { throw .unknown(words.joined(separator: " ")) }
    guard let first = CivilDate(year: year, month: month, day: 1) else {
      throw .noSuchDate(words.joined(separator: " "))
    }
    return wholeMonth(first)
  }

  /// The number of a month from its name in either language, also in the genitive or cut to at least three letters.
  private static func month(named name: String) -> Int? {
    guard name.count >= 3 else { return nil }
    let index = MonthName.all.firstIndex { month in
      [month.nominative, month.genitive, month.english.lowercased()].contains { $0.hasPrefix(name) }
    }
    return index.map { $0 + 1 }
  }

  /// A year, a month or a day in digits.
  private func calendar(_ text: Substring) throws(PeriodError) -> ClosedRange<CivilDate> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard numbers.count == parts.count, [[4], [4, 2], [4, 2, 2]].contains(lengths) else {
      throw .unknown(String(text))
    }
    let month = numbers.count > 1 ? numbers[1] : 1
    let day = numbers.count > 2 ? numbers[2] : 1
    guard let first = CivilDate(year: numbers[0], month: month, day: day) else { throw .noSuchDate(String(text)) }
    switch numbers.count {
    case 1: return wholeYear(first.year)
    case 2: return wholeMonth(first)
    default: return first...first
    }
  }

  private func wholeMonth(_ date: CivilDate) -> ClosedRange<CivilDate> {
    date.firstOfMonth...date.lastOfMonth
  }

  private func wholeYear(_ year: Int) -> ClosedRange<CivilDate> {
    let first = CivilDate(year: year, month: 1, day: 1) ?? today
    return first...(CivilDate(year: year, month: 12, day: 31) ?? first)
  }
}

extension String {
  /// Where `..` stands for the first time.
  fileprivate func firstRange(ofTwoDots: Void) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == ".", next < endIndex, self[next] == "." { return index..<self.index(after: next) }
      index = next
    }
    return nil
  }
}
