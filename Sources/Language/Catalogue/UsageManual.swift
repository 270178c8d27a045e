/// Headings and standing words of man pages that help does not have.
extension Phrase {
  package static let manName = Phrase("Имя", "Name")
  package static let manSynopsis = Phrase("Обзор", "Synopsis")
  package static let manDescription = Phrase("Описание", "Description")

  package static let manGlobalOptionsWord = Phrase("параметры", "options")
  package static let manCommandWord = Phrase("команда", "command")
  package static let manArgumentsWord = Phrase("аргументы", "arguments")

  package static func manGenerated(_ program: String) -> Phrase {
    Phrase(
      "Создано из дерева команд \(program); не правьте.", "Generated from the commands of \(program); do not edit.")
  }

  package static func manAliases(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase("Другие имена: \(list).", "Other names: \(list).")
  }

  /// The date as mdoc(7) expects it: three words.
  package static func manDate(year: Int, month: Int, day: Int) -> Phrase {
    let name = MonthName.all[min(max(month, 1), 12) - 1]
    return Phrase("\(day) \(name.genitive) \(year)", "\(name.english) \(day), \(year)")
  }
}
