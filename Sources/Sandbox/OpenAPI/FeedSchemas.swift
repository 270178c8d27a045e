extension OpenAPI {
  /// The frame of the feed, and the small collections.
  static let feedSchemas = #"""
    {
      "FeedLine": {
        "oneOf": [
          {
            "type": "object",
            "properties": {
              "epoch": {"type": "string"},
              "serverTime": {"$ref": "#/components/schemas/Instant"},
              "complete": {"type": "boolean"}
            },
            "required": ["epoch", "serverTime", "complete"]
          },
          {
            "type": "object",
            "properties": {
              "type": {
                "enum": [
                  "account", "entry", "tariff", "incident", "notice", "method", "ticket", "topic", "document",
                  "session", "device", "profile", "referral", "autopayment", "article"
                ]
              },
              "op": {"const": "put"},
              "id": {"type": "string"},
              "rev": {"type": "integer", "minimum": 0},
              "data": {
                "oneOf": [
                  {"$ref": "#/components/schemas/Account"}, {"$ref": "#/components/schemas/Entry"},
                  {"$ref": "#/components/schemas/Tariff"}, {"$ref": "#/components/schemas/Incident"},
                  {"$ref": "#/components/schemas/Notice"}, {"$ref": "#/components/schemas/Method"},
                  {"$ref": "#/components/schemas/Ticket"}, {"$ref": "#/components/schemas/Topic"},
                  {"$ref": "#/components/schemas/Document"}, {"$ref": "#/components/schemas/Session"},
                  {"$ref": "#/components/schemas/Equipment"}, {"$ref": "#/components/schemas/Profile"},
                  {"$ref": "#/components/schemas/Referral"}, {"$ref": "#/components/schemas/Autopayment"},
                  {"$ref": "#/components/schemas/Article"}
                ]
              }
            },
            "required": ["type", "op", "id", "rev", "data"]
          },
          {
            "type": "object",
            "properties": {
              "type": {"type": "string"},
              "op": {"const": "delete"},
              "id": {"type": "string"},
              "rev": {"type": "integer", "minimum": 0}
            },
            "required": ["type", "op", "id", "rev"]
          },
          {
            "type": "object",
            "properties": {
              "cursor": {"type": "string"},
              "head": {
                "type": "object",
                "properties": {"balance": {"$ref": "#/components/schemas/Money"}, "entries": {"type": "integer", "minimum": 0}},
                "required": ["balance", "entries"]
              },
              "done": {"const": true}
            },
            "required": ["cursor"]
          }
        ]
      },
      "Tariff": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"type": "string"},
          "fee": {"$ref": "#/components/schemas/Money"},
          "cycle": {
            "type": "string",
            "pattern": "^(calendar-month|daily|spread|in-advance|every-[0-9]{1,3}-days|anniversary-[0-9]{1,2})$"
          },
          "downstream": {"type": "integer", "minimum": 0},
          "upstream": {"type": "integer", "minimum": 0},
          "description": {"$ref": "#/components/schemas/Text"},
          "included": {"type": "array", "items": {"type": "string"}},
          "archived": {"type": "boolean"},
          "eligibility": {"$ref": "#/components/schemas/Eligibility"}
        },
        "required": ["id", "name", "fee", "cycle", "eligibility"]
      },
      "Incident": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "kind": {"enum": ["outage", "degradation", "planned-work"]},
          "state": {"enum": ["announced", "open", "resolved", "cancelled"]},
          "title": {"$ref": "#/components/schemas/Text"},
          "details": {"$ref": "#/components/schemas/Text"},
          "services": {"type": "array", "items": {"type": "string"}},
          "atAddress": {"type": "boolean"},
          "start": {"$ref": "#/components/schemas/Instant"},
          "end": {"$ref": "#/components/schemas/Instant"},
          "estimates": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "saidAt": {"$ref": "#/components/schemas/Instant"},
                "until": {"$ref": "#/components/schemas/Instant"}
              },
              "required": ["saidAt"]
            }
          }
        },
        "required": ["id", "kind", "state", "title", "start"]
      },
      "Notice": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "at": {"$ref": "#/components/schemas/Instant"},
          "title": {"$ref": "#/components/schemas/Text"},
          "text": {"$ref": "#/components/schemas/Text"},
          "read": {"type": "boolean"}
        },
        "required": ["id", "at", "title", "text", "read"]
      },
      "Method": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "name": {"$ref": "#/components/schemas/Text"},
          "direct": {"type": "boolean"},
          "minimum": {"$ref": "#/components/schemas/Money"},
          "maximum": {"$ref": "#/components/schemas/Money"},
          "commissionBasisPoints": {"type": "integer", "minimum": 0},
          "default": {"type": "boolean"}
        },
        "required": ["id", "name"]
      },
      "Ticket": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "subject": {"type": "string"},
          "topic": {"type": "string"},
          "state": {"enum": ["open", "answered", "closed"]},
          "opened": {"$ref": "#/components/schemas/Instant"},
          "promisedBy": {"$ref": "#/components/schemas/Instant"},
          "messages": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "at": {"$ref": "#/components/schemas/Instant"},
                "fromProvider": {"type": "boolean"},
                "author": {"type": "string"},
                "text": {"type": "string"},
                "attachments": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "name": {"type": "string"},
                      "id": {"type": "string", "description": "What the file is fetched by"},
                      "link": {"type": "string"}
                    },
                    "required": ["name"]
                  }
                }
              },
              "required": ["at", "fromProvider", "text"]
            }
          }
        },
        "required": ["id", "subject", "state", "opened", "messages"]
      },
      "Topic": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "name": {"$ref": "#/components/schemas/Text"}},
        "required": ["id", "name"]
      },
      "Article": {
        "type": "object",
        "properties": {
          "id": {"type": "string"},
          "language": {"type": "string"},
          "type": {
            "type": "string",
            "description": "faq, guide or video; others are kept. An article of the type synonyms is never shown: each line of its body is a group of words that customers use for each other, parted by commas, and widens their searches"
          },
          "category": {"type": "string"},
          "title": {"type": "string"},
          "body": {"type": "string"},
          "tags": {"type": "array", "items": {"type": "string"}},
          "link": {"type": "string"},
          "updated": {"$ref": "#/components/schemas/Day"}
        },
        "required": ["id", "language", "type", "title", "body"]
      }
    }
    """#
}
