import Domain
import JSON

/// What the small ABillS answers without changing anything.
extension ABillSSystem {
  func fact(_ route: String) -> JSON? {
    switch route {
    case "GET /user": user
    case "GET /user/credit": creditTerms
    case "GET /user/internet": .array([internet])
    case "GET /user/payments": .array(payments.map(payment))
    case "GET /user/fees": .array(fees.map(fee))
    case "GET /user/internet/tariffs/all": .array(tariffs)
    case "GET /user/4217/holdup":
      hold.map {
        ["canCancel": true, "dateFrom": .string($0.from), "dateTo": .string($0.until), "del": 1, "delIds": "2, 3"]
      } ?? [:]
    case "GET /user/msgs": .array(tickets.reversed().map(ABillSSystem.message))
    case let route where route.hasPrefix("GET /user/msgs/") && route.hasSuffix("/reply"): replies(route)
    default: ABillSSystem.fixed[route]
    }
  }

  private static func wall(_ moment: Timestamp) -> JSON {
    let text = moment.adding(seconds: Int64(utcOffset) * 60).text
    return .string(text.prefix(10) + " " + text.dropFirst(11).prefix(8))
  }

  /// The list has the day alone.
  private static func message(_ ticket: Ticket) -> JSON {
    [
      "aid": "", "chapterId": 3, "chapterName": "Связь", "date": .string(ticket.at.date(utcOffset: utcOffset).text),
      "id": .integer(Int64(ticket.id)), "message": .string(ticket.text), "planTime": "00:00:00", "state": 0,
      "stateId": 0, "subject": .string(ticket.subject), "uid": 4217,
    ]
  }

  /// The ticket's own text comes first.
  private func replies(_ route: String) -> JSON? {
    guard let ticket = tickets.first(where: { route == "GET /user/msgs/\($0.id)/reply" }) else { return nil }
    let own = reply(ticket.at, administrator: nil, ticket.text)
    return .array([own] + ticket.replies.map { reply($0.at, administrator: $0.administrator, $0.text) })
  }

  private func reply(_ at: Timestamp, administrator: Int?, _ text: String) -> JSON {
    [
      "aid": administrator.map { .integer(Int64($0)) } ?? "", "creatorFio": "", "datetime": ABillSSystem.wall(at),
      "id": 1, "status": 0, "text": .string(text), "uid": 4217,
    ]
  }

  static func decimal(_ minor: Int64) -> JSON { .decimal(Money(minor: minor, currency: .rub).decimalText) }

  private var user: JSON {
    [
      "activate": "0000-00-00", "credit": ABillSSystem.decimal(credit),
      "creditDate": .string(credit > 0 ? now.adding(seconds: 3 * 86_400).date(utcOffset: 180).text : "0000-00-00"),
      "deposit": ABillSSystem.decimal(deposit), "disableDate": "0000-00-00", "expire": "0000-00-00", "list": [],
      "login": .string(login), "reduction": 0, "reductionDate": "0000-00-00", "uid": 4217,
    ]
  }

  private var creditTerms: JSON {
    guard deposit < 0 else { return ["errno": 4306, "errstr": "ERR_CREDIT_NOT_NEEDED"] }
    guard creditTaken == 0 else {
      return ["error": 4304, "errstr": "ERR_CREDIT_CHANGE_LIMIT_REACH", "monthChanges": 1]
    }
    return [
      "creditChgPrice": 10, "creditDays": 3, "creditMonthChanges": 1, "creditSum": .decimal("500.0"), "uid": 4217,
    ]
  }

  private static let names = [7: "Дом 100", 8: "Дом 300", 9: "Дом 500"]
  private static let prices: [Int: Int64] = [7: 600, 8: 900, 9: 1200]

