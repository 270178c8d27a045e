import Arguments
import Commands

extension Grammar {
  /// Every command that does something, with its path: `tariff switch`.
  var leaves: [(path: String, command: CommandSpecification)] { Grammar.leaves(of: tree, path: []) }

  private static func leaves(of command: CommandSpecification, path: [String]) -> [(String, CommandSpecification)] {
    guard !command.subcommands.isEmpty else { return [(path.joined(separator: " "), command)] }
    return command.subcommands.flatMap { leaves(of: $0, path: path + [$0.name]) }
  }
}
