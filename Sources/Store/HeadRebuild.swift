import Domain
import JSON
import Platform

/// Makes a head again from the files that it named, up to the last good entry.
///
/// The cursor is dropped, so the next sync fetches everything; the balance is unknown until then, never a guess.
struct HeadRebuild {
  let writer: StoreWriter
  let shelf: ShelfID
  let now: Timestamp

  func rebuild() throws {
    if try writer.root.contains(shelf.headPath) { try writer.quarantine(file: shelf.headPath) }
    var head = Head()
    head.rebuilt = now
    head.marks = ["head"]
    try finish(&head) { try parts($0) }
  }

  /// Makes the manifest again where the head is sound: account and collections stay.
  func rebuildManifest(under sound: Head) throws {
    var head = sound
    head.cursor = nil
    head.marks = ["ledger/manifest"]
    try finish(&head) { _ in sound.parts }
  }

  private func finish(_ head: inout Head, _ parts: (ShelfBench) throws -> [String: FileMark]) throws {
    let bench = try ShelfBench(writer, shelf, nil)
    let names = try bench.parts.list() + bench.ledger.list()
    head.revision = max(head.revision, names.compactMap { FileName.version($0)?.revision }.max() ?? 0) + 1
    head.parts = try parts(bench)
    head.ledger = try ledger(bench, revision: head.revision)
    try bench.publish(head, tidying: false)
    if let active = head.ledger?.active { try bench.cutTail(active) }
  }

  /// The newest sound file of each collection.
  private func parts(_ bench: ShelfBench) throws -> [String: FileMark] {
    var newest: [String: (revision: Int, mark: FileMark)] = [:]
    for file in try bench.parts.list() {
      guard let (name, revision) = FileName.version(file), revision > newest[name]?.revision ?? -1,
        let bytes = try? bench.parts.read(file, limit: Limit.part),
        case .array(let items)? = try? Envelope.open(bytes, path: file)["items"]
      else { continue }
      let mark = FileMark(name: file, bytes: bytes.count, crc: CRC32C.of(bytes), count: items.count)
      newest[name] = (revision, mark)
    }
    return newest.mapValues(\.mark)
  }

  /// A chain of segments that begins at 1: at each number the newest file that begins there, up to its first bad line.
  private func ledger(_ bench: ShelfBench, revision: Int) throws -> Head.Ledger? {
    let files = try bench.ledger.list().compactMap { name in FileName.segmentNumber(name).map { ($0, name) } }
    let found = try files.sorted { $0.0 > $1.0 }.compactMap { try scan($0.1, bench) }
    var chain: [Manifest.Sealed] = []
    var next = 1
    while let link = found.first(where: { $0.sealed.segment.firstSeq == next }) {
      chain.append(link.sealed)
      next = link.sealed.segment.lastSeq + 1
      if !link.isWhole { break }
    }
    guard let active = chain.popLast(), let currency = found.first?.currency else { return nil }
    let manifest = Manifest(sealed: chain)
    let mark = try LedgerFiles(bench, next: 0).write(manifest, revision: revision)
    let opening = (chain.first?.segment ?? active.segment).opening
    return Head.Ledger(
      currency: currency, nextFile: (files.map(\.0).max() ?? 0) + 1, manifest: mark, active: active.segment,
      opening: opening)
  }

  private struct Scan {
    var sealed: Manifest.Sealed
    var currency: Currency
    var isWhole: Bool
  }

  /// The good lines at the beginning of a file; nil when there are none.
  private func scan(_ name: String, _ bench: ShelfBench) throws -> Scan? {
    let bytes = try bench.ledger.read(name, limit: Limit.manifest)
    var segment: Segment?
    var totals = MonthTotals()
    var currency: Currency?
    var known = KnownTexts()
    // What follows the last newline is half a line at best.
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let entry = (line + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) }
      guard let entry, entry.seq == segment.map({ $0.lastSeq + 1 }) ?? entry.seq else { break }
      var grown = segment ?? Segment(name: name, seq: entry.seq, first: entry)
      (line + [UInt8(ascii: "\n")]).withUnsafeBytes { grown.take(entry, line: $0) }
      segment = grown
      currency = entry.amount.currency
      try totals.add(entry)
    }
    guard let segment, let currency else { return nil }
    return Scan(
      sealed: Manifest.Sealed(segment: segment, totals: totals), currency: currency,
      isWhole: segment.bytes == bytes.count)
  }
}
