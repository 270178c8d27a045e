/// What the provider has written down of the person.
extension Phrase {
  package static let profileNoun = Phrase("ваши данные у провайдера", "your details at the provider")
  package static let profileShowSummary = Phrase(
    "договор, адрес, телефоны, почта", "contract, address, telephones, e-mail")
  package static let profileShowExample = Phrase("что провайдер знает обо мне", "what the provider knows of me")
  package static let profileSetSummary = Phrase(
    "изменить телефон, почту или имя", "change a telephone, the e-mail or the name")
  package static let profileSetDiscussion = Phrase(
    "Меняется только то, что разрешает провайдер. Некоторые присылают код на новый адрес или номер: тогда повторите команду с --code.",
    "Only what the provider permits can be changed. Some send a code to the new address or number: then repeat the command with --code."
  )
  package static let profileSetExample = Phrase("новая почта", "a new e-mail address")
  package static let profileSetExampleCode = Phrase(
    "подтвердить её кодом из письма", "confirm it by the code that came")
  package static let profileOptionCode = Phrase("код подтверждения от провайдера", "the provider's confirmation code")
  package static let placeholderCode = Phrase("КОД", "CODE")
  package static func profileField(_ field: String) -> Phrase {
    switch field {
    case "name": Phrase("Имя", "Name")
    case "phone": Phrase("Телефон", "Telephone")
    case "mobile": Phrase("Мобильный", "Mobile")
    default: Phrase("Почта", "E-mail")
    }
  }
  package static func profileOption(_ field: String) -> Phrase {
    switch field {
    case "name": Phrase("имя, как в договоре", "the name, as in the contract")
    case "phone": Phrase("телефон", "the telephone")
    case "mobile": Phrase("мобильный телефон", "the mobile telephone")
    default: Phrase("электронная почта", "the e-mail address")
    }
  }
  package static func profilePlaceholder(_ field: String) -> Phrase {
    switch field {
    case "name": Phrase("ИМЯ", "NAME")
    case "email": Phrase("АДРЕС", "ADDRESS")
    default: Phrase("НОМЕР", "NUMBER")
    }
  }
  package static let profileContract = Phrase("Договор", "Contract")
  package static let profileContractDate = Phrase("Заключён", "Signed")
  package static let profileAddress = Phrase("Адрес", "Address")
  package static let profileBirthday = Phrase("День рождения", "Birthday")
  package static let profileNothing = Phrase("не сказано, что изменить", "it is not said what to change")
  package static func profileImplausible(_ field: String, _ text: String) -> Phrase {
    field == "email"
      ? Phrase("«\(text)» не похоже на адрес почты", "‘\(text)’ does not look like an e-mail address")
      : field == "name"
        ? Phrase("имя пустое или слишком длинное", "the name is empty or too long")
        : Phrase("«\(text)» не похоже на номер телефона", "‘\(text)’ does not look like a telephone number")
  }
  package static func profileHint(_ field: String) -> Phrase {
    switch field {
    case "name": Phrase("например: --name \"Анна Петрова\"", "for example: --name \"Anna Petrova\"")
    case "email": Phrase("например: --email anna@example.org", "for example: --email anna@example.org")
    default: Phrase("например: --\(field) +79001234567", "for example: --\(field) +79001234567")
    }
  }
  package static let askProfile = Phrase("Изменить эти данные?", "Change these details?")
  package static let intentProfile = Phrase("изменение данных", "change of details")
}
