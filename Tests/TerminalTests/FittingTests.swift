import Testing

@testable import Terminal

struct FittingTests {
  private func wrap(_ text: String, _ columns: Int) -> [String] {
    StyledText.plain(text).wrapped(to: columns).map(\.plain)
  }

  private func cut(_ text: String, _ columns: Int) -> String {
    StyledText.plain(text).truncated(to: columns).plain
  }

  @Test func textThatFitsIsNotCut() {
    #expect(cut("Баланс", 6) == "Баланс")
  }

  @Test func cutTextEndsInAnEllipsisWithinTheWidth() {
    #expect(cut("Баланс", 5) == "Бала…")
    #expect(cut("日本語", 5) == "日本…")
    #expect(cut("日本語", 4) == "日…")
    #expect(cut("е\u{301}е\u{301}е\u{301}", 2) == "е\u{301}…")
    #expect(cut("abc", 1) == "…")
    #expect(cut("abc", 0) == "")
  }

  @Test func linesBreakAtSpaces() {
    #expect(wrap("one two three four", 9) == ["one two", "three", "four"])
    #expect(wrap("one two three four", 13) == ["one two three", "four"])
  }

  @Test func longWordIsBrokenInside() {
    #expect(wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(wrap("日本語日本", 5) == ["日本", "語日", "本"])
  }

  @Test func aNumberAndItsUnitStayTogether() {
    #expect(wrap("осталось 12 мин до конца", 11) == ["осталось", "12 мин до", "конца"])
    #expect(wrap("1 абвгд", 5) == ["1", "абвгд"])
  }

  @Test func noBreakSpaceKeepsAnAmountTogether() {
    #expect(wrap("долг 1\u{A0}234,50\u{A0}₽ к оплате", 11) == ["долг", "1\u{A0}234,50\u{A0}₽", "к оплате"])
  }

  @Test func newlinesStayAndIndentIsKept() {
    #expect(wrap("a b\n\nc", 10) == ["a b", "", "c"])
    #expect(wrap("  one two three", 9) == ["  one two", "  three"])
  }

  @Test func characterWiderThanTheLineIsNotLost() {
    #expect(wrap("日本", 1) == ["日", "本"])
  }

  @Test func stylesSurviveABreak() {
    let text = StyledText("\("one two", .bold) three", look: .screen)
    let lines = text.wrapped(to: 5)
    #expect(lines.map(\.plain) == ["one", "two", "three"])
    #expect(lines.map { $0.runs[0].style } == [.bold, .bold, .plain])
  }

  @Test func nothingIsLostWhateverTheWidth() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var state = seed
    for _ in 0..<200 {
      let letters = Array("ab дж 日😀 ")
      let text = String(
        (0..<30).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return letters[Int(state >> 33) % letters.count]
        })
      for columns in 2...20 {
        let lines = wrap(text, columns)
        #expect(lines.allSatisfy { Width.of($0) <= columns }, "seed \(seed), \(columns) columns: \(text)")
        let kept = lines.joined().filter { $0 != " " }
        #expect(kept == text.filter { $0 != " " }, "seed \(seed), \(columns) columns: \(text)")
      }
    }
  }
}
