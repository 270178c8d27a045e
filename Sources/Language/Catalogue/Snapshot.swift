extension Phrase {
  package static let snapshotNoun = Phrase("снимок кабинета для поддержки", "a snapshot of the account for support")
  package static let snapshotSaveSummary = Phrase(
    "сохранить то, что видно сейчас, в файл", "save what is seen now to a file")
  package static let snapshotDiscussion = Phrase(
    "С глобальным параметром --snapshot ФАЙЛ любая читающая команда печатает ровно то, что видел абонент: на другом компьютере, в другое время, без сети. Паролей и ключей доступа в снимке нет, личные данные — есть.",
    "With the global option --snapshot FILE every reading command prints exactly what the customer saw: on another machine, at another time, offline. There are no passwords or tokens in a snapshot; personal data is."
  )
  package static let snapshotFile = Phrase("куда сохранить", "where to save it")
  package static let snapshotForce = Phrase("заменить существующий файл", "replace a file that exists")
  package static let snapshotExample = Phrase("отправить поддержке", "to send to support")
  package static let snapshotExampleOpen = Phrase(
    "поддержка смотрит баланс абонента", "support looks at the customer's balance")
  package static func snapshotExists(_ path: String) -> Phrase {
    Phrase("файл \(path) уже есть", "the file \(path) exists already")
  }
  package static let snapshotUseForce = Phrase("заменить его: --force", "to replace it: --force")
  package static func snapshotSaved(_ path: String) -> Phrase {
    Phrase("Снимок сохранён: \(path)", "Snapshot saved: \(path)")
  }
  package static let snapshotHoldsPersonalData = Phrase(
    "В снимке ваши имя, адрес и операции. Отправляйте его только своему провайдеру.",
    "It holds your name, address and entries: send it to your provider only.")
  package static func snapshotNotOpened(_ path: String) -> Phrase {
    Phrase("снимок \(path) не открывается", "the snapshot \(path) can't be opened")
  }
  package static let noSuchFile = Phrase("такого файла нет", "there is no such file")
  package static func snapshotProblem(_ problem: String) -> Phrase {
    if problem.hasPrefix("tooNew") {
      return Phrase("он сделан более новой версией kabinet", "it was made by a newer kabinet")
    }
    if problem.hasPrefix("damaged") { return Phrase("он повреждён", "it is damaged") }
    if problem == "cut" { return Phrase("он обрезан: передан не до конца", "it is cut: the transfer did not finish") }
    return Phrase("это не снимок kabinet", "it is not a snapshot of kabinet")
  }
  package static let askForSnapshot = Phrase(
    "попросите новый: kabinet snapshot save ФАЙЛ", "ask for a new one: kabinet snapshot save FILE")
}
