import Language

extension Grammar {
  /// The forms in which a command can be typed, word by word.
  func synopsis(of command: CommandSpecification, at path: [String]) -> [[Phrase]] {
    let name = Phrase(verbatim: spelledPath(path))
    var forms: [[Phrase]] = []
    if command.isRunnable { forms.append([name, .helpOptionsMark] + command.positionals.map(\.synopsis)) }
    if !command.visibleSubcommands.isEmpty {
      let isOptional = command.defaultSubcommand != nil
      forms.append([name, isOptional ? .optional(.helpCommandMark) : .helpCommandMark, .helpOptionsMark])
    }
    return forms
  }
}

extension Positional {
  /// `[AMOUNT]`, `FILE...`
  var synopsis: Phrase {
    let repeated = isRepeatable ? Phrase(placeholder.russian + "...", placeholder.english + "...") : placeholder
    return isRequired ? repeated : .optional(repeated)
  }
}

extension Phrase {
  fileprivate static func optional(_ inner: Phrase) -> Phrase { Phrase("[\(inner.russian)]", "[\(inner.english)]") }
}

extension CommandSpecification {
  /// Visible subcommands under their headings, both in the order of the tree; those without a group come first.
  var groupedSubcommands: [(group: Phrase?, commands: [CommandSpecification])] {
    var grouped: [(group: Phrase?, commands: [CommandSpecification])] = []
    for command in visibleSubcommands {
      if let place = grouped.firstIndex(where: { $0.group == command.group }) {
        grouped[place].commands.append(command)
      } else {
        grouped.append((command.group, [command]))
      }
    }
    return grouped.filter { $0.group == nil } + grouped.filter { $0.group != nil }
  }

  /// `balance, баланс`
  var bothNames: String { russianAlias.map { "\(name), \($0)" } ?? name }

  var orderedFacts: [Fact] { Fact.allCases.filter(facts.contains) }
}

extension CommandSpecification.Fact {
  var sentence: Phrase {
    switch self {
    case .needsLogin: .helpFactNeedsLogin
    case .changesContract: .helpFactChangesContract
    case .spendsMoney: .helpFactSpendsMoney
    case .readsOnly: .helpFactReadsOnly
    case .startsNetwork: .helpFactStartsNetwork
    }
  }
}
