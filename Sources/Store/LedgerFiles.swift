import Domain
import Platform

/// The files of a ledger that is being written.
final class LedgerFiles {
  private unowned let bench: ShelfBench
  private let old: [Segment]
  /// The number of the next segment's file.
  private(set) var next: Int

  /// `old`: segments of the generation before; those that would be written again just so are taken over.
  init(_ bench: ShelfBench, next: Int, reusing old: [Segment] = []) {
    self.bench = bench
    self.next = next
    self.old = old
  }

  /// Writes a whole segment and answers its name.
  func store(_ bytes: [UInt8], as segment: Segment, index: Int) throws -> String {
    if index < old.count, old[index].bytes == segment.bytes, old[index].crc == segment.crc,
      try bench.segmentReader(old[index]).bytes() == bytes
    {
      return old[index].name
    }
    let name = FileName.segment(next)
    next += 1
    try bench.writeNew(name, in: bench.ledger, bytes)
    return name
  }

  func extend(_ name: String, at length: Int, with bytes: [UInt8]) throws {
    try bench.ledger.append(name, at: length, bytes)
  }

  /// Sums of the lines that the active segment had before this change. They must all be sound: a sum over a damaged segment
  /// would be wrong for ever.
  func totalsOnDisk() throws -> MonthTotals {
    var totals = MonthTotals()
    guard let active = bench.before?.ledger?.active else { return totals }
    var reader = try bench.segmentReader(active)
    try reader.read { entry, _ in try totals.add(entry) }
    if let damage = reader.damage.first { throw damage }
    return totals
  }

  func manifest() throws -> Manifest {
    guard let ledger = bench.before?.ledger else { return Manifest(sealed: []) }
    return try bench.writer.reader.manifest(bench.shelf, ledger)
  }

  func write(_ manifest: Manifest, revision: Int) throws -> FileMark? {
    guard !manifest.sealed.isEmpty else { return nil }
    let bytes = manifest.bytes
    let crc = CRC32C.of(bytes)
    if let mark = bench.before?.ledger?.manifest, mark.crc == crc,
      (try? bench.writer.reader.named(bench.shelf.file("ledger/" + mark.name), mark)) == bytes
    {
      return mark
    }
    let name = FileName.versioned("manifest", revision)
    try bench.writeNew(name, in: bench.ledger, bytes)
    return FileMark(name: name, bytes: bytes.count, crc: crc, count: manifest.sealed.count)
  }
}
