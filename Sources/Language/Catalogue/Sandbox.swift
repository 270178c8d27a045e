extension Phrase {
  package static let sandboxNoun = Phrase("учебный провайдер", "a provider to practise with")
  package static let sandboxServeSummary = Phrase(
    "запустить учебного провайдера на этом компьютере", "run the practice provider on this machine")
  package static let sandboxServeDiscussion = Phrase(
    "Настоящее начисление по дням, десять лет истории, тарифы с правилами, аварии и работы; доступен только с этого компьютера. Первая строка вывода — адрес. Состояние переживает перезапуск; Ctrl-C останавливает.",
    "Real billing day by day, ten years of history, tariffs with rules, incidents and works; reachable from this machine alone. The first line printed is the address. Its state survives a restart; Ctrl-C stops it."
  )
  package static let placeholderName = Phrase("ИМЯ", "NAME")
  package static let placeholderTime = Phrase("ВРЕМЯ", "TIME")
  package static let placeholderDuration = Phrase("СРОК", "DURATION")
  package static let placeholderPattern = Phrase("ЗАПРОС", "REQUEST")
  package static let sandboxPort = Phrase("порт; 0 — любой свободный", "the port; 0 for any free one")
  package static let sandboxName = Phrase("имя, если их несколько", "a name, to have several")
  package static let sandboxDirectory = Phrase("где хранить состояние", "where to keep the state")
  package static let sandboxSeed = Phrase(
    "число, из которого строится история", "the number that the history is made from")
  package static let sandboxEntries = Phrase(
    "сколько операций у большого счёта 100108", "how many entries the big account 100108 has")
  package static let sandboxStart = Phrase(
    "начальный момент, например 2026-11-21T09:00:00Z", "the first moment, such as 2026-11-21T09:00:00Z")
  package static let sandboxServeExample = Phrase(
    "затем в другом окне: kabinet login http://127.0.0.1:8080",
    "then, in another window: kabinet login http://127.0.0.1:8080")
  package static let sandboxServeExampleBig = Phrase("для измерений", "for measuring")
  package static func badNumber(_ option: String, _ text: String) -> Phrase {
    Phrase("--\(option): «\(text)» не годится", "--\(option): ‘\(text)’ will not do")
  }
  package static func numberRange(_ low: Int, _ high: Int) -> Phrase {
    Phrase("нужно целое число от \(low) до \(high)", "an integer from \(low) to \(high) is due")
  }
  package static func badTime(_ text: String) -> Phrase { Phrase("«\(text)» — не время", "‘\(text)’ is not a time") }
  package static let timeLikeThis = Phrase("нужен вид 2026-11-21T09:00:00Z", "it must look like 2026-11-21T09:00:00Z")
  package static func sandboxHowToLogin(_ address: String) -> Phrase {
    Phrase(
      "Войти: kabinet login \(address) --login 100100 (пароль sandbox). Остановить: Ctrl-C.",
      "To log in: kabinet login \(address) --login 100100 (password sandbox). To stop: Ctrl-C.")
  }
  package static let sandboxAccountsSummary = Phrase(
    "логины учебного провайдера", "the logins of the practice provider")
  package static let sandboxAccountsExample = Phrase(
    "у каждого свой способ списания", "each has its own way of charging")
  package static let loginWord = Phrase("Логин", "Login")
  package static let passwordWord = Phrase("Пароль", "Password")
  package static let cycleWord = Phrase("Списание", "Charging")
  package static let purposeWord = Phrase("Чем интересен", "What it shows")
  package static let sandboxAt = Phrase(
    "адрес запущенного учебного провайдера; без него — встроенный",
    "address of a running practice provider; the embedded one if left out")
  package static let sandboxIsLocal = Phrase(
    "учебный провайдер бывает только на этом компьютере", "the practice provider lives on this machine only")
  package static func sandboxRefused(_ status: Int) -> Phrase {
    Phrase("учебный провайдер не понял просьбы (HTTP \(status))", "the practice provider refused (HTTP \(status))")
  }
  package static let sandboxAdvanceSummary = Phrase(
    "перевести его часы вперёд: каждый день будет начислен", "move its clock on: each day is billed")
  package static let sandboxAdvanceTime = Phrase(
    "на сколько: 3d — дни, 12h — часы", "how far: 3d for days, 12h for hours")
  package static let sandboxAdvanceExample = Phrase("прошло три дня", "three days later")
  package static let sandboxAdvanceExampleAt = Phrase("у запущенного сервера", "at a running server")
  package static func badDuration(_ text: String) -> Phrase {
    Phrase("«\(text)» — не срок", "‘\(text)’ is not a duration")
  }
  package static let durationLikeThis = Phrase("нужен вид 3d или 12h", "it must look like 3d or 12h")
  package static func sandboxAdvanced(_ duration: Phrase) -> Phrase {
    Phrase(
      "Прошло: \(duration.russian). Увидеть: kabinet sync", "\(duration.english) have passed. To see it: kabinet sync")
  }
  package static let sandboxFaultSummary = Phrase(
    "подстроить сбой для проверки сценариев", "provoke a failure, to test scripts")
  package static let sandboxFaultDiscussion = Phrase(
    "Сбой сработает столько раз, сколько сказано в --times, на запросах, подходящих под --on.",
    "The failure happens as often as --times says, on the requests that match --on.")
  package static let sandboxFaultKind = Phrase("какой сбой; none снимает все", "which failure; none takes all away")
  package static let sandboxFaultOn = Phrase(
    "какие запросы: метод и путь, * — любая часть", "which requests: method and path, * for any part")
  package static let sandboxFaultTimes = Phrase("сколько раз", "how often")
  package static let sandboxFaultValue = Phrase(
    "число для сбоя: код ответа, миллисекунды, байт, секунды",
    "the failure's number: a status, milliseconds, a byte, seconds")
  package static let sandboxFaultExample = Phrase(
    "деньги приняты, а ответ потерян", "the money is taken and the answer lost")
  package static let sandboxFaultExampleNone = Phrase("снова исправен", "sound again")
  package static let sandboxFaultsCleared = Phrase("Сбои сняты.", "No failures any more.")
  package static let sandboxFaultSet = Phrase("Сбой подстроен.", "The failure is set.")

  package static let demoSummary = Phrase(
    "показать всё в действии: без договора, без сети", "see it all at work: no contract, no network")
  package static let demoDiscussion = Phrase(
    "Заводит отдельный каталог с учебным провайдером внутри и выполняет главное: вход, баланс, оплату, тарифы, аварии, справку. Ваши данные не трогает.",
    "Makes a directory of its own with a practice provider inside and runs the main job: login, balance, payment, tariffs, incidents, help. Your data is not touched."
  )
  package static let demoDirectory = Phrase(
    "где завести каталог; без неё — временный", "where to make it; a temporary one if left out")
  package static let demoExample = Phrase("с чего начать знакомство", "where to begin")
  package static func demoGoOn(_ path: String) -> Phrase {
    Phrase("Продолжить самому: export KABINET_HOME=\(path)", "To go on by yourself: export KABINET_HOME=\(path)")
  }
  package static let demoFailed = Phrase("показ прервался", "the demonstration broke off")
}
