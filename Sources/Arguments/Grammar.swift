import Language

/// All that can be typed: the tree of commands, the options that each of them accepts, and the topics of help.
package struct Grammar: Sendable {
  package let tree: CommandSpecification
  /// Options in reach of every command, `--help` and `--version` among them.
  package let globals: [Option]
  package var topics: [HelpTopic] { makeTopics() }
  private let makeTopics: @Sendable () -> [HelpTopic]

  /// The command `help` and the options `--help` and `--version` are added here: they are answered by the parser.
  package init(
    tree: CommandSpecification, globals: [Option], topics: @autoclosure @escaping @Sendable () -> [HelpTopic]
  ) {
    let hasHelp = tree.subcommands.contains { $0.name == CommandSpecification.help.name }
    self.tree = hasHelp ? tree : tree.adding(.help)
    self.globals = globals + [.help, .version]
    makeTopics = topics
  }

  /// The command at a path of names or aliases; the empty path is the program itself.
  package func command(at path: [String]) -> CommandSpecification? {
    var command = tree
    for name in path {
      guard let next = command.subcommand(called: name) else { return nil }
      command = next
    }
    return command
  }

  package func topic(called name: String) -> HelpTopic? {
    topics.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Every option that the command accepts; its own ones hide global ones of the same name.
  func options(inReachOf command: CommandSpecification) -> [Option] {
    let own = command.optionsWithDefault
    return own + globals.filter { global in !own.contains { $0.long == global.long } }
  }

  func spelledPath(_ path: [String]) -> String { ([tree.name] + path).joined(separator: " ") }
}

extension CommandSpecification {
  package func subcommand(called name: String) -> CommandSpecification? {
    subcommands.first { $0.name == name || $0.aliases.contains(name) }
  }

  package var defaultCommand: CommandSpecification? { defaultSubcommand.flatMap { subcommand(called: $0) } }

  var optionsWithDefault: [Option] {
    options + (defaultCommand?.optionsWithDefault ?? []).filter { inner in !options.contains { $0.long == inner.long } }
  }

  var visibleSubcommands: [CommandSpecification] { subcommands.filter { !$0.isHidden } }

  /// The alias to list beside the name: the first one in Cyrillic.
  var russianAlias: String? { aliases.first { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } } }

  func adding(_ command: CommandSpecification) -> CommandSpecification {
    let all = subcommands + [command]
    return CommandSpecification(
      name: name, aliases: aliases, summary: summary, group: group, discussion: discussion, positionals: positionals,
      options: options, examples: examples, facts: facts, subcommands: all,
      defaultSubcommand: defaultSubcommand, isRunnable: isRunnable, isHidden: isHidden, exitStatuses: exitStatuses,
      seeAlso: seeAlso)
  }

  /// `kabinet help pay`, `kabinet help exit-status`: the parser itself turns it into a request for help.
  package static let help = CommandSpecification(
    name: "help", aliases: ["помощь", "справка"], summary: .helpCommandSummary,
    positionals: [
      Positional(
        "subject", .text(.helpPlaceholderSubject), .helpSubjectSummary, isRequired: false, isRepeatable: true)
    ])
}

extension Option {
  package static let help = Option("help", short: "h", .helpOptionSummary)
  package static let version = Option("version", .helpVersionSummary)
}
