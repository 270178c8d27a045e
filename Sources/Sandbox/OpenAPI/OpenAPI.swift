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
    "paths": merged(clientPaths, sandboxPaths),
    "components": [
      "schemas": merged(callSchemas, actionSchemas, accountSchemas, feedSchemas, shelfSchemas),
      "responses": merged(responses),
      "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
    ],
  ]

  /// The parts are written as JSON, as their readers know it; one that does not parse would be missed by a test.
  private static func merged(_ parts: String...) -> JSON {
    var all: [String: JSON] = [:]
    for part in parts {
      guard case .object(let members)? = try? JSON(parsing: part) else { continue }
      all.merge(members) { _, last in last }
    }
    return .object(all)
  }
}
