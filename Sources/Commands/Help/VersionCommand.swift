import Arguments
import Language
import Terminal

/// `kabinet version`
struct VersionCommand: Command {
  static let specification = CommandSpecification(
    name: "version", aliases: ["версия"], summary: .versionSummary, group: .groupStore,
    examples: [.init("kabinet version --json", .versionSummary)], exitStatuses: [0])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    try world.console.answer(
      Answer(
        kind: "version", json: ["program": "kabinet", "release": .string(Version.text)],
        view: [.line("kabinet \(Version.text)")]))
    return .done
  }
}
