import Domain
import JSON

/// What the small Ubilling answers without changing anything.
extension UbillingSystem {
  package func fact(_ verb: String?) -> JSON {
    switch verb {
    case "payments": .array(payments.reversed().map(payment))
    // What an office took by hand lies with the payments, and is shown here too.
    case "feecharges": .array(charges.map(charge) + payments.filter { $0.minor < 0 }.map(charge))
    case "announcements":
      [
        [
          "unic": "7", "read": .integer(hasReadAll ? 1 : 0), "type": "text", "title": "Работы",
          "text": "Ночью возможны перерывы.",
        ],
        ["unic": "6", "read": 1, "type": "html", "title": "Новый тариф", "text": "<b>Home-300</b>"],
      ]
    case "opayz":
      [
        paymentSystem("liqpay", "VISA, MasterCard"), paymentSystem("portmone", "VISA, MasterCard, Apple Pay"),
      ]
    case "tariffvservices":
      [
        ["tariffname": "Home-100", "tariffprice": "500", "tariffdaysperiod": "month"],
        ["vsrvname": "Статический адрес", "vsrvprice": "50", "vsrvdaysperiod": "month"],
      ]
    case "activetariffsvservices":
      [
        ["tariffname": "Home-100", "tariffprice": "500", "tariffdaysperiod": "month"],
        ["tariffname": "Home-300", "tariffprice": "700", "tariffdaysperiod": "month"],
        ["tariffname": "Day-50", "tariffprice": "20.5", "tariffdaysperiod": "day"],
        ["vsrvname": "Статический адрес", "vsrvprice": "50", "vsrvdaysperiod": "30"],
      ]
    case "tarifftoswitchallowed": [["tariff": "Home-300", "price": .decimal("700.00")]]
    case "tickets": tickets
    case "freezedata":
      [
        "result": "Success", "freezeSelfAvailable": true, "activationCost": "10", "tariffsAllowedList": "Home-100",
        "tariffAllowedAny": false, "negativeBalanceFreezeAllowed": false, "userTariff": "Home-100",
        "freezeStatus": isFrozen ? "frozen" : "unfrozen", "dateFrom": isFrozen ? "2026-11-20" : "", "dateTo": "",
      ]
    case "justauth": ["auth": true, "login": .string(login), "message": "Authentication successful"]
    default: user
    }
  }

  private func paymentSystem(_ name: String, _ description: String) -> JSON {
    [
      "name": .string(name), "url": .string("../openpayz/backend/\(name)/?customer_id=1920679795"),
      "description": .string(description),
    ]
  }

  private static func decimal(_ minor: Int64) -> JSON { .decimal(Money(minor: minor, currency: .rub).decimalText) }

  private func payment(_ row: Row) -> JSON {
    [
      "date": .string(row.at.wall(UbillingSystem.utcOffset)), "summ": UbillingSystem.decimal(row.minor),
      "balance": UbillingSystem.decimal(row.before),
    ]
  }

  private func charge(_ row: Row) -> JSON {
    [
      "date": .string(row.at.wall(UbillingSystem.utcOffset)), "summ": UbillingSystem.decimal(row.minor),
      "balance": UbillingSystem.decimal(row.before), "note": .string(row.note),
      "type": .string(payments.contains { $0.at == row.at && $0.before == row.before } ? "other" : row.type),
    ]
  }

  private var user: JSON {
    [
      "address": nil, "realname": "Иванов Иван Иванович", "login": .string(login),
      "cash": UbillingSystem.decimal(cash), "ip": "172.16.0.2", "phone": nil, "mobile": nil, "email": nil,
      "credit": UbillingSystem.decimal(credit), "creditexpire": .string(credit > 0 ? "24-11-2026" : "No"),
      "payid": "1920679795", "contract": "UB-1024", "contractdate": nil, "tariff": "Home-100",
      "tariffalias": "Home-100", "tariffnm": "No", "traffdownload": "0 b",
      "accountstate": .string(isFrozen ? "frozen" : "active"),
      "accountexpire": "No", "payedtilldate": "none", "payedtillvsrvincluded": 0, "vservicescost": 50,
      "currency": "RUB", "version": "2",
    ]
  }
}
