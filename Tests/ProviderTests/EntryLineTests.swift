import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

private func line(_ entry: LedgerEntry) -> String {
  let members: JSON = ["type": "entry", "op": "put", "id": .string(entry.id), "rev": 7, "data": entry.json]
  return members.text
}

private func strict(_ bytes: [UInt8]) -> LedgerEntry? {
  guard let json = try? JSON(parsing: bytes), json["type"] == "entry", json["op"] == "put" else { return nil }
  return json["data"].flatMap { try? LedgerEntry(json: $0) }
}

private func random(_ generator: inout Numbers) -> LedgerEntry {
  let words = ["", "Оплата", "fee", "Ежедневно: «Домашний 100»", "a\"b", "tab\t", "🙂", "home-100", "\u{7F}"]
  func word() -> String { words.randomElement(using: &generator) ?? "" }
  func maybe() -> String? { Bool.random(using: &generator) ? word() : nil }
  let time = Timestamp(seconds: Int64.random(in: -1_000_000_000...10_000_000_000, using: &generator))
  return LedgerEntry(
    id: word(), time: time, date: time.date(utcOffset: 180), kind: .init(rawValue: word()),
    amount: Money(minor: Int64.random(in: .min ... .max, using: &generator), currency: .rub),
    balance: Money(minor: Int64.random(in: -1000...1000, using: &generator), currency: .rub), text: word(),
    service: maybe(), method: maybe(), key: maybe())
}

@Test func theCommonLineIsReadWithoutATree() throws {
  var reader = EntryLine()
  let entry = LedgerEntry(
    id: "100-7", time: noon, date: noon.date(utcOffset: 180), kind: .payment, amount: rubles("-45.00"),
    balance: rubles("0"), text: "Оплата", service: "home-100", method: "card", key: "k")
  #expect(reader.entry(Array(line(entry).utf8)[...]) == entry)
}

@Test func theFastReaderNeverDisagreesWithTheStrictOne() {
  let seed = UInt64.random(in: 0 ... .max)
  var generator = Numbers(seed)
  var reader = EntryLine()
  var fast = 0
  for _ in 0..<3000 {
    let entry = random(&generator)
    var bytes = Array(line(entry).utf8)
    let isDamaged = Bool.random(using: &generator)
    if isDamaged {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8(ascii: "0"), at: place)
      }
    }
    guard let read = reader.entry(bytes[...]) else { continue }
    fast += 1
    #expect(read == strict(bytes), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    if !isDamaged { #expect(read == entry, "seed \(seed)") }
  }
  #expect(fast > 50, "seed \(seed)")
}

@Test(arguments: [
  ("\"amount\":-4500", "\"amount\":-0"), ("\"amount\":-4500", "\"amount\":04500"),
  ("\"amount\":-4500", "\"amount\":1.5"),
  ("\"amount\":-4500", "\"amount\":99999999999999999999"), ("\"date\":\"2026-11-21\"", "\"date\":\"2026-02-30\""),
  ("09:00:00Z", "24:00:00Z"), ("\"text\":\"t\"", "\"text\":\"\\u0041\""), ("\"op\":\"put\"", "\"op\":\"delete\""),
  ("\"rev\":7", "\"new\":1,\"rev\":7"), ("RUB", "rub"),
])
func aSurpriseIsLeftToTheStrictReader(_ old: String, _ new: String) {
  var reader = EntryLine()
  let entry = LedgerEntry(
    id: "1", time: noon, date: noon.date(utcOffset: 180), kind: .charge, amount: rubles("-45.00"), balance: rubles("1"),
    text: "t")
  let text = line(entry)
  #expect(text.contains(old))
  #expect(reader.entry(Array(text.replacing(old, with: new).utf8)[...]) == nil)
}
