extension OpenAPI {
  /// An account and its ledger.
  static let accountSchemas = #"""
    {
      "Service": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"type": "string"},
          "kind": {"type": "string"},
          "fee": {"$ref": "#/components/schemas/Money"},
          "since": {"$ref": "#/components/schemas/Day"}
        },
        "required": ["id", "name", "kind", "fee"]
      },
      "Plan": {
        "type": "object",
        "properties": {
          "cycle": {
            "type": "string",
            "pattern": "^(calendar-month|daily|spread|in-advance|every-[0-9]{1,3}-days|anniversary-[0-9]{1,2})$"
          },
          "fee": {"$ref": "#/components/schemas/Money"},
          "nextCharge": {"$ref": "#/components/schemas/Day"}
        },
        "required": ["cycle", "fee", "nextCharge"]
      },
      "Account": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "number": {"type": "string"},
          "contract": {"type": "string"},
          "login": {"type": "string"},
          "paymentId": {"type": "string"},
          "holder": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "birthday": {"$ref": "#/components/schemas/Day"},
              "address": {"type": "string"}
            },
            "required": ["name"]
          },
          "utcOffset": {"type": "integer", "minimum": -1080, "maximum": 1080},
          "state": {"enum": ["active", "blocked", "held", "closed"]},
          "block": {
            "type": "object",
            "properties": {
              "code": {"type": "string"},
              "since": {"$ref": "#/components/schemas/Day"}
            },
            "required": ["code"]
          },
          "balance": {"$ref": "#/components/schemas/Money"},
          "credit": {"$ref": "#/components/schemas/Money"},
          "creditUntil": {"$ref": "#/components/schemas/Day"},
          "discountPercent": {"type": "integer", "minimum": 0, "maximum": 100},
          "tariff": {"type": "string"},
          "tariffName": {"type": "string"},
          "plan": {"$ref": "#/components/schemas/Plan"},
          "scheduledChange": {
            "type": "object",
            "properties": {
              "tariff": {"type": "string"},
              "name": {"type": "string"},
              "on": {"$ref": "#/components/schemas/Day"},
              "plan": {"$ref": "#/components/schemas/Plan"},
              "canCancel": {"type": "boolean"}
            },
            "required": ["tariff", "name", "on", "plan", "canCancel"]
          },
          "services": {"type": "array", "items": {"$ref": "#/components/schemas/Service"}},
          "trustPayment": {
            "type": "object",
            "properties": {
              "id": {"type": "string"},
              "amount": {"$ref": "#/components/schemas/Money"},
              "fee": {"$ref": "#/components/schemas/Money"},
              "takenOn": {"$ref": "#/components/schemas/Day"},
              "until": {"$ref": "#/components/schemas/Day"},
              "state": {"enum": ["active", "repaid", "expired"]}
            },
            "required": ["id", "amount", "fee", "takenOn", "until", "state"]
          },
          "hold": {
            "type": "object",
            "properties": {
              "from": {"$ref": "#/components/schemas/Day"},
              "until": {"$ref": "#/components/schemas/Day"},
              "canCancel": {"type": "boolean"}
            },
            "required": ["from"]
          },
          "prepayment": {
            "type": "object",
            "properties": {
              "until": {"$ref": "#/components/schemas/Day"}
            },
            "required": ["until"]
          },
          "lastPayment": {
            "type": "object",
            "properties": {
              "amount": {"$ref": "#/components/schemas/Money"},
              "date": {"$ref": "#/components/schemas/Day"}
            },
            "required": ["amount", "date"]
          },
          "recommendedPayment": {"$ref": "#/components/schemas/Money"},
          "asOf": {"$ref": "#/components/schemas/Instant"},
          "freshFor": {"type": "integer", "minimum": 0}
        },
        "required": ["id", "number", "holder", "state", "balance", "asOf"]
      },
      "Entry": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "time": {"$ref": "#/components/schemas/Instant"},
          "date": {"$ref": "#/components/schemas/Day"},
          "kind": {"type": "string"},
          "amount": {"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807},
          "balance": {"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807},
          "currency": {"type": "string"},
          "text": {"type": "string"},
          "service": {"type": "string"},
          "method": {"type": "string"},
          "key": {"type": "string"}
        },
        "required": ["id", "time", "date", "kind", "amount", "balance", "currency"]
      }
    }
    """#
}
