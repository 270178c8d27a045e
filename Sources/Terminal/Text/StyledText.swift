import Language

/// A run of one style, in one language, gated: ready to be measured and printed.
struct Run: Equatable {
  var text: String
  let style: Style
  let link: String?
}

/// One line of runs, after the language was chosen and every text went through the gate.
struct StyledText: Equatable {
  private(set) var runs: [Run]

  init(_ runs: [Run] = []) {
    self.runs = runs
  }

  init(_ line: Line, look: Look, _ lines: Gate.Lines = .single) {
    runs = line.spans.flatMap { span -> [Run] in
      let text = Gate.clean(span.text.text(in: look.language), lines)
      guard let link = span.link else { return [Run(text: text, style: span.style, link: nil)] }
      let address = Gate.clean(link)
      if look.links, Self.isOpenable(link) { return [Run(text: text, style: span.style, link: link)] }
      return [Run(text: text == address ? text : "\(text) (\(address))", style: span.style, link: nil)]
    }
  }

  var width: Int { runs.reduce(0) { $0 + Width.of($1.text) } }
  var plain: String { runs.map(\.text).joined() }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.runs + right.runs)
  }

  static func plain(_ text: String, _ style: Style = .plain) -> StyledText {
    StyledText([Run(text: text, style: style, link: nil)])
  }

  static func spaces(_ count: Int) -> StyledText {
    count > 0 ? plain(String(repeating: " ", count: count)) : StyledText()
  }

  /// With the escape sequences of its styles when the look has colours.
  func encoded(_ look: Look) -> String {
    guard look.colour else { return plain }
    return runs.map { run in
      var text = run.text
      if let link = run.link { text = "\u{1B}]8;;\(link)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" }
      guard let parameters = run.style.parameters, !run.text.isEmpty else { return text }
      return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
    }.joined()
  }

  /// Only web and mail addresses of printable ASCII go into an escape sequence: anything else could end it early.
  private static func isOpenable(_ link: String) -> Bool {
    ["https://", "http://", "mailto:", "tel:"].contains { link.hasPrefix($0) }
      && link.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
