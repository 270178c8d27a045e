import Domain
import JSON
import Provider

/// The smaller modules of the small ABillS: cards, personal data, friends, regular payments, papers, sessions, equipment.
final class ABillSExtras {
  private(set) var effects: [Action.Kind: Int] = [:]
  private var cards = ["AB 77001122": 300_00 as Int64]
  private var person: [String: JSON] = [
    "addressBuild": "4", "addressFlat": "", "addressStreet": "Садовая", "birthDate": "1990-02-28", "city": "Тула",
    "contractId": 8841, "contractSufix": "-Ф", "contractDate": "2019-04-01", "fio": "Петрова Анна Львовна", "fio2": "",
    "fio3": "", "phone": [], "cellPhone": ["79001112233"], "email": "anna@mail.example",
  ]
  private var friends: [(name: String, phone: String)] = [("Иван", "79005550001")]
  private var bonus: Int64 = 50_00
  private var bonuses: [String] = []
  private var invoices: [JSON] = [
    ["id": 8756, "invoiceNum": 33_358, "date": "2026-11-01", "totalSum": .decimal("600.00"), "paymentSum": ""],
    ["id": 8700, "invoiceNum": 33_300, "date": "2026-10-01", "totalSum": 600, "paymentSum": "600.00"],
  ]
  private var subscription: String? = "ord-91"
  /// A change of the address by mail waits for a code.
  var wantsCode = false

  var possible: [Action] {
    [
      .redeemVoucher(code: "77001122", serial: "AB"),
      .setProfile([.phone: "74872000000", .email: "new@mail.example"], confirmation: nil),
      .inviteFriend(name: "Ольга", phone: "79005550002"), .claimReferralBonus, .stopAutopayment(id: "ord-91"),
      .requestInvoice(amount: Money(minor: 777_50, currency: .rub)),
    ]
  }

  private func done(_ kind: Action.Kind) { effects[kind, default: 0] += 1 }

  func answer(_ route: String, _ body: JSON, _ system: ABillSSystem) -> Response? {
    switch route {
    case "POST /user/cards/payment": return redeem(body, system)
    case "PUT /user/pi": return change(body)
    case "POST /user/referral/friend": return invite(body)
    case "POST /user/referral/bonus": return claim(system)
    case "DELETE /user/paysys/recurrent": return unsubscribe()
    case "POST /user/docs/invoices": return makeInvoice(body)
    default: return fact(route).map(ABillSSystem.json) ?? refusal(route)
    }
  }

  private func refusal(_ route: String) -> Response? {
    route == "GET /user/paysys/recurrent" ? ABillSSystem.refusal(1_170_105, "No subscription") : nil
  }

  private func fact(_ route: String) -> JSON? {
    switch route {
    case "GET /user/pi": return .object(person)
    case "GET /user/docs/invoices": return ["list": .array(invoices), "total": .integer(Int64(invoices.count))]
    case "GET /user/referral": return referral
    case "GET /user/referral/bonus":
      return .array(bonuses.map { ["date": .string($0), "fio": "Иван", "id": 7, "sum": 50] })
    case "GET /user/paysys/recurrent":
      return subscription.map {
        ["paysysId": 62, "recurrentModule": "Portmone", "orderId": .string($0), "date": "2026-11-05", "sum": 300]
      }
    default: return ABillSExtras.fixed[route]
    }
  }

  private var referral: JSON {
    [
      "referralLink": "https://my.provider.example/registration.cgi?REFERRER=4217", "result": "OK",
      "totalBonus": ABillSSystem.decimal(bonus),
      "referrals": .array(
        friends.enumerated().map { index, friend in
          [
            "id": .integer(Int64(index + 7)), "fio": .string(friend.name), "phone": .string(friend.phone),
            "isUser": index == 0 ? "true" : "false", "status": 0, "paymentBonus": index == 0 ? 50 : 0,
            "spendingBonus": 0,
          ]
        }),
    ]
  }

