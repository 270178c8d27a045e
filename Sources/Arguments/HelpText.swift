/// Lines to print, each made of spans with a style; the terminal decides what a style looks like.
package struct HelpText: Sendable, Equatable {
  package enum Style: Sendable { case heading, bold, plain }

  package struct Span: Sendable, Equatable {
    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package private(set) var lines: [[Span]] = []

  /// The text without styles; every line ends with a newline.
  package var plain: String { lines.map { line in line.map(\.text).joined() + "\n" }.joined() }

  mutating func add(_ spans: Span...) { lines.append(spans) }

  mutating func blank() {
    if lines.last?.isEmpty == false { lines.append([]) }
  }

  mutating func heading(_ title: String) {
    blank()
    add(Span(title + ":", .heading))
  }

  mutating func paragraph(_ text: String, indent: Int = 0, width: Int) {
    let margin = String(repeating: " ", count: indent)
    for line in wrapped(text, to: width - indent) { add(Span(margin + line)) }
  }

  /// Two columns: bold labels, and texts beside them, or below when the label is long.
  mutating func entries(_ rows: [(label: String, text: String)], width: Int) {
    let widest = rows.map(\.label.count).filter { $0 <= 26 }.max() ?? 0
    let column = min(widest + 4, width / 2)
    let margin = String(repeating: " ", count: column)
    for row in rows {
      var texts = wrapped(row.text, to: width - column)[...]
      let room = column - 2 - row.label.count
      if room >= 2, let first = texts.popFirst() {
        add(Span("  "), Span(row.label, .bold), Span(String(repeating: " ", count: room) + first))
      } else {
        add(Span("  "), Span(row.label, .bold))
      }
      for text in texts { add(Span(margin + text)) }
    }
  }
}

/// Breaks a text at spaces; a word longer than the width stands alone.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}
