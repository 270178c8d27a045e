extension Grammar {
  /// Understands a command line.
  ///
  /// `-h` and `--help` win over every error but an unknown command; so does `--version`. Options may stand anywhere,
  /// `--` ends them. Names are never abbreviated: a script must not change its meaning when an option is added.
  package func parse(_ arguments: [String]) throws(UsageError) -> Parsed {
    var route = try route(arguments)
    if asks(for: .help, route) { return .help(.command(route.path)) }
    if asks(for: .version, route) { return .version }
    while let inner = route.command.defaultCommand {
      route.path.append(inner.name)
      route.command = inner
    }
    guard route.command.isRunnable else {
      throw UsageError(.missingCommand(choices: route.command.visibleSubcommands.map(\.name)), at: route.path)
    }
    var reader = OptionReader(grammar: self, route: route)
    try reader.read()
    if route.path == [CommandSpecification.help.name] { return .help(try subject(of: reader.operands)) }
    let places = try reader.bindOperands()
    return .run(
      Invocation(
        path: route.path, specification: route.command, given: reader.given, places: places,
        texts: reader.texts(places)))
  }

  /// The value of a global option, found without judging the rest of the line: errors and help must be told in the
  /// language of `--lang` too.
  package func value(ofGlobal long: String, in arguments: [String]) -> String? {
    var found: String?
    for (index, word) in arguments.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--\(long)=") { found = String(word.dropFirst(long.count + 3)) }
      if word == "--\(long)", index + 1 < arguments.count { found = arguments[index + 1] }
    }
    return found
  }

  private func asks(for option: Option, _ route: Route) -> Bool {
    let reach = options(inReachOf: route.command)
    guard reach.first(where: { $0.long == option.long })?.value == nil else { return false }
    return route.rest.prefix { $0 != "--" }.contains { word in
      if word == "--\(option.long)" { return true }
      guard let short = option.short, word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
      let flags = word.dropFirst().prefix { letter in !reach.contains { $0.short == letter && $0.value != nil } }
      return flags.contains(short)
    }
  }

  /// What `help` is asked about: a command by any of its names, or a topic.
  private func subject(of words: [String]) throws(UsageError) -> HelpSubject {
    guard let first = words.first else { return .command([]) }
    if words.count == 1, tree.subcommand(called: first) == nil, let topic = topic(called: first) {
      return .topic(topic.name)
    }
    var command = tree
    var path: [String] = []
    for word in words {
      guard let next = command.subcommand(called: word) else {
        let names =
          command.visibleSubcommands.flatMap { [$0.name] + $0.aliases } + (path.isEmpty ? topics.map(\.name) : [])
        let near = NearMiss.closest(to: word, among: names).map { (path + [$0]).joined(separator: " ") }
        throw UsageError(.unknownTopic((path + [word]).joined(separator: " "), suggestions: near), at: path)
      }
      command = next
      path.append(next.name)
    }
    return .command(path)
  }
}
