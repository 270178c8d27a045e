import Domain
import JSON
import Platform

/// One call of the API: a method, a path with `{names}`, and what it does.
struct Route: Sendable {
  let method: String
  let template: String
  let segments: [String]
  let needsToken: Bool
  let handle: @Sendable (Sandbox, Call) throws -> Answer

  init(
    _ method: String, _ template: String, token: Bool = true,
    _ handle: @escaping @Sendable (Sandbox, Call) throws -> Answer
  ) {
    self.method = method
    self.template = template
    self.needsToken = token
    self.handle = handle
    segments = template.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// The values of the names, or nil when the path is another.
  func match(_ path: [String]) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (wanted, given) in zip(segments, path) {
      if wanted.hasPrefix("{") {
        parameters[String(wanted.dropFirst().dropLast())] = given
      } else if wanted != given {
        return nil
      }
    }
    return parameters
  }
}

/// Finds the route of a call, asks for the token, and turns every failure into an answer. The same for HTTP and in process.
struct Router {
  static let routes: [Route] = accessRoutes + accountRoutes + pageRoutes + controlRoutes

  static func answer(_ call: Call, _ sandbox: Sandbox) -> Answer {
    do {
      return try route(call, sandbox)
    } catch let problem as Problem {
      return problem.answer
    } catch let error as FieldError {
      return Problem.malformed(error.description).answer
    } catch let error as SystemError {
      return Problem(500, "disk", "The sandbox cannot write its journal: \(error.reason)").answer
    } catch {
      return Problem(500, "internal", "The sandbox failed").answer
    }
  }

  private static func route(_ call: Call, _ sandbox: Sandbox) throws -> Answer {
    let matches = routes.compactMap { route in route.match(call.segments).map { (route, $0) } }
    guard !matches.isEmpty else { throw Problem.noPath }
    let method = call.method == "HEAD" ? "GET" : call.method
    guard let (route, parameters) = matches.first(where: { $0.0.method == method }) else {
      let methods = Set(matches.map(\.0.method))
      let allowed = methods.union(methods.contains("GET") ? ["HEAD"] : [])
      throw Problem(405, "method-not-allowed", "This path has no \(call.method.prefix(20))", allow: allowed.sorted())
    }
    var call = call
    call.parameters = parameters
    if route.needsToken { call.login = try login(call, sandbox) }
    return try route.handle(sandbox, call)
  }

  private static func login(_ call: Call, _ sandbox: Sandbox) throws(Problem) -> String {
    let words = call.headers["authorization"]?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bearer",
      let login = sandbox.sessions.login(access: String(words[1]), now: sandbox.realClock())
    else { throw Problem(401, "unauthorized", "The token is missing or over") }
    return login
  }
}

extension Call {
  /// The body as JSON.
  func json() throws -> JSON {
    let type = headers["content-type"]?.split(separator: ";").first?.lowercased() ?? ""
    guard type == "application/json" else {
      throw Problem(415, "unsupported-media-type", "A body of application/json is due")
    }
    do {
      return try JSON(parsing: body)
    } catch {
      throw Problem.malformed("The body is not JSON: \(error.reason.rawValue) at byte \(error.offset)")
    }
  }

  /// The body as a form.
  func form() throws -> [String: String] {
    let type = headers["content-type"]?.split(separator: ";").first?.lowercased() ?? ""
    guard type == "application/x-www-form-urlencoded" else {
      throw Problem(415, "unsupported-media-type", "A body of application/x-www-form-urlencoded is due")
    }
    guard let text = String(validating: body, as: UTF8.self), let pairs = FormText.pairs(text) else {
      throw Problem.malformed("The body is not a form")
    }
    return pairs
  }
}
