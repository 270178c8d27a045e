import Arguments
import Domain
import Language
import Platform
import Terminal

/// `kabinet demo`: the main job from login to payment, at the practice provider inside this process.
struct Demo: Command {
  static let specification = CommandSpecification(
    name: "demo", aliases: ["показать", "демо"], summary: .demoSummary, discussion: [.demoDiscussion],
    options: [Option("directory", value: .directory, .demoDirectory)], examples: [.init("kabinet demo", .demoExample)],
    exitStatuses: [0, 1], seeAlso: ["sandbox serve", "login"])

  /// The commands of the demonstration; what each prints is printed below it.
  static let steps: [[String]] = [
    ["login", "sandbox:", "--login", "100100", "--password-stdin"],
    [],
    ["balance"],
    ["statement", "--totals"],
    ["trust-payment", "check"],
    ["tariff", "list"],
    ["tariff", "switch", "home-500", "--dry-run"],
    ["pay", "--yes"],
    ["balance"],
    ["payments"],
    ["incidents"],
    ["kb", "search", "wi-fi"],
  ]

  private let directory: String?

  init(_ invocation: Invocation) { directory = invocation.value("directory") }

  func run(_ world: World) throws -> ExitStatus {
    let root = try directory ?? Demo.temporaryDirectory(world)
    var environment = world.environment
    environment["KABINET_HOME"] = root
    environment["KABINET_LANG"] = world.language.rawValue
    environment["KABINET_ACCOUNT"] = nil
    for step in Demo.steps {
      try world.console.answer(Answer(kind: "demo-step", json: [:], view: [.blank, Demo.prompt(step)]))
      let status = world.nested(step, environment)
      // Refused by the rules is an answer too: the check of a trust payment shows when it can be had.
      guard status == .done || status == .refused else { throw Failure(.failed, .demoFailed, hint: .runDoctor) }
    }
    world.console.note(.demoGoOn(root))
    return .done
  }

  private static func prompt(_ step: [String]) -> Block {
    .line("\("$", .dim) \((["kabinet"] + step).joined(separator: " "), .bold)")
  }

  private static func temporaryDirectory(_ world: World) throws -> String {
    let base = world.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let name = "kabinet-demo-" + Hexadecimal.text(world.random(6))
    _ = try Directory(base).createDirectory(name)
    return base + "/" + name
  }
}
