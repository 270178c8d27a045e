import Domain

extension Phrase {
  package static let notLoggedIn = Phrase("вы ещё не вошли в кабинет", "you are not logged in yet")
  package static let loginOrDemo = Phrase(
    "войдите: kabinet login https://адрес-провайдера\nили посмотрите без договора: kabinet demo",
    "log in: kabinet login https://your-provider\nor look around without a contract: kabinet demo")
  package static func noSuchAccount(_ name: String) -> Phrase {
    Phrase("счёта «\(name)» здесь нет", "there is no account ‘\(name)’ here")
  }
  package static let balanceUnknown = Phrase("баланс неизвестен", "the balance is unknown")
  package static func rebuiltOn(_ day: CivilDate?) -> Phrase {
    guard let day = day.map(DateText.full) else {
      return Phrase("запись о счёте восстановлена после повреждения", "the account's record was rebuilt after damage")
    }
    return Phrase(
      "запись о счёте была повреждена и \(day.russian) восстановлена без него",
      "the account's record was damaged and on \(day.english) rebuilt without it")
  }
  package static func dataIsOld(_ age: Phrase) -> Phrase {
    Phrase(
      "данные получены \(age.russian) и могли измениться; обновить: kabinet sync",
      "the data was received \(age.english) and may have changed; to refresh: kabinet sync")
  }
  package static let historyIncomplete = Phrase(
    "часть истории повреждена и будет получена заново: kabinet sync",
    "part of the history is damaged and will be fetched again: kabinet sync")
  package static let snapshotIsReadOnly = Phrase(
    "снимок можно только смотреть: это состояние чужого кабинета в прошлом",
    "a snapshot can only be looked at: it is somebody's account in the past")
  package static let leaveOutSnapshot = Phrase(
    "чтобы изменить свой счёт, уберите --snapshot", "to change your own account, leave out --snapshot")
}
