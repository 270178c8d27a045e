import Language

/// A command as data: from it come parsing, help, completion scripts and man pages.
package struct CommandSpecification: Sendable {
  /// What a person or a script must know before running a command; each is told as a sentence.
  package enum Fact: String, Sendable, CaseIterable {
    case needsLogin, changesContract, spendsMoney, readsOnly, startsNetwork
  }

  /// A whole command line, beginning with the program's name, and what it does.
  package struct Example: Sendable {
    package let command: String
    package let meaning: Phrase

    package init(_ command: String, _ meaning: Phrase) {
      self.command = command
      self.meaning = meaning
    }
  }

  package let name: String
  /// Other accepted names, Russian ones too; they are unique among the siblings.
  package let aliases: [String]
  /// A few words without a capital and a full stop, as all summaries here: they follow a dash or a colon.
  package let summary: Phrase
  /// The heading under which the parent's help lists this command; nil for the common heading.
  package let group: Phrase?
  package let discussion: [Phrase]
  package let positionals: [Positional]
  package let options: [Option]
  package let examples: [Example]
  package let facts: [Fact]
  /// Made when they are asked for: a run needs those of one noun.
  package var subcommands: [CommandSpecification] { makeSubcommands() }
  private let makeSubcommands: @Sendable () -> [CommandSpecification]
  /// The subcommand that runs when none is named; its options are accepted without its name.
  package let defaultSubcommand: String?
  /// True when the command does something itself; without a word said, so does any that has no subcommands.
  package var isRunnable: Bool { saysItRuns ?? (subcommands.isEmpty || !positionals.isEmpty) }
  private let saysItRuns: Bool?
  /// Left out of help, completion and man pages, but works.
  package let isHidden: Bool
  package let exitStatuses: [Int]
  /// Paths of related commands, such as `tariff check`.
  package let seeAlso: [String]

  package init(
    name: String, aliases: [String] = [], summary: Phrase, group: Phrase? = nil, discussion: [Phrase] = [],
    positionals: [Positional] = [], options: [Option] = [], examples: [Example] = [], facts: [Fact] = [],
    subcommands: @autoclosure @escaping @Sendable () -> [CommandSpecification] = [], defaultSubcommand: String? = nil,
    isRunnable: Bool? = nil,
    isHidden: Bool = false, exitStatuses: [Int] = [], seeAlso: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.group = group
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.examples = examples
    self.facts = facts
    makeSubcommands = subcommands
    self.defaultSubcommand = defaultSubcommand
    saysItRuns = isRunnable
    self.isHidden = isHidden
    self.exitStatuses = exitStatuses
    self.seeAlso = seeAlso
  }
}

/// A named argument: a flag, or an option with a value.
package struct Option: Sendable {
  package let long: String
  package let short: Character?
  /// What the value is; nil for a flag.
  package let value: ValueKind?
  package let summary: Phrase
  package let isRepeatable: Bool
  package let isHidden: Bool

  package init(
    _ long: String, short: Character? = nil, value: ValueKind? = nil, _ summary: Phrase, isRepeatable: Bool = false,
    isHidden: Bool = false
  ) {
    self.long = long
    self.short = short
    self.value = value
    self.summary = summary
    self.isRepeatable = isRepeatable
    self.isHidden = isHidden
  }
}

/// An argument known by its place.
package struct Positional: Sendable {
  package let name: String
  package let kind: ValueKind
  package let summary: Phrase
  package let isRequired: Bool
  package let isRepeatable: Bool

  package init(
    _ name: String, _ kind: ValueKind, _ summary: Phrase, isRequired: Bool = true, isRepeatable: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
  }
}

/// What a value is. It decides the placeholder and the completion; only choices are checked by the parser, because
/// the reader of an amount or a date explains its own errors better.
package enum ValueKind: Sendable, Equatable {
  case text(Phrase)
  case choice([String])
  case file, directory
  case date, month, period
  case amount, number
  case account, tariff

  /// How help names the value: `AMOUNT`, `day|month`.
  package var placeholder: Phrase {
    switch self {
    case .text(let name): name
    case .choice(let choices): Self.placeholder(of: choices)
    case .file: .helpPlaceholderFile
    case .directory: .helpPlaceholderDirectory
    case .date: .helpPlaceholderDate
    case .month: .helpPlaceholderMonth
    case .period: .helpPlaceholderPeriod
    case .amount: .helpPlaceholderAmount
    case .number: .helpPlaceholderNumber
    case .account: .helpPlaceholderAccount
    case .tariff: .helpPlaceholderTariff
    }
  }

  var choices: [String] {
    guard case .choice(let choices) = self else { return [] }
    return choices
  }

  package var isPath: Bool { self == .file || self == .directory }

  /// True for values that may begin with a minus sign.
  var mayBeNegative: Bool { self == .amount || self == .number }

  /// Choices too long for the column of options are told in the summary instead.
  static func placeholder(of choices: [String]) -> Phrase {
    let joined = choices.joined(separator: "|")
    return joined.count <= 24 ? Phrase(verbatim: joined) : .helpPlaceholderChoice
  }
}

/// A page of help that is about no single command: `kabinet help exit-status`.
package struct HelpTopic: Sendable {
  package enum Block: Sendable {
    case paragraph(Phrase)
    case term(String, Phrase)
  }

  package let name: String
  package let aliases: [String]
  package let title: Phrase
  package let body: [Block]

  package init(name: String, aliases: [String] = [], title: Phrase, body: [Block]) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.body = body
  }

  /// The topic `exit-status` for these statuses.
  package static func exitStatus(_ statuses: [Int]) -> HelpTopic {
    HelpTopic(
      name: "exit-status", aliases: ["коды"], title: .helpExitStatusTitle,
      body: [.paragraph(.helpExitStatusPromise)] + statuses.map { .term(String($0), .helpExitStatus($0)) })
  }
}
