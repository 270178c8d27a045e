extension OpenAPI {
  /// Answers that many calls share.
  static let responses = #"""
    {
      "Problem": {
        "description": "Refused",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
      },
      "Wait": {
        "description": "Wait",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        "headers": {"Retry-After": {"required": true, "schema": {"type": "integer", "minimum": 0}}}
      },
      "Unauthorized": {
        "description": "The token is missing or over",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        "headers": {"WWW-Authenticate": {"required": true, "schema": {"type": "string"}}}
      },
      "OAuth": {
        "description": "Refused by OAuth, or the form is malformed",
        "content": {
          "application/json": {"schema": {"$ref": "#/components/schemas/OAuthError"}},
          "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        }
      },
      "Page": {"description": "A page for a person", "content": {"text/html": {"schema": {"type": "string"}}}},
      "Feed": {
        "description": "One JSON value a line",
        "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
        "content": {
          "application/x-ndjson": {"schema": {"type": "string"}, "x-line-schema": {"$ref": "#/components/schemas/FeedLine"}}
        }
      },
      "Unchanged": {
        "description": "Nothing has changed since the cursor",
        "headers": {"ETag": {"required": true, "schema": {"type": "string"}}}
      }
    }
    """#
}
