import Domain

/// Rows for programs alone, written straight into the bytes that leave.
///
/// For answers of many rows: a table's cells are values with two faces, and making them for a month of a large ledger took
/// two thirds of the command's time. On a screen records are nothing; show a `table` there.
package struct Records: Sendable {
  package let count: Int
  private let write: @Sendable (Int, inout RecordWriter) -> Void

  package init(count: Int, write: @escaping @Sendable (Int, inout RecordWriter) -> Void) {
    self.count = count
    self.write = write
  }

  func append(to bytes: inout [UInt8]) {
    var writer = RecordWriter()
    swap(&writer.bytes, &bytes)
    // A row is some seventy bytes: growing by doubling would touch twice the memory.
    writer.bytes.reserveCapacity(writer.bytes.count + count * 80)
    for index in 0..<count {
      write(index, &writer)
      writer.end()
    }
    swap(&writer.bytes, &bytes)
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }
}

extension Records: Equatable {
  package static func == (left: Records, right: Records) -> Bool { left.bytes == right.bytes }
}

/// Writes one row after the other: values with tabs between them, in their machine forms.
package struct RecordWriter {
  fileprivate var bytes: [UInt8] = []
  private var isFirst = true
  /// The date of the row before, for many rows have the same.
  private var last: (date: CivilDate, bytes: [UInt8])?

  /// A text passes the gate as in a cell: no tab, no newline, no control.
  package mutating func text(_ text: String) {
    separate()
    var clean = Gate.clean(text)
    clean.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// `2026-11-21`
  package mutating func date(_ date: CivilDate) {
    separate()
    if let last, last.date == date { return bytes.append(contentsOf: last.bytes) }
    var written: [UInt8] = []
    written.append { date.write(into: &$0) }
    bytes.append(contentsOf: written)
    last = (date, written)
  }

  /// `-1234.50`
  package mutating func amount(_ money: Money) {
    separate()
    bytes.append { money.write(into: &$0) }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: "\t")) }
    isFirst = false
  }

  fileprivate mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }
}
