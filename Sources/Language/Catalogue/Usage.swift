/// What is wrong with a command line.
extension Phrase {
  package static let usageEmptyCommand = Phrase(
    "вместо команды передана пустая строка", "the command is an empty string")

  package static func usageMissingCommand(_ command: String, choices: [String]) -> Phrase {
    let list = choices.joined(separator: ", ")
    return Phrase(
      "после «\(command)» нужна команда: \(list)", "‘\(command)’ needs a command: \(list)")
  }

  package static func usageUnknownCommand(_ word: String) -> Phrase {
    Phrase("нет команды «\(word)»", "there is no command ‘\(word)’")
  }

  package static func usageUnknownSubcommand(_ word: String, of command: String) -> Phrase {
    Phrase("у «\(command)» нет команды «\(word)»", "‘\(command)’ has no command ‘\(word)’")
  }

  package static func usageUnknownTopic(_ word: String) -> Phrase {
    Phrase("в справке нет раздела «\(word)»", "help has nothing about ‘\(word)’")
  }

  package static func usageUnknownOption(_ option: String, of command: String) -> Phrase {
    Phrase("у «\(command)» нет параметра «\(option)»", "‘\(command)’ has no option ‘\(option)’")
  }

  package static func usageUnexpectedValue(_ option: String, value: String) -> Phrase {
    Phrase(
      "параметр \(option) — переключатель, значение «\(value)» ему не нужно",
      "\(option) is a flag and takes no value, but ‘\(value)’ was given")
  }

  package static func usageMissingValue(_ option: String, placeholder: Phrase, found: String?) -> Phrase {
    guard let found else {
      return Phrase(
        "после \(option) нужно значение: \(placeholder.russian)", "\(option) needs a value: \(placeholder.english)")
    }
    return Phrase(
      "после \(option) нужно значение: \(placeholder.russian), а стоит «\(found)»",
      "\(option) needs a value: \(placeholder.english), but ‘\(found)’ follows")
  }

  package static func usageConflictingValues(_ option: String, first: String, second: String) -> Phrase {
    Phrase(
      "параметр \(option) задан дважды и по-разному: «\(first)» и «\(second)»",
      "\(option) is given twice with different values: ‘\(first)’ and ‘\(second)’")
  }

  package static func usageNotAChoice(_ name: String, value: String, choices: [String]) -> Phrase {
    let list = choices.joined(separator: ", ")
    return Phrase(
      "\(name): значение «\(value)» не подходит, возможные: \(list)",
      "\(name) can't be ‘\(value)’, choose from: \(list)")
  }

  package static func usageMissingPositional(_ command: String, placeholder: Phrase, meaning: Phrase) -> Phrase {
    Phrase(
      "для «\(command)» не хватает аргумента \(placeholder.russian) — \(meaning.russian)",
      "‘\(command)’ needs \(placeholder.english) — \(meaning.english)")
  }

  package static func usageUnexpectedArgument(_ word: String, of command: String) -> Phrase {
    Phrase("лишний аргумент «\(word)» у «\(command)»", "‘\(command)’ does not expect the argument ‘\(word)’")
  }

  package static func usageDidYouMean(_ commands: [String], otherwise: Phrase) -> Phrase {
    let russian = commands.map { "«\($0)»" }.joined(separator: " или ")
    let english = commands.map { "‘\($0)’" }.joined(separator: " or ")
    return Phrase(
      "возможно, вы имели в виду \(russian); \(otherwise.russian)", "perhaps you meant \(english); \(otherwise.english)"
    )
  }

  package static func usageSeeHelp(_ command: String) -> Phrase {
    Phrase("справка: \(command)", "help: \(command)")
  }
}
