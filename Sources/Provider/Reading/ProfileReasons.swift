import Domain

/// What stands in the way of changing one's details.
enum ProfileReasons {
  static let fixed = Reason(
    code: "not-editable",
    label: LocalizedText(
      russian: "Эти данные провайдер меняет только сам", english: "The provider alone changes these details"),
    remedy: LocalizedText(
      russian: "Что можно изменить, покажет kabinet profile show; об остальном напишите: kabinet ticket new",
      english: "‘kabinet profile show’ tells what you can change; for the rest write: kabinet ticket new"))

  static let oneAtATime = Reason(
    code: "one-at-a-time",
    label: LocalizedText(
      russian: "Провайдер меняет эти данные по одному", english: "The provider changes one detail at a time"),
    remedy: LocalizedText(russian: "Повторите команду для каждого", english: "Repeat the command for each"))

  static let codeNeeded = Reason(
    code: "code-needed",
    label: LocalizedText(
      russian: "Провайдер прислал код на новый адрес или номер",
      english: "The provider has sent a code to the new address or number"),
    remedy: LocalizedText(russian: "Повторите команду с --code КОД", english: "Repeat the command with --code CODE"))

  static let codeWrong = Reason(
    code: "code-wrong",
    label: LocalizedText(russian: "Код подтверждения не подошёл", english: "The confirmation code is wrong"),
    remedy: LocalizedText(
      russian: "Без --code провайдер пришлёт новый", english: "Without --code the provider sends a new one"))
}
