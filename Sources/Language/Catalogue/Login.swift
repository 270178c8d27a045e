extension Phrase {
  package static let placeholderAddress = Phrase("АДРЕС", "ADDRESS")
  package static let placeholderLogin = Phrase("ЛОГИН", "LOGIN")
  package static let loginSummary = Phrase("войти в кабинет провайдера", "log in at a provider")
  package static let loginDiscussion = Phrase(
    "Определяет, какая система отвечает по адресу, и получает все данные счёта. Без адреса — заново входит в текущий кабинет.",
    "It finds out which system answers at the address and fetches all about the account. Without an address it logs in to the current one again."
  )
  package static let loginSecrets = Phrase(
    "Пароль спрашивается без показа на экране или читается из stdin; аргументом его передать нельзя. Если вместо пароля провайдер выдал токен доступа, введите его. Ключи доступа лежат в файле с правами 600 вне хранилища, путь показывается после входа.",
    "The password is asked for without echo or read from stdin; it is never an argument. Where the provider gives out an access token instead, type that. Access tokens are kept in a file of mode 600 outside the store; its path is shown after the login."
  )
  package static let loginAddress = Phrase(
    "адрес кабинета: https://lk.example.net; «sandbox:» — встроенный учебный провайдер",
    "the provider's address: https://lk.example.net; ‘sandbox:’ is the embedded practice provider")
  package static let loginLogin = Phrase("логин; если не указан, спросим", "the login name; asked for if left out")
  package static let loginPasswordStdin = Phrase("прочитать пароль из stdin", "read the password from stdin")
  package static let loginDevice = Phrase(
    "подтвердить вход в браузере на другом устройстве", "confirm in a browser on another device")
  package static let placeholderPhone = Phrase("ТЕЛЕФОН", "PHONE")
  package static let loginPhone = Phrase(
    "войти по телефону из договора: провайдер пришлёт на него код",
    "log in by the telephone of the contract: the provider sends a code to it")
  package static let phoneNotOffered = Phrase(
    "у этого провайдера нет входа по телефону", "this provider has no login by telephone")
  package static let usePasswordNotPhone = Phrase(
    "войдите с логином и паролем, без --phone", "log in with a name and a password, without --phone")
  package static func codeSent(_ phone: String) -> Phrase {
    Phrase("Провайдер отправил код на \(phone).", "The provider has sent a code to \(phone).")
  }
  package static let codeWord = Phrase("Код из сообщения", "Code of the message")
  package static let codeNeeded = Phrase(
    "нужен код из сообщения, а спросить некого", "the code of the message is needed, and there is no terminal to ask on"
  )
  package static let loginDialect = Phrase(
    "какая это система, если она не определилась сама", "which system it is, where it is not recognised")
  package static let loginExample = Phrase("спросит логин и пароль", "asks for the login and the password")
  package static let loginExampleScript = Phrase("пароль из менеджера паролей", "the password from a password manager")
  package static let loginExampleSandbox = Phrase(
    "учебный провайдер: логин 100100, пароль sandbox", "the practice provider: login 100100, password sandbox")
  package static let noAccountsForLogin = Phrase("у этого логина нет ни одного счёта", "this login has no account")
  package static let addressNeeded = Phrase("укажите адрес кабинета", "the provider's address is needed")
  package static func badAddress(_ why: Phrase) -> Phrase {
    Phrase("адрес не годится: \(why.russian)", "the address is not usable: \(why.english)")
  }
  package static let addressLikeThis = Phrase(
    "нужен вид https://lk.example.net или sandbox:", "it must look like https://lk.example.net or sandbox:")
  package static func noProviderThere(_ address: String) -> Phrase {
    Phrase("по адресу \(address) не отвечает ни одна известная система", "no known system answers at \(address)")
  }
  package static let nameDialect = Phrase(
    "проверьте адрес или назовите систему: --dialect abills, ubilling, mikbill или tmforum",
    "check the address or name the system: --dialect abills, ubilling, mikbill or tmforum")
  package static let deviceNotOffered = Phrase(
    "у этого провайдера нет входа через браузер", "this provider has no login through a browser")
  package static let usePassword = Phrase("войдите с паролем, без --device", "log in with a password, without --device")
  package static let loginNameNeeded = Phrase("нужен логин", "a login name is needed")
  package static let nameLogin = Phrase("назовите его: --login 100100", "name it: --login 100100")
  package static let passwordNeeded = Phrase(
    "нужен пароль, а спросить некого", "a password is needed, and there is no terminal to ask on")
  package static let noPasswordOnInput = Phrase("на stdin нет пароля", "there is no password on stdin")
  package static let passwordStdinLikeThis = Phrase(
    "передайте его так: pass show isp | kabinet login АДРЕС --login ЛОГИН --password-stdin",
    "pass it like this: pass show isp | kabinet login ADDRESS --login LOGIN --password-stdin")
  package static let deviceOpen = Phrase("Откройте", "Open")
  package static let deviceCode = Phrase("код", "code")
  package static let deviceWaiting = Phrase("Ждём подтверждения", "Waiting for the confirmation")
  package static func credentialsKept(_ path: String) -> Phrase {
    Phrase("Ключи доступа сохранены: \(path)", "Access tokens are kept in \(path)")
  }
  package static let loggedInTo = Phrase("Вы вошли. Лицевой счёт", "Logged in. Account")

  package static let logoutSummary = Phrase("выйти из кабинета", "log out")
  package static let logoutDiscussion = Phrase(
    "Завершает сеанс у провайдера и стирает ключи доступа. Сохранённые данные остаются; --forget удаляет и их.",
    "Ends the session at the provider and erases the tokens. The stored data stays; --forget removes it too.")
  package static let logoutForget = Phrase(
    "удалить и данные счёта с этого компьютера", "remove the account's data from this machine too")
  package static let logoutExample = Phrase("данные останутся для чтения", "the data stays readable")
  package static let logoutExampleForget = Phrase("не оставить ничего", "leave nothing behind")
  package static let logoutNotTold = Phrase(
    "провайдеру сообщить не удалось: сеанс закончится сам", "the provider could not be told: its session ends by itself"
  )
  package static let loggedOut = Phrase(
    "Вы вышли. Сохранённые данные доступны для чтения.", "Logged out. The stored data can still be read.")
  package static let loggedOutAndForgotten = Phrase(
    "Вы вышли, данные счёта удалены.", "Logged out, the account's data is removed.")
  package static func askForget(_ number: String) -> Phrase {
    Phrase(
      "Удалить все данные счёта \(number) с этого компьютера?",
      "Remove all data of the account \(number) from this machine?")
  }

  package static let accountNoun = Phrase(
    "ваши счета: список и выбор текущего", "your accounts: list them, choose the current one")
  package static let accountListSummary = Phrase("счета, в которые вы вошли", "the accounts that you are logged in to")
  package static let accountListExample = Phrase(
    "последний столбец отмечает текущий", "the last column marks the current one")
  package static let accountUseSummary = Phrase("выбрать текущий счёт", "choose the current account")
  package static let accountUseExample = Phrase("по номеру счёта", "by the account's number")
  package static let accountName = Phrase(
    "имя или номер из «kabinet account list»", "a name or a number from ‘kabinet account list’")
  package static let accountNameWord = Phrase("Имя", "Name")
  package static let accountNumberWord = Phrase("Счёт", "Account")
  package static let accountHolderWord = Phrase("Абонент", "Holder")
  package static let accountSystemWord = Phrase("Система", "System")
  package static let accountAddressWord = Phrase("Провайдер", "Provider")
  package static let accountCurrent = Phrase("текущий", "current")
  package static let noAccountsYet = Phrase(
    "Вы ещё никуда не вошли. Войти: kabinet login АДРЕС",
    "You are not logged in anywhere. To log in: kabinet login ADDRESS")
  package static let loginProgress = Phrase("Связываемся с провайдером", "Contacting the provider")
  package static let loginTryAgain = Phrase(
    "проверьте адрес и сеть и повторите: kabinet login АДРЕС",
    "check the address and the network, then repeat: kabinet login ADDRESS")
  package static func accountInUse(_ number: String, _ name: String) -> Phrase {
    Phrase("Текущий счёт: \(number) \(name)", "Current account: \(number) \(name)")
  }

  package static func addressProblem(_ problem: String) -> Phrase {
    switch problem {
    case "empty": Phrase("он пуст", "it is empty")
    case "unknownScheme": Phrase("годятся только https:// и sandbox:", "only https:// and sandbox: will do")
    case "forbiddenAddress":
      Phrase(
        "без шифрования (http) можно только на этом же компьютере",
        "without encryption (http) only this machine will do")
    case "userInformation":
      Phrase(
        "в нём логин или пароль; их спросят отдельно", "it holds a login or password; they are asked for separately")
    case "query", "fragment": Phrase("в нём лишнее после «?» или «#»", "it has more after ‘?’ or ‘#’")
    case "notASCII": Phrase("кириллическое имя запишите в виде xn--…", "write an international name in its xn--… form")
    case "badPort": Phrase("порт — число от 1 до 65535", "a port is a number from 1 to 65535")
    default: Phrase("его не разобрать", "it can't be understood")
    }
  }
}
