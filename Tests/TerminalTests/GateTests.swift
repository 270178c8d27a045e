import Testing

@testable import Terminal

struct GateTests {
  @Test(arguments: [
    ("\u{1B}[2Jx", #"\x1b[2Jx"#), ("a\rb", #"a\x0db"#), ("\0", #"\x00"#), ("\u{7F}", #"\x7f"#),
    ("\u{9B}31m", #"\x9b31m"#),
    ("\u{7}", #"\x07"#), ("\u{202E}05", #"\u{202E}05"#), ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{061C}"#), ("a\u{200B}b\u{200D}c", #"a\u{200B}b\u{200D}c"#),
    ("\u{2060}\u{FEFF}", #"\u{2060}\u{FEFF}"#), ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
    ("\u{E0041}", #"\u{E0041}"#),
  ])
  func dangerousCharacterBecomesVisible(_ text: String, _ shown: String) {
    #expect(Gate.clean(text) == shown)
  }

  @Test(arguments: ["Баланс 1\u{A0}234,50 ₽", "naïve — «ёлка»", "数字", "😀 👍🏽", "🇷🇺", "и\u{306}", "مرحبا", "a\\x1b"])
  func harmlessTextPassesUnchanged(_ text: String) {
    #expect(Gate.clean(text) == text)
  }

  @Test func newlineAndTabBecomeSpacesInALine() {
    #expect(Gate.clean("a\tb\nc") == "a b c")
    #expect(Gate.clean("a\r\nb") == #"a\x0d b"#)
  }

  @Test func newlineStaysInAParagraph() {
    #expect(Gate.clean("a\tb\nc", .several) == "a    b\nc")
  }

  @Test func jsonTextEscapesTheSameCharacters() {
    #expect(Gate.cleanJSON("\"\u{202E}\u{9B}\u{E0041}\"\n") == #""\u202e\u009b\udb40\udc41""# + "\n")
    #expect(Gate.cleanJSON("\"баланс\"") == "\"баланс\"")
  }

  @Test func everyDangerousCharacterIsFoundByTheQuickLook() {
    for value in Array(UInt32(0)...0xFFFF) + Array(0xE0000...0xE0FFF) {
      guard let scalar = Unicode.Scalar(value), Gate.isDangerous(scalar) else { continue }
      #expect(Gate.clean(String(scalar)) != String(scalar), "U+\(String(value, radix: 16))")
    }
  }
}
