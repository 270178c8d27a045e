import Testing

@testable import JSON

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), (" \t\n\rfalse \n", .bool(false)), ("0", .integer(0)),
      ("-1", .integer(-1)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), (#""""#, .string("")),
      ("[]", .array([])), ("{}", .object([:])), ("[ ]", .array([])), ("{ }", .object([:])),
      ("[1 , 2]", .array([.integer(1), .integer(2)])), (#"{"a" : {"b":[null]}}"#, ["a": ["b": [nil]]]),
      (#"{"":1}"#, ["": 1]), (#""\u0000""#, .string("\u{0}")), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0416\uD83D\uDE00\u00e9""#, "Ж😀é"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#""\uFFFF""#, "\u{FFFF}"),
    ] as [(String, JSON)])
  func wellFormedTextIsRead(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(arguments: [
    ("9223372036854775808", "9223372036854775808"), ("-9223372036854775809", "-9223372036854775809"),
    ("1.0", "1.0"), ("12.50", "12.50"), ("1e9", "1e9"), ("1E+2", "1E+2"), ("-0", "-0"), ("-0.0e-0", "-0.0e-0"),
    ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"), ("1e999999", "1e999999"),
  ])
  func otherNumbersKeepTheirOwnWords(text: String, words: String) throws {
    let value = try JSON(parsing: text)
    #expect(value == .decimal(words))
    #expect(value.text == text)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd), (" ", .unexpectedEnd), ("[", .unexpectedEnd), ("{", .unexpectedEnd),
      ("[1,", .unexpectedEnd),
      (#"{"a""#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd), (#"""#, .unexpectedEnd), (#""\"#, .unexpectedEnd),
      (#""\u12"#, .unexpectedEnd), ("tru", .unexpectedEnd), ("[1,]", .unexpectedByte), ("[,1]", .unexpectedByte),
      (#"{"a":1,}"#, .unexpectedByte), ("{a:1}", .unexpectedByte), ("{'a':1}", .unexpectedByte),
      ("{1:2}", .unexpectedByte),
      (#"{"a" 1}"#, .unexpectedByte), ("[1 2]", .unexpectedByte), ("True", .unexpectedByte), ("nul1", .unexpectedByte),
      ("+1", .unexpectedByte), (".5", .unexpectedByte), ("NaN", .unexpectedByte), ("Infinity", .unexpectedByte),
      ("1 2", .trailingBytes), ("01", .trailingBytes), ("-01", .trailingBytes), ("0x10", .trailingBytes),
      ("{}}", .trailingBytes), ("null\0", .trailingBytes), ("1.", .badNumber), ("1.e5", .badNumber), ("1e", .badNumber),
      ("1e+", .badNumber), ("-", .badNumber), ("-a", .badNumber), ("\"a\nb\"", .unexpectedByte),
      ("\"\u{1B}[31m\"", .unexpectedByte), ("\"\\t\t\"", .unexpectedByte), (#""\x41""#, .badEscape),
      (#""\u12G4""#, .badEscape), (#""\u１２３４""#, .badEscape), (#""\uD800""#, .badEscape), (#""\uDC00""#, .badEscape),
      (#""\uD800\uD800""#, .badEscape), (#""\uD800x""#, .badEscape), (#""\uD83D\n""#, .badEscape),
      (#"{"a":1,"a":2}"#, .duplicateKey), (#"{"a":1,"b":{"c":1,"\u0063":1}}"#, .duplicateKey),
      ("\u{FEFF}{}", .unexpectedByte), ("/* */1", .unexpectedByte), ("[1]//", .trailingBytes),
      ("\u{A0}1", .unexpectedByte),
      ("\u{B}1", .unexpectedByte), ("\u{C}1", .unexpectedByte), ("<html>", .unexpectedByte),
    ] as [(String, JSONError.Reason)])
  func illFormedTextIsRefusedWithItsReason(text: String, reason: JSONError.Reason) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.reason == reason)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22], [0x22, 0x5C, 0x6E, 0x80, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func illFormedUTF8IsRefused(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    #expect(error?.reason == .badUTF8)
  }

  @Test func theOffsetPointsAtTheTrouble() throws {
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: "[1,2,x]") }?.offset == 5)
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: #"{"a":1, "a":2}"#) }?.offset == 8)
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: "[1") }?.offset == 2)
  }

  @Test func nestingEndsAtTheLimit() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON(parsing: nested(32))
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: nested(33)) }?.reason == .tooDeep)
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: nested(1_000_000)) }?.reason == .tooDeep)
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    #expect(#expect(throws: JSONError.self) { try JSON(parsing: objects) }?.reason == .tooDeep)
    _ = try JSON(parsing: "[" + nested(31) + "," + nested(31) + "]")
    _ = try JSON(parsing: "1", depth: 0)
    #expect(throws: JSONError.self) { try JSON(parsing: "[]", depth: 0) }
  }

  @Test func bytesWithoutContiguousStorageAreReadAsWell() throws {
    let bytes = Array(#"{"a":[1,"ё"]}"#.utf8)
    #expect(try JSON(parsing: bytes.lazy.map { $0 }) == ["a": [1, "ё"]])
    #expect(try JSON(parsing: bytes[5..<7] + [0x5D]) == [1])
  }
}
