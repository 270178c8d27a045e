import Domain
import Store

/// Looks whether the ledger contradicts what is recorded of settled payments: a payment that counts as refused or cancelled
/// and has an entry, or one that counts as done and has none.
///
/// What is found is written beside the outcome and shown; an outcome never changes.
struct DiscrepancyWatch {
  let store: StoreWriter
  let shelf: ShelfID
  let account: String
  /// Whether the entries of this provider name the keys that caused them; without them nothing can be told.
  let entriesCarryKeys: Bool
  let now: Timestamp

  /// Seconds for which an outcome is looked after.
  private static let memory: Int64 = 60 * 86_400
  /// Seconds after which a payment that was done must be in the ledger.
  private static let arrival: Int64 = 3 * 86_400

  func run() throws {
    guard entriesCarryKeys, let head = try store.head(shelf), !head.needsRefetch else { return }
    let suspects = try suspects()
    guard let oldest = suspects.map(\.created).min() else { return }
    var entries: [String: String] = [:]
    let first = oldest.date(utcOffset: 0).adding(days: -1)
    let damage = try store.reader.ledger(shelf, head, in: first...CivilDate(dayNumber: 4_000_000)) { entry in
      if let key = entry.key { entries[key] = entry.id }
    }
    for var intent in suspects {
      let entry = entries[intent.key]
      guard let note = note(on: intent, entry: entry, isWhole: damage.isEmpty) else { continue }
      if entry == nil, try isAnywhere(intent.key, head) { continue }
      intent.record(discrepancy: note, at: now)
      try store.amend(intent)
    }
  }

  /// An entry has the provider's day and a payment that of this device, whose clock may have been wrong: before a payment is
  /// said to have no entry the whole ledger is asked.
  private func isAnywhere(_ key: String, _ head: Head) throws -> Bool {
    var isFound = false
    _ = try store.reader.ledger(shelf, head, in: nil) { entry in if entry.key == key { isFound = true } }
    return isFound
  }

  private func note(on intent: Intent, entry: String?, isWhole: Bool) -> String? {
    if intent.state != .confirmed { return entry.map { "charged \($0)" } }
    let settled = intent.history.last?.at ?? intent.created
    return entry == nil && isWhole && settled.seconds(until: now) > DiscrepancyWatch.arrival ? "no-entry" : nil
  }

  private func suspects() throws -> [Intent] {
    let year = now.date(utcOffset: 0).year
    return try [year - 1, year].flatMap { try store.reader.doneIntents(year: $0).intents }.filter { intent in
      intent.account == account && intent.amount != nil && intent.discrepancies.isEmpty
        && intent.created.seconds(until: now) <= DiscrepancyWatch.memory
    }
  }
}
