import Language

/// Blocks laid out for a person at a terminal: aligned, wrapped, coloured.
struct Screen {
  private let look: Look

  init(_ look: Look) {
    self.look = look
  }

  func text(_ blocks: [Block]) -> String {
    blocks.flatMap(lines).reduce(into: "") { $0 += $1.encoded(look) + "\n" }
  }

  private func lines(_ block: Block) -> [StyledText] {
    switch block {
    case .line(let line): StyledText(line, look: look).wrapped(to: look.width)
    case .blank: [StyledText()]
    case .heading(let line): StyledText(line.styled(.bold), look: look).wrapped(to: look.width)
    case .table(let table): TableLayout(table, look: look).lines()
    case .fields(let fields): self.fields(fields)
    case .list(let items): items.flatMap { hanging(.plain(look.ascii ? "- " : "• "), $0, indent: 2) }
    case .paragraph(let line): StyledText(line, look: look, .several).wrapped(to: look.width)
    case .chart(let chart): chart.lines(look)
    }
  }

  /// Values start in one column unless the labels take more than half of the screen.
  private func fields(_ fields: [Field]) -> [StyledText] {
    let labels = fields.map { StyledText(Line($0.label, .dim), look: look) + .plain(":", .dim) }
    let indent = min(labels.map(\.width).max() ?? 0, look.width / 2) + 2
    return zip(labels, fields).flatMap { label, field in
      let padding = max(1, indent - label.width)
      return hanging(label + .spaces(padding), field.value, indent: indent)
    }
  }

  /// The text behind a lead, its further lines indented under its beginning.
  private func hanging(_ lead: StyledText, _ line: Line, indent: Int) -> [StyledText] {
    let value = StyledText(line, look: look)
    guard lead.width <= indent else {
      return lead.wrapped(to: look.width) + value.wrapped(to: look.width - indent).map { .spaces(indent) + $0 }
    }
    return value.wrapped(to: look.width - indent).enumerated().map { number, part in
      (number == 0 ? lead : .spaces(indent)) + part
    }
  }
}
