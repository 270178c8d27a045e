import Domain

/// The home screen.
extension Phrase {
  package static let homeSummary = Phrase(
    "главный экран: всё важное о счёте", "the home screen: what matters about the account")
  package static let homeDiscussion = Phrase(
    "То же показывает kabinet без команды: баланс, оплаченный срок, аварии по вашему адресу, незавершённые операции и что сделать дальше. Читает сохранённые данные, в сеть не выходит.",
    "A bare kabinet shows the same: the balance, the paid term, incidents at your address, operations on their way and what to do next. It reads the stored data and never uses the network."
  )
  package static let homeExample = Phrase("главный экран", "the home screen")
  package static let homeExampleScript = Phrase("то же для сценария", "the same for a script")

  package static func homeGreeting(_ name: String) -> Phrase {
    name.isEmpty ? Phrase("Здравствуйте!", "Hello!") : Phrase("Здравствуйте, \(name)!", "Hello, \(name)!")
  }
  package static let homeBirthday = Phrase("С днём рождения!", "Happy birthday!")
  package static let accountWord = Phrase("Лицевой счёт", "Account")
  package static let homePaid = Phrase("Оплачено", "Paid")
  package static let homeTariffChange = Phrase("Смена тарифа", "Change of tariff")
  package static let homeNotices = Phrase("Не прочитано", "Unread")
  package static let homeOpenIntents = Phrase("Ещё не завершено", "Not finished yet")
  package static let homeNext = Phrase("Что сделать", "What to do")

  /// «на 21 ноября, 12:00»
  package static func homeAsOf(_ moment: Phrase) -> Phrase {
    Phrase("на \(moment.russian)", "as of \(moment.english)")
  }
  package static func homeBlocked(since date: Phrase?, _ reason: Phrase) -> Phrase {
    guard let date else { return Phrase("заблокирован: \(reason.russian)", "blocked: \(reason.english)") }
    return Phrase(
      "заблокирован с \(date.russian): \(reason.russian)", "blocked since \(date.english): \(reason.english)")
  }
  package static func homePaidUntil(_ paid: Phrase, off: Phrase, days: Int) -> Phrase {
    let left = plural(days, .days)
    return Phrase(
      "по \(paid.russian); без пополнения отключат \(off.russian), \(DaysLeft.russian(days)) \(left.russian)",
      "until \(paid.english); without a payment it is turned off on \(off.english), \(left.english) left")
  }
  package static func homeTurnedOff(_ paid: Phrase) -> Phrase {
    Phrase("срок закончился \(paid.russian)", "the term ended on \(paid.english)")
  }
  package static func homePaidFor(_ paid: Phrase) -> Phrase {
    Phrase("по \(paid.russian)", "until \(paid.english)")
  }
  package static func homePrepaid(_ until: Phrase) -> Phrase {
    Phrase("вперёд по \(until.russian)", "in advance until \(until.english)")
  }
  /// «650 ₽ 1 декабря»
  package static func homeCharge(_ amount: Phrase, on date: Phrase) -> Phrase {
    Phrase("\(amount.russian) \(date.russian)", "\(amount.english) on \(date.english)")
  }
  package static func homeTrustPayment(_ amount: Phrase, until date: Phrase) -> Phrase {
    Phrase(
      "\(amount.russian), погасить по \(date.russian) включительно",
      "\(amount.english), to be repaid by \(date.english)")
  }
  package static func homeTrustPaymentOver(_ amount: Phrase, until date: Phrase) -> Phrase {
    Phrase(
      "\(amount.russian), срок вышел \(date.russian)", "\(amount.english), overdue since \(date.english)")
  }
  package static func homeChange(to name: Phrase, fee: Phrase, on date: Phrase) -> Phrase {
    Phrase(
      "с \(date.russian) \(name.russian), \(fee.russian)", "from \(date.english) \(name.english), \(fee.english)")
  }
  package static func quoted(_ name: String) -> Phrase { Phrase("«\(name)»", "‘\(name)’") }
  package static func quoted(_ text: Phrase) -> Phrase { Phrase("«\(text.russian)»", "‘\(text.english)’") }

  // Why to type the command beside it.
  package static let homeNextDoctor = Phrase(
    "файл операции не читается: выяснить, не прошла ли она", "an operation can't be read: find out whether it was done")
  package static let homeNextSettle = Phrase("узнать, чем кончилась операция", "learn how the operation ended")
  package static func homeNextRefresh(_ age: Phrase) -> Phrase {
    Phrase("обновить: данные получены \(age.russian)", "refresh: the data was received \(age.english)")
  }
  package static func homeNextPay(before date: Phrase?) -> Phrase {
    guard let date else { return Phrase("пополнить счёт", "top up the account") }
    return Phrase("пополнить, пока не отключили \(date.russian)", "top up before the turn-off on \(date.english)")
  }
  package static let homeNextPayBlocked = Phrase("пополнить, чтобы снова включили", "top up to be connected again")
  package static let homeNextTrustPayment = Phrase(
    "можно ли взять обещанный платёж", "see whether a trust payment can be taken")
  package static let homeNextIncidents = Phrase("подробнее об аварии", "more about the incident")
}

/// The verb before a number of days: «остался 1 день», «осталось 5 дней».
enum DaysLeft {
  static func russian(_ days: Int) -> String {
    days % 10 == 1 && days % 100 != 11 ? "остался" : "осталось"
  }
}
