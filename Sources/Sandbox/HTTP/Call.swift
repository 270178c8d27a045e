import JSON

/// One request as the router sees it, whoever carried it.
struct Call {
  let method: String
  /// Decoded, one element a segment.
  let segments: [String]
  let query: [String: String]
  /// Names in lower case.
  let headers: [String: String]
  let body: [UInt8]
  /// Filled in by the router.
  var parameters: [String: String] = [:]
  var login = ""

  /// Nil when the target is not a path with well-formed escapes.
  init?(method: String, target: String, headers: [String: String], body: [UInt8]) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.first == "/" else { return nil }
    var segments: [String] = []
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = FormText.decoded(segment, plusIsSpace: false) else { return nil }
      segments.append(decoded)
    }
    guard let query = FormText.pairs(parts.count == 2 ? parts[1] : "") else { return nil }
    self.method = method
    self.segments = segments
    self.query = query
    self.headers = headers
    self.body = body
  }

  var path: String { "/" + segments.joined(separator: "/") }

  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  /// Whether the client says that it has this version (RFC 9110, 13.1.2).
  func names(tag: String) -> Bool {
    headers["if-none-match"]?.split(separator: ",").contains { $0.drop { $0 == " " } == "\"\(tag)\"" } ?? false
  }

  /// `http://127.0.0.1:8080` over HTTP; empty in process, where links are paths.
  var base: String { headers["host"].map { "http://" + $0 } ?? "" }
}

/// `application/x-www-form-urlencoded`, and the escapes of paths.
enum FormText {
  /// Names that mean something here: each may come once (RFC 6749, 3.2).
  private static let known: Set = [
    "grant_type", "username", "password", "client_id", "refresh_token", "device_code", "token", "user_code", "login",
    "decision", "account", "cursor",
  ]

  /// Nil when an escape is broken, the text is not UTF-8, or a known name comes twice.
  static func pairs(_ text: some StringProtocol) -> [String: String]? {
    var pairs: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsSpace: true),
        let value = decoded(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
      else { return nil }
      guard pairs.updateValue(value, forKey: name) == nil || !known.contains(name) else { return nil }
    }
    return pairs
  }

  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}

/// One answer. A stream is asked for its pieces as they can be sent.
struct Answer {
  enum Body {
    case bytes([UInt8])
    case stream(() -> [UInt8]?)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: Int, type: String, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    body = .bytes(bytes)
  }

  init(_ json: JSON, status: Int = 200, headers: [(name: String, value: String)] = []) {
    self.init(status, type: "application/json", json.bytes, headers: headers)
  }

  static func empty(_ status: Int, headers: [(name: String, value: String)] = []) -> Answer {
    var answer = Answer(status, type: "", [], headers: headers)
    answer.headers = headers
    return answer
  }

  static func page(_ html: String, status: Int = 200) -> Answer {
    let guards: [(name: String, value: String)] = [
      ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"),
      ("X-Content-Type-Options", "nosniff"),
    ]
    return Answer(status, type: "text/html; charset=utf-8", Array(html.utf8), headers: guards)
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }
}

/// A refusal of the API itself, as RFC 9457 writes it.
struct Problem: Error, Equatable {
  let status: Int
  let code: String
  let title: String
  var retryAfter: Int64?
  var allow: [String] = []

  init(_ status: Int, _ code: String, _ title: String, retryAfter: Int64? = nil, allow: [String] = []) {
    self.status = status
    self.code = code
    self.title = title
    self.retryAfter = retryAfter
    self.allow = allow
  }

  var answer: Answer {
    let json: JSON = [
      "type": .string("urn:kabinet:problem:\(code)"), "title": .string(title), "status": .integer(Int64(status)),
      "detail": .string(title), "code": .string(code),
    ]
    var headers: [(name: String, value: String)] = []
    if let retryAfter { headers.append(("Retry-After", String(retryAfter))) }
    if !allow.isEmpty { headers.append(("Allow", allow.joined(separator: ", "))) }
    if status == 401 { headers.append(("WWW-Authenticate", "Bearer realm=\"kabinet\"")) }
    return Answer(status, type: "application/problem+json", json.bytes, headers: headers)
  }

  static func malformed(_ title: String) -> Problem { Problem(400, "malformed", title) }
  static let noPath = Problem(404, "not-found", "There is nothing at this path")
}
