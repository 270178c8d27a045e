import Domain
import JSON
import Provider

/// A provider's answers by method and target; what it was asked is kept.
final class FakeTransport: Transport {
  typealias Answer = (Request) throws -> Response

  var answers: [String: [Answer]] = [:]
  /// For whatever has no answer of its own.
  var fallback: Answer = { _ in Response(status: 404) }
  private(set) var requests: [Request] = []
  /// How large the pieces are in which a body is handed over.
  var pieceSize = 7

  /// Answers one after the other; the last one stays.
  func on(_ route: String, _ more: Answer...) { answers[route, default: []] += more }

  func on(_ route: String, _ status: Int, _ body: String, headers: [String: String] = [:]) {
    on(route) { _ in Response(status: status, headers: headers, body: Array(body.utf8)) }
  }

  func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    requests.append(request)
    let path = request.target.split(separator: "?").first.map(String.init) ?? ""
    let response = try answer(request, ["\(request.method) \(request.target)", "\(request.method) \(path)"])
    guard let receive, (200...299).contains(response.status) else { return response }
    var rest = response.body[...]
    while !rest.isEmpty {
      try receive(rest.prefix(pieceSize))
      rest = rest.dropFirst(pieceSize)
    }
    return Response(status: response.status, headers: response.headers)
  }

  private func answer(_ request: Request, _ routes: [String]) throws -> Response {
    for route in routes {
      guard let queue = answers[route], let first = queue.first else { continue }
      if queue.count > 1 { answers[route]?.removeFirst() }
      return try first(request)
    }
    return try fallback(request)
  }

  func count(_ route: String) -> Int { requests.count { "\($0.method) \($0.target)" == route } }
}

extension Request {
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  var text: String { String(decoding: body ?? [], as: UTF8.self) }
}

final class FakeVault: CredentialVault {
  var stored: Credentials?
  private(set) var saved: [Credentials] = []
  var failsToSave = false

  init(_ stored: Credentials?) { self.stored = stored }

  func load() throws -> Credentials? { stored }

  func save(_ credentials: Credentials) throws {
    struct NoSpace: Error {}
    if failsToSave { throw NoSpace() }
    stored = credentials
    saved.append(credentials)
  }

  func erase() throws { stored = nil }
}

let home = Address(scheme: "https", host: "my.provider.example", port: nil, path: "")

/// 2026-11-21 12:00 in Moscow.
let noon = Timestamp(seconds: 1_795_251_600)

func rubles(_ text: String) -> Money { Money(decimalText: text, currency: .rub) ?? Money(minor: .min, currency: .rub) }

func intent(_ action: Action, body: String = "{}", terms: Check? = nil, sentAt: Timestamp? = nil) throws -> Intent {
  var intent = Intent(
    key: "key-1", account: "shelf", action: action, body: body, terms: terms, created: noon)
  if let sentAt {
    try intent.apply(.take, at: sentAt)
    try intent.apply(.lost, at: sentAt)
  }
  return intent
}
