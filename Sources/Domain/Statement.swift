/// What a stretch of the ledger adds up to, and whether each balance follows from the one before it.
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

  /// - opening: the balance at the beginning where it is known; else it follows from the first entry.
  package init(currency: Currency, opening: Money? = nil) {
    self.currency = currency
    self.opening = opening
    self.closing = opening
    self.total = Totals(currency)
  }

  package init(_ entries: [LedgerEntry], currency: Currency, opening: Money? = nil) {
    self.init(currency: currency, opening: opening)
    // By index, here and where a thousand of them are printed: a loop over the values copies each, eight texts and all.
    for index in entries.indices { add(entries[index]) }
  }

  /// Whether opening plus sum is closing, and each entry follows from the one before it.
  package var isConsistent: Bool { discrepancies.isEmpty }

  package mutating func add(_ entry: LedgerEntry) {
    guard entry.amount.currency == currency, entry.balance.currency == currency else {
      return discrepancies.append(.currency(entry: entry.id))
    }
    follow(entry)
    if !total.add(entry.amount) { discrepancies.append(.overflow(entry: entry.id)) }
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
