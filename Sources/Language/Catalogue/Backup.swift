extension Phrase {
  package static let backupNoun = Phrase("резервные копии хранилища", "backups of the store")
  package static let backupCreateSummary = Phrase("сделать резервную копию", "make a backup")
  package static let backupCreateDiscussion = Phrase(
    "Копия — это каталог с хранилищем на один момент и списком файлов с контрольными суммами; готовую копию команда перечитывает целиком. Без аргумента она ложится в само хранилище и почти не занимает места; чтобы пережить поломку диска, назовите новый каталог на другом. Настроек и паролей в копии нет.",
    "A backup is a directory with the store as of one moment and a list of its files with checksums; a finished one is read again to the last byte. Without an argument it goes into the store itself and takes hardly any room; for a copy that outlives the disk, name a new directory on another one. There is no configuration and there are no passwords in it."
  )
  package static let backupCreateDirectory = Phrase("новый каталог для копии", "a new directory for the backup")
  package static let backupCreateExample = Phrase("перед обновлением", "before an upgrade")
  package static let backupCreateExampleElsewhere = Phrase("на другой диск", "onto another disk")
  package static func backupMade(_ path: String) -> Phrase {
    Phrase("Копия готова и сверена: \(path)", "The backup is made and verified: \(path)")
  }
  package static func backupHolds(_ files: Int, _ bytes: Int) -> Phrase {
    let (count, size) = (plural(files, .files), Phrase.amountOfBytes(bytes))
    return Phrase("\(count.russian), \(size.russian)", "\(count.english), \(size.english)")
  }
  package static let backupHoldsPersonalData = Phrase(
    "В копии ваши имя, адрес и операции: храните её там, куда нет доступа другим.",
    "It holds your name, address and entries: keep it where nobody else can read it.")
  package static func backupOfDamage(_ count: Int) -> Phrase {
    let places = plural(count, .places)
    return Phrase(
      "Хранилище внутри копии само было повреждено: \(places.russian). Проверьте нынешнее: kabinet doctor",
      "The store in the backup was damaged itself: \(places.english). Examine the present one: kabinet doctor")
  }

  package static let backupVerifySummary = Phrase(
    "сверить каждый байт копии с контрольными суммами", "check every byte of a backup against its checksums")
  package static let backupVerifyExample = Phrase(
    "цела ли копия на другом диске", "whether a copy on another disk is whole")
  package static let backupWhich = Phrase(
    "имя из «backup list» или каталог", "a name from ‘backup list’, or a directory")
  package static let backupIsWhole = Phrase("Копия цела.", "The backup is whole.")

  package static let backupListSummary = Phrase("копии в хранилище", "the backups in the store")
  package static let backupListDiscussion = Phrase(
    "Имя копии — время по UTC, когда её сделали. Ненужные удаляют вместе с каталогом: он лежит в backups/ внутри хранилища.",
    "A backup is named after the time in UTC at which it was made. One that is no longer needed is removed with its directory, in backups/ below the store."
  )
  package static let backupListExample = Phrase("что есть", "what there is")
  package static let backupNone = Phrase(
    "Копий нет. Сделать: kabinet backup create", "There are no backups. To make one: kabinet backup create")
  package static let backupName = Phrase("Копия", "Backup")
  package static let backupSize = Phrase("Объём", "Size")
  package static let backupFiles = Phrase("Файлов", "Files")
  package static let backupUnreadable = Phrase("не читается", "can't be read")

  package static func backupNotOpened(_ path: String) -> Phrase {
    Phrase("копия \(path) не открывается", "the backup \(path) can't be opened")
  }
  package static let backupIsNone = Phrase("это не резервная копия kabinet", "it is not a backup of kabinet")
  package static func backupTooNew(_ path: String, _ format: Int) -> Phrase {
    Phrase(
      "копия \(path) сделана более новой версией (формат \(format))",
      "the backup \(path) was made by a newer version (format \(format))")
  }
  package static func backupExists(_ path: String) -> Phrase {
    Phrase("\(path) уже есть", "\(path) exists already")
  }
  package static let backupWithinStore = Phrase(
    "этот каталог внутри самого хранилища", "this directory is in the store itself")
  package static let backupOtherPlace = Phrase("назовите новый каталог", "name a new directory")
  package static func backupDamaged(_ path: String) -> Phrase {
    Phrase("копия повреждена: \(path)", "the backup is damaged: \(path)")
  }
  package static func backupDamage(_ path: String, _ problem: Phrase, _ count: Int) -> Phrase {
    guard count > 1 else { return Phrase("\(path): \(problem.russian)", "\(path): \(problem.english)") }
    let files = plural(count, .files)
    return Phrase(
      "\(path): \(problem.russian); всего \(files.russian)", "\(path): \(problem.english); \(files.english) in all")
  }
  package static let backupSeeList = Phrase(
    "посмотрите другие: kabinet backup list", "see the others: kabinet backup list")
}

