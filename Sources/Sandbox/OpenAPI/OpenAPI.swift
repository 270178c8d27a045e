import JSON

/// The description of the API (OpenAPI 3.1), served at `/v1/openapi.json`; tests hold it against the router and the feed.
package enum OpenAPI {
  package static let document: JSON = [
    "openapi": "3.1.0",
    "info": [
      "title": "Kabinet provider API", "version": "1.0.0",
      "description": "What an internet provider offers to its subscribers' own programs.",
    ],
    "security": [["bearer": []]],
    "paths": merged(paths),
    "components": [
      "schemas": merged(schemas),
      "responses": merged([responses]),
      "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
    ],
  ]

  /// The parts are written as JSON, as their readers know it.
  static let paths = [clientPaths, sandboxPaths]
  static let schemas = [callSchemas, actionSchemas, accountSchemas, feedSchemas, shelfSchemas]

  /// A part that does not parse would be missed by a test, and so would one of two members of one name.
  private static func merged(_ parts: [String]) -> JSON {
    var all: [String: JSON] = [:]
    for part in parts {
      guard case .object(let members)? = try? JSON(parsing: part) else { continue }
      all.merge(members) { _, last in last }
    }
    return .object(all)
  }
}
