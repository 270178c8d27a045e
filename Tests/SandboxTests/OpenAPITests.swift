import JSON
import Testing

@testable import Sandbox

/// The description of the API describes this API.
struct OpenAPITests {
  @Test func eachPartParses() throws {
    let parts = OpenAPI.paths + OpenAPI.schemas + [OpenAPI.responses]
    for part in parts { _ = try JSON(parsing: part) }
    #expect(OpenAPI.document["openapi"] == "3.1.0")
  }

  /// Of two schemas of one name the later would hide the other.
  @Test func eachSchemaHasANameOfItsOwn() throws {
    var names: [String] = []
    for part in OpenAPI.schemas {
      guard case .object(let members) = try JSON(parsing: part) else { continue }
      names += members.keys
    }
    #expect(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.isEmpty)
  }

  @Test func itsPathsAreTheRoutersRoutes() throws {
    guard case .object(let paths)? = OpenAPI.document["paths"] else {
      Issue.record("paths are due")
      return
    }
    var described: Set<String> = []
    for (path, item) in paths {
      guard case .object(let operations) = item else { continue }
      for method in operations.keys { described.insert("\(method.uppercased()) \(path)") }
    }
    #expect(described == Set(Router.routes.map { "\($0.method) \($0.template)" }))
  }

  @Test func aTokenIsAskedForWhereItSaysSo() {
    for route in Router.routes {
      let operation = OpenAPI.document["paths"]?[route.template]?[route.method.lowercased()]
      #expect((operation?["security"] == nil) == route.needsToken, "\(route.method) \(route.template)")
    }
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    var references: Set<String> = []
    func collect(_ json: JSON) {
      switch json {
      case .object(let members):
        if let reference = members["$ref"]?.string { references.insert(reference) }
        for value in members.values { collect(value) }
      case .array(let elements): for element in elements { collect(element) }
      default: break
      }
    }
    collect(OpenAPI.document)
    #expect(references.count > 20)
    for reference in references {
      let found = reference.split(separator: "/").dropFirst().reduce(OpenAPI.document as JSON?) { $0?[String($1)] }
      #expect(found != nil, "\(reference)")
    }
  }
}
