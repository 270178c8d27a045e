/// Headings and standing sentences of help and man pages.
extension Phrase {
  package static let helpUsage = Phrase("Как вызвать", "Usage")
  package static let helpAliases = Phrase("Другие имена", "Other names")
  package static let helpArguments = Phrase("Аргументы", "Arguments")
  package static let helpCommands = Phrase("Команды", "Commands")
  package static let helpOptions = Phrase("Параметры", "Options")
  package static let helpGlobalOptions = Phrase("Общие параметры", "Global options")
  package static let helpExamples = Phrase("Примеры", "Examples")
  package static let helpFacts = Phrase("Важно знать", "Good to know")
  package static let helpExitStatusTitle = Phrase("Коды завершения", "Exit status")
  package static let helpSeeAlso = Phrase("См. также", "See also")
  package static let helpTopics = Phrase("Разделы справки", "Help topics")

  package static let helpDefaultMark = Phrase("(по умолчанию)", "(default)")
  package static let helpOptionsMark = Phrase("[ПАРАМЕТРЫ]", "[OPTIONS]")
  package static let helpCommandMark = Phrase("КОМАНДА", "COMMAND")

  package static func helpChoices(_ choices: [String]) -> Phrase {
    let list = choices.joined(separator: ", ")
    return Phrase("(одно из: \(list))", "(one of: \(list))")
  }

  package static func helpMore(_ command: String) -> Phrase {
    Phrase("О каждой команде подробно: \(command) КОМАНДА", "More about a command: \(command) COMMAND")
  }

  package static let helpCommandSummary = Phrase("справка о команде или по теме", "help about a command or a topic")
  package static let helpSubjectSummary = Phrase("имя команды или темы", "the name of a command or a topic")
  package static let helpOptionSummary = Phrase("показать эту справку", "show this help")
  package static let helpVersionSummary = Phrase("показать версию", "show the version")
}

/// Names of values in help.
extension Phrase {
  package static let helpPlaceholderFile = Phrase("ФАЙЛ", "FILE")
  package static let helpPlaceholderDirectory = Phrase("КАТАЛОГ", "DIRECTORY")
  package static let helpPlaceholderDate = Phrase("ДАТА", "DATE")
  package static let helpPlaceholderMonth = Phrase("МЕСЯЦ", "MONTH")
  package static let helpPlaceholderPeriod = Phrase("ПЕРИОД", "PERIOD")
  package static let helpPlaceholderAmount = Phrase("СУММА", "AMOUNT")
  package static let helpPlaceholderNumber = Phrase("ЧИСЛО", "NUMBER")
  package static let helpPlaceholderAccount = Phrase("СЧЁТ", "ACCOUNT")
  package static let helpPlaceholderTariff = Phrase("ТАРИФ", "TARIFF")
  package static let helpPlaceholderChoice = Phrase("ЗНАЧЕНИЕ", "VALUE")
  package static let helpPlaceholderSubject = Phrase("ТЕМА", "SUBJECT")
}

/// What a person must know before running a command.
extension Phrase {
  package static let helpFactNeedsLogin = Phrase(
    "Нужен вход: сначала kabinet login.", "Needs a login: run kabinet login first.")
  package static let helpFactChangesContract = Phrase(
    "Меняет договор: сначала покажет цену, срок и последствия и спросит согласия.",
    "Changes the contract: shows the price, the term and the effect first, then asks.")
  package static let helpFactSpendsMoney = Phrase(
    "Тратит деньги: сначала покажет сумму и спросит согласия; в сценарии отвечает --yes.",
    "Spends money: shows the sum first and asks; --yes answers for a script.")
  package static let helpFactReadsOnly = Phrase(
    "Только читает локальные данные: ничего не меняет и в сеть не выходит.",
    "Only reads local data: changes nothing and stays off the network.")
  package static let helpFactStartsNetwork = Phrase(
    "Обращается к провайдеру по сети.", "Talks to the provider over the network.")
}

/// What each exit status means; the numbers are a promise and never change.
extension Phrase {
  package static let helpExitStatusPromise = Phrase(
    "По коду завершения сценарий узнаёт, чем кончилась команда. Значения кодов не меняются от версии к версии.",
    "The exit status tells a script how the command ended. The meanings never change between versions.")

  package static func helpExitStatus(_ status: Int) -> Phrase {
    switch status {
    case 0: Phrase("всё сделано, даже если ничего не найдено", "done, also when nothing was found")
    case 1: Phrase("не получилось", "failed")
    case 2:
      Phrase(
        "ошибка в командной строке, или нужно подтверждение, а терминала нет",
        "the command line is wrong, or a confirmation is needed and there is no terminal")
    case 3:
      Phrase("перейдён порог; отведён для будущей проверки", "a threshold is crossed; reserved for a check to come")
    case 4: Phrase("нужен вход", "a login is needed")
    case 5:
      Phrase(
        "провайдер недоступен или просит подождать; повтор может помочь",
        "the provider can't be reached or asks to wait; trying again may help")
    case 6: Phrase("отказ по правилам провайдера", "refused by the provider's rules")
    case 8:
      Phrase(
        "принято или неизвестно: чем кончится, ещё не ясно", "accepted or unknown: the outcome is not settled yet")
    case 10: Phrase("хранилище повреждено, занято или переполнено", "the store is damaged, locked or full")
    case 130: Phrase("прервано с клавиатуры", "interrupted")
    case 141: Phrase("читатель закрыл канал вывода", "the reader of the output went away")
    default: Phrase("код \(status)", "status \(status)")
    }
  }
}
