extension Phrase {
  package static let topicEnvironment = Phrase("Переменные окружения", "Environment variables")
  package static let environmentHome = Phrase(
    "каталог для всего: данные в data/, настройки в config/", "one directory for everything: data/ and config/ in it")
  package static let environmentXDG = Phrase(
    "базовые каталоги данных и настроек, если нет KABINET_HOME",
    "base directories of data and configuration without KABINET_HOME")
  package static let environmentAccount = Phrase("счёт, как --account", "the account, as --account")
  package static let environmentLanguage = Phrase(
    "язык, в этом порядке; C и POSIX не считаются; если не задан ни один — язык, с которым входили, иначе русский",
    "the language, in this order; C and POSIX count as not set; without any, the language of the login, else Russian")
  package static let environmentColour = Phrase("цвета", "colours")
  package static let environmentColumns = Phrase(
    "ширина, если её не сообщает терминал", "the width, in place of the terminal's")
  package static let environmentPager = Phrase(
    "программа просмотра длинных ответов; cat или пусто — без неё", "the pager for long answers; cat or empty for none")
  package static let environmentProxy = Phrase(
    "прокси; к этому же компьютеру — всегда напрямую", "proxies; this machine is always reached directly")
  package static let environmentCertificates = Phrase("свои корневые сертификаты", "root certificates of your own")

  package static let topicFiles = Phrase("Где что лежит", "Where things are kept")
  package static let filesStore = Phrase(
    "хранилище: обычный JSON без секретов; его формат описан в kabinet-store(5)",
    "the store: plain JSON without secrets; its format is described in kabinet-store(5)")
  package static let filesConfiguration = Phrase("счета, текущий счёт, язык", "accounts, the current one, the language")
  package static let filesCredentials = Phrase(
    "ключи доступа, права 600; файл, открытый другим, не принимается",
    "access tokens, mode 600; a file that others can read is refused")
  package static let filesSandbox = Phrase("учебный провайдер «sandbox:»", "the practice provider ‘sandbox:’")

  package static let rootSummary = Phrase(
    "личный кабинет интернет-провайдера в командной строке", "self-care for internet subscribers in the shell")
  package static let rootDiscussion = Phrase(
    "Без команды показывает главный экран. Ответы читаются из локального хранилища за миллисекунды; к провайдеру обращаются только sync, login и команды, которые что-то меняют или проверяют условия.",
    "Without a command it shows the home screen. Answers come from the local store in milliseconds; only sync, login and the commands that change something or check terms talk to the provider."
  )
}
