/// The doctor's findings, each after the path of its file.
extension Phrase {
  package static let findingFileDamaged = Phrase("файл повреждён", "the file is damaged")
  package static let findingFileMissing = Phrase("файла нет", "the file is missing")

  package static func findingLinesDamaged(_ places: Int) -> Phrase {
    Phrase("повреждены строки (мест: \(places))", "lines are damaged (places: \(places))")
  }

  package static func findingTail(bytes: Int) -> Phrase {
    Phrase(
      "в конце незавершённая запись (байт: \(bytes)); она не видна и ничему не мешает",
      "an unfinished record at the end (bytes: \(bytes)); it is invisible and does no harm")
  }

  package static let findingTemporary = Phrase("остался от прерванной записи", "left over from an interrupted write")
  package static let findingStranger = Phrase("Kabinet этого не создавал", "Kabinet did not make this")
  package static let findingLink = Phrase("символическая ссылка", "a symbolic link")

  package static func findingPermissions(octal: String) -> Phrase {
    Phrase("доступен другим пользователям (права \(octal))", "open to other users (mode \(octal))")
  }

  package static let findingUnbalanced = Phrase(
    "сумма операций не сходится с остатком провайдера", "the operations do not add up to the provider's balance")
  package static let findingWrongTotals = Phrase("итоги по месяцам неверны", "the sums by month are wrong")
  package static let findingUnreadableIntent = Phrase(
    "запись об операции не читается", "the record of an operation can't be read")
  package static let findingEndedIntent = Phrase(
    "завершённая операция не убрана в архив", "a finished operation was not put away")
  package static let findingRebuilt = Phrase(
    "баланс неизвестен до следующей синхронизации", "the balance is unknown until the next sync")
  package static let findingAwaited = Phrase(
    "будет получено заново при следующей синхронизации", "will be fetched again by the next sync")

  package static let doctorClean = Phrase("хранилище исправно", "the store is sound")
  package static let doctorRepaired = Phrase("хранилище исправлено", "the store was repaired")
  package static let doctorDamageLeft = Phrase("остались повреждения", "damage is left")

  package static let snapshotNotASnapshot = Phrase("это не снимок Kabinet", "this is not a Kabinet snapshot")
  package static let snapshotCut = Phrase(
    "снимок неполон: конец файла потерян", "the snapshot is incomplete: its end is lost")

  package static func snapshotDamaged(line: Int) -> Phrase {
    Phrase("снимок повреждён в строке \(line)", "the snapshot is damaged at line \(line)")
  }

  package static func snapshotTooNew(format: Int) -> Phrase {
    Phrase(
      "снимок сделан более новой версией Kabinet (формат \(format))",
      "the snapshot was made by a newer Kabinet (format \(format))")
  }
}
