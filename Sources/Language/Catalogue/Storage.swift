/// What went wrong with the local store, and what the doctor finds in it.
extension Phrase {
  package static let storeAbsent = Phrase("на этом компьютере ещё нет данных", "there is no data on this machine yet")
  package static let storeAbsentHint = Phrase(
    "подключите лицевой счёт: kabinet login АДРЕС", "connect your account: kabinet login ADDRESS")

  package static func storeUnknownAccount(_ name: String) -> Phrase {
    Phrase("лицевого счёта «\(name)» здесь нет", "there is no account “\(name)” here")
  }

  package static func storeIsLink(_ path: String) -> Phrase {
    Phrase("хранилище \(path) — символическая ссылка", "the store \(path) is a symbolic link")
  }

  package static func storeOfAnotherUser(_ path: String) -> Phrase {
    Phrase("хранилище \(path) принадлежит другому пользователю", "the store \(path) belongs to another user")
  }

  package static func storeWritableByOthers(_ path: String) -> Phrase {
    Phrase("в хранилище \(path) могут писать другие пользователи", "other users may write to the store \(path)")
  }

  package static func storeWritableHint(_ path: String) -> Phrase {
    Phrase(verbatim: "chmod -R go= '\(path)'")
  }

  package static func storeTooNew(format: Int) -> Phrase {
    Phrase(
      "хранилище записано более новой версией Kabinet (формат \(format))",
      "the store was written by a newer Kabinet (format \(format))")
  }

  package static let storeReadOnlyFormat = Phrase(
    "эта версия может его только читать", "this version can only read it")
  package static let storeTooNewHint = Phrase("обновите Kabinet", "update Kabinet")

  package static func storeDamaged(_ path: String) -> Phrase {
    Phrase("файл хранилища повреждён: \(path)", "a file of the store is damaged: \(path)")
  }

  package static let storeDamagedHint = Phrase(
    "kabinet doctor --repair, затем kabinet sync", "kabinet doctor --repair, then kabinet sync")

  package static func storeLocked(holder: String) -> Phrase {
    Phrase("хранилище занято другой программой: \(holder)", "the store is in use by another program: \(holder)")
  }

  package static let storeLockedHint = Phrase(
    "подождите, пока она закончит, и повторите", "wait until it is done and try again")
  package static let storeLocksUnsupported = Phrase(
    "файловая система не умеет блокировать файлы: данные можно только читать",
    "this file system has no file locks: the data can only be read")

  package static func storeNoSpace(_ path: String) -> Phrase {
    Phrase("на диске нет места: \(path)", "no space left on the disk: \(path)")
  }

  package static let storeNoSpaceHint = Phrase(
    "освободите место и повторите: ничего не потеряно", "free some space and try again: nothing is lost")

  package static func storeReadOnlyFileSystem(_ path: String) -> Phrase {
    Phrase("файловая система только для чтения: \(path)", "the file system is read-only: \(path)")
  }

  package static func storeDenied(_ path: String) -> Phrase {
    Phrase("нет доступа: \(path)", "access denied: \(path)")
  }

  package static func storeFailed(_ path: String, reason: String) -> Phrase {
    Phrase("\(path): \(reason)", "\(path): \(reason)")
  }

  package static let storeChanged = Phrase(
    "данные за это время изменила другая программа", "another program has changed the data meanwhile")
  package static let storeChangedHint = Phrase("повторите команду", "run the command again")

  package static func storeCurrencyMismatch(_ code: String) -> Phrase {
    Phrase(
      "провайдер прислал операции в другой валюте: \(code)", "the provider sent operations in another currency: \(code)"
    )
  }

  package static let moneyLocked = Phrase(
    "платежи закрыты: запись об одной из операций не читается, и неизвестно, прошла ли она",
    "payments are locked: the record of an operation can't be read, and nobody knows whether it went through")
  package static let moneyLockedHint = Phrase(
    "проверьте операции у провайдера, затем kabinet doctor",
    "check your operations with the provider, then run kabinet doctor")
}
