import Domain
import Platform

/// Reads the lines of one segment: those of a range of days, in the order of the file.
///
/// A line that fails its checksum is reported and passed over; all others stay readable. Numbers must follow each other.
struct SegmentReader {
  let path: String
  let segment: Segment
  private let days: ClosedRange<CivilDate>?
  /// Nil where there is none.
  private let file: (any OpenFile)?
  /// The part of the file to read, which begins with a line: all, or without lines that are certainly before or after
  /// the days.
  private let due: Range<Int>
  private(set) var damage: [Damage] = []

  /// Opens the segment for the entries of a range of days; nil: for all.
  init(
    _ source: FileSource, path: String, segment: Segment, in days: ClosedRange<CivilDate>? = nil
  ) throws(StoreError) {
    self.path = path
    self.segment = segment
    self.days = days
    do {
      let file = try source.open(path)
      due = try DaySearch(file, segment).range(of: days) ?? 0..<segment.bytes
      self.file = file
    } catch {
      guard error.isMissing else { throw StoreError(error) }
      file = nil
      due = 0..<0
      damage = [Damage(path, .missing)]
    }
  }

  /// All bytes that the head or the manifest speaks of, as far as they are there.
  func bytes() throws(StoreError) -> [UInt8] {
    do { return try file?.read(0..<segment.bytes) ?? [] } catch { throw StoreError(error) }
  }

  /// Hands over each entry with its line, newline included.
  mutating func read(_ body: (consuming LedgerEntry, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard let file else { return }
    var lines = LinePieces(file, due)
    var known = KnownTexts()
    var expected = due.lowerBound == 0 ? segment.firstSeq : nil
    var found: [Damage] = []
    reading: while let piece = try lines.next() {
      try piece.bytes.withUnsafeBufferPointer { buffer in
        var start = 0
        while start < piece.count {
          let end = Word.lineEnd(buffer, from: start)
          let line = UnsafeBufferPointer(rebasing: buffer[start..<end])
          if let entry = LedgerLineReader.entry(line, &known) {
            if let expected, entry.seq != expected { found.append(Damage(path, .gap(after: expected - 1))) }
            expected = entry.seq + 1
            if days?.contains(entry.date) ?? true { try body(entry, line) }
          } else {
            found.append(Damage(path, .badLine(offset: piece.offset + start)))
            expected = nil
          }
          start = end
        }
      }
    }
    if lines.isTruncated { found.insert(Damage(path, .truncated), at: 0) }
    if due.upperBound == segment.bytes, !lines.isTruncated, let expected, expected != segment.lastSeq + 1 {
      found.append(Damage(path, .gap(after: expected - 1)))
    }
    damage += found
  }

  /// Whether the file as a whole has the checksum that its head or manifest says.
  var isIntact: Bool {
    get throws(StoreError) {
      let bytes = try bytes()
      return bytes.count == segment.bytes && CRC32C.of(bytes) == segment.crc
    }
  }
}

/// A part of a file, some whole lines at a time.
///
/// The memory of one piece serves for the next: a month read at once took sixty page faults, a twentieth of its time.
private struct LinePieces {
  private let file: any OpenFile
  private let due: Range<Int>
  private var offset: Int
  /// The file ended before the part did.
  private(set) var isTruncated = false
  private static let usual = 1 << 15

  init(_ file: any OpenFile, _ due: Range<Int>) {
    self.file = file
    self.due = due
    offset = due.lowerBound
  }

  /// Bytes of the file from `offset` on, of which `count` are lines; the last line may be cut off where the part is.
  mutating func next() throws(SystemError) -> (offset: Int, bytes: [UInt8], count: Int)? {
    guard offset < due.upperBound, !isTruncated else { return nil }
    var size = LinePieces.usual
    while true {
      let range = offset..<min(offset + size, due.upperBound)
      let bytes = try file.read(range)
      isTruncated = bytes.count < range.count
      let isLast = isTruncated || range.upperBound == due.upperBound
      if let count = isLast ? bytes.count : bytes.lastIndex(of: UInt8(ascii: "\n")).map({ $0 + 1 }) {
        offset += count
        return (range.lowerBound, bytes, count)
      }
      // A line that is longer than a piece.
      size *= 2
    }
  }
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
