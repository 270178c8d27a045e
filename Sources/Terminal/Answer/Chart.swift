import Language

/// A horizontal bar chart: a label, a bar as long as the value, and the value in words.
package struct Chart: Sendable, Equatable {
  package struct Bar: Sendable, Equatable {
    package let label: Phrase
    /// Only its size counts: fees and payments are drawn alike.
    package let value: Int64
    package let text: Line
    package let style: Style

    package init(_ label: Phrase, value: Int64, text: Line, style: Style = .accent) {
      self.label = label
      self.value = value
      self.text = text
      self.style = style
    }
  }

  package let bars: [Bar]

  package init(_ bars: [Bar]) {
    self.bars = bars
  }

  /// The shape of a series in one line, a character a value; ASCII where there are no block characters.
  package static func sparkline(_ values: [Int64], ascii: Bool = false) -> String {
    let levels = Array(ascii ? "_.-=*#" : "▁▂▃▄▅▆▇█")
    guard let low = values.min(), let high = values.max() else { return "" }
    return String(
      values.map { value in
        levels[scale(distance(low, value), of: distance(low, high), to: levels.count - 1)]
      })
  }

  private static func distance(_ low: Int64, _ high: Int64) -> UInt64 {
    UInt64(bitPattern: high &- low)
  }

  /// `part/whole * length`, rounded to the nearest; the product has 128 bits.
  fileprivate static func scale(_ part: UInt64, of whole: UInt64, to length: Int) -> Int {
    guard whole > 0 else { return 0 }
    let (quotient, remainder) = whole.dividingFullWidth(part.multipliedFullWidth(by: UInt64(length)))
    return Int(quotient) + (remainder >= whole - remainder ? 1 : 0)
  }

  func lines(_ look: Look) -> [StyledText] {
    let labels = bars.map { StyledText(Line($0.label), look: look) }
    let texts = bars.map { StyledText($0.text, look: look) }
    let labelWidth = min(labels.map(\.width).max() ?? 0, look.width / 3)
    let textWidth = texts.map(\.width).max() ?? 0
    let space = max(0, min(look.width - labelWidth - textWidth - 4, 60))
    let largest = bars.map(\.value.magnitude).max() ?? 0
    return bars.indices.map { index in
      let label = labels[index].truncated(to: labelWidth)
      let bar = Self.bar(bars[index].value.magnitude, of: largest, columns: space, ascii: look.ascii)
      let gap = space > 0 ? space - Width.of(bar) + 2 : 0
      return label + .spaces(labelWidth - label.width + 2) + .plain(bar, bars[index].style)
        + .spaces(gap + textWidth - texts[index].width) + texts[index]
    }
  }

  /// Eighths of a column, so that small differences show; a value that is not zero has at least the thinnest bar.
  private static func bar(_ value: UInt64, of largest: UInt64, columns: Int, ascii: Bool) -> String {
    guard value > 0, columns > 0 else { return "" }
    if ascii { return String(repeating: "#", count: max(1, scale(value, of: largest, to: columns))) }
    let eighths = max(1, scale(value, of: largest, to: columns * 8))
    let rest = Array("▏▎▍▌▋▊▉")
    return String(repeating: "█", count: eighths / 8) + (eighths % 8 == 0 ? "" : String(rest[eighths % 8 - 1]))
  }
}
