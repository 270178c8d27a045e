import Language

/// Rows of cells under headers.
package struct Table: Sendable, Equatable {
  package enum Alignment: Sendable {
    case left
    case right
  }

  package struct Column: Sendable, Equatable {
    package let header: Phrase
    package let alignment: Alignment
    /// Columns of a low priority are narrowed first when the screen is too narrow.
    package let priority: Int
    /// The narrowest that the column may become, its cells wrapped; nil when it must not be narrowed at all, as amounts
    /// and dates must not.
    package let minimum: Int?

    package init(_ header: Phrase, _ alignment: Alignment = .left, priority: Int = 0, minimum: Int? = nil) {
      self.header = header
      self.alignment = alignment
      self.priority = priority
      self.minimum = minimum
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[Line]]

  package init(_ columns: [Column], rows: [[Line]] = []) {
    self.columns = columns
    self.rows = []
    rows.forEach { append($0) }
  }

  /// Adds a row; missing cells are empty, cells without a column are joined to the last one so that nothing is lost.
  package mutating func append(_ cells: [Line]) {
    var row = Array(cells.prefix(columns.count))
    row += repeatElement(Line(), count: columns.count - row.count)
    for extra in cells.dropFirst(columns.count) where !row.isEmpty { row[row.count - 1] += " " + extra }
    rows.append(row)
  }
}
