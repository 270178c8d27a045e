import Testing

@testable import JSON

@Suite struct JSONWriterTests {
  @Test func membersAreSortedByTheBytesOfTheirKeys() {
    let value: JSON = ["б": 1, "b": 2, "B": 3, "a": 4, "aa": 5, "": 6, "😀": 7, "\u{FFFD}": 8]
    #expect(value.text == #"{"":6,"B":3,"a":4,"aa":5,"b":2,"б":1,"\#u{FFFD}":8,"😀":7}"#)
  }

  @Test func controlCharactersAreEscaped() {
    #expect(JSON.string("\u{1B}[0m\u{0}\n\r\t\"\\/\u{7F}ё").text == #""\u001b[0m\u0000\n\r\t\"\\/\u007fё""#)
  }

  @Test func thePrettyFormHasTwoSpacesALevelAndAFinalNewline() {
    let value: JSON = ["b": [1, [:], []], "a": nil]
    #expect(value.prettyText == "{\n  \"a\": null,\n  \"b\": [\n    1,\n    {},\n    []\n  ]\n}\n")
    #expect(JSON.integer(.min).prettyText == "-9223372036854775808\n")
  }

  @Test func membersWithoutAValueAreLeftOut() {
    #expect(JSON.members(["a": 1, "b": nil, "c": .null]) == .object(["a": 1, "c": .null]))
    #expect(JSON.members(["a": 1])["a"] == 1)
    #expect(JSON.array([])["a"] == nil)
  }
}

/// SplitMix64 with its seed known, so that a failure can be repeated.
private struct Dice: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: .min ... .max)) {
    (self.seed, state) = (seed, seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct JSONPropertyTests {
  private func text(_ dice: inout Dice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &dice) {
      let limit: UInt32 = [0x20, 0x80, 0x800, 0x11_0000].randomElement(using: &dice) ?? 0x80
      if let scalar = Unicode.Scalar(.random(in: 0..<limit, using: &dice)) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private func value(_ dice: inout Dice, depth: Int) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &dice) {
    case 0: return .null
    case 1: return .bool(.random(using: &dice))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &dice) >> Int.random(in: 0...63, using: &dice))
    case 3:
      return .decimal("\(Int8.random(in: .min ... .max, using: &dice)).\(UInt8.random(in: 0...9, using: &dice))e7")
    case 4, 5: return .string(text(&dice))
    case 6: return .array((0..<Int.random(in: 0...4, using: &dice)).map { _ in value(&dice, depth: depth - 1) })
    default:
      var members: [String: JSON] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &dice) { members[text(&dice)] = value(&dice, depth: depth - 1) }
      return .object(members)
    }
  }

  @Test func whatIsWrittenReadsBackAsItself() throws {
    var dice = Dice()
    for round in 0..<3000 {
      let value = value(&dice, depth: 5)
      let note: Comment = "seed \(dice.seed) round \(round): \(value.text)"
      #expect(try JSON(parsing: value.bytes) == value, note)
      #expect(try JSON(parsing: value.prettyText) == value, note)
      #expect(try JSON(parsing: value.bytes).bytes == value.bytes, note)
    }
  }

  @Test func noBytesMakeTheReaderTrap() {
    var dice = Dice()
    var accepted = 0
    let alphabet = Array(#"{}[]",:\u0019dD8ntrfalse-+.eE "#.utf8)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &dice)
      let isPlain = Bool.random(using: &dice)
      let bytes = (0..<length).map { _ in
        isPlain ? alphabet.randomElement(using: &dice) ?? 0 : UInt8.random(in: .min ... .max, using: &dice)
      }
      if let value = try? JSON(parsing: bytes) {
        accepted += 1
        // What was taken for JSON must survive its own writing.
        #expect((try? JSON(parsing: value.bytes)) == value, "seed \(dice.seed): \(bytes)")
      }
    }
    #expect(accepted < 20_000, "seed \(dice.seed)")
  }

  @Test func aDocumentCutOrSpoiledAnywhereIsRefusedOrReadWithoutATrap() throws {
    let document = Array(#"{"a":[1,-2.5e3,"ё\u0416\uD83D\uDE00\n",true,null],"b":{"c":{}}}"#.utf8)
    _ = try JSON(parsing: document)
    for length in 0..<document.count {
      #expect(throws: JSONError.self) { try JSON(parsing: document[..<length]) }
    }
    for index in document.indices {
      for byte in UInt8.min ... .max {
        var spoiled = document
        spoiled[index] = byte
        _ = try? JSON(parsing: spoiled)
      }
    }
  }
}
