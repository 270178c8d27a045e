extension OpenAPI {
  /// The paths that a client uses.
  static let clientPaths = #"""
    {
      "/v1/": {
        "get": {
          "summary": "What speaks here",
          "operationId": "provider",
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Provider"}}}
            }
          }
        }
      },
      "/v1/openapi.json": {
        "get": {
          "summary": "This document",
          "operationId": "document",
          "security": [],
          "responses": {"200": {"description": "Done", "content": {"application/json": {"schema": {"type": "object"}}}}}
        }
      },
      "/v1/auth/token": {
        "post": {
          "summary": "Begin or renew a session",
          "operationId": "token",
          "requestBody": {
            "required": true,
            "content": {
              "application/x-www-form-urlencoded": {
                "schema": {
                  "type": "object",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "grant_type": {"const": "password"},
                        "username": {"type": "string"},
                        "password": {"type": "string"},
                        "client_id": {"type": "string"}
                      },
                      "required": ["grant_type", "username", "password"]
                    },
                    {
                      "type": "object",
                      "properties": {"grant_type": {"const": "refresh_token"}, "refresh_token": {"type": "string"}},
                      "required": ["grant_type", "refresh_token"]
                    },
                    {
                      "type": "object",
                      "properties": {
                        "grant_type": {"const": "urn:ietf:params:oauth:grant-type:device_code"},
                        "device_code": {"type": "string"}
                      },
                      "required": ["grant_type", "device_code"]
                    }
                  ]
                }
              }
            }
          },
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tokens"}}}
            },
            "400": {"$ref": "#/components/responses/OAuth"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/Wait"}
          }
        }
      },
      "/v1/auth/device": {
        "post": {
          "summary": "Begin to authorise a device",
          "operationId": "device",
          "requestBody": {
            "required": true,
            "content": {
              "application/x-www-form-urlencoded": {
                "schema": {"type": "object", "properties": {"client_id": {"type": "string"}}, "required": ["client_id"]}
              }
            }
          },
          "security": [],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Device"}}}
            },
            "400": {"$ref": "#/components/responses/OAuth"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/v1/auth/revoke": {
        "post": {
          "summary": "End a session",
          "operationId": "revoke",
          "requestBody": {
            "required": true,
            "content": {
              "application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"token": {"type": "string"}}, "required": ["token"]}}
            }
          },
          "security": [],
          "responses": {
            "200": {"description": "Done", "content": {"application/json": {"schema": {"type": "object"}}}},
            "400": {"$ref": "#/components/responses/OAuth"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/v1/accounts": {
        "get": {
          "summary": "What this login may see",
          "operationId": "accounts",
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Accounts"}}}
            },
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        }
      },
      "/v1/accounts/{account}/changes": {
        "get": {
          "summary": "Everything, or what changed since the cursor",
          "operationId": "changes",
          "parameters": [
            {"name": "account", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "cursor", "in": "query", "required": false, "schema": {"type": "string"}},
            {"name": "If-None-Match", "in": "header", "required": false, "schema": {"type": "string"}}
          ],
          "responses": {
            "200": {"$ref": "#/components/responses/Feed"},
            "304": {"$ref": "#/components/responses/Unchanged"},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "410": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        }
      },
      "/v1/accounts/{account}/checks": {
        "post": {
          "summary": "Dry run of an action",
          "operationId": "check",
          "parameters": [{"name": "account", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}}],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Action"}}}},
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Check"}}}
            },
            "404": {"$ref": "#/components/responses/Problem"},
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        }
      },
      "/v1/accounts/{account}/intents/{key}": {
        "put": {
          "summary": "Do it: once, however often it is sent",
          "operationId": "order",
          "parameters": [
            {"name": "account", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "key", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/Key"}}
          ],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
          "responses": {
            "200": {
              "description": "The outcome",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Intent"}}}
            },
            "202": {
              "description": "Taken, not finished",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Intent"}}},
              "headers": {"Retry-After": {"required": true, "schema": {"type": "integer", "minimum": 0}}}
            },
            "404": {"$ref": "#/components/responses/Problem"},
            "409": {"$ref": "#/components/responses/Wait"},
            "422": {"$ref": "#/components/responses/Problem"},
            "400": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        },
        "get": {
          "summary": "What became of it",
          "operationId": "intent",
          "parameters": [
            {"name": "account", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "key", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/Key"}}
          ],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Intent"}}}
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        },
        "delete": {
          "summary": "Fence: what was never done never will be",
          "operationId": "fence",
          "parameters": [
            {"name": "account", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "key", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/Key"}}
          ],
          "responses": {
            "200": {
              "description": "Done",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Intent"}}}
            },
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        }
      },
      "/v1/accounts/{account}/files/{file}": {
        "get": {
          "summary": "A file that came with a ticket",
          "operationId": "file",
          "parameters": [
            {"name": "account", "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "file", "in": "path", "required": true, "schema": {"type": "string"}}
          ],
          "responses": {
            "200": {"description": "Its bytes", "content": {"text/plain": {"schema": {"type": "string"}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"},
            "404": {"$ref": "#/components/responses/Problem"}
          }
        }
      },
      "/v1/articles/changes": {
        "get": {
          "summary": "The knowledge base",
          "operationId": "articles",
          "parameters": [
            {"name": "cursor", "in": "query", "required": false, "schema": {"type": "string"}},
            {"name": "If-None-Match", "in": "header", "required": false, "schema": {"type": "string"}}
          ],
          "responses": {
            "200": {"$ref": "#/components/responses/Feed"},
            "304": {"$ref": "#/components/responses/Unchanged"},
            "400": {"$ref": "#/components/responses/Problem"},
            "410": {"$ref": "#/components/responses/Problem"},
            "401": {"$ref": "#/components/responses/Unauthorized"}
          }
        }
      }
    }
    """#
}
