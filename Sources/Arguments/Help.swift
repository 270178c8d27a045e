import Language

extension Grammar {
  /// The help of a command or a topic, wrapped at a width of at least 40 columns; nil when there is no such thing.
  package func help(about subject: HelpSubject, in language: Language, width: Int) -> HelpText? {
    let width = min(max(width, 40), 100)
    switch subject {
    case .command(let path):
      guard let command = command(at: path) else { return nil }
      var writer = HelpWriter(grammar: self, path: path, command: command, language: language, width: width)
      return writer.write()
    case .topic(let name):
      return topic(called: name)?.text(in: language, width: width)
    }
  }
}

extension HelpTopic {
  fileprivate func text(in language: Language, width: Int) -> HelpText {
    var text = HelpText()
    text.add(HelpText.Span(title.text(in: language), .heading))
    var terms: [(label: String, text: String)] = []
    for block in body {
      switch block {
      case .paragraph(let phrase):
        if !terms.isEmpty { text.blank() }
        text.entries(terms, width: width)
        terms = []
        text.blank()
        text.paragraph(phrase.text(in: language), width: width)
      case .term(let label, let phrase):
        terms.append((label, phrase.text(in: language)))
      }
    }
    if !terms.isEmpty { text.blank() }
    text.entries(terms, width: width)
    return text
  }
}

/// Writes the help of one command, section by section.
private struct HelpWriter {
  let grammar: Grammar
  let path: [String]
  let command: CommandSpecification
  let language: Language
  let width: Int
  var text = HelpText()

  init(grammar: Grammar, path: [String], command: CommandSpecification, language: Language, width: Int) {
    self.grammar = grammar
    self.path = path
    self.command = command
    self.language = language
    self.width = width
  }

  mutating func write() -> HelpText {
    text.add(.init(grammar.spelledPath(path), .bold), .init(" — " + say(command.summary)))
    writeSynopsis()
    for paragraph in command.discussion {
      text.blank()
      text.paragraph(say(paragraph), width: width)
    }
    writeArguments()
    writeSubcommands()
    writeOptions(.helpOptions, command.optionsWithDefault)
    writeOptions(.helpGlobalOptions, grammar.globals)
    writeExamples()
    writeFacts()
    writeEnding()
    return text
  }

  private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private mutating func writeSynopsis() {
    text.heading(say(.helpUsage))
    for form in grammar.synopsis(of: command, at: path) {
      text.paragraph(form.map(say).joined(separator: " "), indent: 2, width: width)
    }
    guard !command.aliases.isEmpty else { return }
    text.heading(say(.helpAliases))
    text.paragraph(command.aliases.joined(separator: ", "), indent: 2, width: width)
  }

  private mutating func writeArguments() {
    guard !command.positionals.isEmpty else { return }
    text.heading(say(.helpArguments))
    text.entries(command.positionals.map { (say($0.placeholder), describe($0.summary, $0.kind)) }, width: width)
  }

  private mutating func writeSubcommands() {
    for (group, commands) in command.groupedSubcommands {
      text.heading(say(group ?? .helpCommands))
      let rows = commands.map { child in
        let mark = child.name == command.defaultSubcommand ? " " + say(.helpDefaultMark) : ""
        return (label: language == .russian ? child.bothNames : child.name, text: say(child.summary) + mark)
      }
      text.entries(rows, width: width)
    }
    guard path.isEmpty, !command.subcommands.isEmpty else { return }
    text.blank()
    text.paragraph(say(.helpMore("\(grammar.tree.name) help")), width: width)
  }

  private mutating func writeOptions(_ title: Phrase, _ options: [Option]) {
    let visible = options.filter { !$0.isHidden }
    guard !visible.isEmpty else { return }
    text.heading(say(title))
    text.entries(visible.map { (label($0), describe($0.summary, $0.value)) }, width: width)
  }

  private func label(_ option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return short + "--" + option.long + (option.value.map { "=" + say($0.placeholder) } ?? "")
  }

  private func describe(_ summary: Phrase, _ kind: ValueKind?) -> String {
    guard let kind, kind.placeholder == .helpPlaceholderChoice else { return say(summary) }
    return say(summary) + " " + say(.helpChoices(kind.choices))
  }

  private mutating func writeExamples() {
    guard !command.examples.isEmpty else { return }
    text.heading(say(.helpExamples))
    for example in command.examples {
      text.add(.init("  "), .init(example.command, .bold))
      text.paragraph(say(example.meaning), indent: 6, width: width)
    }
  }

  private mutating func writeFacts() {
    guard !command.facts.isEmpty else { return }
    text.heading(say(.helpFacts))
    for fact in command.orderedFacts { text.paragraph(say(fact.sentence), indent: 2, width: width) }
  }

  private mutating func writeEnding() {
    if !command.exitStatuses.isEmpty {
      text.heading(say(.helpExitStatusTitle))
      text.entries(command.exitStatuses.map { (String($0), say(.helpExitStatus($0))) }, width: width)
    }
    if path.isEmpty, !grammar.topics.isEmpty {
      text.heading(say(.helpTopics))
      text.entries(grammar.topics.map { ($0.name, say($0.title)) }, width: width)
    }
    guard !command.seeAlso.isEmpty else { return }
    text.heading(say(.helpSeeAlso))
    let commands = command.seeAlso.map { "\(grammar.tree.name) \($0)" }
    text.paragraph(commands.joined(separator: ", "), indent: 2, width: width)
  }
}
