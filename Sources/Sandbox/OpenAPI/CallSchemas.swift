extension OpenAPI {
  /// What calls take and answer.
  static let callSchemas = #"""
    {
      "Money": {
        "type": "object",
        "properties": {
          "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
          "minor": {"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807}
        },
        "required": ["currency", "minor"],
        "description": "Minor units of an ISO 4217 currency"
      },
      "Day": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "description": "A day of the provider's calendar"
      },
      "Instant": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
      "Text": {
        "description": "One text, or one a language by its ISO 639-1 code",
        "oneOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
      },
      "Problem": {
        "type": "object",
        "properties": {
          "type": {"type": "string"},
          "title": {"type": "string"},
          "status": {"type": "integer"},
          "detail": {"type": "string"},
          "code": {"type": "string"}
        },
        "required": ["type", "title", "status", "detail", "code"]
      },
      "OAuthError": {
        "type": "object",
        "properties": {"error": {"type": "string"}, "error_description": {"type": "string"}},
        "required": ["error"]
      },
      "Tokens": {
        "type": "object",
        "properties": {
          "access_token": {"type": "string"},
          "token_type": {"const": "Bearer"},
          "expires_in": {"type": "integer", "minimum": 0},
          "refresh_token": {"type": "string"}
        },
        "required": ["access_token", "token_type", "expires_in", "refresh_token"]
      },
      "Device": {
        "type": "object",
        "properties": {
          "device_code": {"type": "string"},
          "user_code": {"type": "string"},
          "verification_uri": {"type": "string"},
          "verification_uri_complete": {"type": "string"},
          "expires_in": {"type": "integer", "minimum": 0},
          "interval": {"type": "integer", "minimum": 0}
        },
        "required": ["device_code", "user_code", "verification_uri", "verification_uri_complete", "expires_in", "interval"]
      },
      "Provider": {
        "type": "object",
        "properties": {
          "api": {"const": "kabinet"},
          "version": {"const": 1},
          "provider": {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Text"}}, "required": ["name"]},
          "capabilities": {"type": "array", "items": {"type": "string"}}
        },
        "required": ["api", "version", "provider", "capabilities"]
      },
      "Accounts": {
        "type": "object",
        "properties": {
          "accounts": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {"id": {"type": "string"}, "number": {"type": "string"}, "name": {"type": "string"}},
              "required": ["id", "number", "name"]
            }
          }
        },
        "required": ["accounts"]
      },
      "Clock": {
        "type": "object",
        "properties": {"now": {"$ref": "#/components/schemas/Instant"}},
        "required": ["now"]
      },
      "Fault": {
        "type": "object",
        "properties": {
          "fault": {
            "enum": [
              "lose-answer", "lose-request", "delay", "status", "status-after", "cut", "conflict", "gone", "wait",
              "unauthorized", "clock", "html", "truncate", "bomb", "redirect", "escapes"
            ]
          },
          "on": {"type": "string"},
          "times": {"type": "integer", "minimum": 0},
          "value": {"type": "integer", "minimum": 0}
        },
        "required": ["fault"]
      },
      "Faults": {
        "type": "object",
        "properties": {"faults": {"type": "array", "items": {"$ref": "#/components/schemas/Fault"}}},
        "required": ["faults"]
      }
    }
    """#
}
