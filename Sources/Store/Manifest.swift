import Domain
import JSON

/// The segments of a ledger that will not grow any more, in order: a JSON object with a line a segment.
///
/// Ten years of history make seventy of them; the lines are stepped through, and the sums in them are read only where they are
/// asked for: 32 KB as a tree of values take three milliseconds, more than the month that a statement shows.
struct Manifest: Sendable, Equatable {
  struct Sealed: Sendable, Equatable {
    let segment: Segment
    /// The segment's line, its sums last; a part of the file that was read.
    fileprivate let line: ArraySlice<UInt8>

    init(segment: Segment, totals: MonthTotals) {
      self.segment = segment
      guard case .object(var members) = segment.json else {
        line = []
        return
      }
      members["totals"] = totals.json
      line = JSON.object(members).bytes[...]
    }

    fileprivate init(_ line: ArraySlice<UInt8>) throws(FieldError) {
      self.line = line
      segment = try line.withUnsafeBufferPointer { (bytes) throws(FieldError) in
        if let segment = Segment(scanning: bytes) { return segment }
        return try Segment(json: try Sealed.json(line))
      }
    }

    /// Sums by month and kind of its entries.
    func totals() throws(FieldError) -> MonthTotals {
      try Fields(try Sealed.json(line), "segment").value("totals")
    }

    private static func json(_ line: ArraySlice<UInt8>) throws(FieldError) -> JSON {
      do {
        return try JSON(parsing: line)
      } catch {
        throw FieldError("segment", "JSON is due")
      }
    }
  }

  var sealed: [Sealed]

  init(sealed: [Sealed]) { self.sealed = sealed }
}

extension Manifest {
  private static let opening = Array(#","segments":["#.utf8)
  private static let closing = Array("]}".utf8)

  var bytes: [UInt8] {
    var object = Array("{".utf8) + Manifest.opening.dropFirst()
    for (index, segment) in sealed.enumerated() {
      object.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
      object.append(contentsOf: segment.line)
    }
    object.append(UInt8(ascii: "\n"))
    return Envelope.seal(object + Manifest.closing)
  }

  /// Reads a file that was found to have the length and checksum that its head says.
  init(_ bytes: [UInt8], path: String) throws(Damage) {
    sealed = []
    var lines = Manifest.lines(bytes)[...]
    guard let first = lines.popFirst(), let last = lines.popLast(), !lines.isEmpty,
      bytes[first].dropFirst(Envelope.headerLength).elementsEqual(Manifest.opening),
      bytes[last].elementsEqual(Manifest.closing)
    else { throw Damage(path, .illegal("a line a segment is due")) }
    for line in lines {
      let isLast = line == lines.last
      guard isLast || bytes[line].last == UInt8(ascii: ",") else { throw Damage(path, .illegal("a comma is due")) }
      do throws(FieldError) {
        sealed.append(try Sealed(isLast ? bytes[line] : bytes[line].dropLast()))
      } catch {
        throw Damage(path, .illegal(error.description))
      }
    }
    for (before, after) in zip(sealed, sealed.dropFirst())
    where after.segment.firstSeq != before.segment.lastSeq + 1 {
      throw Damage(path, .illegal("\(after.segment.name) must begin at \(before.segment.lastSeq + 1)"))
    }
  }
}

extension Manifest {
  /// Where each line lies, without its newline.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { buffer in
      var lines: [Range<Int>] = []
      var start = 0
      while start < buffer.count {
        let next = Word.lineEnd(buffer, from: start)
        lines.append(start..<next - 1)
        start = next
      }
      return lines
    }
  }
}

extension Segment {
  /// Reads the members in the order in which they are written; nil at the first surprise.
  fileprivate init?(scanning line: UnsafeBufferPointer<UInt8>) {
    guard line.count > 2, line[line.count - 1] == UInt8(ascii: "}") else { return nil }
    var scanner = LineScanner(line, at: 0)
    guard let bytes = scanner.integer("{\"bytes\":"), let closing = scanner.integer(",\"closing\":"),
      let count = scanner.integer(",\"count\":"), let checksum = scanner.text(",\"crc\":"),
      let crc = UInt32(checksum, radix: 16), checksum.utf8.count == 8,
      let firstDate = scanner.raw(",\"firstDate\":").flatMap(LineScanner.date),
      let firstSeq = scanner.integer(",\"firstSeq\":"),
      let lastDate = scanner.raw(",\"lastDate\":").flatMap(LineScanner.date),
      let lastTime = scanner.raw(",\"lastTime\":").flatMap(LineScanner.time),
      let name = scanner.text(",\"name\":"), FileName.segmentNumber(name) != nil,
      let opening = scanner.integer(",\"opening\":"), scanner.take(",\"sorted\":")
    else { return nil }
    let isSorted = scanner.take("true")
    guard isSorted || scanner.take("false"), scanner.take(",\"totals\":"), bytes > 0, bytes <= Limit.segmentBytes,
      count > 0, count <= Limit.segmentEntries, firstSeq > 0, firstSeq <= Limit.seq
    else { return nil }
    self.init(
      name: name, bytes: Int(bytes), crc: crc, count: Int(count), firstSeq: Int(firstSeq), firstDate: firstDate,
      lastDate: lastDate, lastTime: lastTime, isSorted: isSorted, opening: opening, closing: closing)
  }
}
