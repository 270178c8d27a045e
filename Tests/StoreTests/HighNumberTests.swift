import Domain
import JSON
import Testing

@testable import Store

/// A number that could overflow is refused where it is read: no file of the store can stop the program.
struct HighNumberTests {
  private static let segment = """
    {"bytes":300,"closing":0,"count":2,"crc":"0badcafe","firstDate":"2026-11-21","firstSeq":NUMBER,\
    "lastDate":"2026-11-22","lastTime":"2026-11-22T10:11:12Z","name":"00000001.ndjson","opening":0,"sorted":true,\
    "totals":{}}
    """

  private func segment(_ number: Int) -> String { HighNumberTests.segment.replacing(number) }

  @Test(arguments: [Int.max, 999_999_999_999_999_999, 1_000_000_001]) func aSegmentThatBeginsTooHighIsIllegal(
    number: Int
  ) throws {
    let text = segment(number)
    #expect(throws: FieldError.self) { try Segment(json: try JSON(parsing: text)) }
    let lines = "{\"segments\":[\n\(text),\n\(text)\n]}"
    #expect(throws: Damage.self) { try Manifest(Envelope.seal(Array(lines.utf8)), path: "manifest") }
  }

  @Test func aHeadOfTheHighestRevisionIsIllegal() throws {
    #expect(throws: FieldError.self) { try Head(json: ["revision": .integer(.max), "generation": 1]) }
    #expect(throws: FieldError.self) { try Head(json: ["revision": 1, "generation": .integer(.max)]) }
    #expect(try Head(json: ["revision": 1, "generation": 1]).revision == 1)
  }

  @Test(arguments: [1_000_000_000, 1_000_000_001]) func theFastReaderTakesNoHigherNumberThanTheStrictOne(
    seq: Int
  ) throws {
    let object = """
      {"seq":\(seq),"amount":1,"balance":1,"currency":"RUB","date":"2026-11-21","id":"e","kind":"charge","text":"x",\
      "time":"2026-11-21T09:00:00Z"}
      """
    let line = Envelope.seal(Array(object.utf8))
    let strict = try? LedgerEntry(json: try JSON(parsing: line))
    var known = KnownTexts()
    #expect(line.withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) } == strict)
  }
}

extension String {
  fileprivate func replacing(_ number: Int) -> String {
    split(separator: "NUMBER", omittingEmptySubsequences: false).joined(separator: "\(number)")
  }
}
