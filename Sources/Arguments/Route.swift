/// The command that a command line names, and the words that are left for its options and positionals.
struct Route {
  var path: [String] = []
  var command: CommandSpecification
  var rest: [String] = []

  /// A word that can only be an option: `-` alone is a name for standard input, not an option.
  static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  /// `-5`, `-0,5`: an option by its look, an amount by its meaning.
  static func looksNegative(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    let digits = word.dropFirst().drop { $0 == "." || $0 == "," }
    return word.count - digits.count <= 2 && digits.first?.isNumber == true
  }

  /// A word that may stand as the separate value of an option. Another option may not: in `--method --yes` a value was
  /// forgotten, and taking `--yes` for it would be the worst guess.
  static func isValue(_ word: String) -> Bool { !isOption(word) || looksNegative(word) }
}

extension Grammar {
  /// Follows the names of commands down the tree; options may stand before, between and after them.
  func route(_ arguments: [String]) throws(UsageError) -> Route {
    var route = Route(command: tree)
    var isSeeking = true
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      index += 1
      if word == "--" {
        route.rest += [word] + arguments[index...]
        break
      }
      if Route.isOption(word) {
        route.rest.append(word)
        if isSeeking, index < arguments.count, takesNextWord(word, in: route.command), Route.isValue(arguments[index]) {
          route.rest.append(arguments[index])
          index += 1
        }
      } else if isSeeking, let next = route.command.subcommand(called: word) {
        route.path.append(next.name)
        route.command = next
      } else {
        if isSeeking { try refuseUnknownCommand(word, after: route) }
        isSeeking = false
        route.rest.append(word)
      }
    }
    return route
  }

  /// Whether an option before the command's name is followed by its value. The command is not known yet, so every
  /// command that can still be reached is asked.
  private func takesNextWord(_ word: String, in command: CommandSpecification) -> Bool {
    if word.hasPrefix("--") {
      return anyOption(under: command) { $0.long == word.dropFirst(2) && $0.value != nil }
    }
    let cluster = word.dropFirst()
    let taking = cluster.firstIndex { letter in anyOption(under: command) { $0.short == letter && $0.value != nil } }
    return taking.map { cluster.index(after: $0) == cluster.endIndex } ?? false
  }

  private func anyOption(under command: CommandSpecification, where matches: (Option) -> Bool) -> Bool {
    globals.contains(where: matches) || command.contains(optionWhere: matches)
  }

  private func refuseUnknownCommand(_ word: String, after route: Route) throws(UsageError) {
    let command = route.command
    guard !command.subcommands.isEmpty else { return }
    if let dashed = dashedOption(word, for: command) {
      throw UsageError(.unknownOption(word, suggestions: [dashed]), at: route.path)
    }
    let suggestions = commandSuggestions(for: word, under: route)
    if let positional = command.positionals.first {
      guard !suggestions.isEmpty, !positional.kind.acceptsAnyWord, !word.contains(where: \.isNumber) else { return }
    }
    throw UsageError(word.isEmpty ? .emptyCommand : .unknownCommand(word, suggestions: suggestions), at: route.path)
  }

  /// Near names here; failing that, the same name elsewhere in the tree, such as `switch` for `tariff switch`.
  private func commandSuggestions(for word: String, under route: Route) -> [String] {
    var names: [String: String] = [:]
    for command in route.command.visibleSubcommands {
      for name in [command.name] + command.aliases { names[name] = command.name }
    }
    let candidates = route.command.visibleSubcommands.flatMap { [$0.name] + $0.aliases }
    var seen: Set<String> = []
    let near = NearMiss.closest(to: word, among: candidates).filter { seen.insert(names[$0] ?? $0).inserted }
    let prefix = route.path.isEmpty ? "" : route.path.joined(separator: " ") + " "
    guard near.isEmpty, route.command.positionals.isEmpty else { return near.map { prefix + $0 } }
    return Array(tree.paths(ofCommandsCalled: word).prefix(3))
  }

  /// The option meant by a word whose hyphens a word processor turned into a dash: `—json`.
  func dashedOption(_ word: String, for command: CommandSpecification) -> String? {
    guard let first = word.first, "–—−".contains(first) else { return nil }
    let name = word.drop { "–—−-".contains($0) }
    return options(inReachOf: command).first { $0.long == name }.map { "--\($0.long)" }
  }
}

extension CommandSpecification {
  fileprivate func contains(optionWhere matches: (Option) -> Bool) -> Bool {
    options.contains(where: matches) || subcommands.contains { $0.contains(optionWhere: matches) }
  }

  fileprivate func paths(ofCommandsCalled name: String) -> [String] {
    visibleSubcommands.flatMap { child -> [String] in
      let here = child.name == name || child.aliases.contains(name) ? [child.name] : []
      return here + child.paths(ofCommandsCalled: name).map { "\(child.name) \($0)" }
    }
  }
}

extension ValueKind {
  /// True when a mistyped command can't be told from a value.
  fileprivate var acceptsAnyWord: Bool {
    switch self {
    case .text, .file, .directory, .account, .tariff: true
    case .choice, .date, .month, .period, .amount, .number: false
    }
  }
}
