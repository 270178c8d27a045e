import Domain
import JSON

/// A value of a billing system's answer, where the same thing is a number here and a string there, and "no value" has many
/// faces: absent, null, `""`, `"0000-00-00"`, `{}` for an empty list.
struct Loose {
  let json: JSON?
  /// Where it stands, for errors: `payments[3].sum`.
  let path: String

  init(_ json: JSON?, _ path: String) {
    self.json = json
    self.path = path
  }

  subscript(_ key: String) -> Loose { Loose(json?[key], path + "." + key) }

  /// A text that is not empty; a number in its own words.
  var text: String? {
    switch json {
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    case .decimal(let text): text
    default: nil
    }
  }

  /// An identity; 0 is none.
  var identity: String? { text.flatMap { $0 == "0" ? nil : $0 } }

  var integer: Int64? { text.flatMap { Int64($0) } ?? amount.flatMap { $0.wholeUnits } }

  /// Columns of text hold sums with spaces around them.
  var amount: Millionths? { text.flatMap { text in Millionths(String(text.drop { $0 == " " }.prefix { $0 != " " })) } }

  /// Whether anything is said of it, be it no.
  var isTold: Bool { json != nil && json != .null }

  /// 1, true, "true", "1", an object with members; anything else is no.
  var isTrue: Bool {
    switch json {
    case .bool(let flag): flag
    case .string(let text): !["", "0", "false", "no"].contains(text.lowercased())
    case .integer(let number): number != 0
    case .object(let members): !members.isEmpty
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }

  /// A day, also as `24-11-2026` or `24.11.2026`; `0000-00-00` is none. The time of day that may follow is dropped.
  var date: CivilDate? {
    guard let day = text?.prefix(10) else { return nil }
    if let date = CivilDate(day) { return date }
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "." }
    guard parts.count == 3, parts[0].utf8.count == 2, parts[2].utf8.count == 4 else { return nil }
    return CivilDate("\(parts[2])-\(parts[1])-\(parts[0])")
  }

  /// `2026-09-01 10:15:00` on the wall of a place `utcOffset` minutes ahead of UTC.
  func moment(utcOffset: Int) -> Timestamp? {
    guard let text, let date else { return nil }
    let clock = text.dropFirst(11).split(separator: ":").map { Int($0.prefix(2)) ?? 0 } + [0, 0, 0]
    guard text.prefix(10).utf8.count == 10, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0..<61).contains(clock[2])
    else { return nil }
    let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
    return Timestamp(startOf: date, utcOffset: utcOffset).adding(seconds: Int64(seconds))
  }

  /// The elements of a list, which may be wrapped as `{"list":[...]}`, or an object of numbered members where a script left
  /// some out; an empty object is an empty list.
  func elements() throws(ProviderError) -> [Loose] {
    switch json {
    case .array(let elements): return elements.enumerated().map { Loose($1, "\(path)[\($0)]") }
    case .object(let members) where members.keys.allSatisfy({ Int($0) != nil }):
      let numbered = members.sorted { Int($0.key) ?? 0 < Int($1.key) ?? 0 }
      return numbered.map { Loose($1, "\(path)[\($0)]") }
    case .object where self["list"].json != nil: return try self["list"].elements()
    default: throw .malformed("\(path): a list is due")
    }
  }

  func required<T>(_ value: T?, _ expectation: String) throws(ProviderError) -> T {
    guard let value else { throw .malformed("\(path): \(expectation) is due") }
    return value
  }
}
