import Domain
import Platform

/// Entries that come, change and go, sorted out against what the ledger has.
struct LedgerChange {
  private(set) var entries: [LedgerEntry]
  let deleted: Set<String>

  /// Orders new entries by time, keeping the provider's order within a second; of two with one id the later counts.
  init(_ incoming: [LedgerEntry], deleted: Set<String>) {
    var place: [String: Int] = [:]
    place.reserveCapacity(incoming.count)
    var kept: [LedgerEntry] = []
    kept.reserveCapacity(incoming.count)
    for entry in incoming {
      if let index = place[entry.id] {
        kept[index] = entry
      } else {
        place[entry.id] = kept.count
        kept.append(entry)
      }
    }
    // A feed brings them in order; the standard sort is stable, but it does not promise to be.
    let isOrdered = zip(kept, kept.dropFirst()).allSatisfy { $0.time <= $1.time }
    entries =
      isOrdered
      ? kept
      : kept.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    self.deleted = deleted
  }

  var isEmpty: Bool { entries.isEmpty && deleted.isEmpty }
}

extension ShelfBench {
  /// Brings the ledger up to date: appended where everything is new, written anew from the first touched segment otherwise.
  func change(_ head: inout Head, entries: [LedgerEntry], deleted: Set<String>) throws {
    let change = LedgerChange(entries, deleted: deleted)
    guard !change.isEmpty else { return }
    try checkCurrency(change.entries, head.ledger?.currency ?? change.entries.first?.amount.currency)
    guard let ledger = head.ledger else { return try build(&head, change.entries) }
    if change.deleted.isEmpty, try isAllNew(change.entries, ledger) {
      try append(change.entries, to: ledger, &head)
    } else {
      try rewrite(change, ledger, &head)
    }
  }

  func checkCurrency(_ entries: [LedgerEntry], _ expected: Currency?) throws {
    for entry in entries where entry.amount.currency != expected || entry.balance.currency != expected {
      throw StoreError.currencyMismatch(entry.amount.currency.code)
    }
  }

  /// Whether all entries are after everything that the ledger has. An entry of the very last second is looked for by its id
  /// in the active segment; if that segment does not reach further back, the answer is no.
  private func isAllNew(_ entries: [LedgerEntry], _ ledger: Head.Ledger) throws -> Bool {
    guard let first = entries.first else { return true }
    if first.time > ledger.active.lastTime { return true }
    guard first.time == ledger.active.lastTime else { return false }
    let ids = Set(entries.prefix { $0.time == first.time }.map(\.id))
    var known = false
    var reachesBack = ledger.manifest == nil
    var reader = try segmentReader(ledger.active)
    try reader.read { entry, _ in
      if entry.time < first.time { reachesBack = true }
      if ids.contains(entry.id) { known = true }
    }
    return !known && reachesBack && reader.damage.isEmpty
  }

  func append(_ entries: [LedgerEntry], to ledger: Head.Ledger, _ head: inout Head) throws {
    try cutTail(ledger.active)
    var appender = LedgerAppender(LedgerFiles(self, next: ledger.nextFile), behind: ledger.active)
    for entry in entries { try appender.append(entry) }
    try finish(&appender, ledger.currency, &head)
  }

  /// Makes a ledger of these entries alone.
  func build(_ head: inout Head, _ entries: [LedgerEntry], reusing old: [Segment] = []) throws {
    head.ledger = nil
    guard let currency = entries.first?.amount.currency else { return }
    let files = LedgerFiles(self, next: before?.ledger?.nextFile ?? 1, reusing: old)
    var appender = LedgerAppender(files, behind: Manifest(sealed: []))
    for entry in entries { try appender.append(entry) }
    try finish(&appender, currency, &head)
  }

  /// Notes in the head what was written. A new manifest is made when a segment was sealed or sealed ones were replaced.
  func finish(
    _ appender: inout LedgerAppender, _ currency: Currency, _ head: inout Head, replacedSealed: Bool = false
  ) throws {
    try appender.finish()
    guard let last = appender.active else {
      head.ledger = nil
      return
    }
    var mark = head.ledger?.manifest
    if appender.sealedSome || replacedSealed, let manifest = appender.manifest {
      mark = try appender.files.write(manifest, revision: head.revision)
    }
    let known = appender.manifest?.sealed.first?.segment.opening
    let opening = known ?? (mark == nil ? last.opening : head.ledger?.opening ?? last.opening)
    head.ledger = Head.Ledger(
      currency: currency, nextFile: appender.files.next, manifest: mark, active: last, opening: opening)
  }

  /// Bytes beyond the head's length were never committed: they are kept aside and cut. A file that a backup has a name of
  /// too is replaced by a copy, for what is written next must not reach the backup.
  func cutTail(_ active: Segment) throws {
    let path = shelf.file("ledger/" + active.name)
    let status = try ledger.status(active.name)
    let size = status.size
    guard size >= active.bytes else { throw StoreError.damaged(Damage(path, .truncated)) }
    if status.links > 1 { try ledger.replace(active.name, with: try ledger.read(active.name, range: 0..<size)) }
    guard size > active.bytes else { return }
    try writer.quarantine(try ledger.read(active.name, range: active.bytes..<size), from: path)
    try ledger.truncate(active.name, to: active.bytes)
  }

  func segmentReader(_ segment: Segment) throws -> SegmentReader {
    try SegmentReader(source, path: shelf.file("ledger/" + segment.name), segment: segment)
  }
}
