import Domain

/// Rows for programs alone, written straight into the bytes that leave: values with tabs between them, in machine forms.
///
/// For answers of many rows: a table's cells are values with two faces, and making them for a month of a large ledger took
/// two thirds of the command's time.
package struct Records: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var isFirst = true
  /// The date of the row before, for many rows have the same.
  private var last: (date: CivilDate, bytes: [UInt8])?

  package init() {
    // A month of a large ledger: growing by doubling would touch twice the memory.
    bytes.reserveCapacity(1 << 16)
  }

  /// A text passes the gate as in a cell: no tab, no newline, no control.
  package mutating func text(_ text: String) {
    separate()
    var text = Gate.mayNeedWork(text) ? Gate.clean(text) : text
    text.withUTF8 { bytes.append(contentsOf: $0) }
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

  /// Ends the row.
  package mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: "\t")) }
    isFirst = false
  }
}
