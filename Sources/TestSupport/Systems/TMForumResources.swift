import Domain
import JSON

/// What each list holds.
extension TMForumSystem {
  package func list(_ resource: String) -> [JSON] {
    switch resource {
    case "billingAccount": [billingAccount]
    case "customer": [customer]
    case "bucket": [bucket, gigabytes]
    case "topupBalance": entries.filter { $0.journal == .topUp }.map(topUp) + [rule]
    case "adjustBalance": entries.filter { $0.journal != .topUp }.map(adjustment)
    case "payment": payments
    case "paymentMethod": [card]
    case "customerBill": [bill]
    case "appliedCustomerBillingRate": [rate]
    case "productOffering": offerings
    case "productOfferingPrice": [price("antivirus-price", 99_00)]
    case "product": products
    case "productOrder": orders
    case "cancelProductOrder": cancellations
    case "troubleTicket": tickets
    case "serviceProblem": [problem]
    case "promotion": [promotion]
    case "communicationMessage": [message]
    default: []
    }
  }

  func money(_ minor: Int64) -> JSON {
    ["unit": "RUB", "value": .decimal(Money(minor: minor, currency: .rub).decimalText)]
  }

  func quantity(_ minor: Int64) -> JSON {
    ["units": "RUB", "amount": .decimal(Money(minor: minor, currency: .rub).decimalText)]
  }

  private func ago(days: Int64) -> JSON { TMForumSystem.time(now.adding(seconds: -days * 86_400)) }

  // MARK: - The account

  private var party: JSON {
    ["id": "P-77", "name": "Петрова Анна Сергеевна", "role": "customer", "@referredType": "Individual"]
  }

  private var billingAccount: JSON {
    [
      "id": .string(accountID), "href": .string("/billingAccount/" + accountID), "name": "Домашний интернет",
      "state": "Active", "relatedParty": [party], "creditLimit": money(0), "lastModified": "2026-11-20T10:00:00+03:00",
      "defaultPaymentMethod": ["id": "card-1"], "@type": "BillingAccount",
    ]
  }

  private var customer: JSON {
    [
      "id": "C-9", "name": "Петрова Анна Сергеевна", "status": "Approved", "engagedParty": party,
      "account": [["id": .string(accountID), "name": "Домашний интернет"]],
      "contactMedium": contacts,
    ]
  }

  var firstContacts: JSON {
    [
      [
        "mediumType": "postalAddress", "preferred": true,
        "characteristic": ["city": "Казань", "street1": "ул. Баумана, 7, кв. 12", "country": "Россия"],
      ],
      ["mediumType": "email", "characteristic": ["emailAddress": "anna@mail.example"]],
      ["mediumType": "telephone", "characteristic": ["phoneNumber": "+78430000000", "contactType": "fixed home"]],
    ]
  }

  private var owner: JSON { ["id": .string(accountID), "name": "Домашний интернет"] }

  private var bucket: JSON {
    [
      "id": "B-1", "name": "Деньги", "usageType": "monetary", "status": "active", "partyAccount": owner,
      "remainingValue": quantity(cash), "confirmationDate": "2026-09-01T00:00:00+03:00", "isShared": false,
    ]
  }

  private var gigabytes: JSON {
    [
      "id": "B-2", "name": "Мобильный интернет", "usageType": "data", "status": "active", "partyAccount": owner,
      "remainingValue": ["amount": .decimal("14.5"), "units": "GB"],
    ]
  }

  private func action(_ entry: Entry) -> [String: JSON] {
    [
      "id": .string(entry.id), "status": "completed", "usageType": "monetary", "amount": quantity(entry.minor),
      "bucket": ["id": "B-1"], "partyAccount": owner, "confirmationDate": TMForumSystem.time(entry.at),
      "requestedDate": TMForumSystem.time(entry.at),
    ]
  }

  private func topUp(_ entry: Entry) -> JSON {
    var members = action(entry)
    members["description"] = entry.note.map { .string($0) }
    members["voucher"] = entry.voucher.map { .string($0) }
    members["paymentMethod"] = ["id": "card-1"]
    return .object(members)
  }

  /// A top-up that repeats by itself.
  private var rule: JSON {
    [
      "id": "AT-1", "status": .string(ruleStatus), "isAutoTopup": true, "recurringPeriod": "monthly",
      "amount": quantity(300_00), "usageType": "monetary", "bucket": ["id": "B-1"], "partyAccount": owner,
      "requestedDate": "2026-08-01T00:00:00+03:00", "paymentMethod": ["id": "card-1", "name": "Карта •• 4242"],
    ]
  }

  private func adjustment(_ entry: Entry) -> JSON {
    var members = action(entry)
    members["adjustType"] = entry.journal == .recurring ? "recurring" : "oneTime"
    members["reason"] = entry.journal == .recurring ? "Абонентская плата" : "Вызов мастера"
    members["product"] = [["id": "PR-1"]]
    return .object(members)
  }

  private var card: JSON {
    [
      "id": "card-1", "name": "Карта •• 4242", "@type": "tokenizedCard", "status": "Active", "isPreferred": true,
      "validFor": ["startDateTime": "2025-01-01T00:00:00Z"],
    ]
  }

  private var bill: JSON {
    [
      "id": "INV-3", "billNo": "2026-11/3", "billDate": "2026-11-01T00:00:00+03:00", "category": "normal",
      "state": "settled", "remainingAmount": money(0), "taxIncludedAmount": money(500_00), "runType": "onCycle",
      "billingAccount": ["id": .string(accountID)], "nextBillDate": "2026-12-01T00:00:00+03:00",
      "paymentDueDate": "2026-11-15T00:00:00+03:00",
      "billDocument": [["id": "1", "name": "bill.pdf", "url": "https://my.provider.example/bills/3.pdf"]],
    ]
  }

