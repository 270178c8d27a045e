import Domain
import JSON

/// The operations of a period, and whether they explain its balances.
struct StatementReport: Sendable, Equatable {
  let period: StatementPeriod
  let selection: StatementSelection
  /// The selected ones, newest last.
  let entries: [LedgerEntry]
  /// The balance before and after all operations of the period; nil when there were none.
  let opening: Money?
  let closing: Money?
  /// What the selected ones add up to; nil when there are none or the sum leaves 64 bits.
  let total: Money?
  /// The closing balance less the opening one and all amounts; nil when that is nothing.
  let discrepancy: Money?
  /// The kinds of all operations of the period, in the order of their names.
  let kindsThere: [LedgerEntry.Kind]

  /// - Parameter all: every operation of the period, in the ledger's order.
  init(period: StatementPeriod, selection: StatementSelection, all: [LedgerEntry]) {
    self.period = period
    self.selection = selection
    entries = all.filter(selection.holds)
    let opening = all.first.flatMap { $0.balance.subtracting($0.amount) }
    let closing = all.last?.balance
    let explained = StatementReport.sum(all).flatMap { sum in opening?.adding(sum) }
    let difference = explained.flatMap { closing?.subtracting($0) }
    self.opening = opening
    self.closing = closing
    discrepancy = difference.flatMap { $0.isZero ? nil : $0 }
    total = StatementReport.sum(entries)
    kindsThere = Set(all.map(\.kind)).sorted { $0.rawValue < $1.rawValue }
  }

  private static func sum(_ entries: [LedgerEntry]) -> Money? {
    guard let first = entries.first else { return nil }
    return entries.dropFirst().reduce(Optional(first.amount)) { $0?.adding($1.amount) }
  }

  var json: JSON {
    .members([
      "from": period.from?.json, "to": period.to?.json,
      "kinds": selection.kinds.isEmpty ? nil : .array(selection.kinds.map { .string($0) }),
      "service": selection.service.map { .string($0) }, "opening": opening?.json, "closing": closing?.json,
      "total": total?.json, "discrepancy": discrepancy?.json, "entries": .array(entries.map(\.json)),
    ])
  }
}
