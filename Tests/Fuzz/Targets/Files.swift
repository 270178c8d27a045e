import Domain
import JSON

@testable import Store

/// What lies in the store. Checksums are put right first: nothing gets past them by chance.
enum Files {
  /// The members of a line after its checksum: `,"seq":1,...}`.
  static func ledger(_ bytes: [UInt8]) {
    // What is not UTF-8 was never written, and a checksum is the only thing that could say so.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0x0A) else { return }
    var line = [UInt8](repeating: 0, count: Envelope.headerLength) + bytes + [0x0A]
    Envelope.sign(&line, from: 0)
    var known = KnownTexts()
    guard let entry = line.withUnsafeBufferPointer({ LedgerLineReader.entry($0, &known) }) else { return }
    let strict = (try? JSON(parsing: line)).flatMap { try? LedgerEntry(json: $0) }
    hold(strict == entry, "a line read fast is the one that is read strictly")
    var written: [UInt8] = []
    LedgerLine.write(entry, seq: entry.seq, into: &written)
    hold(written.withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) } == entry, "written, it is read again")
  }

  /// The lines of the segments.
  static func manifest(_ bytes: [UInt8]) {
    var file = [UInt8](repeating: 0, count: Envelope.headerLength) + Array(",\"segments\":[\n".utf8) + bytes
    file += Array("\n]}\n".utf8)
    Envelope.sign(&file, from: 0)
    guard let manifest = try? Manifest(file, path: "ledger/manifest") else { return }
    for sealed in manifest.sealed { _ = try? sealed.totals() }
    hold((try? Manifest(manifest.bytes, path: "ledger/manifest")) == manifest, "written, it is read again")
  }

  /// A JSON object taken for each of the small files.
  static func records(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes) else { return }
    if let head = try? Head(json: json) { _ = (head.files, head.ledger?.count, head.json) }
    if let totals = try? MonthTotals(json: json) { _ = totals.json }
    if let backup = try? Backup(json: json) { hold((try? Backup(json: backup.json)) != nil, "a list is read again") }
    if let format = try? StoreFormat(json: json) { _ = format.json }
  }

  /// The objects of the lines, each sealed here.
  static func snapshots(_ bytes: [UInt8]) {
    var file: [UInt8] = []
    for line in bytes.split(separator: 0x0A) {
      file += line.starts(with: [0x7B]) && line.count > 2 ? Envelope.seal(Array(line)) : line + [0x0A]
    }
    guard let snapshot = try? SnapshotFile.read(file) else { return }
    guard let reader = try? StoreReader(source: snapshot.source) else { return }
    for shelf in (try? reader.accounts()) ?? [] { _ = try? reader.head(shelf) }
  }
}
