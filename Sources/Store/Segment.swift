import Domain
import JSON
import Platform

/// A file that a head names: readers look at exactly these bytes of it.
package struct FileMark: Sendable, Equatable {
  package let name: String
  package let bytes: Int
  package let crc: UInt32
  /// How many items it holds.
  package let count: Int
}

/// What is known of one file of ledger lines without opening it.
package struct Segment: Sendable, Equatable {
  package var name: String
  package var bytes = 0
  package var crc: UInt32 = 0
  package var count = 0
  package var firstSeq: Int
  /// The earliest and the latest day in it.
  package var firstDate: CivilDate
  package var lastDate: CivilDate
  /// The latest moment in it.
  package var lastTime: Timestamp
  /// Days never go back from line to line, so that it can be searched by halves.
  package var isSorted = true
  /// Minor units before the first line and after the last.
  package var opening: Int64
  package var closing: Int64

  package var lastSeq: Int { firstSeq + count - 1 }

  init(
    name: String, bytes: Int, crc: UInt32, count: Int, firstSeq: Int, firstDate: CivilDate, lastDate: CivilDate,
    lastTime: Timestamp, isSorted: Bool, opening: Int64, closing: Int64
  ) {
    self.name = name
    self.bytes = bytes
    self.crc = crc
    self.count = count
    self.firstSeq = firstSeq
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.lastTime = lastTime
    self.isSorted = isSorted
    self.opening = opening
    self.closing = closing
  }

  /// An empty segment that is about to take an entry.
  init(name: String, seq: Int, first: LedgerEntry) {
    self.name = name
    firstSeq = seq
    firstDate = first.date
    lastDate = first.date
    lastTime = first.time
    opening = first.balance.minor.subtractingReportingOverflow(first.amount.minor).partialValue
    closing = opening
  }

  mutating func take(_ entry: LedgerEntry, line: UnsafeRawBufferPointer) {
    bytes += line.count
    var checksum = CRC32C(resuming: crc)
    checksum.update(line)
    crc = checksum.value
    count += 1
    if entry.date < lastDate { isSorted = false }
    firstDate = min(firstDate, entry.date)
    lastDate = max(lastDate, entry.date)
    lastTime = max(lastTime, entry.time)
    closing = entry.balance.minor
  }
}

extension FileMark: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "mark")
    self.init(
      name: try fields.fileName("name"), bytes: try fields.count("bytes", limit: Limit.number),
      crc: try fields.checksum("crc"), count: try fields.count("count", limit: Limit.number))
  }

  package var json: JSON {
    [
      "name": .string(name), "bytes": .integer(Int64(bytes)), "crc": .string(Hexadecimal.text(crc)),
      "count": .integer(Int64(count)),
    ]
  }
}

extension Segment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "segment")
    name = try fields.fileName("name")
    bytes = try fields.count("bytes", limit: Limit.segmentBytes + Limit.line)
    crc = try fields.checksum("crc")
    count = try fields.count("count", limit: Limit.segmentEntries)
    firstSeq = try fields.count("firstSeq", limit: Int(Limit.seq))
    firstDate = try fields.value("firstDate")
    lastDate = try fields.value("lastDate")
    lastTime = try fields.value("lastTime")
    isSorted = try fields.bool("sorted", default: false)
    opening = try fields.integer("opening")
    closing = try fields.integer("closing")
  }

  package var json: JSON {
    [
      "name": .string(name), "bytes": .integer(Int64(bytes)), "crc": .string(Hexadecimal.text(crc)),
      "count": .integer(Int64(count)), "firstSeq": .integer(Int64(firstSeq)), "firstDate": firstDate.json,
      "lastDate": lastDate.json, "lastTime": lastTime.json, "sorted": .bool(isSorted), "opening": .integer(opening),
      "closing": .integer(closing),
    ]
  }
}

extension Fields {
  /// Eight hexadecimal digits.
  func checksum(_ key: String) throws(FieldError) -> UInt32 {
    let text = try string(key)
    guard text.utf8.count == 8, let value = UInt32(text, radix: 16) else { throw error(key, "a checksum is due") }
    return value
  }

  /// A name of one component: what a head says can't lead out of its shelf.
  func fileName(_ key: String) throws(FieldError) -> String {
    let text = try string(key)
    guard !text.isEmpty, text.utf8.count < 200, !text.hasPrefix("."), !text.utf8.contains(UInt8(ascii: "/")),
      !text.utf8.contains(0)
    else { throw error(key, "a file name is due") }
    return text
  }
}
