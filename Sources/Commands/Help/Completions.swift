import Arguments
import Language
import Store
import Terminal

/// `kabinet completions SHELL`
struct Completions: Command {
  static let specification = CommandSpecification(
    name: "completions", aliases: ["дополнения"], summary: .completionsSummary, group: .groupStore,
    discussion: [.completionsDiscussion],
    positionals: [Positional("shell", .choice(["bash", "zsh", "fish"]), .completionsShell, isRequired: false)],
    options: [
      Option("values", value: .choice(["account", "tariff"]), .completionsShell, isHidden: true)
    ],
    examples: [
      .init("kabinet completions bash > ~/.local/share/bash-completion/completions/kabinet", .completionsBash),
      .init("kabinet completions fish > ~/.config/fish/completions/kabinet.fish", .completionsFish),
    ],
    exitStatuses: [0, 2])

  private let shell: String?
  private let values: String?

  init(_ invocation: Invocation) throws(Failure) {
    shell = invocation.positional("shell")
    values = invocation.value("values")
    guard shell != nil || values != nil else {
      throw Failure(.usage, .completionsWhich, hint: .completionsLikeThis)
    }
  }

  func run(_ world: World) throws -> ExitStatus {
    if let values {
      // A shell asks in the middle of a line: no message may get in the way, so nothing is offered where nothing can be read.
      try world.console.document(((try? candidates(values, world)) ?? []).map { $0 + "\n" }.joined())
      return .done
    }
    let grammar = CommandTree.grammar
    switch shell {
    case "zsh": try world.console.document(grammar.zshCompletion())
    case "fish": try world.console.document(grammar.fishCompletion())
    default: try world.console.document(grammar.bashCompletion())
    }
    return .done
  }

  private func candidates(_ kind: String, _ world: World) throws -> [String] {
    switch kind {
    case "account": return try world.configuration.get().accounts.map(\.id).filter(Completions.isPlain)
    default: return try Session(world).tariffs().filter { !$0.isArchived }.map(\.id).filter(Completions.isPlain)
    }
  }

  /// Only words that no shell reads otherwise: a tariff's id is somebody else's text.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
          || byte == 0x5F
      }
  }
}
