import Testing

@testable import Terminal

struct WidthTests {
  @Test(arguments: [
    ("", 0), ("balance", 7), ("Баланс", 6), ("Й", 1), ("И\u{306}", 1), ("е\u{301}", 1), ("日本語", 6), ("ｶﾅ", 2), ("Ａ", 2),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👍🏽", 2), ("🇷🇺", 2), ("🇷🇺🇬🇧", 4), ("☀", 1), ("☀\u{FE0F}", 2),
    ("1\u{A0}234,50\u{A0}₽", 10), ("—«»…", 4), ("\u{301}", 0), ("⌚", 2), ("א", 1), ("𠀀", 2), ("ก็", 1), ("✓", 1),
    ("█▏", 2),
  ])
  func textTakesItsColumns(_ text: String, _ columns: Int) {
    #expect(Width.of(text) == columns)
  }

  @Test func tableOfWideCharactersIsExactAtItsEdges() throws {
    for (value, isWide) in [
      (0x10FF, false), (0x1100, true), (0x115F, true), (0x303E, true), (0x303F, false), (0x4DBF, true), (0x4DC0, false),
      (0x4E00, true), (0xA4C6, true), (0xAC00, true), (0xD7A3, true), (0xD7B0, false), (0xFF60, true), (0xFF61, false),
      (0x1F600, true), (0x1F650, false), (0x3FFFD, true), (0x40000, false),
    ] {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      #expect(WidthTable.isWide(scalar) == isWide, "U+\(String(value, radix: 16))")
    }
  }
}
