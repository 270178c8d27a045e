/// A JSON value as the store, the wire and `--json` know it.
///
/// Numbers are either 64-bit integers or the decimal text as it was written: no value ever passes through floating
/// point, so money survives unharmed. Object members are kept sorted by key and keys are unique.
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number that is not a plain 64-bit integer, in its own words: `12.50`, `1e9`, `18446744073709551616`.
  case decimal(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// An object without the members whose value is nil.
  package static func members(_ members: [String: JSON?]) -> JSON {
    .object(members.compactMapValues { $0 })
  }

  package static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// The member of an object, or nil where there is none or this is not an object.
  package subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(nilLiteral: ()) { self = .null }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

/// A value that has one canonical JSON form, the same in the store, on the native wire and under `--json`.
package protocol JSONConvertible {
  init(json: JSON) throws(FieldError)
  var json: JSON { get }
}
