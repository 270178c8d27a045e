extension OpenAPI {
  /// Pages for a person, and the sandbox's own levers.
  static let sandboxPaths = #"""
    {
      "/": {
        "get": {
          "summary": "Who can log in here",
          "operationId": "home",
          "security": [],
          "responses": {"200": {"$ref": "#/components/responses/Page"}}
        }
      },
      "/activate": {
        "get": {
          "summary": "Form of the device login",
          "operationId": "activation",
          "parameters": [{"name": "user_code", "in": "query", "required": false, "schema": {"type": "string"}}],
          "security": [],
          "responses": {"200": {"$ref": "#/components/responses/Page"}, "400": {"$ref": "#/components/responses/Problem"}}
        },
        "post": {
          "summary": "Allow or deny a device",
          "operationId": "activate",
          "requestBody": {
            "required": true,
            "content": {
              "application/x-www-form-urlencoded": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "user_code": {"type": "string"},
                    "login": {"type": "string"},
                    "password": {"type": "string"},
                    "decision": {"enum": ["allow", "deny"]}
                  },
                  "required": ["user_code", "login", "password"]
                }
              }
            }
          },
          "security": [],
          "responses": {
            "200": {"$ref": "#/components/responses/Page"},
            "400": {"$ref": "#/components/responses/Problem"},
            "403": {"$ref": "#/components/responses/Page"},
            "404": {"$ref": "#/components/responses/Page"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/Wait"}
          }
        }
      },
      "/pay/{key}": {
        "get": {
          "summary": "Page of a payment by link",
          "operationId": "paymentPage",
          "parameters": [
            {"name": "key", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/Key"}},
            {"name": "account", "in": "query", "required": false, "schema": {"type": "string"}}
          ],
          "security": [],
          "responses": {
            "200": {"$ref": "#/components/responses/Page"},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"}
          }
        },
        "post": {
          "summary": "The person pays",
          "operationId": "pay",
          "parameters": [
            {"name": "key", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/Key"}},
            {"name": "account", "in": "query", "required": false, "schema": {"type": "string"}}
          ],
          "security": [],
          "responses": {
            "200": {"$ref": "#/components/responses/Page"},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/sandbox/accounts": {
        "get": {
          "summary": "Logins of the sandbox",
          "operationId": "logins",
          "security": [],
          "responses": {"200": {"description": "Done", "content": {"application/json": {"schema": {"type": "object"}}}}}
        }
      },
      "/sandbox/clock": {
        "get": {
          "summary": "Virtual time",
          "operationId": "clock",
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Clock"}}}
            }
          }
        }
      },
      "/sandbox/advance": {
        "post": {
          "summary": "Move virtual time on",
          "operationId": "advance",
          "requestBody": {
            "required": true,
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "days": {"type": ["integer", "null"], "minimum": 0, "maximum": 3660},
                    "hours": {"type": ["integer", "null"], "minimum": 0, "maximum": 87840}
                  }
                }
              }
            }
          },
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Clock"}}}
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/sandbox/charge": {
        "post": {
          "summary": "Write into a ledger",
          "operationId": "correct",
          "requestBody": {
            "required": true,
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "account": {"type": "string"},
                    "amount": {"$ref": "#/components/schemas/Money"},
                    "kind": {"type": ["string", "null"]},
                    "text": {"type": ["string", "null"]}
                  },
                  "required": ["account", "amount"]
                }
              }
            }
          },
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {
                "application/json": {
                  "schema": {
                    "type": "object",
                    "properties": {"balance": {"$ref": "#/components/schemas/Money"}},
                    "required": ["balance"]
                  }
                }
              }
            },
            "404": {"$ref": "#/components/responses/Problem"},
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/sandbox/incidents": {
        "post": {
          "summary": "Provoke an outage",
          "operationId": "provoke",
          "requestBody": {
            "required": true,
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {"area": {"type": ["string", "null"]}, "hours": {"type": ["integer", "null"], "minimum": 0}}
                }
              }
            }
          },
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {
                "application/json": {"schema": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}}
              }
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/sandbox/faults": {
        "get": {
          "summary": "Faults that wait",
          "operationId": "faults",
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Faults"}}}
            }
          }
        },
        "post": {
          "summary": "Ask for a fault",
          "operationId": "addFault",
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}},
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Faults"}}}
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        },
        "delete": {
          "summary": "Forget all faults",
          "operationId": "removeFaults",
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Faults"}}}
            }
          }
        }
      }
    }
    """#
}
