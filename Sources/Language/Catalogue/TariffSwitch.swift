extension Phrase {
  package static let tariffNoun = Phrase("тарифы: список, условия, смена", "tariffs: list, terms, change")
  package static let tariffPositional = Phrase(
    "тариф: код или название из «kabinet tariff list»", "the tariff: an id or a name from ‘kabinet tariff list’")
  package static let switchNow = Phrase(
    "с сегодняшнего дня, за плату по правилам провайдера", "from today, for the provider's fee")
  package static let switchOn = Phrase("с этого дня: 2026-12-01", "from this day: 2026-12-01")
  package static let nowAndOn = Phrase("--now и --on вместе не указывают", "--now and --on exclude each other")
  package static let chooseOne = Phrase("оставьте что-то одно", "keep one of them")
  package static func badDate(_ text: String) -> Phrase {
    Phrase("«\(text)» — не дата", "‘\(text)’ is not a date")
  }
  package static let dateLikeThis = Phrase(
    "нужен вид ГГГГ-ММ-ДД: 2026-12-01", "it must look like YYYY-MM-DD: 2026-12-01")
  package static func dateIsPast(_ text: String) -> Phrase {
    Phrase("день \(text) — не в будущем", "the day \(text) is not in the future")
  }
  package static let switchNowHint = Phrase("с сегодняшнего дня: --now", "from today: --now")
  package static let tariffCheckSummary = Phrase(
    "что изменит смена тарифа; ничего не меняет", "what a change of tariff would do; changes nothing")
  package static let tariffCheckExample = Phrase(
    "тариф, плата и услуги: сейчас и потом", "tariff, fee and services: now and then")
  package static let tariffSwitchSummary = Phrase("сменить тариф", "change the tariff")
  package static let tariffSwitchDiscussion = Phrase(
    "По умолчанию — со следующего расчётного периода. Показывает плату и услуги до и после, чтобы платная опция не пришла незаметно.",
    "By default with the next billing period. It shows fees and services before and after, so that no paid option comes unnoticed."
  )
  package static let tariffSwitchExample = Phrase("со следующего периода", "with the next period")
  package static let tariffSwitchNowExample = Phrase("сколько стоит перейти сегодня", "what it costs to change today")
  package static let tariffCancelSummary = Phrase(
    "отменить запланированную смену тарифа", "cancel a planned change of tariff")
  package static let tariffCancelExample = Phrase("остаться на нынешнем", "stay with the present one")
  package static let effectiveOn = Phrase("Начнёт действовать", "Effective on")
  package static let switchFee = Phrase("Плата за смену", "Fee for the change")
  package static let plannedChange = Phrase("Запланирована смена", "Planned change")
  package static func tariffAmbiguous(_ text: String) -> Phrase {
    Phrase("на «\(text)» начинается несколько тарифов", "several tariffs begin with ‘\(text)’")
  }
  package static func tariffsAre(_ names: String) -> Phrase { Phrase("уточните: \(names)", "name one: \(names)") }
  package static func noSuchTariff(_ text: String) -> Phrase {
    Phrase("тарифа «\(text)» нет", "there is no tariff ‘\(text)’")
  }
  package static func didYouMean(_ name: String) -> Phrase {
    Phrase("возможно, вы имели в виду «\(name)»", "perhaps you meant ‘\(name)’")
  }
  package static let seeTariffs = Phrase(
    "все тарифы: kabinet tariff list --all", "all tariffs: kabinet tariff list --all")
  package static let snapshotIsOffline = Phrase(
    "проверка условий спрашивает провайдера, а снимок смотрят без сети",
    "checking terms asks the provider, and a snapshot is read offline")

  // Headings of the list of commands.
  package static let groupMoney = Phrase("Деньги", "Money")
  package static let groupServices = Phrase("Услуги", "Services")
  package static let groupConnection = Phrase("Связь", "Connection")
  package static let groupKnowledge = Phrase("Помощь", "Help")
  package static let groupSupport = Phrase("Поддержка", "Support")
  package static let groupStore = Phrase("Вход и данные", "Login and data")
}

extension Phrase {
  package static let knowledgeNoun = Phrase("справочные статьи: найти и прочитать", "help articles: find and read them")
}
