import Domain
import JSON

/// A change of who may see what. Secrets are kept as fingerprints only.
enum AccessDeed: Sendable, Equatable {
  /// A session was begun or renewed: the family's former tokens are over. Times are real, not virtual.
  case grant(family: String, login: String, access: String, refresh: String, expires: Timestamp)
  case revoke(family: String)
}

extension AccessDeed: JSONConvertible {
  init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "access")
    let family = try fields.string("family")
    guard let login = try fields.optionalString("login") else {
      self = .revoke(family: family)
      return
    }
    self = .grant(
      family: family, login: login, access: try fields.string("access"), refresh: try fields.string("refresh"),
      expires: try fields.value("expires"))
  }

  var json: JSON {
    switch self {
    case .revoke(let family): ["family": .string(family)]
    case .grant(let family, let login, let access, let refresh, let expires):
      [
        "family": .string(family), "login": .string(login), "access": .string(access), "refresh": .string(refresh),
        "expires": expires.json,
      ]
    }
  }
}

/// The sessions that are open, by the fingerprints of their tokens.
struct Sessions {
  struct Session: Equatable {
    let login: String
    var access: String
    var refresh: String
    var expires: Timestamp
  }

  enum Renewal: Equatable {
    case session(family: String, login: String)
    /// The token was used before: somebody has a copy, so the whole family must go.
    case reused(family: String)
    case unknown
  }

  private var families: [String: Session] = [:]
  private var byAccess: [String: String] = [:]
  private var byRefresh: [String: String] = [:]

  mutating func apply(_ deed: AccessDeed) {
    switch deed {
    case .revoke(let family):
      if let over = families.removeValue(forKey: family) { byAccess[over.access] = nil }
    case .grant(let family, let login, let access, let refresh, let expires):
      if let former = families[family] { byAccess[former.access] = nil }
      families[family] = Session(login: login, access: access, refresh: refresh, expires: expires)
      byAccess[access] = family
      byRefresh[refresh] = family
    }
  }

  func login(access: String, now: Timestamp) -> String? {
    guard let family = byAccess[Sessions.fingerprint(access)], let session = families[family], now < session.expires
    else { return nil }
    return session.login
  }

  func renewal(refresh: String) -> Renewal {
    let fingerprint = Sessions.fingerprint(refresh)
    guard let family = byRefresh[fingerprint], let session = families[family] else { return .unknown }
    return session.refresh == fingerprint ? .session(family: family, login: session.login) : .reused(family: family)
  }

  func family(of token: String) -> String? {
    let fingerprint = Sessions.fingerprint(token)
    return byAccess[fingerprint] ?? byRefresh[fingerprint]
  }

  static func fingerprint(_ token: String) -> String { Fingerprint.text(token) }
}
