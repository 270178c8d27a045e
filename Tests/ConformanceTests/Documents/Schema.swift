import Domain
import JSON

/// Whether a value is what a definition says (Swagger 2.0, as far as the documents use it). Stricter than the standard in
/// one thing: a member that a definition does not have is a fault, for it would be a misspelt one.
struct Schema {
  let document: Document

  /// What is wrong, each with its place; nothing when it satisfies.
  func faults(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    let schema = document.resolved(schema)
    guard schema != .null else { return ["\(path): the document has no such definition"] }
    if let words = schema["enum"]?.list, !words.contains(value) { return ["\(path): \(value.text) is not allowed"] }
    switch schema["type"]?.word ?? (schema["properties"] ?? schema["allOf"] == nil ? nil : "object") {
    case "object": return object(value, schema, path)
    case "array": return array(value, schema, path)
    case "string": return string(value, schema, path)
    case "boolean": if case .bool = value { return [] }
    case "integer": if case .integer = value { return [] }
    case "number":
      switch value {
      case .integer, .decimal: return []
      default: break
      }
    // `Any`
    default: return []
    }
    return ["\(path): \(value.text) is no \(schema["type"]?.word ?? "")"]
  }

  private func string(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard case .string(let text) = value else { return ["\(path): \(value.text) is no string"] }
    if schema["format"] == "date-time", Timestamp(text) == nil { return ["\(path): \(text) is no date-time"] }
    if schema["format"] == "uri", text.contains(" ") || text.isEmpty { return ["\(path): \(text) is no URI"] }
    return []
  }

  private func array(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard case .array(let elements) = value else { return ["\(path): \(value.text) is no array"] }
    if case .integer(let least)? = schema["minItems"], elements.count < Int(least) { return ["\(path): too few"] }
    return elements.enumerated().flatMap { faults($1, schema["items"] ?? .null, "\(path)[\($0)]") }
  }

  private func object(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    guard case .object(let members) = value else { return ["\(path): \(value.text) is no object"] }
    let (properties, required) = parts(schema)
    let absent = required.filter { members[$0] == nil }.map { "\(path).\($0): is required" }
    return absent
      + members.sorted { $0.key < $1.key }.flatMap { name, value in
        guard let property = properties[name] else { return ["\(path).\(name): the definition has no such member"] }
        return faults(value, property, "\(path).\(name)")
      }
  }

  /// The members of an object with those of all that it is made of.
  func parts(_ schema: JSON) -> (properties: [String: JSON], required: [String]) {
    var properties: [String: JSON] = [:]
    var required = schema["required"]?.list.compactMap(\.word) ?? []
    if case .object(let own)? = schema["properties"] { properties = own }
    for part in schema["allOf"]?.list ?? [] {
      let (more, needed) = parts(document.resolved(part))
      properties.merge(more) { own, _ in own }
      required += needed
    }
    return (properties, required)
  }
}