  private var internet: JSON {
    var members: [String: JSON] = [
      "abonDistribution": 0, "activatePrice": 0, "canChangeTp": true, "dayFee": 0, "id": 31, "inSpeed": 102_400,
      "internetStatus": 0, "monthFee": .integer(ABillSSystem.prices[tariff] ?? 0), "originalMonthFee": 0,
      "outSpeed": 102_400, "tpComments": "До 100&nbsp;Мбит/с", "tpId": .integer(Int64(tariff)),
      "tpName": .string(ABillSSystem.names[tariff] ?? ""), "tpReductionFee": 0, "uid": 4217,
    ]
    if let schedule {
      members["schedule"] = [
        "canCancel": true, "dateFrom": "2026-12-01", "dayFee": 0, "sheduleId": .integer(Int64(schedule.id)),
        "monthFee": .integer(ABillSSystem.prices[schedule.tariff] ?? 0), "tpId": .integer(Int64(schedule.tariff)),
        "tpName": .string(ABillSSystem.names[schedule.tariff] ?? ""),
      ]
    }
    return .object(members)
  }

  private var tariffs: [JSON] {
    [8, 9].filter { $0 != tariff }.map { id in
      var row: [String: JSON] = [
        "activatePrice": 0, "dayFee": 0, "inSpeed": 0, "monthFee": .integer(ABillSSystem.prices[id] ?? 0),
        "name": .string(ABillSSystem.names[id] ?? ""), "tpId": .integer(Int64(id)),
        "tpName": .string(ABillSSystem.names[id] ?? ""),
      ]
      if deposit < 0 { row["error"] = "Слишком маленький депозит" }
      return .object(row)
    }
  }

  private func payment(_ row: Row) -> JSON {
    [
      "datetime": .string(row.at.wall(ABillSSystem.utcOffset)), "dsc": .string(row.text),
      "extId": .string(row.operation), "id": .integer(Int64(row.id)), "sum": ABillSSystem.decimal(row.minor),
    ]
  }

  private func fee(_ row: Row) -> JSON {
    [
      "datetime": .string(row.at.wall(ABillSSystem.utcOffset)), "dsc": .string(row.text),
      "id": .integer(Int64(row.id)), "sum": ABillSSystem.decimal(row.minor),
    ]
  }

  private static let fixed: [String: JSON] = [
    "GET /user/config": [
      "cardsUserPayment": ["serial": 1], "docsInvoicesList": 1, "expertFaq": 1, "internetUserChgTp": 1,
      "internetUserStats": 1, "msgsUser": 1, "userChgPi": 1,
      "userChgPiAllowedParams": ["cellPhone": 99, "email": 99, "fio": 99, "phone": 99],
      "moneyUnitNames": ["majorUnit": "руб", "minorUnit": "коп"],
      "paysysPayment": 1, "portalNews": 1, "userCredit": 1001,
    ],
    "GET /user/services": [
      "abon": [
        [
          "active": true, "id": 3, "period": "month", "price": .decimal("49.00"), "startDate": "2025-05-01",
          "tpName": "Приставка",
        ]
      ],
      "internet": [],
    ],
    "GET /user/recommendedPay": ["allServicesSum": 600, "maxSum": 15_000, "minSum": 10, "sum": 191],
    "GET /user/paysys/systems": [
      ["id": 4, "module": "Sbp.pm", "name": "СБП"], ["id": 9, "module": "Card.pm", "name": "Карта"],
    ],
    "GET /user/expert/faqs": [["body": "<p>Перезагрузите роутер.</p>", "id": 2, "title": "Нет связи?"]],
    "GET /user/msgs/chapters": [["id": 3, "name": "Связь"]],
    "GET /user/portal/news": [
      "news": [
        ["content": "", "date": "2026-11-20", "id": 8, "shortDescription": "Ночью", "title": "Работы"]
      ],
      "topics": [],
    ],
    "GET /user/accident": [
      [
        "date": "2026-11-21 10:00:00", "descr": "Обрыв", "endTime": "2026-11-21 14:00:00", "id": 3, "name": "Авария",
        "realyTime": "0000-00-00 00:00:00", "status": 0,
      ]
    ],
  ]
}
