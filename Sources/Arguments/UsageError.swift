import Language

/// A command line that can't be understood: what is wrong with it, and where.
package struct UsageError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case emptyCommand
    case missingCommand(choices: [String])
    case unknownCommand(String, suggestions: [String])
    case unknownTopic(String, suggestions: [String])
    case unknownOption(String, suggestions: [String])
    case unexpectedValue(option: String, value: String)
    case missingValue(option: String, placeholder: Phrase, found: String?)
    case conflictingValues(option: String, first: String, second: String)
    case notAChoice(of: String, value: String, choices: [String])
    case missingPositional(placeholder: Phrase, meaning: Phrase)
    case unexpectedArgument(String)
  }

  package let problem: Problem
  /// Canonical names of the command to which the problem belongs.
  package let path: [String]

  package init(_ problem: Problem, at path: [String]) {
    self.problem = problem
    self.path = path
  }

  /// What is wrong, with the words of the command line made harmless.
  package func phrase(program: String) -> Phrase {
    let command = ([program] + path).joined(separator: " ")
    return switch problem {
    case .emptyCommand: .usageEmptyCommand
    case .missingCommand(let choices): .usageMissingCommand(command, choices: choices)
    case .unknownCommand(let word, _):
      path.isEmpty ? .usageUnknownCommand(harmless(word)) : .usageUnknownSubcommand(harmless(word), of: command)
    case .unknownTopic(let word, _): .usageUnknownTopic(harmless(word))
    case .unknownOption(let option, _): .usageUnknownOption(harmless(option), of: command)
    case .unexpectedValue(let option, let value): .usageUnexpectedValue(option, value: harmless(value))
    case .missingValue(let option, let placeholder, let found):
      .usageMissingValue(option, placeholder: placeholder, found: found.map { harmless($0) })
    case .conflictingValues(let option, let first, let second):
      .usageConflictingValues(option, first: harmless(first), second: harmless(second))
    case .notAChoice(let name, let value, let choices):
      .usageNotAChoice(name, value: harmless(value), choices: choices)
    case .missingPositional(let placeholder, let meaning):
      .usageMissingPositional(command, placeholder: placeholder, meaning: meaning)
    case .unexpectedArgument(let word): .usageUnexpectedArgument(harmless(word), of: command)
    }
  }

  /// The next thing to type.
  package func hint(program: String) -> Phrase {
    let seeHelp = Phrase.usageSeeHelp(([program, "help"] + path).joined(separator: " "))
    let meant = suggestions(program: program)
    return meant.isEmpty ? seeHelp : .usageDidYouMean(meant, otherwise: seeHelp)
  }

  private func suggestions(program: String) -> [String] {
    switch problem {
    case .unknownCommand(_, let suggestions): suggestions.map { "\(program) \($0)" }
    case .unknownTopic(_, let suggestions): suggestions.map { "\(program) help \($0)" }
    case .unknownOption(_, let suggestions): suggestions
    case .notAChoice(_, let value, let choices): NearMiss.closest(to: value, among: choices)
    case .missingValue(let option, _, let found?) where option.hasPrefix("--"): ["\(option)=\(harmless(found))"]
    default: []
    }
  }
}

/// A word of the command line as it may be shown: what would move the cursor, colour the terminal or reorder the line is
/// written out, bytes that were not UTF-8 stay the mark `\u{FFFD}` that they became, and a long word is cut.
func harmless(_ word: String) -> String {
  let limit = 60
  var shown = ""
  for scalar in word.unicodeScalars.prefix(limit) {
    switch scalar {
    case "\n": shown += "\\n"
    case "\t": shown += "\\t"
    case _ where isDangerous(scalar): shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return word.unicodeScalars.count > limit ? shown + "…" : shown
}

private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
  case .otherSymbol: scalar == "\u{FFFD}"
  default: false
  }
}
