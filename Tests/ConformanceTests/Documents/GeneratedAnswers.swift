import JSON
import TestSupport

/// Answers made from a definition, with every optional member there, absent or null, and numbers as texts.
struct GeneratedAnswers {
  let document: Document
  /// The id of everything, so that all of it concerns one account.
  let id: String
  private(set) var chance: Numbers
  /// The sums of money that were made, in minor units.
  private(set) var sums: Set<Int64> = []

  init(_ document: Document, id: String, seed: UInt64) {
    self.document = document
    self.id = id
    chance = Numbers(seed)
  }

  mutating func value(_ schema: JSON, named name: String = "", depth: Int = 0) -> JSON {
    let schema = document.resolved(schema)
    if let word = schema["enum"]?.list.randomElement(using: &chance) { return word }
    switch schema["type"]?.word ?? (schema["properties"] == nil ? "string" : "object") {
    case "object": return object(schema, depth)
    case "array":
      guard depth < 6 else { return [] }
      return .array(
        (0..<Int.random(in: 0...2, using: &chance)).map { _ in
          value(schema["items"] ?? .null, named: name, depth: depth + 1)
        })
    case "boolean": return .bool(.random(using: &chance))
    case "integer": return number(.integer(.random(in: 0...30, using: &chance)), "12")
    case "number":
      let minor = Int64.random(in: 1...99_999, using: &chance)
      sums.insert(minor)
      let text = "\(minor / 100)." + String(minor % 100 + 100).dropFirst()
      return number(.decimal(text), text)
    default: return text(schema, name)
    }
  }

  private mutating func number(_ plain: JSON, _ text: String) -> JSON {
    Int.random(in: 0..<3, using: &chance) == 0 ? .string(text) : plain
  }

  private mutating func object(_ schema: JSON, _ depth: Int) -> JSON {
    var members: [String: JSON] = [:]
    let (properties, required) = Schema(document: document).parts(schema)
    for (name, property) in properties.sorted(by: { $0.key < $1.key }) {
      // Half of the time what is required is not there either: gateways are no better than their makers.
      let isKept = required.contains(name) && Bool.random(using: &chance)
      switch isKept ? 0 : Int.random(in: 0..<8, using: &chance) {
      case 6: break
      case 7: members[name] = .null
      default: if depth < 8 { members[name] = value(property, named: name, depth: depth + 1) }
      }
    }
    return .object(members)
  }

  private mutating func text(_ schema: JSON, _ name: String) -> JSON {
    if name == "id" { return .string(id) }
    if schema["format"] == "date-time" { return .string(GeneratedAnswers.moments.randomElement(using: &chance) ?? "") }
    if name.hasPrefix("unit") { return .string(["RUB", "RUB", "EUR", "GB"].randomElement(using: &chance) ?? "") }
    return .string(GeneratedAnswers.words.randomElement(using: &chance) ?? "")
  }

  private static let moments = [
    "2026-11-20T10:00:00+03:00", "2026-12-01T00:00:00Z", "2026-10-31T23:59:60.500+03:00", "2020-02-29T00:00:00.000Z",
    "2026-11-20 10:00:00", "2026-11-20", "9999-12-31T23:59:59Z", "0000-00-00", "",
  ]

  private static let words = [
    "active", "completed", "captured", "done", "recurring", "oneTime", "month", "day", "1 week", "reliesOn",
    "qualified",
    "release", "deposit", "receivable", "monetary", "<b>слово</b>", "", "0", "-1", "12.34", "Adjust", "credit",
    "downloadSpeed", "suspended",
  ]
}
