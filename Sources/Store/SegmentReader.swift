import Domain

/// Reads the lines of one segment: those of a range of days, in the order of the file.
///
/// A line that fails its checksum is reported and passed over; all others stay readable. Numbers must follow each other.
struct SegmentReader {
  let path: String
  let segment: Segment
  let bytes: [UInt8]
  private(set) var damage: [Damage] = []

  init(_ source: FileSource, path: String, segment: Segment) throws(StoreError) {
    self.path = path
    self.segment = segment
    do {
      bytes = try source.read(path, range: 0..<segment.bytes)
    } catch  where error.isMissing {
      bytes = []
      damage = [Damage(path, .missing)]
      return
    } catch {
      throw StoreError(error)
    }
    if bytes.count < segment.bytes { damage.append(Damage(path, .truncated)) }
  }

  /// Hands over each entry of the range of days (nil: all) with its line, newline included.
  mutating func read(
    _ days: ClosedRange<CivilDate>? = nil, _ body: (LedgerEntry, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard !bytes.isEmpty else { return }
    var found: [Damage] = []
    try bytes.withUnsafeBufferPointer { buffer in
      var currency: Currency?
      var offset = start(of: days, buffer, &currency)
      var expected = offset == 0 ? segment.firstSeq : nil
      while offset < buffer.count {
        let end = Self.lineEnd(buffer, offset)
        let line = UnsafeBufferPointer(rebasing: buffer[offset..<end])
        if let entry = LedgerLineReader.entry(line, &currency) {
          if let expected, entry.seq != expected { found.append(Damage(path, .gap(after: expected - 1))) }
          expected = entry.seq + 1
          if let days, entry.date > days.upperBound, segment.isSorted { break }
          if days?.contains(entry.date) ?? true { try body(entry, line) }
        } else {
          found.append(Damage(path, .badLine(offset: offset)))
          expected = nil
        }
        offset = end
      }
      if offset >= buffer.count, let expected, expected != segment.lastSeq + 1 {
        found.append(Damage(path, .gap(after: expected - 1)))
      }
    }
    damage += found
  }

  /// Whether the file as a whole has the checksum that its head or manifest says.
  var isIntact: Bool { bytes.count == segment.bytes && CRC32C.of(bytes) == segment.crc }

  /// Where the lines of the first day may begin: found by halves when days are in order and every probe is sound.
  private func start(
    of days: ClosedRange<CivilDate>?, _ buffer: UnsafeBufferPointer<UInt8>, _ currency: inout Currency?
  ) -> Int {
    guard let days, segment.isSorted, segment.firstDate < days.lowerBound else { return 0 }
    var low = 0
    var high = buffer.count
    // Invariant: lines before `low` are too early, those from `high` are not.
    while low < high {
      let line = Self.lineStart(buffer, low + (high - low) / 2, notBefore: low)
      let end = Self.lineEnd(buffer, line)
      guard let entry = LedgerLineReader.entry(UnsafeBufferPointer(rebasing: buffer[line..<end]), &currency) else {
        return 0
      }
      if entry.date < days.lowerBound { low = end } else { high = line }
    }
    return low
  }

  private static func lineStart(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int, notBefore low: Int) -> Int {
    var start = offset
    while start > low, buffer[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func lineEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var end = offset
    // Eight bytes at a time: a newline makes a zero byte under the mask, and no line is read without its end being sought.
    if let base = UnsafeRawPointer(buffer.baseAddress) {
      let newlines: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
      while end + 8 <= buffer.count {
        let word = base.loadUnaligned(fromByteOffset: end, as: UInt64.self) ^ newlines
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        end += 8
      }
    }
    while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
    return min(end + 1, buffer.count)
  }
}
