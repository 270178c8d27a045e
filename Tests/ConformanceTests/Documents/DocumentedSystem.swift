import Domain
import JSON
import Provider
import TestSupport

/// A gateway whose every exchange is held to the documents.
final class DocumentedSystem: FakeSystem {
  let inner: TMForumSystem
  private(set) var faults: [String] = []
  private(set) var calls: Set<String> = []

  init(_ inner: TMForumSystem) { self.inner = inner }

  var dialect: Dialect { inner.dialect }
  var login: String { inner.login }
  var password: String { inner.password }
  var accountID: String { inner.accountID }
  var possible: [Action] { inner.possible }
  var now: Timestamp {
    get { inner.now }
    set { inner.now = newValue }
  }

  func effects(_ kind: Action.Kind) -> Int { inner.effects(kind) }
  func endSessions() { inner.endSessions() }
  func payOnPage(_ amount: Money) { inner.payOnPage(amount) }
  func post(_ amount: Money) { inner.post(amount) }

  func answer(_ request: Request) -> Response {
    let response = inner.answer(request)
    let path = String(request.target.prefix { $0 != "?" })
    // The documents say nothing of logins.
    if path.hasPrefix("/.well-known/") || path == "/oauth2/token" { return response }
    // An interface of one place only is looked for where other gateways have it.
    if response.status == 404, inner.missing.contains(path.split(separator: "/").last.map(String.init) ?? "") {
      return response
    }
    let call = "\(request.method) \(path)"
    guard let operation = Operation(request.method, path) else {
      faults.append("\(call): no document has it")
      return response
    }
    calls.insert(request.method + " " + (path.split(separator: "/").drop { $0 != "v4" }.dropFirst().first ?? ""))
    faults += DocumentedSystem.faults(in: request, operation).map { "\(call): \($0)" }
    faults += DocumentedSystem.faults(in: response, operation).map { "\(call), answer: \($0)" }
    return response
  }

  private static func faults(in request: Request, _ operation: Operation) -> [String] {
    var faults: [String] = []
    let query = request.target.drop { $0 != "?" }.dropFirst().split(separator: "&")
    let known = operation.parameters(in: "query")
    for pair in query {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      let parameter = known.first { $0["name"]?.word == halves.first }
      if parameter == nil { faults.append("\(pair): no such parameter") }
      if parameter?["type"] == "integer", Int(halves.last ?? "") == nil { faults.append("\(pair): an integer is due") }
    }
    let body = request.body.flatMap { try? JSON(parsing: $0) }
    guard let schema = operation.parameters(in: "body").first?["schema"] else {
      return request.body == nil ? faults : faults + ["a body that nobody asked for"]
    }
    let type = request.headers.first { $0.name == "Content-Type" }?.value
    if type != "application/json;charset=utf-8" { faults.append("the type \(type ?? "")") }
    guard let body else { return faults + ["a body is due"] }
    return faults + Schema(document: operation.document).faults(body, schema, "body")
  }

  private static func faults(in response: Response, _ operation: Operation) -> [String] {
    guard let json = try? JSON(parsing: response.body) else { return ["no JSON"] }
    let schema = Schema(document: operation.document)
    guard response.status < 300 else { return schema.faults(json, ["$ref": "#/definitions/Error"], "error") }
    guard let answer = operation.answer else { return ["no answer is defined"] }
    return schema.faults(json, answer, "answer")
  }
}
