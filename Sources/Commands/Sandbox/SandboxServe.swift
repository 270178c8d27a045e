import Arguments
import Domain
import Language
import Platform
import Provider
import Sandbox
import Terminal

/// `kabinet sandbox serve`: the practice provider over HTTP on loopback.
struct SandboxServe: Command {
  static let specification = CommandSpecification(
    name: "serve", aliases: ["запустить"], summary: .sandboxServeSummary, discussion: [.sandboxServeDiscussion],
    options: [
      Option("port", short: "p", value: .number, .sandboxPort),
      Option("name", value: .text(.placeholderName), .sandboxName),
      Option("directory", value: .directory, .sandboxDirectory), Option("seed", value: .number, .sandboxSeed),
      Option("entries", value: .number, .sandboxEntries),
      Option("start", value: .text(.placeholderTime), .sandboxStart),
    ],
    examples: [
      .init("kabinet sandbox serve --port 8080", .sandboxServeExample),
      .init("kabinet sandbox serve --port 0 --directory /tmp/isp --entries 100000", .sandboxServeExampleBig),
    ],
    exitStatuses: [0, 1, 2], seeAlso: ["sandbox accounts", "sandbox advance", "login"])

  private let port: UInt16
  private let name: String
  private let directory: String?
  private let seed: UInt64
  private let entries: Int
  private let start: Timestamp?

  init(_ invocation: Invocation) throws(Failure) {
    port = UInt16(try invocation.number("port", 0...65_535) ?? 8080)
    name = invocation.value("name") ?? ""
    directory = invocation.value("directory")
    seed = UInt64(try invocation.number("seed", 0...Int.max) ?? 1)
    entries = try invocation.number("entries", 1...1_000_000) ?? Sandbox.ordinaryEntries
    start = try invocation.value("start").map { (text) throws(Failure) in
      guard let start = Timestamp(text) else { throw Failure(.usage, .badTime(text), hint: .timeLikeThis) }
      return start
    }
  }

  func run(_ world: World) throws -> ExitStatus {
    let path = directory ?? world.home.sandboxDirectory(named: name)
    let sandbox = try Sandbox.open(directory: path, seed: seed, entries: entries, start: start)
    let server = try SandboxServer(sandbox, port: port)
    try world.console.answer(
      Answer(
        kind: "sandbox", json: ["address": .string(server.address), "directory": .string(path)],
        view: [.line(Line(verbatim: server.address))]))
    world.console.note(.sandboxHowToLogin(server.address))
    try server.runUntilSignal()
    return .done
  }
}
