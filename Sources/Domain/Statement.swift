/// What a stretch of the ledger adds up to: opening, closing, totals by kind, by service and by month.
///
/// Entries are added in the ledger's order, oldest first; a hundred thousand of them need no memory but the totals.
/// Anything that does not add up is recorded as a discrepancy and shown; nothing is ever corrected here.
package struct Statement: Sendable, Equatable {
  package struct Totals: Sendable, Equatable {
    package fileprivate(set) var count = 0
    /// The sum of the positive amounts.
    package fileprivate(set) var income: Money
    /// The sum of the negative amounts, itself negative.
    package fileprivate(set) var expense: Money

    /// Income and expense together; it cannot overflow, their signs differ.
    package var sum: Money { income.adding(expense) ?? .zero(income.currency) }
  }

  package enum Discrepancy: Sendable, Equatable {
    /// The entry's balance is not the one before it plus its amount; `difference` is what it has too much.
    case broken(entry: String, difference: Money)
    case currency(entry: String)
    /// The amounts do not fit into 64 bits of minor units.
    case overflow(entry: String)
  }

  package let currency: Currency
  /// The balance before the first entry; nil while there is none and no opening was given.
  package private(set) var opening: Money?
  /// The balance after the last entry.
  package private(set) var closing: Money?
  package private(set) var total: Totals
  package private(set) var discrepancies: [Discrepancy] = []
  private var kinds: [(key: LedgerEntry.Kind, totals: Totals)] = []
  private var services: [(key: String, totals: Totals)] = []
  private var months: [(key: CivilDate, totals: Totals)] = []

  /// - opening: the balance at the beginning where it is known; else it follows from the first entry.
  package init(currency: Currency, opening: Money? = nil) {
    self.currency = currency
    self.opening = opening
    self.closing = opening
    self.total = Totals(currency)
  }

  package init(_ entries: some Sequence<LedgerEntry>, currency: Currency, opening: Money? = nil) {
    self.init(currency: currency, opening: opening)
    for entry in entries { add(entry) }
  }

  /// Whether opening plus sum is closing, and each entry follows from the one before it.
  package var isConsistent: Bool { discrepancies.isEmpty }

  /// Known kinds first in their order, then the others as they came.
  package var byKind: [(kind: LedgerEntry.Kind, totals: Totals)] {
    let known = LedgerEntry.Kind.known.compactMap { kind in kinds.first { $0.key == kind } }
    return (known + kinds.filter { !LedgerEntry.Kind.known.contains($0.key) }).map { ($0.key, $0.totals) }
  }

  /// By the id of what was charged, in the order of first appearance.
  package var byService: [(service: String, totals: Totals)] { services.map { ($0.key, $0.totals) } }

  /// By the first day of the month, oldest first.
  package var byMonth: [(month: CivilDate, totals: Totals)] {
    months.sorted { $0.key < $1.key }.map { ($0.key, $0.totals) }
  }

  package mutating func add(_ entry: LedgerEntry) {
    guard entry.amount.currency == currency, entry.balance.currency == currency else {
      return discrepancies.append(.currency(entry: entry.id))
    }
    follow(entry)
    guard total.add(entry.amount) else { return discrepancies.append(.overflow(entry: entry.id)) }
    Statement.add(entry.amount, to: entry.kind, in: &kinds)
    Statement.add(entry.amount, to: entry.date.firstOfMonth, in: &months)
    if let service = entry.service { Statement.add(entry.amount, to: service, in: &services) }
  }

  private mutating func follow(_ entry: LedgerEntry) {
    defer { closing = entry.balance }
    guard let before = closing else {
      opening = entry.balance.subtracting(entry.amount)
      if opening == nil { discrepancies.append(.overflow(entry: entry.id)) }
      return
    }
    guard let due = before.adding(entry.amount), let difference = entry.balance.subtracting(due) else {
      return discrepancies.append(.overflow(entry: entry.id))
    }
    if !difference.isZero { discrepancies.append(.broken(entry: entry.id, difference: difference)) }
  }

  /// The newest group is looked at first: entries come month by month, and groups are few.
  private static func add<Key: Equatable>(_ amount: Money, to key: Key, in groups: inout [(key: Key, totals: Totals)]) {
    let index: Int
    if let known = groups.lastIndex(where: { $0.key == key }) {
      index = known
    } else {
      groups.append((key, Totals(amount.currency)))
      index = groups.count - 1
    }
    // A part of a total that fits fits as well.
    _ = groups[index].totals.add(amount)
  }

  package static func == (left: Statement, right: Statement) -> Bool {
    left.currency == right.currency && left.opening == right.opening && left.closing == right.closing
      && left.total == right.total && left.discrepancies == right.discrepancies
      && left.kinds.elementsEqual(right.kinds) { $0 == $1 } && left.months.elementsEqual(right.months) { $0 == $1 }
      && left.services.elementsEqual(right.services) { $0 == $1 }
  }
}

extension Statement.Totals {
  package init(_ currency: Currency) { self.init(income: .zero(currency), expense: .zero(currency)) }

  /// Adds an amount, or returns false and leaves everything as it was when the sum does not fit.
  package mutating func add(_ amount: Money) -> Bool {
    guard let sum = (amount.isNegative ? expense : income).adding(amount) else { return false }
    if amount.isNegative { expense = sum } else { income = sum }
    count += 1
    return true
  }
}
