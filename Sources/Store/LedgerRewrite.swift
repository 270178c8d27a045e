import Domain
import JSON

/// What a scan of the ledger found of the entries that are to change.
private struct Findings {
  /// Already there, just so.
  var unchanged: Set<String> = []
  /// There with the same time: the new version takes their place.
  var replaced: Set<String> = []
  /// There with another time: they move.
  var moved: Set<String> = []
  var deleted: Set<String> = []
  /// The first segment that holds any of the last three.
  var firstTouched: Int?
}

extension ShelfBench {
  /// Changes entries in the past, takes in late ones, deletes: from the first touched segment on all is written under new
  /// names; the segments before stay. What is sent again without a change touches nothing.
  func rewrite(_ change: LedgerChange, _ ledger: Head.Ledger, _ head: inout Head) throws {
    let sealed = try writer.reader.manifest(shelf, ledger).sealed
    let segments = sealed.map(\.segment) + [ledger.active]
    let found = try look(for: change, in: segments)
    let coming = change.entries.filter { !found.unchanged.contains($0.id) }
    let inserted = coming.filter { !found.replaced.contains($0.id) }
    let late = inserted.compactMap { entry in segments.firstIndex { $0.lastTime > entry.time } }
    guard let first = ([found.firstTouched].compactMap(\.self) + late).min() else {
      if !coming.isEmpty { try append(coming, to: ledger, &head) }
      return
    }
    var appender = LedgerAppender(LedgerFiles(self, next: ledger.nextFile), behind: Manifest(sealed: []))
    // When nothing is left from the first touched segment on, the one before it becomes the active one.
    for start in [first, first - 1] where start >= 0 && appender.active == nil {
      let kept = Manifest(sealed: Array(sealed.prefix(start)))
      appender = LedgerAppender(LedgerFiles(self, next: ledger.nextFile), behind: kept)
      try merge(segments[start...], coming, inserted, found, into: &appender)
    }
    let kept = appender.manifest?.sealed.count ?? 0
    try finish(&appender, ledger.currency, &head, replacedSealed: kept != sealed.count || first < sealed.count)
  }

  private func look(for change: LedgerChange, in segments: [Segment]) throws -> Findings {
    let incoming = Dictionary(uniqueKeysWithValues: change.entries.map { ($0.id, $0) })
    var found = Findings()
    for (index, segment) in segments.enumerated() {
      var reader = try segmentReader(segment)
      try reader.read { old, _ in
        if var new = incoming[old.id] {
          new.seq = old.seq
          if new == old {
            found.unchanged.insert(old.id)
            return
          }
          if new.time == old.time { found.replaced.insert(old.id) } else { found.moved.insert(old.id) }
        } else if change.deleted.contains(old.id) {
          found.deleted.insert(old.id)
        } else {
          return
        }
        found.firstTouched = found.firstTouched ?? index
      }
      // What can't be read can't be written again.
      if let damage = reader.damage.first { throw damage }
    }
    return found
  }

  private func merge(
    _ segments: ArraySlice<Segment>, _ coming: [LedgerEntry], _ inserted: [LedgerEntry], _ found: Findings,
    into appender: inout LedgerAppender
  ) throws {
    let replacements = Dictionary(uniqueKeysWithValues: coming.map { ($0.id, $0) })
    var waiting = inserted[...]
    for segment in segments {
      var reader = try segmentReader(segment)
      try reader.read { old, line in
        if found.deleted.contains(old.id) || found.moved.contains(old.id) { return }
        while let next = waiting.first, next.time < old.time {
          try appender.append(next)
          waiting.removeFirst()
        }
        if found.replaced.contains(old.id), let new = replacements[old.id] {
          try appender.append(new)
        } else {
          try appender.append(old, line: line)
        }
      }
      if let damage = reader.damage.first { throw damage }
    }
    for entry in waiting { try appender.append(entry) }
  }

  /// A full resync: the shelf's contents are these entries and parts alone.
  func startGeneration(_ head: inout Head, _ entries: [LedgerEntry], parts: [String: [JSON]]) throws {
    head.generation += 1
    head.marks = []
    head.rebuilt = nil
    head.parts = head.parts.filter { parts[$0.key] != nil }
    let change = LedgerChange(entries, deleted: [])
    try checkCurrency(change.entries, change.entries.first?.amount.currency)
    // Segments that can't be listed are simply not reused.
    let old = before.flatMap { try? writer.reader.segments(shelf, $0) } ?? []
    try build(&head, change.entries, reusing: old)
  }
}
