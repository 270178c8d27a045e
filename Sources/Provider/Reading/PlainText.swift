/// Texts that an office wrote in an HTML editor, as plain text with line breaks.
enum PlainText {
  static func of(_ text: String) -> String {
    // By scalars: a carriage return with its newline is one character.
    let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
    guard text.contains("<") || text.contains("&") else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      let after = rest[rest.index(after: open)...]
      // `a < b` is no tag.
      guard let close = after.firstIndex(of: ">"), let first = after.first,
        first.isLetter || first == "/" || first == "!"
      else {
        out += "<"
        rest = after
        continue
      }
      let name = after[..<close].lowercased().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if breaks.contains(String(name)), out.last != "\n", !out.isEmpty { out += "\n" }
      rest = after[after.index(after: close)...]
      // `<br />` before each line break is how scripts show the breaks that were typed.
      if name == "br", rest.first == "\n" { rest = rest.dropFirst() }
    }
    out += rest
    for (name, character) in entities { out = out.replacing(name, with: character) }
    while out.last?.isWhitespace == true { out.removeLast() }
    return out
  }

  private static let breaks: Set<String> = ["br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4"]

  // The ampersand last: `&amp;lt;` is the text `&lt;`.
  private static let entities = [
    ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&laquo;", "«"),
    ("&raquo;", "»"), ("&mdash;", "—"), ("&ndash;", "–"), ("&amp;", "&"),
  ]
}
