import Domain

/// What the operations of a period add up to, taken in one by one: a statement in rows keeps none of them.
struct StatementSums: Sendable, Equatable {
  let period: StatementPeriod
  let selection: StatementSelection
  /// What all operations of the period add up to, whatever is selected.
  private(set) var whole: Domain.Statement
  private var selected: Domain.Statement.Totals?
  private var others: Set<LedgerEntry.Kind> = []
  /// None was selected.
  private(set) var isEmpty = true

  /// - opening: the balance before the period where it is known; else it follows from its first operation.
  init(period: StatementPeriod, selection: StatementSelection, currency: Currency, opening: Money? = nil) {
    self.period = period
    self.selection = selection
    whole = Domain.Statement(currency: currency, opening: opening)
    selected = Domain.Statement.Totals(currency)
  }

  /// Takes the next operation in the ledger's order; returns whether it is selected.
  mutating func add(_ entry: LedgerEntry) -> Bool {
    whole.add(entry)
    guard selection.isEverything || selection.holds(entry) else {
      if isEmpty { others.insert(entry.kind) }
      return false
    }
    isEmpty = false
    if entry.amount.currency != whole.currency || selected?.add(entry.amount) == false { selected = nil }
    return true
  }

  /// What the selected ones add up to; nil when there are none or the sum leaves 64 bits.
  var total: Money? { isEmpty ? nil : selected?.sum }

  /// The kinds that there are where none was selected.
  var kindsThere: [LedgerEntry.Kind] { isEmpty ? others.sorted { $0.rawValue < $1.rawValue } : [] }
}
