/// What providers can do, in words.
package enum Capabilities {
  package static func names(_ capability: String) -> Phrase {
    switch capability {
    case "ledger": Phrase("выписка", "statements")
    case "tariffs": Phrase("список тарифов", "the list of tariffs")
    case "tariff-switch": Phrase("смена тарифа", "changing the tariff")
    case "tariff-cancel": Phrase("отмена смены тарифа", "cancelling a change of tariff")
    case "trust-payment": Phrase("обещанный платёж", "trust payments")
    case "payment": Phrase("оплата", "payments")
    case "incidents": Phrase("аварии и работы", "incidents and works")
    case "notices": Phrase("уведомления", "notices")
    case "articles": Phrase("справочные статьи", "help articles")
    case "tickets": Phrase("обращения в поддержку", "tickets")
    case "ticket-close": Phrase("закрытие обращений", "closing tickets")
    case "ticket-files": Phrase("файлы в обращениях", "files of tickets")
    case "hold": Phrase("приостановка услуг", "putting the account on hold")
    case "vouchers": Phrase("ваучеры и карты оплаты", "vouchers")
    case "autopayments": Phrase("регулярные платежи платёжной системы", "regular payments by a payment system")
    case "documents": Phrase("квитанции и чеки", "invoices and receipts")
    case "usage": Phrase("сессии и трафик", "sessions and traffic")
    case "devices": Phrase("оборудование", "equipment")
    case "profile": Phrase("изменение своих данных", "changing one's own details")
    case "referral": Phrase("приглашение друзей", "inviting friends")
    case "invoice-request": Phrase("заказ счёта на оплату", "asking for an invoice")
    case "notices-read": Phrase("отметка «прочитано»", "marking messages as read")
    case "keys":
      Phrase(
        "операция узнаётся по ключу, повтор безвреден", "an operation is known by its key; repeating it is harmless")
    case "feed":
      Phrase("присылает только изменения", "sends only what has changed")
    default: Phrase(verbatim: capability)
    }
  }

  /// The command that does it; nil where there is none of its own.
  package static func command(_ capability: String) -> String? {
    switch capability {
    case "ledger": "kabinet statement"
    case "tariffs": "kabinet tariff list --all"
    case "tariff-switch": "kabinet tariff switch"
    case "tariff-cancel": "kabinet tariff cancel"
    case "trust-payment": "kabinet trust-payment check"
    case "payment": "kabinet pay"
    case "incidents": "kabinet incidents"
    case "notices": "kabinet notice list"
    case "tickets": "kabinet ticket new"
    case "ticket-close": "kabinet ticket close"
    case "ticket-files": "kabinet ticket file"
    case "hold": "kabinet hold plan"
    case "vouchers": "kabinet voucher redeem"
    case "autopayments": "kabinet autopay stop"
    case "documents": "kabinet invoice list"
    case "usage": "kabinet usage"
    case "devices": "kabinet device list"
    case "profile": "kabinet profile set"
    case "referral": "kabinet referral"
    case "invoice-request": "kabinet invoice request"
    case "notices-read": "kabinet notice read"
    case "articles": "kabinet kb search"
    default: nil
    }
  }
}

extension Phrase {
  /// Under an empty answer.
  package static func capabilityLacking(_ capability: String) -> Phrase {
    let names = Capabilities.names(capability)
    return Phrase("У этого провайдера такого нет: \(names.russian).", "This provider can't do that: \(names.english).")
  }
  package static let capabilitiesSummary = Phrase(
    "что умеет и чего не умеет этот провайдер", "what this provider can and cannot do")
  package static let capabilitiesDiscussion = Phrase(
    "Показывает, что из умений kabinet доступно у провайдера этого счёта: одно умеет сама система, другое отключено в этой установке. Читает то, что выяснилось при последнем обмене, в сеть не выходит.",
    "Shows which of kabinet's abilities the provider of this account has: some its system lacks, some are turned off in this installation. It reads what the last sync found out and never uses the network."
  )
  package static let capabilitiesExample = Phrase("что здесь доступно", "what can be done here")
  package static let capabilitiesExampleScript = Phrase("для сценария", "for a script")
  package static let capabilityWord = Phrase("Умение", "Ability")
  package static let capabilityStands = Phrase("Есть", "There")
  package static let capabilityCommand = Phrase("Команда", "Command")
  package static let capabilityYes = Phrase("да", "yes")
  package static let capabilityNo = Phrase("нет", "no")
  package static func capabilitiesOf(_ system: String, _ address: String) -> Phrase {
    Phrase("\(system), \(address)", "\(system), \(address)")
  }
  package static let capabilitiesNotKnownYet = Phrase(
    "Что отключено в этой установке, выяснится при обмене: kabinet sync",
    "What is turned off in this installation will be found out by a sync: kabinet sync")
}
