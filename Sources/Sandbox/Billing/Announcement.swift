import Domain

/// The notices that billing sends to a subscriber.
enum Announcement {
  static let tariffChanged = LocalizedText(russian: "Тариф изменён", english: "Your tariff has changed")
  static let blocked = LocalizedText(
    russian: "Доступ в интернет приостановлен", english: "Internet access is suspended")
  static let chargeIsNear = LocalizedText(russian: "Скоро списание", english: "A charge is near")

  static func tariffIsNow(_ name: String) -> LocalizedText {
    LocalizedText(russian: "Теперь у вас тариф «\(name)».", english: "Your tariff is now “\(name)”.")
  }

  static func reasonOfBlock(_ code: String, missing: Int64) -> LocalizedText {
    switch code {
    case Contract.Block.trustOverdue:
      LocalizedText(
        russian: "Обещанный платёж не погашен вовремя. Доступ вернётся, когда баланс станет неотрицательным.",
        english: "The trust payment was not repaid in time. Access returns once the balance is not negative.")
    case Contract.Block.creditExpired:
      LocalizedText(
        russian: "Срок кредита истёк. Доступ вернётся, когда баланс станет неотрицательным.",
        english: "The credit has ended. Access returns once the balance is not negative.")
    default:
      LocalizedText(
        russian: "На счёте не хватило \(missing.roubles.wording.russian) для очередного списания.",
        english: "The account was \(missing.roubles.wording.english) short of the regular charge.")
    }
  }

  static func payBefore(_ day: CivilDate, missing: Int64) -> LocalizedText {
    LocalizedText(
      russian: "Списание — \(day.wording.russian). Не хватает \(missing.roubles.wording.russian).",
      english: "The charge is on \(day.wording.english). You are \(missing.roubles.wording.english) short.")
  }

  static let welcome = LocalizedText(russian: "Добро пожаловать", english: "Welcome")
  static let welcomeText = LocalizedText(
    russian: "Это учебный провайдер: деньги здесь ненастоящие, а правила — настоящие.",
    english: "This is a practice provider: the money is not real, the rules are.")
}
