import Arguments
import Language
import Terminal

/// Help as blocks for the terminal: the layout was made by `Arguments`, only styles are translated here.
enum HelpView {
  static func blocks(_ help: HelpText) -> [Block] {
    help.lines.map { spans in
      guard !spans.isEmpty else { return .blank }
      return .line(spans.map { Line(verbatim: $0.text, style($0.style)) }.reduce(Line(), +))
    }
  }

  private static func style(_ style: HelpText.Style) -> Style {
    switch style {
    case .heading, .bold: .bold
    case .plain: .plain
    }
  }
}
