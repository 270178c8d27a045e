import Arguments
import Domain
import JSON
import Language
import Provider
import Sandbox
import Terminal

/// A word to a sandbox, running or in this process: both take it by the same request.
struct SandboxControl {
  static let option = Option("at", value: .text(.placeholderAddress), .sandboxAt)

  private let address: String

  init(_ invocation: Invocation) { address = invocation.value("at") ?? "sandbox:" }

  func send(_ method: String, _ target: String, _ body: JSON?, _ world: World) throws -> JSON {
    let address = try Login.parse(address)
    guard address.scheme == "sandbox" || address.isLoopback else {
      throw Failure(.usage, .sandboxIsLocal, hint: .addressLikeThis)
    }
    let request = Request(method, target, headers: [("Content-Type", "application/json")], body: body?.bytes)
    let response = try world.transport(address).exchange(request, with: address, receive: nil)
    guard (200...299).contains(response.status),
      let json = response.body.isEmpty ? .null : try? JSON(parsing: response.body)
    else { throw Failure(.failed, .sandboxRefused(response.status), why: SandboxControl.detail(response)) }
    return json
  }

  private static func detail(_ response: Response) -> Phrase? {
    guard case .string(let detail)? = (try? JSON(parsing: response.body))?["detail"] else { return nil }
    return Phrase(verbatim: detail)
  }
}

/// `kabinet sandbox advance 3d`: time passes at the practice provider, and each day is billed.
struct SandboxAdvance: Command {
  static let specification = CommandSpecification(
    name: "advance", aliases: ["вперёд"], summary: .sandboxAdvanceSummary,
    positionals: [Positional("time", .text(.placeholderDuration), .sandboxAdvanceTime)],
    options: [SandboxControl.option],
    examples: [
      .init("kabinet sandbox advance 3d", .sandboxAdvanceExample),
      .init("kabinet sandbox advance 12h --at http://127.0.0.1:8080", .sandboxAdvanceExampleAt),
    ],
    exitStatuses: [0, 2], seeAlso: ["sandbox serve", "sync"])

  private let hours: Int
  private let control: SandboxControl

  init(_ invocation: Invocation) throws(Failure) {
    let text = invocation.positional("time") ?? ""
    guard let unit = text.last, let number = Int(text.dropLast()), (1...3660).contains(number), "dhдч".contains(unit)
    else {
      throw Failure(.usage, .badDuration(text), hint: .durationLikeThis)
    }
    hours = "dд".contains(unit) ? number * 24 : number
    control = SandboxControl(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    let body: JSON = ["days": .integer(Int64(hours / 24)), "hours": .integer(Int64(hours % 24))]
    let said = try control.send("POST", "/sandbox/advance", body, world)
    try world.console.answer(
      Answer(
        kind: "sandbox-advance", json: said,
        view: [.line(.sandboxAdvanced(TimeText.duration(seconds: Int64(hours) * 3600)))]))
    return .done
  }
}

/// `kabinet sandbox fault KIND`: makes the practice provider misbehave, for tests and for one's own scripts.
struct SandboxFault: Command {
  static let specification = CommandSpecification(
    name: "fault", aliases: ["сбой"], summary: .sandboxFaultSummary, discussion: [.sandboxFaultDiscussion],
    positionals: [Positional("kind", .choice(Fault.Kind.allCases.map(\.rawValue) + ["none"]), .sandboxFaultKind)],
    options: [
      Option("on", value: .text(.placeholderPattern), .sandboxFaultOn),
      Option("times", value: .number, .sandboxFaultTimes),
      Option("value", value: .number, .sandboxFaultValue), SandboxControl.option,
    ],
    examples: [
      .init("kabinet sandbox fault lose-answer --on 'PUT /v1/accounts/*/intents/*'", .sandboxFaultExample),
      .init("kabinet sandbox fault none", .sandboxFaultExampleNone),
    ],
    exitStatuses: [0, 2], seeAlso: ["sandbox serve"])

  private let kind: String
  private let pattern: String?
  private let times: Int
  private let value: Int?
  private let control: SandboxControl

  init(_ invocation: Invocation) throws(Failure) {
    kind = invocation.positional("kind") ?? ""
    pattern = invocation.value("on")
    times = try invocation.number("times", 1...1_000_000) ?? 1
    value = try invocation.number("value", 0...Int.max)
    control = SandboxControl(invocation)
  }

  func run(_ world: World) throws -> ExitStatus {
    if kind == "none" {
      _ = try control.send("DELETE", "/sandbox/faults", nil, world)
      try world.console.answer(
        Answer(kind: "sandbox-fault", json: ["faults": []], view: [.line(.sandboxFaultsCleared)]))
      return .done
    }
    let body = JSON.members([
      "fault": .string(kind), "on": pattern.map { .string($0) }, "times": .integer(Int64(times)),
      "value": value.map { .integer(Int64($0)) },
    ])
    let said = try control.send("POST", "/sandbox/faults", body, world)
    try world.console.answer(Answer(kind: "sandbox-fault", json: said, view: [.line(.sandboxFaultSet)]))
    return .done
  }
}
