import Domain
import JSON

/// Sums of a ledger by month and kind of operation, in minor units of the ledger's currency.
package struct MonthTotals: Sendable, Equatable {
  /// Months counted from the year 0, to kind, to sum: a number costs less than a text a hundred thousand times.
  private var months: [Int: [LedgerEntry.Kind: Int64]] = [:]

  package init() {}

  mutating func add(_ entry: LedgerEntry) throws(StoreError) {
    let (year, month, _) = entry.date.components
    try add(entry.amount.minor, entry.kind, month: year * 12 + month - 1)
  }

  mutating func add(_ other: MonthTotals) throws(StoreError) {
    for (month, kinds) in other.months {
      for (kind, sum) in kinds { try add(sum, kind, month: month) }
    }
  }

  private mutating func add(_ amount: Int64, _ kind: LedgerEntry.Kind, month: Int) throws(StoreError) {
    let (sum, overflow) = months[month, default: [:]][kind, default: 0].addingReportingOverflow(amount)
    guard !overflow else { throw .excessive("sum of \(MonthTotals.text(month))") }
    months[month, default: [:]][kind] = sum
  }

  private static func text(_ month: Int) -> String {
    CivilDate(year: month / 12, month: month % 12 + 1, day: 1)?.monthText ?? "0000-00"
  }

  /// Months in order, each with its kinds in order of their names.
  package var sorted: [(month: String, kinds: [(kind: LedgerEntry.Kind, sum: Int64)])] {
    months.sorted { $0.key < $1.key }.map { month, kinds in
      (MonthTotals.text(month), kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) })
    }
  }
}

extension MonthTotals: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    guard case .object(let members) = json else { throw FieldError("totals", "an object is due") }
    for (month, value) in members {
      guard case .object(let sums) = value else { throw FieldError("totals.\(month)", "an object is due") }
      guard let index = CivilDate(month + "-01").map({ $0.year * 12 + $0.month - 1 }) else {
        throw FieldError("totals.\(month)", "a month as 2026-11 is due")
      }
      for (kind, sum) in sums {
        guard case .integer(let number) = sum else { throw FieldError("totals.\(month).\(kind)", "an integer is due") }
        months[index, default: [:]][LedgerEntry.Kind(rawValue: kind)] = number
      }
    }
  }

  package var json: JSON {
    let pairs = sorted.map { month, kinds in
      (month, JSON.object(Dictionary(uniqueKeysWithValues: kinds.map { ($0.kind.rawValue, JSON.integer($0.sum)) })))
    }
    return .object(Dictionary(uniqueKeysWithValues: pairs))
  }
}
