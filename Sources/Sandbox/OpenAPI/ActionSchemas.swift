extension OpenAPI {
  /// What is asked of the provider, what it checks, and what became of it.
  static let actionSchemas = #"""
    {
      "Reason": {
        "type": "object",
        "properties": {
          "code": {"type": "string"},
          "label": {"$ref": "#/components/schemas/Text"},
          "remedy": {"$ref": "#/components/schemas/Text"}
        },
        "required": ["code", "label"]
      },
      "When": {
        "oneOf": [
          {"enum": ["next-period", "now"]},
          {"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"}
        ]
      },
      "Action": {
        "oneOf": [
          {
            "type": "object",
            "properties": {
              "action": {"const": "pay"},
              "amount": {"$ref": "#/components/schemas/Money"},
              "method": {"type": ["string", "null"]}
            },
            "required": ["action", "amount"]
          },
          {"type": "object", "properties": {"action": {"const": "trust-payment"}}, "required": ["action"]},
          {
            "type": "object",
            "properties": {
              "action": {"const": "tariff-switch"},
              "tariff": {"type": "string"},
              "when": {"$ref": "#/components/schemas/When"}
            },
            "required": ["action", "tariff", "when"]
          },
          {"type": "object", "properties": {"action": {"const": "tariff-cancel"}}, "required": ["action"]},
          {
            "type": "object",
            "properties": {
              "action": {"const": "ticket-new"},
              "subject": {"type": "string"},
              "text": {"type": "string"},
              "topic": {"type": ["string", "null"]}
            },
            "required": ["action", "subject", "text"]
          },
          {
            "type": "object",
            "properties": {
              "action": {"const": "ticket-reply"},
              "ticket": {"type": "string"},
              "text": {"type": "string"}
            },
            "required": ["action", "ticket", "text"]
          },
          {
            "type": "object",
            "properties": {"action": {"const": "ticket-close"}, "ticket": {"type": "string"}},
            "required": ["action", "ticket"]
          },
          {
            "type": "object",
            "properties": {
              "action": {"const": "hold-start"},
              "from": {"type": ["string", "null"], "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"},
              "until": {"type": ["string", "null"], "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"}
            },
            "required": ["action"]
          },
          {"type": "object", "properties": {"action": {"const": "hold-cancel"}}, "required": ["action"]},
          {
            "type": "object",
            "properties": {
              "action": {"const": "voucher-redeem"},
              "code": {"type": "string"},
              "serial": {"type": ["string", "null"]}
            },
            "required": ["action", "code"]
          },
          {
            "type": "object",
            "properties": {
              "action": {"const": "profile-set"},
              "profile": {
                "type": "object",
                "properties": {
                  "name": {"type": "string"},
                  "phone": {"type": "string"},
                  "mobile": {"type": "string"},
                  "email": {"type": "string"}
                },
                "minProperties": 1,
                "additionalProperties": false
              },
              "confirmation": {"type": ["string", "null"]}
            },
            "required": ["action", "profile"]
          },
          {
            "type": "object",
            "properties": {
              "action": {"const": "referral-invite"},
              "name": {"type": "string"},
              "phone": {"type": "string"}
            },
            "required": ["action", "name", "phone"]
          },
          {"type": "object", "properties": {"action": {"const": "referral-claim"}}, "required": ["action"]},
          {
            "type": "object",
            "properties": {"action": {"const": "autopayment-stop"}, "autopayment": {"type": "string"}},
            "required": ["action", "autopayment"]
          },
          {"type": "object", "properties": {"action": {"const": "notices-read"}}, "required": ["action"]},
          {
            "type": "object",
            "properties": {
              "action": {"const": "invoice-request"},
              "amount": {"$ref": "#/components/schemas/Money"}
            },
            "required": ["action", "amount"]
          }
        ]
      },
      "Order": {
        "type": "object",
        "properties": {"action": {"$ref": "#/components/schemas/Action"}, "quote": {"type": ["string", "null"]}},
        "required": ["action"]
      },
      "Effect": {
        "type": "object",
        "properties": {
          "balance": {"$ref": "#/components/schemas/Money"},
          "credit": {"$ref": "#/components/schemas/Money"},
          "tariff": {"type": "string"},
          "periodFee": {"$ref": "#/components/schemas/Money"},
          "services": {"type": "array", "items": {"$ref": "#/components/schemas/Service"}},
          "paidUntil": {"$ref": "#/components/schemas/Day"}
        },
        "required": ["services"]
      },
      "Eligibility": {
        "type": "object",
        "properties": {
          "available": {"type": "boolean"},
          "active": {"type": "boolean"},
          "availableFrom": {"$ref": "#/components/schemas/Day"},
          "reasons": {"type": "array", "items": {"$ref": "#/components/schemas/Reason"}}
        },
        "required": ["available", "active", "reasons"]
      },
      "Check": {
        "allOf": [{"$ref": "#/components/schemas/Eligibility"}],
        "properties": {
          "price": {"$ref": "#/components/schemas/Money"},
          "fee": {"$ref": "#/components/schemas/Money"},
          "grants": {"$ref": "#/components/schemas/Money"},
          "termDays": {"type": "integer", "minimum": 0},
          "effectiveOn": {"$ref": "#/components/schemas/Day"},
          "quote": {"type": "string"},
          "expires": {"$ref": "#/components/schemas/Instant"},
          "before": {"$ref": "#/components/schemas/Effect"},
          "after": {"$ref": "#/components/schemas/Effect"}
        }
      },
      "Intent": {
        "type": "object",
        "properties": {
          "key": {"$ref": "#/components/schemas/Key"},
          "action": {"$ref": "#/components/schemas/Action"},
          "state": {"enum": ["done", "accepted", "rejected", "fenced"]}
        },
        "required": ["key", "state"],
        "oneOf": [
          {
            "properties": {
              "state": {"const": "done"},
              "reference": {"type": "string"},
              "link": {"type": "string"}
            },
            "required": ["reference"]
          },
          {"properties": {"state": {"const": "accepted"}, "link": {"type": "string"}}},
          {
            "properties": {"state": {"const": "rejected"}, "reason": {"$ref": "#/components/schemas/Reason"}},
            "required": ["reason"]
          },
          {"properties": {"state": {"const": "fenced"}}}
        ]
      },
      "Key": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
    }
    """#
}
