extension Phrase {
  package static let storeNoun = Phrase("хранилище данных на этом компьютере", "the data store on this machine")
  package static let storePathSummary = Phrase("где лежит хранилище", "where the store is")
  package static let storePathExample = Phrase("посмотреть файлы", "look at the files")
  package static let storeVerifySummary = Phrase(
    "сверить каждый байт с контрольными суммами", "check every byte against its checksums")
  package static let storeVerifyExample = Phrase("в сценарии", "in a script")
  package static let doctorSummary = Phrase("проверить хранилище и починить", "examine the store and mend it")
  package static let doctorDiscussion = Phrase(
    "Находит повреждения и говорит, чем они грозят. С --repair откладывает испорченное в quarantine, отмечает, что получить заново, и ничего не удаляет; операции с деньгами не трогает никогда.",
    "Finds damage and says what it means. With --repair it sets damaged files aside in quarantine and marks what to fetch again; it deletes nothing and never touches an operation with money."
  )
  package static let doctorStatuses = Phrase(
    "Код 0 — хранилище в порядке или починено; 10 — повреждения остались или платежи остановлены. Что именно, говорит «status» в --json: clean, repaired, damage-left или money-locked; у каждой находки там же есть code, path, what и remedy (repair, sync, backup или nothing).",
    "Status 0: the store is sound or was mended; 10: damage is left, or payments are stopped. Which of them is told by ‘status’ in --json: clean, repaired, damage-left or money-locked; every finding there has code, path, what and remedy (repair, sync, backup or nothing)."
  )
  package static let doctorRepair = Phrase("починить то, что можно", "mend what can be mended")
  package static let doctorExample = Phrase("только проверить", "only examine")
  package static let doctorExampleRepair = Phrase("проверить и починить", "examine and mend")
  package static let doctorClean = Phrase("Хранилище в порядке.", "The store is sound.")
  package static let doctorRepaired = Phrase(
    "Починено. Получите недостающее: kabinet sync", "Mended. Fetch what is missing: kabinet sync")
  package static let doctorDamageLeft = Phrase("Повреждения остались.", "Damage is left.")
  package static let doctorCanRepair = Phrase("Починить: kabinet doctor --repair", "To mend: kabinet doctor --repair")
  package static let doctorCanRestore = Phrase(
    "Вернуть из резервной копии: kabinet backup restore", "To bring it back from a backup: kabinet backup restore")
  package static let doctorMoneyLocked = Phrase(
    "Запись об операции не читается: платежи остановлены, пока провайдер не подтвердит её исход.",
    "The record of an operation can't be read: payments are stopped until the provider confirms its outcome.")
  package static let doctorNoStore = Phrase(
    "Хранилища ещё нет: проверять нечего.", "There is no store yet: nothing to examine.")
}

extension Phrase {
  package static let doctorMended = Phrase("починено", "mended")
  package static func severity(_ severity: String) -> Phrase {
    switch severity {
    case "note": Phrase("замечание", "note")
    case "money-lock": Phrase("деньги", "money")
    default: Phrase("повреждение", "damage")
    }
  }
  package static let fileWord = Phrase("Файл", "File")
  package static let findingWord = Phrase("Что найдено", "Finding")
  package static let findingFileDamaged = Phrase("содержимому нельзя верить", "its contents can't be trusted")
  package static func findingLines(_ places: Int) -> Phrase {
    let count = plural(places, .places)
    return Phrase("испорчены или пропали записи: \(count.russian)", "entries are damaged or missing: \(count.english)")
  }
  package static func findingTail(_ bytes: Int) -> Phrase {
    Phrase(
      "след прерванной записи, \(bytes) Б: уберётся сам",
      "the trace of an interrupted write, \(bytes) B: goes by itself")
  }
  package static let findingTemporary = Phrase(
    "временный файл прерванного процесса", "a temporary file of a process that died")
  package static let findingOrphan = Phrase("файл незаконченной записи", "a file of a change that was never finished")
  package static let findingRecord = Phrase("запись не читается", "the record can't be read")
  package static let findingStranger = Phrase("чужой файл", "a file that kabinet did not make")
  package static let findingLink = Phrase("символическая ссылка вместо файла", "a symbolic link in place of a file")
  package static func findingPermissions(_ bits: String) -> Phrase {
    Phrase("доступен другим пользователям (права \(bits))", "accessible to other users (mode \(bits))")
  }
  package static let findingUnbalanced = Phrase(
    "начальный остаток и операции не дают конечного", "opening balance and entries do not give the closing one")
  package static let findingTotals = Phrase(
    "итоги по месяцам не сходятся с операциями", "the monthly totals are not those of the entries")
  package static let findingIntent = Phrase(
    "запись об операции не читается", "the record of an operation can't be read")
  package static let findingEndedIntent = Phrase(
    "завершённая операция ещё не убрана: уберётся сама", "an ended operation is not put away yet: goes by itself")
  package static let findingRebuilt = Phrase(
    "счёт восстановлен из операций, баланс неизвестен до «kabinet sync»",
    "rebuilt from the entries; the balance is unknown until ‘kabinet sync’")
}