  private func redeem(_ body: JSON, _ system: ABillSSystem) -> Response {
    guard case .string(let pin)? = body["pin"], case .string(let serial)? = body["serial"] else {
      return ABillSSystem.refusal(1_060_003, "ERR_NO_FIELD")
    }
    guard let sum = cards["\(serial) \(pin)"] else { return ABillSSystem.refusal(1_060_005, "ERR_CARD") }
    guard sum > 0 else { return ABillSSystem.refusal(1_060_011, "ERR_CARD_USED") }
    cards["\(serial) \(pin)"] = 0
    done(.redeemVoucher)
    let id = system.enterCard(sum, mark: serial + "00000000431")
    return ABillSSystem.json([
      "amount": ABillSSystem.decimal(sum), "commission": 0, "paymentId": .integer(Int64(id)),
      "result": .string("Success payment, ID \(id)"),
    ])
  }

  private func change(_ body: JSON) -> Response {
    guard case .object(let values) = body else { return ABillSSystem.refusal(1, "ERR") }
    var changed: [String] = []
    for (key, value) in values.sorted(by: { $0.key < $1.key }) where person[key] != nil {
      if wantsCode, key == "email", values["emailCode"] != "4821" { continue }
      person[key] = key == "fio" ? value : [value]
      changed.append(key)
    }
    done(.setProfile)
    var answer: [String: JSON] = ["result": .string("Successfully changed " + changed.joined(separator: ", "))]
    if wantsCode, !changed.contains("email") { answer["emailConfirmStatus"] = "Email send with code send" }
    return ABillSSystem.json(.object(answer))
  }

  private func makeInvoice(_ body: JSON) -> Response {
    guard let sum = body["sum"], sum != .null else { return ABillSSystem.refusal(1_054_022, "ERR_ADD_INVOICE") }
    let id = Int64(9000 + invoices.count)
    invoices.append([
      "id": .integer(id), "invoiceNum": .integer(id), "date": "2026-11-21", "totalSum": sum, "paymentSum": "",
    ])
    done(.requestInvoice)
    return ABillSSystem.json(["docId": .integer(id), "insertId": .integer(id), "totalSum": sum])
  }

  private func invite(_ body: JSON) -> Response {
    guard case .string(let name)? = body["fio"], case .string(let phone)? = body["phone"] else {
      return ABillSSystem.refusal(41_003, "No fields fio or number")
    }
    guard !friends.contains(where: { $0.phone == phone }) else { return ABillSSystem.refusal(41_002, "exists") }
    friends.append((name, phone))
    done(.inviteFriend)
    return ABillSSystem.json(["result": "Successfully added", "referralId": .integer(Int64(friends.count + 6))])
  }

  private func claim(_ system: ABillSSystem) -> Response {
    guard bonus > 0 else { return ABillSSystem.refusal(4_115, "Bonus already added") }
    bonus = 0
    bonuses.append(system.now.wall(ABillSSystem.utcOffset))
    done(.claimReferralBonus)
    return ABillSSystem.json(["result": "Bonus added"])
  }

  private func unsubscribe() -> Response {
    guard subscription != nil else { return ABillSSystem.refusal(1_170_106, "No subscription") }
    subscription = nil
    done(.stopAutopayment)
    return ABillSSystem.json(["result": "SUCCESS_UNSUBSCRIBE", "message": "Successfully unsubscribed"])
  }

  private static let fixed: [String: JSON] = [
    "GET /user/internet/31/warnings": [
      "abonDate": "2026-12-01", "daysToFee": 10, "messageType": "success", "sum": 600, "warning": "600.00",
    ],
    "GET /user/docs/invoices/8756": [
      "docId": 8756, "expireDate": "2026-12-01",
      "orders": [["counts": 1, "orders": "Internet: Дом 100", "price": 600]],
    ],
    "GET /user/extreceipt/checks": [
      ["date": "2026-11-01 12:00:00", "paymentId": 6, "checkUrl": "https://receipts.example/6"]
    ],
    "GET /user/internet/session/active": [
      ["duration": 10_782, "cid": "aa:bb", "input": 73_249_353, "output": 366_270_859, "ip": "10.0.0.7"]
    ],
    "GET /user/internet/sessions": [
      ["duration": 1738, "input": 21_423_525, "output": 177_703_957, "ip": "10.0.0.5", "tpId": 7, "tpName": "Дом 100"]
    ],
    "GET /user/equipment": [
      "1.5": [
        "describe": "epon", "distance": "2.134 km", "macSerial": "b0:7c:06:12:14:38",
        "onuRxPower": .decimal("-20.4096"),
        "status": 1, "temperature": 41,
      ]
    ],
    "GET /user/msgs/attachments/12": ["file": "taken as it is"],
  ]
}
