import Language

/// The sections of a page, each from one part of the specification.
extension ManPageWriter {
  func writeCommands(_ page: inout Mdoc) {
    section(.helpCommands, &page)
    for (group, commands) in grammar.tree.groupedSubcommands {
      if let group { page.macro("Ss", Mdoc.argument(say(group))) }
      page.macro("Bl", "-tag", "-width", "Ds")
      for command in commands {
        page.macro("It", "Nm", Mdoc.argument(program + " " + command.name))
        writeSummary(of: command, &page)
      }
      page.macro("El")
    }
  }

  private func writeSummary(of command: CommandSpecification, _ page: inout Mdoc) {
    page.text(say(command.summary).capitalizedFirst + ".")
    guard !command.aliases.isEmpty else { return }
    page.text(say(.manAliases(command.aliases)))
  }

  func writeSynopsis(of place: Place, _ page: inout Mdoc) {
    guard place.command.isRunnable else { return }
    page.macro("Nm", Mdoc.argument(grammar.spelledPath(place.path)))
    for option in place.command.optionsWithDefault where !option.isHidden {
      page.macro("Op", flag(option))
    }
    for positional in place.command.positionals {
      let repeated = positional.isRepeatable ? " ..." : ""
      let argument = "Ar " + Mdoc.argument(say(positional.placeholder)) + repeated
      if positional.isRequired { page.macro(argument) } else { page.macro("Op", argument) }
    }
  }

  /// `Fl m , Fl \-method Ns = Ns Ar METHOD`
  private func flag(_ option: Option) -> String {
    let short = option.short.map { "Fl \(Mdoc.literal(String($0))) | " } ?? ""
    let value = option.value.map { " Ns = Ns Ar " + Mdoc.argument(say($0.placeholder)) } ?? ""
    return short + "Fl " + Mdoc.literal("-" + option.long) + value
  }

  func writeSubcommand(_ place: Place, _ page: inout Mdoc) {
    page.macro("Ss", Mdoc.argument(grammar.spelledPath(place.path)))
    writeBody(of: place, &page)
  }

  /// Names, discussion, facts, arguments and options of one command.
  func writeBody(of place: Place, _ page: inout Mdoc) {
    let command = place.command
    page.text(say(command.summary).capitalizedFirst + ".")
    if !command.aliases.isEmpty { page.text(say(.manAliases(command.aliases))) }
    if !command.discussion.isEmpty {
      page.macro("Pp")
      paragraphs(command.discussion, &page)
    }
    if !command.facts.isEmpty {
      page.macro("Pp")
      for fact in command.orderedFacts { page.text(say(fact.sentence)) }
    }
    writePositionals(command.positionals, &page)
    writeOptions(command.optionsWithDefault, &page)
  }

  private func writePositionals(_ positionals: [Positional], _ page: inout Mdoc) {
    guard !positionals.isEmpty else { return }
    page.macro("Bl", "-tag", "-width", "Ds")
    for positional in positionals {
      page.macro("It", "Ar", Mdoc.argument(say(positional.placeholder)))
      page.text(described(positional.summary, positional.kind))
    }
    page.macro("El")
  }

  func writeOptions(_ options: [Option], _ page: inout Mdoc) {
    let visible = options.filter { !$0.isHidden }
    guard !visible.isEmpty else { return }
    page.macro("Bl", "-tag", "-width", "Ds")
    for option in visible {
      page.macro("It", flag(option).replacing(" | Fl", with: " , Fl"))
      page.text(described(option.summary, option.value))
    }
    page.macro("El")
  }

  private func described(_ summary: Phrase, _ kind: ValueKind?) -> String {
    let isLong = kind?.placeholder == .helpPlaceholderChoice
    let choices = isLong ? " " + say(.helpChoices(kind?.choices ?? [])) : ""
    return say(summary).capitalizedFirst + choices + "."
  }

  func write(_ topic: HelpTopic, _ page: inout Mdoc) {
    section(topic.title, &page)
    var isListOpen = false
    for (order, block) in topic.body.enumerated() {
      switch block {
      case .paragraph(let phrase):
        if isListOpen { page.macro("El") } else if order > 0 { page.macro("Pp") }
        isListOpen = false
        page.text(say(phrase))
      case .term(let term, let meaning):
        if !isListOpen { page.macro("Bl", "-tag", "-width", "Ds") }
        isListOpen = true
        page.macro("It", Mdoc.argument(term))
        page.text(say(meaning).capitalizedFirst.endedByPoint)
      }
    }
    if isListOpen { page.macro("El") }
  }

  func writeExitStatuses(_ statuses: [Int], _ page: inout Mdoc) {
    guard !statuses.isEmpty else { return }
    section(.helpExitStatusTitle, &page)
    page.macro("Bl", "-tag", "-width", "Ds")
    for status in Set(statuses).sorted() {
      page.macro("It", String(status))
      page.text(say(.helpExitStatus(status)).capitalizedFirst + ".")
    }
    page.macro("El")
  }

  func writeExamples(_ examples: [CommandSpecification.Example], _ page: inout Mdoc) {
    guard !examples.isEmpty else { return }
    section(.helpExamples, &page)
    for (order, example) in examples.enumerated() {
      if order > 0 { page.macro("Pp") }
      page.text(say(example.meaning).capitalizedFirst + ":")
      page.macro("Dl", Mdoc.argument(example.command))
    }
  }

  func writeReferences(_ names: [String], _ page: inout Mdoc) {
    guard !names.isEmpty else { return }
    section(.helpSeeAlso, &page)
    for (order, name) in names.enumerated() {
      page.macro("Xr", Mdoc.literal(name), order + 1 < names.count ? "1 ," : "1")
    }
  }
}

extension String {
  fileprivate var endedByPoint: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
