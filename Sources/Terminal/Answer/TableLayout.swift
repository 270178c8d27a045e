import Language

/// A table on a screen: aligned columns that fit, or, where they cannot, one block of `Header: value` a row.
struct TableLayout {
  private let table: Table
  private let look: Look
  private let headers: [StyledText]
  private let rows: [[StyledText]]
  private static let gap = 2

  init(_ table: Table, look: Look) {
    self.table = table
    self.look = look
    headers = table.columns.map { StyledText(Line($0.header, .bold), look: look) }
    rows = table.rows.map { row in row.map { StyledText($0, look: look) } }
  }

  func lines() -> [StyledText] {
    guard !table.columns.isEmpty, !rows.isEmpty else { return [] }
    guard let widths = fittedWidths() else { return stacked() }
    return ([headers] + rows).flatMap { aligned($0, widths) }
  }

  /// The columns' widths, the narrowable ones narrowed until the row fits; nil when even that is not enough.
  private func fittedWidths() -> [Int]? {
    var widths = headers.map(\.width)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - look.width
    let order = table.columns.indices.sorted {
      (table.columns[$0].priority, $0) < (table.columns[$1].priority, $1)
    }
    for index in order where excess > 0 {
      guard let minimum = table.columns[index].minimum else { continue }
      let cut = max(0, min(excess, widths[index] - minimum))
      widths[index] -= cut
      excess -= cut
    }
    return excess > 0 ? nil : widths
  }

  private func aligned(_ cells: [StyledText], _ widths: [Int]) -> [StyledText] {
    let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var result = StyledText()
      var column = 0
      for (index, parts) in wrapped.enumerated() where line < parts.count && parts[line].width > 0 {
        let start = widths[..<index].reduce(0) { $0 + $1 + Self.gap }
        let slack = table.columns[index].alignment == .right ? widths[index] - parts[line].width : 0
        // Spaces are put before a cell, never after it: lines have no spaces at their ends.
        result = result + .spaces(start + slack - column) + parts[line]
        column = start + slack + parts[line].width
      }
      return result
    }
  }

  private func stacked() -> [StyledText] {
    rows.enumerated().flatMap { number, row in
      let lines = zip(headers, row).filter { $1.width > 0 }.flatMap { header, cell in
        (header.width > 0 ? header + .plain(": ") + cell : cell).wrapped(to: look.width)
      }
      return number == 0 ? lines : [StyledText()] + lines
    }
  }
}
