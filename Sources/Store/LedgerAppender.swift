import Domain
import Platform

/// Adds lines to the end of a ledger: fills the active segment, seals it when it is full, begins the next.
///
/// Where a segment is cut depends on its lines alone, so that the same entries always make the same files.
struct LedgerAppender {
  /// The sealed segments; nil until somebody needs them, because most appends seal nothing.
  private(set) var manifest: Manifest?
  private(set) var active: Segment?
  private(set) var sealedSome = false
  /// Lines of the active segment that are not on the disk.
  private var fresh: [UInt8] = []
  /// Bytes of the active segment that are on the disk already.
  private var persisted: Int
  private var freshTotals = MonthTotals()
  private var nextSeq: Int
  let files: LedgerFiles

  /// Goes on behind an active segment.
  init(_ files: LedgerFiles, behind active: Segment) {
    self.files = files
    self.active = active
    persisted = active.bytes
    nextSeq = active.lastSeq + 1
  }

  /// Begins a new segment behind sealed ones.
  init(_ files: LedgerFiles, behind manifest: Manifest) {
    self.files = files
    self.manifest = manifest
    persisted = 0
    nextSeq = (manifest.sealed.last?.segment.lastSeq ?? 0) + 1
  }

  mutating func append(_ entry: LedgerEntry) throws {
    let start = fresh.count
    LedgerLine.write(entry, seq: nextSeq, into: &fresh)
    try settle(entry, from: start)
  }

  /// Appends a line that was read before, with the members that we do not know.
  mutating func append(_ entry: LedgerEntry, line: UnsafeBufferPointer<UInt8>) throws {
    let start = fresh.count
    LedgerLine.rewrite(line, seq: nextSeq, into: &fresh)
    try settle(entry, from: start)
  }

  /// The line from `start` on was just added; when the segment has no room for it, it opens the next one.
  private mutating func settle(_ entry: LedgerEntry, from start: Int) throws {
    let length = fresh.count - start
    guard length <= Limit.line else { throw StoreError.excessive("entry \(entry.id.prefix(64)) of \(length) bytes") }
    if let active, active.count >= Limit.segmentEntries || active.bytes + length > Limit.segmentBytes {
      let line = Array(fresh[start...])
      fresh.removeSubrange(start...)
      try seal(active)
      fresh = line
    }
    var segment = active ?? Segment(name: "", seq: nextSeq, first: entry)
    fresh.withUnsafeBytes { segment.take(entry, line: UnsafeRawBufferPointer(rebasing: $0[(fresh.count - length)...])) }
    active = segment
    try freshTotals.add(entry)
    nextSeq += 1
  }

  private mutating func seal(_ full: Segment) throws {
    var sealed = try manifest ?? files.manifest()
    var totals = freshTotals
    if persisted > 0 { try totals.add(files.totalsOnDisk()) }
    sealed.sealed.append(Manifest.Sealed(segment: try flush(full, index: sealed.sealed.count), totals: totals))
    manifest = sealed
    sealedSome = true
    active = nil
    persisted = 0
    freshTotals = MonthTotals()
  }

  private mutating func flush(_ segment: Segment, index: Int) throws -> Segment {
    var segment = segment
    if persisted == 0 {
      segment.name = try files.store(fresh, as: segment, index: index)
    } else if !fresh.isEmpty {
      try files.extend(segment.name, at: persisted, with: fresh)
    }
    fresh = []
    persisted = segment.bytes
    return segment
  }

  /// Writes what is left. After this the segments are on the disk.
  mutating func finish() throws {
    guard let active, persisted < active.bytes else { return }
    self.active = try flush(active, index: manifest?.sealed.count ?? 0)
  }
}
