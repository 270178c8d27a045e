import Language

/// Reads the options of a known command out of its words and leaves the operands.
struct OptionReader {
  let route: Route
  private let reach: [Option]
  private let grammar: Grammar
  private var next = 0
  private(set) var given: [String: [String]] = [:]
  private(set) var operands: [String] = []
  /// What `Invocation.texts` has of the options.
  private var optionTexts: [String] = []

  init(grammar: Grammar, route: Route) {
    self.grammar = grammar
    self.route = route
    reach = grammar.options(inReachOf: route.command)
  }

  mutating func read() throws(UsageError) {
    while next < route.rest.count {
      let word = route.rest[next]
      next += 1
      if word == "--" {
        operands += route.rest[next...]
        return
      }
      if !Route.isOption(word) || isNegativeOperand(word) {
        try takeOperand(word)
      } else if word.hasPrefix("--") {
        try readLong(word)
      } else {
        try readCluster(word)
      }
    }
  }

  /// Gives each operand to its positional; a repeatable one leaves enough for the required ones after it.
  func bindOperands() throws(UsageError) -> [String: [String]] {
    var places: [String: [String]] = [:]
    var left = operands[...]
    let positionals = route.command.positionals
    for (order, positional) in positionals.enumerated() {
      let reserved = positionals[(order + 1)...].count { $0.isRequired }
      let free = max(left.count - reserved, positional.isRequired ? min(1, left.count) : 0)
      let taken = left.prefix(positional.isRepeatable ? free : min(1, free))
      left = left.dropFirst(taken.count)
      if taken.isEmpty {
        guard positional.isRequired else { continue }
        throw error(.missingPositional(placeholder: positional.placeholder, meaning: positional.summary))
      }
      for value in taken { try check(value, positional.kind, name: positional.name) }
      places[positional.name] = Array(taken)
    }
    if let extra = left.first { throw error(.unexpectedArgument(extra)) }
    return places
  }

  func texts(_ places: [String: [String]]) -> [String] {
    let named = route.command.positionals.filter { !$0.kind.isPath }
    return optionTexts + named.compactMap { places[$0.name]?.joined(separator: " ") }
  }

  private func isNegativeOperand(_ word: String) -> Bool {
    guard Route.looksNegative(word), let digit = word.dropFirst().first else { return false }
    return route.command.positionals.contains { $0.kind.mayBeNegative } && !reach.contains { $0.short == digit }
  }

  private mutating func takeOperand(_ word: String) throws(UsageError) {
    if let dashed = grammar.dashedOption(word, for: route.command) {
      throw error(.unknownOption(word, suggestions: [dashed]))
    }
    operands.append(word)
  }

  private mutating func readLong(_ word: String) throws(UsageError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let inline = parts.count == 2 ? String(parts[1]) : nil
    guard let option = reach.first(where: { $0.long == name }) else {
      let near = NearMiss.closest(to: name, among: reach.filter { !$0.isHidden }.map(\.long))
      throw error(.unknownOption("--\(name)", suggestions: near.map { "--\($0)" }))
    }
    if option.value == nil, let inline { throw error(.unexpectedValue(option: "--\(name)", value: inline)) }
    try store(option, spelled: "--\(name)", inline: inline)
  }

  /// `-vq`, `-n5`, `-vn 5`: letters are flags until one that takes a value; what follows it is the value.
  private mutating func readCluster(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = reach.first(where: { $0.short == letter }) else {
        throw error(unknownShort(letter, in: word))
      }
      let hasInline = option.value != nil && !letters.isEmpty
      try store(option, spelled: "-\(letter)", inline: hasInline ? String(letters) : nil)
      if hasInline { return }
    }
  }

  /// `-json` is a slip for `--json` rather than five short options.
  private func unknownShort(_ letter: Character, in word: String) -> UsageError.Problem {
    let name = word.dropFirst()
    let long = reach.first { $0.long == name.prefix { $0 != "=" } }
    guard let long, name.count > 1 else { return .unknownOption("-\(letter)", suggestions: []) }
    return .unknownOption(word, suggestions: ["--\(long.long)"])
  }

  private mutating func store(_ option: Option, spelled: String, inline: String?) throws(UsageError) {
    guard let kind = option.value else {
      given[option.long, default: []].append("")
      return
    }
    let value = if let inline { inline } else { try separateValue(of: kind, spelled: spelled) }
    try check(value, kind, name: spelled)
    if !option.isRepeatable, let earlier = given[option.long]?.last, earlier != value {
      throw error(.conflictingValues(option: "--\(option.long)", first: earlier, second: value))
    }
    given[option.long, default: []].append(value)
    if !kind.isPath { optionTexts.append(value) }
  }

  private mutating func separateValue(of kind: ValueKind, spelled: String) throws(UsageError) -> String {
    let found = next < route.rest.count ? route.rest[next] : nil
    guard let found, Route.isValue(found) else {
      throw error(.missingValue(option: spelled, placeholder: kind.placeholder, found: found))
    }
    next += 1
    return found
  }

  private func check(_ value: String, _ kind: ValueKind, name: String) throws(UsageError) {
    guard case .choice(let choices) = kind, !choices.contains(value) else { return }
    throw error(.notAChoice(of: name, value: value, choices: choices))
  }

  private func error(_ problem: UsageError.Problem) -> UsageError { UsageError(problem, at: route.path) }
}

extension Positional {
  /// How help names the argument: a word of text by its own name, anything else by its kind.
  var placeholder: Phrase { kind.placeholder }
}
