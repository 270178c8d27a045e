import Domain
import Language

/// A piece of text in one style.
package struct Span: Sendable, Equatable {
  /// What it says. Amounts and dates are put into words only where words are asked for: a statement of a thousand rows
  /// that goes to a program needs none.
  fileprivate enum Content: Sendable, Equatable {
    case text(Phrase, machine: String?)
    case amount(Money)
    case proseAmount(Money)
    case signedAmount(Money)
    case date(CivilDate)
  }

  fileprivate let content: Content
  package let style: Style
  /// An address that a terminal may open from the text.
  package let link: String?

  package init(_ text: Phrase, _ style: Style = .plain, machine: String? = nil, link: String? = nil) {
    self.init(.text(text, machine: machine), style, link: link)
  }

  fileprivate init(_ content: Content, _ style: Style, link: String? = nil) {
    self.content = content
    self.style = style
    self.link = link
  }

  package var text: Phrase {
    switch content {
    case .text(let text, _): text
    case .amount(let money): AmountText.full(money)
    case .proseAmount(let money): AmountText.prose(money)
    case .signedAmount(let money): AmountText.signed(money)
    case .date(let date): DateText.short(date)
    }
  }

  /// An amount or a date: digits of our own making, which need no gate.
  var isOurOwn: Bool {
    if case .text = content { return false }
    return true
  }

  /// What rows for programs carry in place of the text: `-1234.50` for «−1 234,50 ₽».
  package var machine: String? {
    switch content {
    case .text(_, let machine): machine
    case .amount(let money), .proseAmount(let money), .signedAmount(let money): money.decimalText
    case .date(let date): date.text
    }
  }
}

/// Styled text for one line, in every language.
///
/// Write it as a literal: `"\(phrase, .bold): \(.amount(balance), .good)"`. Only punctuation belongs between the
/// values, because literal text is the same in every language.
package struct Line: Sendable, Equatable {
  package private(set) var spans: [Span]

  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  package init(_ text: Phrase, _ style: Style = .plain) {
    spans = [Span(text, style)]
  }

  /// Text that is the same in every language: a name, a number, what the provider sent.
  package init(verbatim text: String, _ style: Style = .plain) {
    spans = [Span(Phrase(verbatim: text), style)]
  }

  package static func + (left: Line, right: Line) -> Line {
    Line(left.spans + right.spans)
  }

  package static func += (left: inout Line, right: Line) {
    left.spans += right.spans
  }

  /// The same text with another style for the spans that have none of their own.
  package func styled(_ style: Style) -> Line {
    Line(
      spans.map { span in
        span.style == .plain ? Span(span.content, style, link: span.link) : span
      })
  }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.russian.isEmpty && $0.text.english.isEmpty } }
}

extension Line {
  /// An amount with all decimal places; `-1234.50` in rows for programs.
  package static func amount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(.amount(money), style)])
  }

  /// An amount in running text, without empty kopecks; `-1234.50` in rows for programs.
  package static func proseAmount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(.proseAmount(money), style)])
  }

  /// An amount with its sign, plus too; `-1234.50` in rows for programs.
  package static func signedAmount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(.signedAmount(money), style)])
  }

  /// A date for tables; `2026-11-21` in rows for programs.
  package static func date(_ date: CivilDate, _ style: Style = .plain) -> Line {
    Line([Span(.date(date), style)])
  }

  /// One text for people, another for programs.
  package static func dual(_ text: Phrase, machine: String, _ style: Style = .plain) -> Line {
    Line([Span(text, style, machine: machine)])
  }

  /// A text that opens an address; where links are not possible the address follows in brackets.
  package static func link(_ text: Phrase, to address: String, _ style: Style = .plain) -> Line {
    Line([Span(text, style, link: address)])
  }

  /// A command to type next.
  package static func command(_ text: String) -> Line {
    Line(verbatim: text, .accent)
  }
}

extension Line: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self.init(verbatim: text)
  }

  package init(stringInterpolation: StringInterpolation) {
    spans = stringInterpolation.spans
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var spans: [Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      spans.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { spans.append(Span(Phrase(verbatim: text))) }
    }

    package mutating func appendInterpolation(_ text: Phrase, _ style: Style = .plain) {
      spans.append(Span(text, style))
    }

    package mutating func appendInterpolation(_ line: Line, _ style: Style = .plain) {
      spans += line.styled(style).spans
    }

    package mutating func appendInterpolation(_ text: some StringProtocol, _ style: Style = .plain) {
      spans.append(Span(Phrase(verbatim: String(text)), style))
    }

    package mutating func appendInterpolation(_ number: Int, _ style: Style = .plain) {
      spans.append(Span(Phrase(verbatim: String(number)), style))
    }
  }
}
