import Domain
import Platform

/// Reads the lines of one segment: those of a range of days, in the order of the file.
///
/// A line that fails its checksum is reported and passed over; all others stay readable. Numbers must follow each other.
struct SegmentReader {
  let path: String
  let segment: Segment
  private let days: ClosedRange<CivilDate>?
  /// Where in the file `bytes` begin: with a line.
  private let offset: Int
  /// The whole segment, or without lines that are certainly before or after the days.
  let bytes: [UInt8]
  private(set) var damage: [Damage]

  /// Opens the segment for the entries of a range of days; nil: for all.
  init(
    _ source: FileSource, path: String, segment: Segment, in days: ClosedRange<CivilDate>? = nil
  ) throws(StoreError) {
    self.path = path
    self.segment = segment
    self.days = days
    do {
      let part = try SegmentReader.part(source, path, segment, days)
      offset = part.due.lowerBound
      bytes = part.bytes
      damage = bytes.count < part.due.count ? [Damage(path, .truncated)] : []
    } catch {
      guard error.isMissing else { throw StoreError(error) }
      offset = 0
      bytes = []
      damage = [Damage(path, .missing)]
    }
  }

  private static func part(
    _ source: FileSource, _ path: String, _ segment: Segment, _ days: ClosedRange<CivilDate>?
  ) throws(SystemError) -> (due: Range<Int>, bytes: [UInt8]) {
    let file = try source.open(path)
    let due = try DaySearch(file, segment).range(of: days) ?? 0..<segment.bytes
    return (due, try file.read(due))
  }

  /// Hands over each entry with its line, newline included.
  mutating func read(_ body: (consuming LedgerEntry, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard !bytes.isEmpty else { return }
    var found: [Damage] = []
    try bytes.withUnsafeBufferPointer { buffer in
      var known = KnownTexts()
      var start = 0
      var expected = offset == 0 ? segment.firstSeq : nil
      while start < buffer.count {
        let end = Word.lineEnd(buffer, from: start)
        let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
        if let entry = LedgerLineReader.entry(line, &known) {
          if let expected, entry.seq != expected { found.append(Damage(path, .gap(after: expected - 1))) }
          expected = entry.seq + 1
          if let days, entry.date > days.upperBound, segment.isSorted { break }
          if days?.contains(entry.date) ?? true { try body(entry, line) }
        } else {
          found.append(Damage(path, .badLine(offset: offset + start)))
          expected = nil
        }
        start = end
      }
      if offset + start >= segment.bytes, let expected, expected != segment.lastSeq + 1 {
        found.append(Damage(path, .gap(after: expected - 1)))
      }
    }
    damage += found
  }

  /// Whether the file as a whole has the checksum that its head or manifest says.
  var isIntact: Bool { bytes.count == segment.bytes && CRC32C.of(bytes) == segment.crc }
}

/// Finds the part of a segment that holds a range of days, by halves and without reading the rest.
private struct DaySearch {
  private let file: any OpenFile
  private let segment: Segment
  /// How much a probe reads: a page, which holds some fifteen lines.
  private static let probe = 4096

  init(_ file: any OpenFile, _ segment: Segment) {
    self.file = file
    self.segment = segment
  }

  /// The part, with a page of other lines on each side at most; all of the segment when its days are not in order or a
  /// probe is not sound.
  func range(of days: ClosedRange<CivilDate>?) throws(SystemError) -> Range<Int>? {
    guard let days, segment.isSorted else { return nil }
    var known = KnownTexts()
    var start = 0
    if segment.firstDate < days.lowerBound {
      guard let found = try border(&known, { $0 < days.lowerBound }) else { return nil }
      start = found.lowerBound
    }
    var end = segment.bytes
    if segment.lastDate > days.upperBound {
      guard let found = try border(&known, { $0 <= days.upperBound }) else { return nil }
      end = found.upperBound
    }
    return start..<max(start, end)
  }

  /// Between the beginnings of two lines, of which the first has a day that is before the border and the second has not.
  private func border(
    _ known: inout KnownTexts, _ isBefore: (CivilDate) -> Bool
  ) throws(SystemError) -> Range<Int>? {
    var low = 0
    var high = segment.bytes
    while high - low > 2 * DaySearch.probe {
      let middle = low + (high - low) / 2
      let page = try file.read(middle..<middle + DaySearch.probe)
      guard let line = DaySearch.line(page, &known) else { return nil }
      if isBefore(line.date) { low = middle + line.start } else { high = middle + line.start }
    }
    return low..<high
  }

  /// The first whole line of a page.
  private static func line(_ page: [UInt8], _ known: inout KnownTexts) -> (start: Int, date: CivilDate)? {
    page.withUnsafeBufferPointer { buffer in
      let start = Word.lineEnd(buffer, from: 0)
      let end = Word.lineEnd(buffer, from: start)
      let entry = LedgerLineReader.entry(UnsafeBufferPointer(rebasing: buffer[start..<end]), &known)
      return entry.map { (start, $0.date) }
    }
  }
}
