import Language

/// Blocks as plain text for programs: tab-separated rows without headers, nothing cut, nothing wrapped.
///
/// Values that have a machine form (amounts, dates) take it in rows; running text keeps its words.
struct Rows {
  private let look: Look

  init(_ look: Look) {
    self.look = look
  }

  func text(_ blocks: [Block]) -> String { blocks.map(text).joined() }

  private func text(_ block: Block) -> String {
    var result = ""
    switch block {
    case .line(let line), .heading(let line): result += StyledText(line, look: look).encoded(look) + "\n"
    case .blank: result += "\n"
    case .paragraph(let line): result += StyledText(line, look: look, .several).encoded(look) + "\n"
    case .list(let items):
      for item in items { result += StyledText(item, look: look).encoded(look) + "\n" }
    case .table(let table):
      for row in table.rows {
        for (index, line) in row.enumerated() {
          if index > 0 { result += "\t" }
          append(cell: line, to: &result)
        }
        result += "\n"
      }
    case .fields(let fields):
      for field in fields { result += cell(Line(field.label)) + "\t" + cell(field.value) + "\n" }
    case .chart(let chart):
      for bar in chart.bars { result += cell(Line(bar.label)) + "\t" + cell(bar.text) + "\n" }
    }
    return result
  }

  /// Forced colours stay out of cells: a program that splits rows would get them as data.
  private func cell(_ line: Line) -> String {
    var result = ""
    append(cell: line, to: &result)
    return result
  }

  private func append(cell line: Line, to result: inout String) {
    for span in line.spans {
      if let machine = span.machine {
        result += span.isOurOwn ? machine : Gate.clean(machine)
      } else if span.link == nil {
        result += Gate.clean(span.text.text(in: look.language))
      } else {
        result += StyledText(Line([span]), look: look).plain
      }
    }
  }
}
