import JSON
import Platform
import TestSupport

/// The documents of the TM Forum (Swagger 2.0), where there are any beside the checkout.
struct Document: Sendable {
  let name: String
  let basePath: String
  let json: JSON

  /// Only those of the interfaces that are spoken: the others cost seconds to parse.
  static let all: [Document] = {
    let named = Process.environment()["KABINET_TMF"]
    guard let directory = try? Directory(named ?? Golden.root + "/../shared/tmf") else { return [] }
    let names = ((try? directory.list()) ?? []).filter { name in
      name.hasSuffix(".swagger.json") && numbers.contains { name.hasPrefix("TMF\($0)-") }
    }
    return names.sorted().compactMap { name in
      guard let bytes = try? directory.read(name, limit: 4 << 20), let json = try? JSON(parsing: bytes),
        case .string(let path)? = json["basePath"]
      else { return nil }
      return Document(name: name, basePath: path.hasSuffix("/") ? String(path.dropLast()) : path, json: json)
    }
  }()

  private static let numbers = [
    "620", "621", "622", "629", "637", "654", "656", "666", "670", "671", "676", "678", "679", "681",
  ]

  func definition(_ name: String) -> JSON? { json["definitions"]?[name] }

  /// What a reference leads to.
  func resolved(_ schema: JSON) -> JSON {
    guard case .string(let reference)? = schema["$ref"], let name = reference.split(separator: "/").last else {
      return schema
    }
    return definition(String(name)) ?? .null
  }
}

/// One call of a document.
struct Operation {
  let document: Document
  let json: JSON

  /// Nil where no document has it.
  init?(_ method: String, _ path: String) {
    for document in Document.all where path.hasPrefix(document.basePath + "/") {
      let rest = path.dropFirst(document.basePath.count).split(separator: "/")
      guard let resource = rest.first, rest.count <= 2 else { continue }
      let template = "/" + resource + (rest.count == 2 ? "/{id}" : "")
      guard let json = document.json["paths"]?[template]?[method.lowercased()] else { continue }
      self.document = document
      self.json = json
      return
    }
    return nil
  }

  func parameters(in place: String) -> [JSON] { json["parameters"]?.list.filter { $0["in"] == .string(place) } ?? [] }

  /// What a successful answer is; the one of TMF671 names the definition for creating, which lacks the id.
  var answer: JSON? {
    let schemas = ["200", "201"].compactMap { json["responses"]?[$0]?["schema"] }
    return schemas.first.map { schema in
      guard case .string(let text)? = schema["items"]?["$ref"], text.hasSuffix("_Create") else { return schema }
      return ["type": "array", "items": ["$ref": .string(String(text.dropLast("_Create".count)))]]
    }
  }
}

extension JSON {
  var list: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var keys: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
  var word: String? { if case .string(let text) = self { text } else { nil } }
}
