import Domain
import JSON
import Provider

/// What requests make and change.
extension TMForumSystem {
  func create(_ resource: String, _ body: JSON) -> Response {
    guard case .object(let members) = body else { return TMForumSystem.error(400, "A body is due") }
    switch resource {
    case "payment": return pay(members)
    case "topupBalance": return topUp(members)
    case "productOfferingQualification": return qualify(members)
    case "productOrder": return order(members)
    case "cancelProductOrder": return cancel(members)
    case "troubleTicket": return open(members)
    default: return TMForumSystem.error(405, "Method not allowed")
    }
  }

  // MARK: - Money

  private static func minor(_ amount: JSON?) -> Int64? {
    switch amount {
    case .integer(let units): units * 100
    case .decimal(let text): Money(decimalText: text, currency: .rub)?.minor
    default: nil
    }
  }

  private func pay(_ body: [String: JSON]) -> Response {
    guard let minor = TMForumSystem.minor(body["totalAmount"]?["value"]), minor > 0,
      body["account"]?["id"] == .string(accountID), body["paymentMethod"]?["id"] == "card-1"
    else { return TMForumSystem.error(400, "The payment is not valid", code: "22") }
    count(.pay)
    enter(minor, at: now)
    var payment = body
    payment["id"] = .string("PAY-\(payments.count + 1)")
    payment["status"] = "captured"
    payment["paymentDate"] = TMForumSystem.time(now)
    if !keepsKeys { payment["correlatorId"] = nil }
    payments.append(.object(payment))
    return TMForumSystem.json(201, .object(payment))
  }

  /// Redeemed and credited in one, and only once.
  private func redeem(_ body: [String: JSON], _ code: String) -> Response {
    guard vouchers.remove(code) != nil else { return TMForumSystem.error(422, "Ваучер уже использован", code: "38") }
    count(.redeemVoucher)
    var note: String?
    if case .string(let text)? = body["description"], keepsKeys { note = text }
    enter(150_00, at: now, note: note, voucher: code)
    return TMForumSystem.json(201, lastTopUp)
  }

  private var lastTopUp: JSON { list("topupBalance").dropLast().last ?? .null }

  private func topUp(_ body: [String: JSON]) -> Response {
    if case .string(let code)? = body["voucher"] { return redeem(body, code) }
    guard let minor = TMForumSystem.minor(body["amount"]?["amount"]), minor > 0, body["bucket"]?["id"] == "B-1" else {
      return TMForumSystem.error(400, "The top-up is not valid", code: "22")
    }
    count(.pay)
    var note: String?
    if case .string(let text)? = body["description"], keepsKeys { note = text }
    enter(minor, at: now, note: note)
    return TMForumSystem.json(201, lastTopUp)
  }

  // MARK: - Products

  /// The fastest tariff does not reach the house.
  private func qualify(_ body: [String: JSON]) -> Response {
    guard case .array(let items)? = body["productOfferingQualificationItem"] else {
      return TMForumSystem.error(400, "Items are due")
    }
    let answers: [JSON] = items.map { item in
      guard case .object(var answer) = item else { return item }
      let isFar = item["productOffering"]?["id"] == "home-1000"
      answer["state"] = "done"
      answer["qualificationItemResult"] = isFar ? "unqualified" : "qualified"
      answer["eligibilityUnavailabilityReason"] =
        isFar ? [["code": "address", "label": "Оптика до дома ещё не дошла"]] : nil
      answer["alternateProductOfferingProposal"] =
        isFar
        ? [
          [
            "id": "1", "alternateActivationDate": "2027-03-01T00:00:00+03:00",
            "alternateProductOffering": ["id": "home-1000"],
          ]
        ] : nil
      return .object(answer)
    }
    return TMForumSystem.json(
      201, ["id": "Q-1", "state": "done", "productOfferingQualificationItem": .array(answers)])
  }

