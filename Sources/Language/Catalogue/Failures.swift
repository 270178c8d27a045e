extension Phrase {
  package static let unexpected = Phrase("непредвиденная ошибка", "unexpected error")
  package static let systemRefused = Phrase("система отказала", "the system refused")
  package static let noSpaceLeft = Phrase("на диске не осталось места", "no space left on the device")
  package static let quotaUsedUp = Phrase("квота на диске исчерпана", "the disk quota is used up")
  package static let accessDenied = Phrase("нет прав доступа", "permission denied")
  package static let runDoctor = Phrase(
    "проверьте хранилище: kabinet doctor", "examine the store: kabinet doctor")
  package static let runSync = Phrase("получите данные: kabinet sync", "fetch the data: kabinet sync")
  package static let tryAgain = Phrase("повторите команду", "repeat the command")
  package static let tryLater = Phrase(
    "повторите позже: kabinet sync; сохранённые данные доступны и без сети",
    "try again later: kabinet sync; the stored data can be read offline")
  package static let seePayments = Phrase(
    "посмотрите операции: kabinet payments", "see the operations: kabinet payments")
  package static let seeAccounts = Phrase(
    "посмотрите счета: kabinet account list", "see the accounts: kabinet account list")
  package static let interrupted = Phrase("прервано", "interrupted")

  // The store.
  package static let nothingSynced = Phrase("данных ещё нет", "there is no data yet")
  package static func storeUnsafe(_ danger: String) -> Phrase {
    switch danger {
    case "symbolicLink": Phrase("хранилище — символическая ссылка", "the store is a symbolic link")
    case "foreignOwner": Phrase("хранилище принадлежит другому пользователю", "the store belongs to another user")
    case "writableByOthers": Phrase("в хранилище могут писать другие", "the store is writable by others")
    default: Phrase("на месте хранилища не каталог", "the store is not a directory")
    }
  }
  package static let storeUnsafeHint = Phrase(
    "каталог показывает «kabinet store path»; владелец — вы, права — 700",
    "‘kabinet store path’ shows the directory; you must own it, with mode 700")
  package static func storeTooNew(_ format: Int) -> Phrase {
    Phrase(
      "хранилище записано более новой версией (формат \(format))",
      "the store was written by a newer version (format \(format))")
  }
  package static func storeReadOnly(_ format: Int) -> Phrase {
    Phrase(
      "хранилище более нового формата (\(format)): можно только читать",
      "the store has a newer format (\(format)): it can only be read")
  }
  package static let upgradeKabinet = Phrase("обновите kabinet", "upgrade kabinet")
  package static func storeDamaged(_ path: String) -> Phrase {
    Phrase("хранилище повреждено: \(path)", "the store is damaged: \(path)")
  }
  package static func storeLocked(_ holder: String) -> Phrase {
    Phrase("хранилище занято другим процессом: \(holder)", "the store is locked by another process: \(holder)")
  }
  package static let waitForHolder = Phrase("дождитесь его и повторите", "wait for it and try again")
  package static let storeWithoutLocks = Phrase(
    "файловая система не умеет блокировок: хранилище можно только читать",
    "the file system has no locks: the store can only be read")
  package static let moveStore = Phrase(
    "перенесите хранилище на обычный диск: переменная KABINET_HOME",
    "move the store to an ordinary disk: set KABINET_HOME")
  package static func storeFull(_ path: String) -> Phrase {
    Phrase("диск переполнен, запись не сделана: \(path)", "the disk is full, nothing was written: \(path)")
  }
  package static func storeOverQuota(_ path: String) -> Phrase {
    Phrase(
      "ваша квота на этом диске исчерпана, запись не сделана: \(path)",
      "your quota on this disk is used up, nothing was written: \(path)")
  }
  package static let freeSpace = Phrase("освободите место и повторите", "free some space and try again")
  package static func storeOnReadOnly(_ path: String) -> Phrase {
    Phrase("файловая система только для чтения: \(path)", "the file system is read-only: \(path)")
  }
  package static func storeDenied(_ path: String) -> Phrase {
    Phrase("нет доступа к хранилищу: \(path)", "no access to the store: \(path)")
  }
  package static func storeFailed(_ path: String) -> Phrase {
    Phrase("хранилище не отвечает: \(path)", "the store failed: \(path)")
  }
  package static let storeChanged = Phrase(
    "хранилище изменил другой процесс", "another process changed the store")
  package static func currencyChanged(_ code: String) -> Phrase {
    Phrase("у операций другая валюта: \(code)", "the entries have another currency: \(code)")
  }
  package static let storeExcessive = Phrase("данные не помещаются в хранилище", "the data does not fit into the store")
  package static func noOpenIntent(_ key: String) -> Phrase {
    Phrase("незавершённой операции с ключом \(key) нет", "there is no open operation with the key \(key)")
  }
  package static let damageMissing = Phrase("файла нет", "the file is missing")
  package static let damageTruncated = Phrase("файл короче, чем должен быть", "the file is shorter than it should be")
  package static let damageChecksum = Phrase("контрольная сумма не сходится", "the checksum does not match")
  package static func damageLine(_ offset: Int) -> Phrase {
    Phrase("испорчена строка на байте \(offset)", "the line at byte \(offset) is damaged")
  }
  package static func damageGap(_ after: Int) -> Phrase {
    Phrase("пропущены записи после № \(after)", "entries are missing after no. \(after)")
  }

  // The provider.
  package static let sessionOver = Phrase("вход больше не действует", "the session is over")
  package static func providerAsksToWait(_ seconds: Int?) -> Phrase {
    guard let seconds else { return Phrase("провайдер просит подождать", "the provider asks to wait") }
    return Phrase("провайдер просит подождать \(seconds) с", "the provider asks to wait for \(seconds) s")
  }
  package static func providerBroken(_ status: Int) -> Phrase {
    Phrase("у провайдера неполадки (HTTP \(status))", "the provider has a failure (HTTP \(status))")
  }
  package static let answerMalformed = Phrase(
    "ответ провайдера не разобрать", "the provider's answer can't be understood")
  package static let answerRedirect = Phrase(
    "провайдер перенаправляет на другой адрес; туда мы не идём, чтобы не выдать ваш пароль",
    "the provider redirects to another address; it is not followed, to keep your password safe")
  package static let checkAddress = Phrase(
    "проверьте адрес: kabinet account list\nи войдите по верному: kabinet login АДРЕС",
    "check the address: kabinet account list\nand log in with the right one: kabinet login ADDRESS")
  package static let cursorGone = Phrase(
    "провайдер больше не помнит, что уже передал", "the provider no longer knows what was fetched")
  package static func capabilityMissing(_ capability: String) -> Phrase {
    let names = Capabilities.names(capability)
    return Phrase("у этого провайдера такого нет: \(names.russian)", "this provider can't do that: \(names.english)")
  }
  package static let seeCapabilities = Phrase(
    "посмотрите, что он умеет: kabinet capabilities", "see what it can do: kabinet capabilities")
  package static let accountUnknownToProvider = Phrase(
    "провайдер не знает такого счёта", "the provider does not know this account")
  package static let addressForbidden = Phrase(
    "адрес без шифрования допустим только на этом же компьютере",
    "an address without encryption is allowed on this machine only")
  package static let useHTTPS = Phrase("укажите адрес с https://", "use an https:// address")
  package static let curlMissing = Phrase("не найдена программа curl", "the program curl was not found")
  package static let installCurl = Phrase(
    "установите её, например: sudo apt install curl", "install it, for example: sudo apt install curl")
  package static let certificateWrong = Phrase(
    "безопасное соединение не установлено: сертификат не принят",
    "no secure connection: the certificate was not accepted")
  package static let certificateHint = Phrase(
    "проверьте адрес и часы компьютера; свой корневой сертификат задаёт переменная SSL_CERT_FILE",
    "check the address and the clock; SSL_CERT_FILE names a root certificate of your own")
  package static let providerUnreachable = Phrase("нет связи с провайдером", "the provider can't be reached")

  package static func cause(_ cause: String) -> Phrase {
    switch cause {
    case "nameNotResolved": Phrase("адрес не найден в DNS", "the name does not resolve")
    case "connectionRefused": Phrase("в соединении отказано", "connection refused")
    case "tlsFailed": Phrase("защищённое соединение не установлено", "the TLS handshake failed")
    case "timeout": Phrase("время ожидания вышло", "timed out")
    case "connectionLost": Phrase("соединение оборвалось", "the connection was lost")
    case "answerTooLarge": Phrase("ответ слишком велик", "the answer is too large")
    case "malformedAnswer": Phrase("это не ответ кабинета провайдера", "this is not an answer of a provider's API")
    case "login-needed": Phrase("нужно войти снова", "a new login is needed")
    default: Phrase("сбой соединения", "the connection failed")
    }
  }
}
