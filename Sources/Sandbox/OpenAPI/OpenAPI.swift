import JSON

/// The description of the API, served at `/v1/openapi.json`.
package enum OpenAPI {
  package static let document: JSON = [:]
}
