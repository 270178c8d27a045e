extension OpenAPI {
  /// The collections that tell of papers, the network and the person.
  static let shelfSchemas = #"""
    {
      "Document": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "kind": {"type": "string", "description": "invoice or receipt; others are kept"},
          "number": {"type": "string"},
          "date": {"$ref": "#/components/schemas/Day"},
          "due": {"$ref": "#/components/schemas/Day"},
          "amount": {"$ref": "#/components/schemas/Money"},
          "paid": {"$ref": "#/components/schemas/Money"},
          "entry": {"type": "string", "description": "The ledger entry that it belongs to"},
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {"text": {"type": "string"}, "amount": {"$ref": "#/components/schemas/Money"}},
              "required": ["text", "amount"]
            }
          },
          "link": {"type": "string"}
        },
        "required": ["id", "kind", "number", "date"]
      },
      "Session": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "start": {"$ref": "#/components/schemas/Instant"},
          "seconds": {"type": "integer", "minimum": 0},
          "received": {"type": "integer", "minimum": 0, "description": "Octets to the subscriber"},
          "sent": {"type": "integer", "minimum": 0, "description": "Octets from the subscriber"},
          "address": {"type": "string"},
          "active": {"type": "boolean"}
        },
        "required": ["id", "seconds", "received", "sent"]
      },
      "Equipment": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"type": "string"},
          "kind": {"type": "string", "description": "onu, router, set-top-box; others are kept"},
          "serial": {"type": "string"},
          "online": {"type": "boolean"},
          "readings": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "name": {"type": "string", "description": "signal (dBm), distance, temperature; others are kept"},
                "value": {"type": "string"}
              },
              "required": ["name", "value"]
            }
          }
        },
        "required": ["id", "name", "kind"]
      },
      "Profile": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "phones": {"type": "array", "items": {"type": "string"}},
          "mobiles": {"type": "array", "items": {"type": "string"}},
          "emails": {"type": "array", "items": {"type": "string"}},
          "contractDate": {"$ref": "#/components/schemas/Day"},
          "editable": {"type": "array", "items": {"enum": ["name", "phone", "mobile", "email"]}}
        },
        "required": ["id"]
      },
      "Referral": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "link": {"type": "string"},
          "bonus": {"$ref": "#/components/schemas/Money"},
          "friends": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "id": {"type": "string"},
                "name": {"type": "string"},
                "phone": {"type": "string"},
                "state": {"type": "string", "description": "invited, in-work, joined, cancelled; others are kept"},
                "bonus": {"$ref": "#/components/schemas/Money"}
              },
              "required": ["id", "name", "state"]
            }
          }
        },
        "required": ["id", "bonus"]
      },
      "Autopayment": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"type": "string"},
          "amount": {"$ref": "#/components/schemas/Money"},
          "last": {"$ref": "#/components/schemas/Day"},
          "next": {"$ref": "#/components/schemas/Day"}
        },
        "required": ["id", "name"]
      }
    }
    """#
}