  private func order(_ body: [String: JSON]) -> Response {
    guard case .array(let items)? = body["productOrderItem"], let item = items.first, item["action"] == "modify",
      item["product"]?["id"] == "PR-1", case .string(let wanted)? = item["productOffering"]?["id"],
      wanted == "home-300", offering != wanted
    else { return TMForumSystem.error(422, "Тариф недоступен", code: "35") }
    count(.switchTariff)
    var order = body
    if !keepsKeys { order["externalId"] = nil }
    order["id"] = .string("O-\(orders.count + 1)")
    order["orderDate"] = TMForumSystem.time(now)
    order["state"] = body["requestedStartDate"] == nil ? "completed" : "acknowledged"
    orders.append(.object(order))
    if body["requestedStartDate"] == nil {
      offering = wanted
      enter(-50_00, at: now, .once)
    }
    return TMForumSystem.json(201, .object(order))
  }

  func plan() {
    orders = [
      [
        "id": "O-1", "state": "acknowledged", "orderDate": TMForumSystem.time(now),
        "requestedStartDate": "2026-12-01T00:00:00+03:00", "billingAccount": ["id": .string(accountID)],
        "productOrderItem": [
          ["id": "1", "action": "modify", "product": ["id": "PR-1"], "productOffering": ["id": "home-300"]]
        ],
      ]
    ]
  }

  private func cancel(_ body: [String: JSON]) -> Response {
    guard
      let place = orders.firstIndex(where: { $0["id"] == body["productOrder"]?["id"] && $0["state"] == "acknowledged" })
    else { return TMForumSystem.error(422, "Заказ уже не отменить", code: "36") }
    count(.cancelTariffChange)
    orders[place] = orders[place].with("state", "cancelled")
    let task = JSON.object(body).with("id", "X-1").with("state", "done")
    cancellations.append(task)
    return TMForumSystem.json(201, task)
  }

  // MARK: - Merge patches (RFC 7386): what they name is replaced, lists as a whole

  func update(_ resource: String, _ id: String, _ body: JSON) -> Response {
    switch (resource, id) {
    case ("troubleTicket", _): return update(ticket: id, body)
    case ("customer", "C-9"):
      guard let media = body["contactMedium"], body["engagedParty"]?["id"] == "P-77" else {
        return TMForumSystem.error(400, "The party is due")
      }
      count(.setProfile)
      contacts = media
      return TMForumSystem.json(200, list("customer")[0])
    case ("topupBalance", "AT-1"):
      guard body["status"] == "cancelled", ruleStatus == "created" else {
        return TMForumSystem.error(422, "Уже отменено", code: "39")
      }
      count(.stopAutopayment)
      ruleStatus = "cancelled"
      return TMForumSystem.json(200, list("topupBalance").last ?? .null)
    default: return TMForumSystem.error(404, "Not found")
    }
  }

  // MARK: - Tickets

  private func open(_ body: [String: JSON]) -> Response {
    guard body["description"] != nil, body["severity"] != nil, body["ticketType"] != nil else {
      return TMForumSystem.error(400, "The ticket is not complete", code: "23")
    }
    count(.openTicket)
    var ticket = body
    if !keepsKeys { ticket["externalId"] = nil }
    ticket["id"] = .string("TT-\(tickets.count + 1)")
    ticket["status"] = "acknowledged"
    ticket["creationDate"] = TMForumSystem.time(now)
    tickets.append(.object(ticket))
    return TMForumSystem.json(201, .object(ticket))
  }

  private func update(ticket id: String, _ body: JSON) -> Response {
    guard let place = tickets.firstIndex(where: { $0["id"] == .string(id) }) else {
      return TMForumSystem.error(404, "Not found")
    }
    guard case .object(let members) = body, tickets[place]["status"] != "closed" else {
      return TMForumSystem.error(422, "Обращение закрыто", code: "37")
    }
    for (name, value) in members {
      if name == "status", value == "closed" { count(.closeTicket) }
      if name == "note", value.elements.count > (tickets[place]["note"]?.elements.count ?? 0) { count(.replyTicket) }
      tickets[place] = tickets[place].with(name, keepsKeys ? value : value.withoutNoteIDs)
    }
    return TMForumSystem.json(200, tickets[place])
  }
}

extension JSON {
  fileprivate var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }

  package func with(_ name: String, _ value: JSON) -> JSON {
    guard case .object(var members) = self else { return self }
    members[name] = value
    return .object(members)
  }

  /// As a provider that numbers notes itself.
  fileprivate var withoutNoteIDs: JSON {
    guard case .array(let notes) = self else { return self }
    return .array(notes.enumerated().map { $1.with("id", .string("n-\($0 + 1)")) })
  }
}
