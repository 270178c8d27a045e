import JSON

extension Action: JSONConvertible {
  /// `{"action":"pay","amount":{...},"method":"card"}`, `{"action":"tariff-switch","tariff":"home-300","when":"next-period"}`
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "action")
    switch try fields.choice("action", as: Kind.self) {
    case .pay: self = .pay(amount: try fields.value("amount"), method: try fields.optionalString("method"))
    case .takeTrustPayment: self = .takeTrustPayment
    case .switchTariff: self = .switchTariff(id: try fields.string("tariff"), when: try fields.value("when"))
    case .cancelTariffChange: self = .cancelTariffChange
    case .openTicket:
      self = .openTicket(
        subject: try fields.string("subject"), text: try fields.string("text"),
        topic: try fields.optionalString("topic"))
    case .replyTicket: self = .replyTicket(id: try fields.string("ticket"), text: try fields.string("text"))
    case .closeTicket: self = .closeTicket(id: try fields.string("ticket"))
    case .startHold: self = .startHold(from: try fields.optional("from"), until: try fields.optional("until"))
    case .cancelHold: self = .cancelHold
    case .redeemVoucher:
      self = .redeemVoucher(code: try fields.string("code"), serial: try fields.optionalString("serial"))
    case .setProfile:
      self = .setProfile(
        try Action.profile(fields), confirmation: try fields.optionalString("confirmation"))
    case .inviteFriend: self = .inviteFriend(name: try fields.string("name"), phone: try fields.string("phone"))
    case .claimReferralBonus: self = .claimReferralBonus
    case .stopAutopayment: self = .stopAutopayment(id: try fields.string("autopayment"))
    case .readNotices: self = .readNotices
    case .requestInvoice: self = .requestInvoice(amount: try fields.value("amount"))
    }
  }

  package var json: JSON {
    var members: [String: JSON] = ["action": .string(kind.rawValue)]
    switch self {
    case .pay(let amount, let method):
      members["amount"] = amount.json
      members["method"] = method.map { .string($0) }
    case .switchTariff(let id, let when):
      members["tariff"] = .string(id)
      members["when"] = when.json
    case .openTicket(let subject, let text, let topic):
      members["subject"] = .string(subject)
      members["text"] = .string(text)
      members["topic"] = topic.map { .string($0) }
    case .replyTicket(let id, let text):
      members["ticket"] = .string(id)
      members["text"] = .string(text)
    case .closeTicket(let id): members["ticket"] = .string(id)
    case .startHold(let from, let until):
      members["from"] = from?.json
      members["until"] = until?.json
    case .redeemVoucher(let code, let serial):
      members["code"] = .string(code)
      members["serial"] = serial.map { .string($0) }
    case .setProfile(let values, let confirmation):
      members["profile"] = .members(
        Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, JSON.string($0.value)) }))
      members["confirmation"] = confirmation.map { .string($0) }
    case .inviteFriend(let name, let phone):
      members["name"] = .string(name)
      members["phone"] = .string(phone)
    case .requestInvoice(let amount): members["amount"] = amount.json
    case .stopAutopayment(let id): members["autopayment"] = .string(id)
    case .takeTrustPayment, .cancelTariffChange, .cancelHold, .claimReferralBonus, .readNotices: break
    }
    return .object(members)
  }

  /// What is not understood is not passed over: half of a change would be another change.
  private static func profile(_ fields: Fields) throws(FieldError) -> [Profile.Field: String] {
    guard case .object(let members)? = fields["profile"], !members.isEmpty else {
      throw fields.error("profile", "something to change is due")
    }
    var values: [Profile.Field: String] = [:]
    for (name, value) in members {
      guard let field = Profile.Field(rawValue: name), case .string(let text) = value else {
        throw fields.error("profile", "a text is due for each of what can be changed")
      }
      values[field] = text
    }
    return values
  }
}

extension Action.When: JSONConvertible {
  /// `"next-period"`, `"now"` or a date.
  package init(json: JSON) throws(FieldError) {
    switch json {
    case "next-period": self = .nextPeriod
    case "now": self = .now
    default:
      guard let date = try? CivilDate(json: json) else {
        throw FieldError("when", "next-period, now or a date is due")
      }
      self = .on(date)
    }
  }

  package var json: JSON {
    switch self {
    case .nextPeriod: "next-period"
    case .now: "now"
    case .on(let date): date.json
    }
  }
}
