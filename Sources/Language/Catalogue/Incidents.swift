import Domain

/// Outages and planned works.
extension Phrase {
  package static let incidentsSummary = Phrase("аварии и плановые работы", "outages and planned works")
  package static let incidentsDiscussion = Phrase(
    "Без параметров показывает, что происходит или запланировано по вашему адресу, и все переносы обещанного срока. С --all — все, в том числе прошедшие и по другим адресам.",
    "By default it shows what is going on or planned at your address, with every change of the promised time. With --all it shows everything, past incidents and other addresses too."
  )
  package static let incidentsID = Phrase("одна авария или работа целиком", "one incident in full")
  package static let incidentsIDPlaceholder = Phrase("НОМЕР", "ID")
  package static let incidentsOptionAll = Phrase(
    "также прошедшие и по другим адресам", "past ones and other addresses too")
  package static let incidentsExample = Phrase("что с сетью по моему адресу", "what is wrong at my address")
  package static let incidentsExampleAll = Phrase("все аварии и работы", "all incidents and works")

  package static let incidentsTitle = Phrase("Аварии и работы по вашему адресу", "Incidents and works at your address")
  package static let incidentsAllTitle = Phrase("Все аварии и работы", "All incidents and works")
  package static let incidentsNone = Phrase(
    "По вашему адресу аварий и плановых работ нет.", "There are no incidents or planned works at your address.")
  package static let incidentsNoneAtAll = Phrase(
    "Провайдер не сообщал об авариях и работах.", "The provider has told of no incidents or works.")
  package static func incidentsOthers(_ count: Int) -> Phrase {
    Phrase(
      "Прошедшие и по другим адресам (\(count)): kabinet incidents --all",
      "Past ones and other addresses (\(count)): kabinet incidents --all")
  }
  package static func incidentUnknown(_ id: String) -> Phrase {
    Phrase("аварии «\(id)» в данных нет", "there is no incident ‘\(id)’ in the data")
  }
  package static let incidentsSeeAll = Phrase("все номера: kabinet incidents --all", "all ids: kabinet incidents --all")

  package static func incidentKind(_ kind: Incident.Kind) -> Phrase {
    switch kind {
    case .outage: Phrase("Авария", "Outage")
    case .degradation: Phrase("Ухудшение связи", "Degradation")
    case .plannedWork: Phrase("Плановые работы", "Planned works")
    }
  }
  package static func incidentState(_ state: Incident.State) -> Phrase {
    switch state {
    case .announced: Phrase("запланировано", "planned")
    case .open: Phrase("идёт сейчас", "going on")
    case .resolved: Phrase("закончено", "over")
    case .cancelled: Phrase("отменено", "cancelled")
    }
  }
  package static let incidentElsewhere = Phrase("не по вашему адресу", "not at your address")
  package static let incidentIDLabel = Phrase("Номер", "Id")
  package static let incidentTimeLabel = Phrase("Время", "Time")
  package static let incidentEstimateLabel = Phrase("Обещания", "Promises")
  package static let incidentServicesLabel = Phrase("Услуги", "Services")
  package static let incidentAddressLabel = Phrase("Адрес", "Address")
  package static let incidentAtAddress = Phrase("ваш", "yours")
  package static let incidentOtherAddress = Phrase("другие", "others")
  package static func incidentSaid(_ promise: Phrase, at moment: Phrase) -> Phrase {
    Phrase("\(promise.russian) (сказали \(moment.russian))", "\(promise.english) (said \(moment.english))")
  }

  package static func incidentAnnounced(_ start: Phrase) -> Phrase {
    Phrase("начнутся в \(start.russian)", "to begin at \(start.english)")
  }
  package static func incidentOpen(_ start: Phrase, lasting: Phrase) -> Phrase {
    Phrase("с \(start.russian), уже \(lasting.russian)", "since \(start.english), for \(lasting.english) now")
  }
  package static func incidentResolved(_ start: Phrase, _ end: Phrase, lasted: Phrase) -> Phrase {
    Phrase(
      "с \(start.russian) до \(end.russian), длилось \(lasted.russian)",
      "from \(start.english) to \(end.english), it took \(lasted.english)")
  }
  package static func incidentResolved(on day: Phrase, _ start: Phrase, _ end: Phrase, lasted: Phrase) -> Phrase {
    Phrase(
      "\(day.russian) с \(start.russian) до \(end.russian), длилось \(lasted.russian)",
      "\(day.english) from \(start.english) to \(end.english), it took \(lasted.english)")
  }
  package static func incidentResolvedSomehow(_ start: Phrase) -> Phrase {
    Phrase("началось \(start.russian), закончено", "began \(start.english), now over")
  }
  package static func incidentCancelled(_ start: Phrase) -> Phrase {
    Phrase("планировалось на \(start.russian)", "it was planned for \(start.english)")
  }

  package static func estimatePromisedNow(_ until: Phrase) -> Phrase {
    Phrase("обещают к \(until.russian)", "promised by \(until.english)")
  }
  /// «17:25 23 ноября»: in Russian it goes with every preposition.
  package static func timeOnDay(_ time: Phrase, _ day: Phrase) -> Phrase {
    Phrase("\(time.russian) \(day.russian)", "\(time.english) on \(day.english)")
  }
  package static func estimatePromised(_ until: Phrase) -> Phrase {
    Phrase("обещали к \(until.russian)", "promised by \(until.english)")
  }
  package static func estimatePostponed(_ until: Phrase) -> Phrase {
    Phrase("перенесли на \(until.russian)", "postponed to \(until.english)")
  }
  package static func estimateSooner(_ until: Phrase) -> Phrase {
    Phrase("пообещали раньше, к \(until.russian)", "promised earlier, by \(until.english)")
  }
  package static let estimateUnknown = Phrase("срок не назвали", "no time was promised")
  package static let estimateWithdrawn = Phrase("срок отозвали", "the promise was withdrawn")
  package static func estimateMissed(by delay: Phrase) -> Phrase {
    Phrase("обещанный срок прошёл \(delay.russian)", "the promised time passed \(delay.english)")
  }
  package static let estimateNone = Phrase("срок ещё не назвали", "no time has been promised yet")

  /// What a service is called; one that we do not know is told by its id.
  package static func serviceKind(_ kind: String) -> Phrase {
    switch kind {
    case "internet": Phrase("интернет", "internet")
    case "tv": Phrase("телевидение", "television")
    case "phone": Phrase("телефон", "phone")
    case "wifi": Phrase(verbatim: "Wi-Fi")
    case "static-ip": Phrase("постоянный IP-адрес", "static IP")
    case "antivirus": Phrase("антивирус", "antivirus")
    default: Phrase(verbatim: kind)
    }
  }
}
