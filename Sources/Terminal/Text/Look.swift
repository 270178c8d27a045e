import Language

/// When to use colours, as a person asked with `--color`.
package enum ColourChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never
}

/// How text is to look on one stream: decided once from the options, the environment and what the stream is.
package struct Look: Sendable, Equatable {
  package var language: Language
  package var isTerminal: Bool
  package var colour: Bool
  /// Columns; at least 20.
  package var width: Int
  /// Rows of the screen, where known.
  package var height: Int?
  /// True where the locale or the terminal has no box and block characters.
  package var ascii: Bool

  package init(
    language: Language, isTerminal: Bool, colour: Bool = false, width: Int = 80, height: Int? = nil, ascii: Bool = false
  ) {
    self.language = language
    self.isTerminal = isTerminal
    self.colour = colour
    self.width = max(Self.narrowest, width)
    self.height = height
    self.ascii = ascii
  }

  /// Hyperlinks (OSC 8) go only where colours go and a person is there to click.
  package var links: Bool { colour && isTerminal }

  private static let narrowest = 20
  private static let usualWidth = 80

  /// The look that options, environment and stream give together.
  package init(
    language: Language, isTerminal: Bool, window: (columns: Int, rows: Int)?, choice: ColourChoice,
    environment: [String: String]
  ) {
    let isDumb = environment["TERM"] == "dumb"
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    self.init(
      language: language, isTerminal: isTerminal,
      colour: Self.hasColour(isTerminal: isTerminal, choice: choice, environment: environment),
      width: columns ?? window?.columns ?? Self.usualWidth, height: window?.rows,
      ascii: isDumb || !Self.isUnicode(environment))
  }

  /// `--color` decides; then NO_COLOR (no-color.org: not empty), CLICOLOR_FORCE (bixense.com/clicolors: not 0),
  /// TERM=dumb, and whether it is a terminal.
  static func hasColour(isTerminal: Bool, choice: ColourChoice, environment: [String: String]) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR", default: ""] != "" { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }

  /// False only when the locale names a character set other than UTF-8; an unset locale says nothing.
  private static func isUnicode(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale, let dot = locale.firstIndex(of: ".") else { return true }
    let charset = locale[dot...].lowercased()
    return charset.hasPrefix(".utf-8") || charset.hasPrefix(".utf8")
  }
}