  private var rate: JSON {
    [
      "id": "R-1", "name": "Дом 100", "type": "appliedBillingCharge", "isBilled": true, "bill": ["id": "INV-3"],
      "date": "2026-11-01T00:00:00+03:00", "taxIncludedAmount": money(500_00), "product": ["id": "PR-1"],
    ]
  }

  // MARK: - Products

  func price(_ id: String, _ minor: Int64) -> JSON {
    [
      "id": .string(id), "name": "Абонентская плата", "priceType": "recurring", "recurringChargePeriodType": "month",
      "recurringChargePeriodLength": 1, "price": money(minor),
    ]
  }

  private func tariff(_ id: String, _ name: String, _ minor: Int64, speed: Int64, stage: String = "Active") -> JSON {
    [
      "id": .string(id), "name": .string(name), "lifecycleStatus": .string(stage), "isSellable": true,
      "isBundle": false, "category": [["id": "internet", "name": "Интернет"]],
      "description": "Домашний интернет без ограничений",
      "productOfferingPrice": [
        [
          "id": .string(id + "-price"), "name": "Абонентская плата", "priceType": "recurring",
          "recurringChargePeriod": "month", "recurringChargePeriodLength": 1,
          "price": ["taxIncludedAmount": money(minor)],
        ],
        [
          "id": .string(id + "-setup"), "name": "Подключение", "priceType": "oneTime",
          "price": ["taxIncludedAmount": money(id == "home-300" ? 50_00 : 0)],
        ],
      ],
      "prodSpecCharValueUse": [
        [
          "name": "downloadSpeed", "valueType": "number",
          "productSpecCharacteristicValue": [["value": .integer(speed), "unitOfMeasure": "Mbps"]],
        ]
      ],
    ]
  }

  private var offerings: [JSON] {
    [
      tariff("home-100", "Дом 100", 500_00, speed: 100), tariff("home-300", "Дом 300", 650_00, speed: 300),
      tariff("home-1000", "Дом 1000", 990_00, speed: 1000),
      tariff("home-50", "Дом 50", 350_00, speed: 50, stage: "Retired"),
      [
        "id": "antivirus", "name": "Антивирус", "lifecycleStatus": "Active", "category": [["id": "options"]],
        "productOfferingPrice": [["id": "antivirus-price", "href": "/productOfferingPrice/antivirus-price"]],
      ],
    ]
  }

  private func product(_ id: String, _ offering: String, _ name: String, _ minor: Int64) -> JSON {
    [
      "id": .string(id), "name": .string(name), "status": "active", "startDate": "2025-03-01T00:00:00+03:00",
      "billingAccount": ["id": .string(accountID)], "isBundle": false,
      "productOffering": ["id": .string(offering), "name": .string(name)],
      "productPrice": [
        [
          "name": "Абонентская плата", "priceType": "recurring", "recurringChargePeriod": "month",
          "price": ["taxIncludedAmount": money(minor)],
        ]
      ],
      "realizingService": [["id": .string("S-" + id)]],
    ]
  }

  private var products: [JSON] {
    [
      offering == "home-100"
        ? product("PR-1", "home-100", "Дом 100", 500_00) : product("PR-1", "home-300", "Дом 300", 650_00),
      product("PR-2", "static-ip", "Постоянный адрес", 120_00),
    ]
  }

  // MARK: - What is told

  private var problem: JSON {
    [
      "id": "SP-5", "name": "Обрыв на магистрали", "category": "supplier.originated", "status": "inProgress",
      "description": "Бригада выехала", "creationDate": ago(days: 1), "priority": 2, "reason": "Unknown",
      "affectedService": [["id": "S-PR-1", "name": "internet"]],
      "originatorParty": ["id": "NOC", "@referredType": "Organization"],
    ]
  }

  private var promotion: JSON {
    [
      "id": "PM-1", "name": "Приведи соседа", "description": "Месяц в подарок обоим.", "lifecycleStatus": "release",
      "promotionType": "Award",
      "validFor": ["startDateTime": "2026-11-01T00:00:00+03:00", "endDateTime": "2027-02-01T00:00:00+03:00"],
    ]
  }

  private var message: JSON {
    [
      "id": "M-1", "subject": "Плановые работы", "content": "Ночью 25 ноября <b>возможны перерывы</b>.",
      "messageType": "Email", "state": "completed", "sendTime": ago(days: 2),
      "sender": ["id": "1", "name": "Провайдер"], "receiver": [["id": "P-77", "name": "Петрова Анна Сергеевна"]],
    ]
  }

  package var firstTicket: JSON {
    [
      "id": "TT-1", "name": "Нет связи", "description": "С утра нет связи", "severity": "Minor",
      "ticketType": "incident",
      "status": "inProgress", "creationDate": ago(days: 2), "expectedResolutionDate": ago(days: -1),
      "relatedEntity": [["id": .string(accountID), "role": "account", "@referredType": "BillingAccount"]],
      "attachment": [
        [
          "id": "1", "name": "speed.txt", "attachmentType": "text", "mimeType": "text/plain", "content": "0YLQtdGB0YIK",
        ]
      ],
      "note": [["id": "n-1", "author": "Оператор", "date": ago(days: 1), "text": "Проверили линию"]],
    ]
  }
}
