import Language
import Terminal

/// Emphasis, code and links within a line of Markdown.
struct InlineMarkdown {
  private var rest: Substring
  private var line = Line()
  private var plain = ""

  static func line(_ text: String) -> Line {
    var reader = InlineMarkdown(rest: text[...])
    reader.read()
    return reader.line
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func read() {
    while let first = rest.first {
      if takeQuoted("**", .bold) || takeQuoted("`", .dim) || takeImage() || takeLink() { continue }
      plain.append(first)
      rest = rest.dropFirst()
    }
    flush()
  }

  /// Text between two marks; a mark without its fellow is plain text.
  private mutating func takeQuoted(_ mark: String, _ style: Style) -> Bool {
    guard rest.hasPrefix(mark) else { return false }
    let inside = rest.dropFirst(mark.count)
    guard let end = InlineMarkdown.find(mark, in: inside), end > inside.startIndex else { return false }
    flush()
    line += Line(verbatim: String(inside[..<end]), style)
    rest = inside[end...].dropFirst(mark.count)
    return true
  }

  /// `![caption](address)`: a terminal shows the caption.
  private mutating func takeImage() -> Bool {
    guard rest.hasPrefix("!["), let middle = InlineMarkdown.find("](", in: rest),
      let end = rest[middle...].firstIndex(of: ")")
    else { return false }
    let caption = String(rest[..<middle].dropFirst(2))
    guard !caption.contains("[") else { return false }
    flush()
    line += Line(verbatim: "[" + caption + "]", .dim)
    rest = rest[end...].dropFirst()
    return true
  }

  /// `[text](address)`
  private mutating func takeLink() -> Bool {
    guard rest.first == "[", let middle = InlineMarkdown.find("](", in: rest) else { return false }
    let address = rest[middle...].dropFirst(2)
    guard let end = address.firstIndex(of: ")") else { return false }
    let text = String(rest[..<middle].dropFirst())
    guard !text.contains("[") else { return false }
    flush()
    line += .link(Phrase(verbatim: text), to: String(address[..<end]), .accent)
    rest = address[end...].dropFirst()
    return true
  }

  private mutating func flush() {
    if !plain.isEmpty { line += Line(verbatim: plain) }
    plain = ""
  }

  private static func find(_ mark: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(mark) { return index }
      index = text.index(after: index)
    }
    return nil
  }
}
