import Domain
import Language

/// The days that a statement covers; without a bound, as far as the history goes.
struct StatementPeriod: Sendable, Equatable {
  let from: CivilDate?
  let to: CivilDate?

  static let whole = StatementPeriod(from: nil, to: nil)

  init(from: CivilDate?, to: CivilDate?) {
    self.from = from
    self.to = to
  }

  /// What a person typed: a period, or one or both bounds; `fallback` when nothing was.
  init(period: String?, from: String?, to: String?, today: CivilDate, fallback: StatementPeriod) throws {
    let parser = PeriodParser(today: today)
    if let period {
      guard from == nil, to == nil else { throw Failure(.usage, .statementPeriodTwice, hint: .statementPeriodOnce) }
      if ["all", "всё", "все"].contains(period.lowercased()) {
        self = .whole
      } else {
        let days = try parser.parse(period)
        self.init(from: days.lowerBound, to: days.upperBound)
      }
      return
    }
    guard from != nil || to != nil else {
      self = fallback
      return
    }
    self.init(
      from: try from.map { try parser.parse($0).lowerBound }, to: try to.map { try parser.parse($0).upperBound })
    guard let from = self.from, let to = self.to, from > to else { return }
    throw Failure(.usage, .statementReversed(from, to), hint: .statementSwapBounds)
  }

  /// For the store; nil for the whole history.
  var days: ClosedRange<CivilDate>? {
    guard from != nil || to != nil else { return nil }
    let first = from ?? CivilDate(dayNumber: -1_000_000)
    return first...max(first, to ?? CivilDate(dayNumber: 4_000_000))
  }

  /// Whether it holds each month wholly or not at all, so that sums by month answer for it.
  var isOfWholeMonths: Bool {
    (from.map { $0.day == 1 } ?? true) && (to.map { $0 == $0.lastOfMonth } ?? true)
  }

  /// Whether it holds a month, given as `2026-11`; for a period of whole months.
  func holds(month: String) -> Bool {
    (from.map { $0.monthText <= month } ?? true) && (to.map { month <= $0.monthText } ?? true)
  }

  func isBefore(month: String) -> Bool { to.map { $0.monthText < month } ?? false }

  var title: Phrase { .statementTitle(from, to) }
}

/// Which operations of a period are meant.
struct StatementSelection: Sendable, Equatable {
  /// Raw kinds; `other` stands for all that we do not know. Empty: every kind.
  let kinds: [String]
  let service: String?

  static let other = "other"
  static let choices = LedgerEntry.Kind.known.map(\.rawValue) + [other]

  var isEverything: Bool { kinds.isEmpty && service == nil }

  func holds(_ kind: LedgerEntry.Kind) -> Bool {
    kinds.isEmpty || kinds.contains(LedgerEntry.Kind.known.contains(kind) ? kind.rawValue : Self.other)
  }

  func holds(_ entry: LedgerEntry) -> Bool {
    holds(entry.kind) && (service.map { entry.service == $0 } ?? true)
  }
}
