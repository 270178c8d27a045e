/// How a piece of text looks, by its meaning; what that is on the screen is decided when it is rendered.
package enum Style: Sendable, Equatable {
  case plain
  case bold
  case dim
  /// Green: paid, connected, available.
  case good
  /// Yellow: soon due, planned, old.
  case warning
  /// Red: debt, outage, refusal.
  case bad
  /// Cyan: a command or a name to use next.
  case accent

  /// The parameters of Select Graphic Rendition (ECMA-48 8.3.117).
  var parameters: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    case .accent: "36"
    }
  }
}
