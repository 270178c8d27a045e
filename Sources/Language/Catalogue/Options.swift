extension Phrase {
  package static let optionAccount = Phrase(
    "какой из ваших счетов: имя или номер из «kabinet account list»",
    "which of your accounts: a name or a number from ‘kabinet account list’")
  package static let optionAllAccounts = Phrase(
    "все ваши счета у всех провайдеров, по строке на счёт", "all your accounts at all providers, a line each")
  package static let optionJSON = Phrase(
    "ответ в JSON: ключи упорядочены, формат не меняется между версиями",
    "answer in JSON: sorted keys, a format that stays stable between versions")
  package static let optionLanguage = Phrase("язык ответов", "language of the answers")
  package static let optionColor = Phrase("когда выводить цвета", "when to use colours")
  package static let optionNoPager = Phrase("не открывать длинный ответ в программе просмотра", "never use a pager")
  package static let optionQuiet = Phrase("без пояснений в stderr", "no notes on stderr")
  package static let optionVerbose = Phrase("подробнее в stderr", "more notes on stderr")
  package static let optionSnapshot = Phrase(
    "показать то, что видел абонент: читать снимок из файла, без сети",
    "show what the customer saw: read a snapshot file, offline")
  package static let optionDryRun = Phrase(
    "только показать условия, ничего не менять", "only show the terms, change nothing")
  package static let optionYes = Phrase("не спрашивать подтверждения", "do not ask for confirmation")
  package static let optionKey = Phrase(
    "ключ операции: сколько ни повторяй команду с тем же ключом, выполнится она один раз",
    "key of the operation: however often the command is repeated with one key, it is done once")
  package static let optionAgain = Phrase(
    "всё равно повторить: да, это ещё одна операция", "repeat all the same: yes, this is one more operation")

  package static let noSuchHelp = Phrase("такой справки нет", "there is no such help")
  package static let seeHelp = Phrase("все команды: kabinet help", "all commands: kabinet help")
  package static let argumentsUnknown = Phrase(
    "система не сообщила, что написано в командной строке", "the system did not tell what the command line says")
  package static let argumentsHint = Phrase(
    "нужен каталог /proc; LD_PRELOAD тоже может мешать", "/proc is needed; LD_PRELOAD may be in the way too")
  package static func unknownLanguage(_ name: String) -> Phrase {
    Phrase("языка «\(name)» нет", "there is no language ‘\(name)’")
  }
  package static let useRussianOrEnglish = Phrase("выберите --lang ru или --lang en", "choose --lang ru or --lang en")
  package static let outputFailed = Phrase("ответ не удалось вывести", "the answer could not be written")
}
