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

  var text: String {
    var writer = RecordWriter()
    for index in 0..<count {
      write(index, &writer)
      writer.end()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension Records: Equatable {
  package static func == (left: Records, right: Records) -> Bool { left.text == right.text }
}

/// Writes one row after the other: values with tabs between them, in their machine forms.
package struct RecordWriter {
  fileprivate var bytes: [UInt8] = []
  private var isFirst = true

  /// A text passes the gate as in a cell: no tab, no newline, no control.
  package mutating func text(_ text: String) {
    separate()
    bytes.append(contentsOf: Gate.clean(text).utf8)
  }

  /// `2026-11-21`
  package mutating func date(_ date: CivilDate) {
    separate()
    bytes.append { date.write(into: &$0) }
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
