/// Truncation and wrapping of styled text by display width.
extension StyledText {
  /// One character with its width and the run that it belongs to.
  private struct Glyph {
    let character: Character
    let width: Int
    let run: Int
  }

  private var glyphs: [Glyph] {
    runs.enumerated().flatMap { index, run in
      run.text.map { Glyph(character: $0, width: Width.of($0), run: index) }
    }
  }

  private func text(of glyphs: some Sequence<Glyph>) -> StyledText {
    var result: [Run] = []
    var last = -1
    for glyph in glyphs {
      if glyph.run != last {
        result.append(Run(text: "", style: runs[glyph.run].style, link: runs[glyph.run].link))
        last = glyph.run
      }
      result[result.count - 1].text.append(glyph.character)
    }
    return StyledText(result)
  }

  /// At most `limit` columns, the last of which is an ellipsis where something was cut.
  func truncated(to limit: Int) -> StyledText {
    guard width > limit else { return self }
    guard limit > 0 else { return StyledText() }
    var kept: [Glyph] = []
    var columns = 0
    for glyph in glyphs {
      guard columns + glyph.width <= limit - 1 else { break }
      kept.append(glyph)
      columns += glyph.width
    }
    let style = kept.last.map { runs[$0.run].style } ?? .plain
    return text(of: kept) + .plain("…", style)
  }

  /// Lines of at most `limit` columns, broken at spaces and, where a word is longer than a line, inside it.
  ///
  /// Newlines stay. Lines after the first are indented as the first one is, so that lists keep their shape.
  func wrapped(to limit: Int) -> [StyledText] {
    if width <= limit, !runs.contains(where: { $0.text.contains("\n") }) { return [self] }
    let limit = max(1, limit)
    return glyphs.split(omittingEmptySubsequences: false, whereSeparator: { $0.character == "\n" }).flatMap { line in
      broken(line, limit: limit).map { text(of: $0) }
    }
  }

  private func broken(_ line: ArraySlice<Glyph>, limit: Int) -> [[Glyph]] {
    // Room for two columns always stays: the widest character must fit beside the indent.
    let indent = Array(line.prefix { $0.character == " " }.prefix(max(0, min(limit / 2, limit - 2))))
    var lines: [[Glyph]] = []
    var rest = line.dropFirst(indent.count)
    repeat {
      let (taken, remaining) = Self.fill(rest, columns: max(1, limit - indent.count))
      lines.append(indent + taken)
      rest = remaining
    } while !rest.isEmpty
    return lines
  }

  /// A number and its unit stay together: «12 мин», "5 days".
  private static func joins(_ glyphs: ArraySlice<Glyph>, _ space: Int) -> Bool {
    guard space > glyphs.startIndex, space + 1 < glyphs.endIndex else { return false }
    return glyphs[space - 1].character.isNumber && glyphs[space + 1].character.isLetter
  }

  /// As many words as fit the columns, and what is left, without the spaces at the break.
  private static func fill(_ glyphs: ArraySlice<Glyph>, columns: Int) -> ([Glyph], ArraySlice<Glyph>) {
    var width = 0
    var end = glyphs.startIndex
    var lastSpace: Int?
    while end < glyphs.endIndex, width + glyphs[end].width <= columns || glyphs[end].character == " " {
      if glyphs[end].character == " ", !joins(glyphs, end) || lastSpace == nil { lastSpace = end }
      width += glyphs[end].width
      end += 1
    }
    // A character wider than the whole line is taken alone, else nothing would ever be consumed.
    if end == glyphs.startIndex, !glyphs.isEmpty { end += 1 }
    let cut = end == glyphs.endIndex ? end : lastSpace.map { $0 > glyphs.startIndex ? $0 : end } ?? end
    var taken = Array(glyphs[glyphs.startIndex..<cut])
    while taken.last?.character == " " { taken.removeLast() }
    return (taken, glyphs[cut...].drop { $0.character == " " })
  }
}
