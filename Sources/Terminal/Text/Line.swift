import Domain
import Language

/// A piece of text in one style.
package struct Span: Sendable, Equatable {
  package let text: Phrase
  package let style: Style
  /// What rows for programs carry in place of the text: `-1234.50` for «−1 234,50 ₽».
  package let machine: String?
  /// An address that a terminal may open from the text.
  package let link: String?

  package init(_ text: Phrase, _ style: Style = .plain, machine: String? = nil, link: String? = nil) {
    self.text = text
    self.style = style
    self.machine = machine
    self.link = link
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
        span.style == .plain ? Span(span.text, style, machine: span.machine, link: span.link) : span
      })
  }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.russian.isEmpty && $0.text.english.isEmpty } }
}

extension Line {
  /// An amount with all decimal places; `-1234.50` in rows for programs.
  package static func amount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(AmountText.full(money), style, machine: money.decimalText)])
  }

  /// An amount in running text, without empty kopecks; `-1234.50` in rows for programs.
  package static func proseAmount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(AmountText.prose(money), style, machine: money.decimalText)])
  }

  /// An amount with its sign, plus too; `-1234.50` in rows for programs.
  package static func signedAmount(_ money: Money, _ style: Style = .plain) -> Line {
    Line([Span(AmountText.signed(money), style, machine: money.decimalText)])
  }

  /// A date for tables; `2026-11-21` in rows for programs.
  package static func date(_ date: CivilDate, _ style: Style = .plain) -> Line {
    Line([Span(DateText.short(date), style, machine: date.text)])
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
