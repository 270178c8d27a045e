extension Phrase {
  package static func homeMustBeAbsolute(_ path: String) -> Phrase {
    Phrase(
      "KABINET_HOME должен быть полным путём, а задан «\(path)»", "KABINET_HOME must be an absolute path, not ‘\(path)’"
    )
  }
  package static let setHomeLikeThis = Phrase(
    "задайте, например: export KABINET_HOME=\"$HOME/kabinet\"",
    "set it, for example: export KABINET_HOME=\"$HOME/kabinet\"")
  package static let homeUnknown = Phrase(
    "неизвестен ваш домашний каталог: не задана переменная HOME", "your home directory is unknown: HOME is not set")
  package static func fileUnreadable(_ path: String) -> Phrase {
    Phrase("файл \(path) не читается", "the file \(path) can't be read")
  }
  package static let checkFile = Phrase("проверьте имя файла и права на него", "check the file's name and permissions")
  package static func fileUnwritable(_ path: String) -> Phrase {
    Phrase("файл \(path) не записывается", "the file \(path) can't be written")
  }
  package static let repairOrRemoveFile = Phrase(
    "исправьте файл или удалите его и войдите снова: kabinet login",
    "mend the file, or remove it and log in again: kabinet login")
  package static let loginAgain = Phrase("войдите снова: kabinet login", "log in again: kabinet login")
  package static func credentialsReadableByOthers(_ path: String) -> Phrase {
    Phrase(
      "файл с паролями \(path) открыт для других пользователей",
      "the credentials in \(path) are readable by other users")
  }
  package static func closePermissions(_ path: String) -> Phrase {
    Phrase("закройте его: chmod 600 \(path)", "close it: chmod 600 \(path)")
  }
}
