import Domain
import JSON

/// Sums of a ledger by month and kind of operation, in minor units of the ledger's currency.
package struct MonthTotals: Sendable, Equatable {
  /// `2026-11` to kind to sum.
  package private(set) var months: [String: [LedgerEntry.Kind: Int64]] = [:]

  package init() {}

  mutating func add(_ entry: LedgerEntry) throws(StoreError) {
    try add(entry.amount.minor, entry.kind, month: entry.date.monthText)
  }

  mutating func add(_ other: MonthTotals) throws(StoreError) {
    for (month, kinds) in other.months {
      for (kind, sum) in kinds { try add(sum, kind, month: month) }
    }
  }

  private mutating func add(_ amount: Int64, _ kind: LedgerEntry.Kind, month: String) throws(StoreError) {
    let (sum, overflow) = months[month, default: [:]][kind, default: 0].addingReportingOverflow(amount)
    guard !overflow else { throw .excessive("sum of \(month)") }
    months[month, default: [:]][kind] = sum
  }

  /// Months in order, each with its kinds in order of their names.
  package var sorted: [(month: String, kinds: [(kind: LedgerEntry.Kind, sum: Int64)])] {
    months.sorted { $0.key < $1.key }.map { month, kinds in
      (month, kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) })
    }
  }
}

extension MonthTotals: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    guard case .object(let members) = json else { throw FieldError("totals", "an object is due") }
    for (month, value) in members {
      guard case .object(let sums) = value else { throw FieldError("totals.\(month)", "an object is due") }
      for (kind, sum) in sums {
        guard case .integer(let number) = sum else { throw FieldError("totals.\(month).\(kind)", "an integer is due") }
        months[month, default: [:]][LedgerEntry.Kind(rawValue: kind)] = number
      }
    }
  }

  package var json: JSON {
    .object(
      months.mapValues { kinds in
        .object(Dictionary(uniqueKeysWithValues: kinds.map { ($0.key.rawValue, .integer($0.value)) }))
      })
  }
}

/// The segments of a ledger that will not grow any more, in order.
package struct Manifest: Sendable, Equatable {
  package struct Sealed: Sendable, Equatable {
    package var segment: Segment
    package let totals: MonthTotals
  }

  package var sealed: [Sealed]
}

extension Manifest: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    sealed = try Fields(json, "manifest").list("segments")
    for (before, after) in zip(sealed, sealed.dropFirst()) {
      guard after.segment.firstSeq == before.segment.lastSeq + 1 else {
        throw FieldError("manifest.\(after.segment.name)", "it must begin at \(before.segment.lastSeq + 1)")
      }
    }
  }

  package var json: JSON { ["segments": .array(sealed.map(\.json))] }
}

extension Manifest.Sealed: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    self.init(segment: try Segment(json: json), totals: try Fields(json, "segment").value("totals"))
  }

  package var json: JSON {
    guard case .object(var members) = segment.json else { return .null }
    members["totals"] = totals.json
    return .object(members)
  }
}
