import Language

/// A part of an answer's view. What it looks like depends on where it goes: a screen, or rows for programs.
package enum Block: Sendable, Equatable {
  case line(Line)
  case blank
  case heading(Line)
  case table(Table)
  /// Labels and values under each other; `label<tab>value` for programs.
  case fields([Field])
  case list([Line])
  /// Running text, wrapped to the screen; newlines part paragraphs.
  case paragraph(Line)
  case chart(Chart)

  package static func paragraph(_ text: Phrase) -> Block {
    .paragraph(Line(text))
  }

  package static func heading(_ text: Phrase) -> Block {
    .heading(Line(text))
  }

  package static func line(_ text: Phrase) -> Block {
    .line(Line(text))
  }
}

/// A value with its name.
package struct Field: Sendable, Equatable {
  package let label: Phrase
  package let value: Line

  package init(_ label: Phrase, _ value: Line) {
    self.label = label
    self.value = value
  }
}
