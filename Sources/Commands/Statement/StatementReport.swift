import Domain
import JSON

/// The operations of a period, and whether they explain its balances.
struct StatementReport: Sendable, Equatable {
  let period: StatementPeriod
  let selection: StatementSelection
  /// The selected ones, newest last.
  let entries: [LedgerEntry]
  /// What all operations of the period add up to, whatever is selected.
  let whole: Domain.Statement
  /// What the selected ones add up to; nil when there are none or the sum leaves 64 bits.
  let total: Money?

  /// - Parameters:
  ///   - all: every operation of the period, in the ledger's order.
  ///   - opening: the balance before them where it is known; else it follows from the first of them.
  init(
    period: StatementPeriod, selection: StatementSelection, all: [LedgerEntry], currency: Currency,
    opening: Money? = nil
  ) {
    self.period = period
    self.selection = selection
    let entries = selection.isEverything ? all : all.filter(selection.holds)
    self.entries = entries
    whole = Domain.Statement(all, currency: currency, opening: opening)
    total = StatementReport.total(of: entries, currency)
    kindsThere = entries.isEmpty ? Set(all.map(\.kind)).sorted { $0.rawValue < $1.rawValue } : []
  }

  private static func total(of entries: [LedgerEntry], _ currency: Currency) -> Money? {
    var sum = Domain.Statement.Totals(currency)
    for index in entries.indices {
      guard entries[index].amount.currency == currency, sum.add(entries[index].amount) else { return nil }
    }
    return entries.isEmpty ? nil : sum.sum
  }

  var opening: Money? { whole.opening }
  var closing: Money? { whole.closing }

  /// The kinds of all operations of the period where none of them was selected.
  let kindsThere: [LedgerEntry.Kind]

  var json: JSON {
    .members([
      "from": period.from?.json, "to": period.to?.json,
      "kinds": selection.kinds.isEmpty ? nil : .array(selection.kinds.map { .string($0) }),
      "service": selection.service.map { .string($0) }, "opening": opening?.json, "closing": closing?.json,
      "total": total?.json,
      "discrepancies": whole.isConsistent ? nil : .array(whole.discrepancies.map(\.json)),
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
