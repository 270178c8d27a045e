import Domain
import JSON
import Platform
import Testing

@testable import Store

@Test func checksumsAreThoseOfTheStandard() {
  // RFC 3720, appendix B.4, and the catalogue's check value.
  #expect(CRC32C.of(Array("123456789".utf8)) == 0xe306_9283)
  #expect(CRC32C.of([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
  #expect(CRC32C.of([UInt8](repeating: 255, count: 32)) == 0x62a8_ab43)
  #expect(CRC32C.of((0..<32).map { UInt8($0) }) == 0x46dd_794e)
}

@Test func aChecksumGoesOnWhereItStopped() {
  let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
  for cut in [0, 1, 7, 8, 9, 500, 999, 1000] {
    var checksum = CRC32C(resuming: CRC32C.of(Array(bytes[..<cut])))
    checksum.update(Array(bytes[cut...]))
    #expect(checksum.value == CRC32C.of(bytes))
  }
}

private let odd = LedgerEntry(
  seq: 7, id: "a\"b\\c\u{7f}\n", time: Timestamp(seconds: 0), date: CivilDate(dayNumber: 0),
  kind: LedgerEntry.Kind(rawValue: "новое"), amount: Money(minor: .min, currency: .rub),
  balance: Money(minor: .max, currency: .rub), text: "\u{1}", service: "s", method: "m", key: "k")

@Test(arguments: [odd, numbered([Sample.entry(0)])[0], numbered([Sample.entry(1, text: "")])[0]])
func aLineIsTheSortedJSONOfItsEntryAndIsReadBack(_ entry: LedgerEntry) throws {
  var line: [UInt8] = []
  LedgerLine.write(entry, seq: entry.seq, into: &line)
  let json = try Envelope.open(line, path: "line")
  var unnumbered = entry
  unnumbered.seq = 0
  let plain = String(decoding: unnumbered.json.bytes, as: UTF8.self)
  #expect(String(decoding: line, as: UTF8.self).hasSuffix(",\"seq\":\(entry.seq)," + plain.dropFirst() + "\n"))
  #expect(try LedgerEntry(json: json) == entry)
  var known = KnownTexts()
  #expect(line.withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) } == entry)
}

@Test func aLineOfANewerVersionIsReadAndKeepsItsMembersUnderANewNumber() throws {
  var members = numbered([Sample.entry(3)])[0].json
  if case .object(var object) = members {
    object["seq"] = nil
    object["aaa"] = ["x": 1]
    members = .object(object)
  }
  let line = Envelope.seal(Array(",\"seq\":1,".utf8) + members.bytes.dropFirst())
  var renumbered: [UInt8] = []
  line.withUnsafeBufferPointer { LedgerLine.rewrite($0, seq: 4711, into: &renumbered) }
  let json = try Envelope.open(renumbered, path: "line")
  #expect(json["aaa"] == ["x": 1])
  #expect(json["seq"] == 4711)
  var known = KnownTexts()
  let entry = renumbered.withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) }
  #expect(entry?.seq == 4711)
  #expect(entry?.id == "e3")
}

@Test func everyFlippedBitOfALineIsFound() {
  var line: [UInt8] = []
  LedgerLine.write(Sample.entry(1), seq: 1, into: &line)
  for index in line.indices {
    for bit in 0..<8 {
      var broken = line
      broken[index] ^= 1 << UInt8(bit)
      var known = KnownTexts()
      #expect(broken.withUnsafeBufferPointer { LedgerLineReader.entry($0, &known) } == nil)
    }
  }
}

@Test(arguments: [("1001", "1001"), ("a.b", "hex.612e62"), ("", "hex."), ("../x", "hex.2e2e2f78"), ("ж", "hex.d0b6")])
func identifiersBecomeSafeFileNames(_ identifier: String, _ expected: String) {
  #expect(FileName.safe(identifier) == expected)
}

@Test func longIdentifiersStayDifferent() {
  let long = String(repeating: "x", count: 300)
  #expect(FileName.safe(long + "a") != FileName.safe(long + "b"))
  #expect(FileName.safe(long).utf8.count < 250)
}
