import Language
import Terminal

/// The part of Markdown that articles use, as blocks: headings, lists, code, tables, paragraphs.
///
/// What it does not know stays as it was written, so no text is ever lost.
struct Markdown {
  private var lines: ArraySlice<String>

  init(_ text: String) {
    lines =
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.last == "\r" ? line.dropLast() : line)
      }[...]
  }

  var blocks: [Block] {
    var rest = self
    var blocks: [Block] = []
    while let block = rest.next() {
      // An empty line between blocks, but a heading stays with what follows it.
      if let last = blocks.last, !last.isHeading { blocks.append(.blank) }
      blocks += block
    }
    return blocks
  }

  private mutating func next() -> [Block]? {
    lines = lines.drop { $0.allSatisfy(\.isWhitespace) }
    guard let line = lines.first else { return nil }
    if let title = Markdown.heading(line) {
      lines = lines.dropFirst()
      return [.heading(InlineMarkdown.line(title))]
    }
    if line.hasPrefix("```") { return code() }
    if Markdown.item(line) != nil { return [.list(items())] }
    if line.hasPrefix("|") { return [table()] }
    return [.paragraph(InlineMarkdown.line(paragraph()))]
  }

  /// The text behind one to six number signs.
  private static func heading(_ line: String) -> String? {
    let signs = line.prefix { $0 == "#" }.count
    guard (1...6).contains(signs), line.dropFirst(signs).first == " " else { return nil }
    return String(line.dropFirst(signs + 1))
  }

  private mutating func code() -> [Block] {
    lines = lines.dropFirst()
    let code = lines.prefix { !$0.hasPrefix("```") }
    lines = lines.dropFirst(code.count).dropFirst()
    return code.map { .line("    " + Line(verbatim: $0, .accent)) }
  }

  /// The text of a list item; of a numbered one with its number.
  private static func item(_ line: String) -> String? {
    let text = line.drop { $0 == " " }
    if let mark = text.first, "-*+".contains(mark), text.dropFirst().first == " " { return String(text.dropFirst(2)) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return String(text)
  }

  private mutating func items() -> [Line] {
    var items: [String] = []
    while let line = lines.first {
      if let item = Markdown.item(line) {
        items.append(item)
      } else if line.hasPrefix("  "), let last = items.popLast(), !line.allSatisfy(\.isWhitespace) {
        items.append(last + " " + line.drop { $0 == " " })
      } else {
        break
      }
      lines = lines.dropFirst()
    }
    return items.map(InlineMarkdown.line)
  }

  private mutating func table() -> Block {
    let rows = lines.prefix { $0.hasPrefix("|") }
    lines = lines.dropFirst(rows.count)
    let cells = rows.map(Markdown.cells).filter { row in !row.allSatisfy { $0.allSatisfy { "-: ".contains($0) } } }
    guard let header = cells.first else { return .paragraph(Line(verbatim: rows.joined(separator: " "))) }
    let columns = header.map { Table.Column(Phrase(verbatim: $0), minimum: 8) }
    return .table(Table(columns, rows: cells.dropFirst().map { $0.map(InlineMarkdown.line) }))
  }

  private static func cells(_ line: String) -> [String] {
    var text = line[...].drop { $0 == "|" }
    while text.last == " " || text.last == "|" { text = text.dropLast() }
    return text.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Lines up to an empty one or one that begins something else.
  private mutating func paragraph() -> String {
    let text = lines.prefix { line in
      !line.allSatisfy(\.isWhitespace) && Markdown.heading(line) == nil && !line.hasPrefix("```")
        && !line.hasPrefix("|") && Markdown.item(line) == nil
    }
    // A line that begins like something else and is none of it still must go on.
    let taken = text.isEmpty ? lines.prefix(1) : text
    lines = lines.dropFirst(taken.count)
    return taken.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { return true }
    return false
  }
}
