import Domain
import JSON

/// What a dialect needs to speak for a subscriber. Kept outside the store, in a 0600 file, and sent to `origin` alone.
package struct Credentials: Sendable, Equatable {
  package let origin: String
  package var login: String?
  package var password: String?
  /// A bearer token or a session id.
  package var token: String?
  package var refreshToken: String?
  package var expires: Timestamp?

  package init(
    origin: String, login: String? = nil, password: String? = nil, token: String? = nil, refreshToken: String? = nil,
    expires: Timestamp? = nil
  ) {
    self.origin = origin
    self.login = login
    self.password = password
    self.token = token
    self.refreshToken = refreshToken
    self.expires = expires
  }
}

extension Credentials: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "credentials")
    self.init(
      origin: try fields.string("origin"), login: try fields.optionalString("login"),
      password: try fields.optionalString("password"), token: try fields.optionalString("token"),
      refreshToken: try fields.optionalString("refreshToken"), expires: try fields.optional("expires"))
  }

  package var json: JSON {
    .members([
      "origin": .string(origin), "login": login.map { .string($0) }, "password": password.map { .string($0) },
      "token": token.map { .string($0) }, "refreshToken": refreshToken.map { .string($0) }, "expires": expires?.json,
    ])
  }
}

/// Where a dialect keeps its credentials between runs; a rotated token is saved before it is used.
package protocol CredentialVault {
  func load() throws -> Credentials?
  func save(_ credentials: Credentials) throws
  func erase() throws
}
