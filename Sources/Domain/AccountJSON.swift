import JSON

extension Account: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "account")
    let balance: Money = try fields.value("balance")
    let credit: Money = try fields.optional("credit") ?? .zero(balance.currency)
    guard credit.currency == balance.currency, !credit.isNegative else {
      throw fields.error("credit", "an amount of \(balance.currency.code) that is not negative is due")
    }
    self.init(
      id: try fields.string("id"), number: try fields.string("number"), contract: try fields.optionalString("contract"),
      login: try fields.optionalString("login"), paymentID: try fields.optionalString("paymentId"),
      holder: try fields.value("holder"), utcOffset: try Account.offset(fields), state: try fields.choice("state"),
      block: try fields.optional("block"), balance: balance, credit: credit,
      creditUntil: try fields.optional("creditUntil"),
      discountPercent: try fields.optionalCount("discountPercent", limit: 100) ?? 0,
      tariffID: try fields.optionalString("tariff"), tariffName: try fields.optionalString("tariffName"),
      plan: try fields.optional("plan"), scheduledChange: try fields.optional("scheduledChange"),
      services: try fields.list("services"), trustPayment: try fields.optional("trustPayment"),
      hold: try fields.optional("hold"),
      prepayment: try fields.optional("prepayment"), lastPayment: try fields.optional("lastPayment"),
      recommendedPayment: try fields.optional("recommendedPayment"), asOf: try fields.value("asOf"),
      freshFor: try fields.optionalCount("freshFor") ?? 3600)
  }

  private static func offset(_ fields: Fields) throws(FieldError) -> Int {
    guard let minutes = try fields.optionalInteger("utcOffset") else { return 0 }
    guard (-1080...1080).contains(minutes) else {
      throw fields.error("utcOffset", "minutes from -1080 to 1080 are due")
    }
    return Int(minutes)
  }

  package var json: JSON {
    .members([
      "id": .string(id), "number": .string(number), "contract": contract.map { .string($0) },
      "login": login.map { .string($0) }, "paymentId": paymentID.map { .string($0) }, "holder": holder.json,
      "utcOffset": .integer(Int64(utcOffset)), "state": .string(state.rawValue), "block": block?.json,
      "balance": balance.json, "credit": credit.json, "creditUntil": creditUntil?.json,
      "discountPercent": .integer(Int64(discountPercent)), "tariff": tariffID.map { .string($0) },
      "tariffName": tariffName.map { .string($0) }, "plan": plan?.json, "scheduledChange": scheduledChange?.json,
      "services": .array(services.map(\.json)), "trustPayment": trustPayment?.json, "hold": hold?.json,
      "prepayment": prepayment?.json,
      "lastPayment": lastPayment?.json, "recommendedPayment": recommendedPayment?.json, "asOf": asOf.json,
      "freshFor": .integer(Int64(freshFor)),
    ])
  }
}

extension Account.Block: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "block")
    self.init(code: try fields.string("code"), since: try fields.optional("since"))
  }

  package var json: JSON { .members(["code": .string(code), "since": since?.json]) }
}

extension Account.Holder: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "holder")
    self.init(
      name: try fields.optionalString("name") ?? "", birthday: try fields.optional("birthday"),
      address: try fields.optionalString("address"))
  }

  package var json: JSON {
    .members(["name": .string(name), "birthday": birthday?.json, "address": address.map { .string($0) }])
  }
}

extension Account.Prepayment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    self.init(until: try Fields(json, "prepayment").value("until"))
  }

  package var json: JSON { ["until": until.json] }
}

extension Account.LastPayment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "lastPayment")
    self.init(amount: try fields.value("amount"), date: try fields.value("date"))
  }

  package var json: JSON { ["amount": amount.json, "date": date.json] }
}