extension Phrase {
  package static let backupRestoreSummary = Phrase("вернуть хранилище из копии", "bring the store back from a backup")
  package static let backupRestoreDiscussion = Phrase(
    "Сначала копия сверяется целиком, а нынешнее хранилище сохраняется ещё одной копией. Данные счетов заменяются теми, что в копии; новое потом доберёт sync. Правила автоплатежа, отметки о его периодах и журналы, которые уже есть, остаются; недостающие возвращаются, правила — выключенными. Входа в копии нет: на новом компьютере после восстановления войдите снова, kabinet login.",
    "The backup is verified as a whole first, and the present store is kept as another backup. The data of accounts is replaced by the backup's; sync fetches what is newer. Rules of autopay, the marks of its periods and logs that are there stay; missing ones come back, rules turned off. There is no login in a backup: on a new machine log in again after the restore, kabinet login."
  )
  package static let backupRestoreMoney = Phrase(
    "Ни одна операция с деньгами не пропадает и не повторяется: завершённые и более новые остаются как есть, а то, что на момент копии ждало отправки, возвращается с неизвестным исходом: возможно, оно уже отправлено. Ближайший sync сначала выяснит это у провайдера.",
    "No operation with money is lost or repeated: what has ended or is newer stays as it is, and what was waiting to be sent when the backup was made comes back as one whose outcome is unknown, since it may have been sent. The next sync finds that out from the provider first."
  )
  package static let backupDryRun = Phrase("только показать, что изменится", "only show what would change")
  package static let backupRestoreExample = Phrase("с другого диска", "from another disk")
  package static let backupRestoreExampleDryRun = Phrase("посмотреть, что изменится", "see what would change")
  package static let restoreWhat = Phrase("Что", "What")
  package static let restoreChange = Phrase("Что будет", "What becomes of it")
  package static func restoreIntent(_ name: Phrase, _ state: Phrase) -> Phrase {
    Phrase("\(name.russian): \(state.russian)", "\(name.english): \(state.english)")
  }
  package static func restoreChange(_ change: String) -> Phrase {
    switch change {
    case "add": Phrase("возвращается", "comes back")
    case "add-unknown": Phrase("возвращается; сначала выяснится исход", "comes back; its outcome is found out first")
    case "add-stopped":
      Phrase(
        "возвращается выключенным: включите, если он ещё нужен",
        "comes back turned off: turn it on if it is still wanted")
    case "advance": Phrase("в копии новее: берётся из неё", "newer in the backup: taken from it")
    case "doubt":
      Phrase("могло быть отправлено: сначала выяснится исход", "may have been sent: its outcome is found out first")
    case "mend": Phrase("не читалось: берётся из копии", "could not be read: taken from the backup")
    case "replace": Phrase("заменяется данными из копии", "replaced by the backup's data")
    case "keep": Phrase("остаётся как есть", "stays as it is")
    default: Phrase("было повреждено уже в копии: получит sync", "was damaged in the backup: sync fetches it")
    }
  }
  package static let restoreNothing = Phrase(
    "Менять нечего: всё, что есть в копии, есть и в хранилище.",
    "Nothing to change: all that the backup has is in the store.")
  package static let restoreWould = Phrase("Остальное совпадает.", "The rest is the same.")
  package static let restoreDone = Phrase("Восстановлено.", "Restored.")
  package static let restoreNothingDone = Phrase("Ничего не изменено.", "Nothing was changed.")
  package static func restoreKept(_ name: String) -> Phrase {
    Phrase(
      "Прежнее хранилище сохранено. Вернуть его: kabinet backup restore \(name)",
      "The store as it was is kept. To bring it back: kabinet backup restore \(name)")
  }
  package static let restoreThenSync = Phrase(
    "Есть незавершённые операции. Выяснить их исход: kabinet sync",
    "There are open operations. To find out what became of them: kabinet sync")
}
