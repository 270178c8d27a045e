/// What is wrong with a member of a JSON object: `account.balance: an integer is due`.
package struct FieldError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The path to the member: `entry.amount.minor`.
  package let path: String
  /// What is due there, in plain English for logs and `doctor`; people are told in their own language by the caller.
  package let expectation: String

  package init(_ path: String, _ expectation: String) {
    self.path = path
    self.expectation = expectation
  }

  package var description: String { "\(path): \(expectation)" }
}

/// The members of one JSON object, read with errors that name the place.
///
/// Absent and `null` are the same: no value. Members that nobody asks for are ignored.
package struct Fields {
  package let name: String
  private let members: [String: JSON]

  package init(_ json: JSON, _ name: String) throws(FieldError) {
    guard case .object(let members) = json else { throw FieldError(name, "an object is due") }
    self.name = name
    self.members = members
  }

  /// The raw member, nil when absent or null.
  package subscript(_ key: String) -> JSON? {
    guard let value = members[key], value != .null else { return nil }
    return value
  }

  package func has(_ key: String) -> Bool { self[key] != nil }

  package func error(_ key: String, _ expectation: String) -> FieldError {
    FieldError("\(name).\(key)", expectation)
  }

  package func optionalString(_ key: String) throws(FieldError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value else { throw error(key, "a string is due") }
    return text
  }

  package func string(_ key: String) throws(FieldError) -> String {
    try required(key, try optionalString(key))
  }

  package func optionalInteger(_ key: String) throws(FieldError) -> Int64? {
    guard let value = self[key] else { return nil }
    guard case .integer(let number) = value else { throw error(key, "an integer is due") }
    return number
  }

  package func integer(_ key: String) throws(FieldError) -> Int64 {
    try required(key, try optionalInteger(key))
  }

  /// A small count: an integer from 0 to `limit`.
  package func count(_ key: String, limit: Int = 1_000_000_000) throws(FieldError) -> Int {
    guard let value = Int(exactly: try integer(key)), (0...limit).contains(value) else {
      throw error(key, "a number from 0 to \(limit) is due")
    }
    return value
  }

  package func optionalCount(_ key: String, limit: Int = 1_000_000_000) throws(FieldError) -> Int? {
    has(key) ? try count(key, limit: limit) : nil
  }

  package func bool(_ key: String, default fallback: Bool) throws(FieldError) -> Bool {
    guard let value = self[key] else { return fallback }
    guard case .bool(let flag) = value else { throw error(key, "true or false is due") }
    return flag
  }

  /// The elements of an array; an absent array is empty.
  package func array(_ key: String) throws(FieldError) -> [JSON] {
    guard let value = self[key] else { return [] }
    guard case .array(let elements) = value else { throw error(key, "an array is due") }
    return elements
  }

  /// The texts of an array; an absent array is empty, what is no text is passed over.
  package func strings(_ key: String) throws(FieldError) -> [String] {
    var texts: [String] = []
    for case .string(let text) in try array(key) { texts.append(text) }
    return texts
  }

  package func list<T: JSONConvertible>(_ key: String, of type: T.Type = T.self) throws(FieldError) -> [T] {
    var values: [T] = []
    for (index, element) in try array(key).enumerated() {
      values.append(try within("\(key)[\(index)]") { () throws(FieldError) in try T(json: element) })
    }
    return values
  }

  package func optional<T: JSONConvertible>(_ key: String, as type: T.Type = T.self) throws(FieldError) -> T? {
    guard let value = self[key] else { return nil }
    return try within(key) { () throws(FieldError) in try T(json: value) }
  }

  package func value<T: JSONConvertible>(_ key: String, as type: T.Type = T.self) throws(FieldError) -> T {
    try required(key, try optional(key, as: type))
  }

  /// One of the raw values of an enumeration.
  package func choice<T: RawRepresentable<String>>(_ key: String, as type: T.Type = T.self) throws(FieldError) -> T {
    let text = try string(key)
    guard let value = T(rawValue: text) else { throw error(key, "\(text.prefix(40)) is not known here") }
    return value
  }

  package func optionalChoice<T: RawRepresentable<String>>(
    _ key: String, as type: T.Type = T.self
  ) throws(FieldError) -> T? {
    has(key) ? try choice(key, as: type) : nil
  }

  package func fields(_ key: String) throws(FieldError) -> Fields {
    try Fields(try required(key, self[key]), "\(name).\(key)")
  }

  private func required<T>(_ key: String, _ value: T?) throws(FieldError) -> T {
    guard let value else { throw error(key, "a value is due") }
    return value
  }

  private func within<T>(_ key: String, _ body: () throws(FieldError) -> T) throws(FieldError) -> T {
    do {
      return try body()
    } catch {
      throw FieldError("\(name).\(key).\(error.path)", error.expectation)
    }
  }
}
