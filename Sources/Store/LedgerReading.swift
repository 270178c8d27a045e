import Domain
import JSON

extension StoreReader {
  /// Entries in the ledger's order, and what was damaged among them: then the list is not complete.
  package struct LedgerPage: Sendable {
    package let entries: [LedgerEntry]
    package let damage: [Damage]
  }

  /// The entries of a range of days, or of the whole history.
  package func ledger(
    _ shelf: ShelfID, _ head: Head, in days: ClosedRange<CivilDate>? = nil
  ) throws(StoreError) -> LedgerPage {
    var entries: [LedgerEntry] = []
    // Growing by doubling would copy each of these wide values once more.
    entries.reserveCapacity(min(Limit.segmentEntries / 2, head.ledger?.count ?? 0))
    let damage = try ledger(shelf, head, in: days) { entries.append($0) }
    return LedgerPage(entries: entries, damage: damage)
  }

  /// Hands over the entries of a range of days one by one; only the segments that hold such days are opened.
  package func ledger(
    _ shelf: ShelfID, _ head: Head, in days: ClosedRange<CivilDate>?, _ body: (consuming LedgerEntry) throws -> Void
  ) throws(StoreError) -> [Damage] {
    var damage: [Damage] = []
    for segment in try segments(shelf, head) where segment.holds(days) {
      var reader = try SegmentReader(source, path: shelf.file("ledger/" + segment.name), segment: segment, in: days)
      try storing { try reader.read { entry, _ in try body(entry) } }
      damage += reader.damage
    }
    try confirm(shelf, head, damage)
    return damage
  }

  /// A file that is gone because of flips since the head was read is no damage.
  private func confirm(_ shelf: ShelfID, _ head: Head, _ damage: [Damage]) throws(StoreError) {
    guard damage.contains(where: { $0.kind == .missing }) else { return }
    guard try self.head(shelf).revision == head.revision else { throw .changed }
  }

  /// The latest entries, oldest of them first.
  package func latest(_ count: Int, _ shelf: ShelfID, _ head: Head) throws(StoreError) -> LedgerPage {
    var entries: [LedgerEntry] = []
    var damage: [Damage] = []
    for segment in try segments(shelf, head).reversed() where entries.count < count {
      var reader = try SegmentReader(source, path: shelf.file("ledger/" + segment.name), segment: segment)
      var here: [LedgerEntry] = []
      try storing { try reader.read { entry, _ in here.append(entry) } }
      entries.insert(contentsOf: here.suffix(count - entries.count), at: 0)
      damage += reader.damage
    }
    return LedgerPage(entries: entries, damage: damage)
  }

  /// Sums by month and kind of the whole history: from the manifest, and from the lines of the last segment alone.
  package func totals(_ shelf: ShelfID, _ head: Head) throws(StoreError) -> (totals: MonthTotals, damage: [Damage]) {
    var totals = MonthTotals()
    guard let ledger = head.ledger else { return (totals, []) }
    for sealed in try manifest(shelf, ledger).sealed { try storing { try totals.add(sealed.totals()) } }
    var reader = try SegmentReader(source, path: shelf.file("ledger/" + ledger.active.name), segment: ledger.active)
    try storing { try reader.read { entry, _ in try totals.add(entry) } }
    return (totals, reader.damage)
  }

  /// All segments in order, the active one last.
  func segments(_ shelf: ShelfID, _ head: Head) throws(StoreError) -> [Segment] {
    guard let ledger = head.ledger else { return [] }
    return try manifest(shelf, ledger).sealed.map(\.segment) + [ledger.active]
  }

  func manifest(_ shelf: ShelfID, _ ledger: Head.Ledger) throws(StoreError) -> Manifest {
    guard let mark = ledger.manifest else { return Manifest(sealed: []) }
    let path = shelf.file("ledger/" + mark.name)
    let bytes = try named(path, mark)
    return try storing { try Manifest(bytes, path: path) }
  }
}

extension Segment {
  fileprivate func holds(_ days: ClosedRange<CivilDate>?) -> Bool {
    guard let days else { return true }
    return firstDate <= days.upperBound && lastDate >= days.lowerBound
  }
}
