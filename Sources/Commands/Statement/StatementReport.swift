import Domain
import JSON

/// The operations of a period, and whether they explain its balances.
struct StatementReport: Sendable, Equatable {
  let sums: StatementSums
  /// The selected ones, newest last.
  let entries: [LedgerEntry]

  var period: StatementPeriod { sums.period }
  var selection: StatementSelection { sums.selection }
  var opening: Money? { sums.whole.opening }
  var closing: Money? { sums.whole.closing }

  var json: JSON {
    .members([
      "from": period.from?.json, "to": period.to?.json,
      "kinds": selection.kinds.isEmpty ? nil : .array(selection.kinds.map { .string($0) }),
      "service": selection.service.map { .string($0) }, "opening": opening?.json, "closing": closing?.json,
      "total": sums.total?.json,
      "discrepancies": sums.whole.isConsistent ? nil : .array(sums.whole.discrepancies.map(\.json)),
      "entries": .array(entries.map(\.json)),
    ])
  }
}

extension Domain.Statement.Discrepancy {
  /// `{"entry":"e-17","problem":"broken","difference":{…}}`
  fileprivate var json: JSON {
    switch self {
    case .broken(let entry, let difference):
      ["entry": .string(entry), "problem": "broken", "difference": difference.json]
    case .currency(let entry): ["entry": .string(entry), "problem": "currency"]
    case .overflow(let entry): ["entry": .string(entry), "problem": "overflow"]
    }
  }
}
