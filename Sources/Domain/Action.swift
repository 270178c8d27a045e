import JSON

/// A mutation that a subscriber may ask of a provider.
package enum Action: Sendable, Equatable {
  package enum When: Sendable, Equatable {
    /// With the next billing period: free with most providers.
    case nextPeriod
    case now
    case on(CivilDate)
  }

  case pay(amount: Money, method: String?)
  case takeTrustPayment
  case switchTariff(id: String, when: When)
  case cancelTariffChange
  /// `topic` is an id of the provider's; nil leaves it to the provider.
  case openTicket(subject: String, text: String, topic: String?)
  case replyTicket(id: String, text: String)
  case closeTicket(id: String)
  /// Nil: as soon as the provider allows, and as long as it permits or until it is taken back.
  case startHold(from: CivilDate?, until: CivilDate?)
  case cancelHold

  /// The stable name: in JSON, in intents, on the wire.
  package enum Kind: String, Sendable, CaseIterable {
    case pay
    case takeTrustPayment = "trust-payment"
    case switchTariff = "tariff-switch"
    case cancelTariffChange = "tariff-cancel"
    case openTicket = "ticket-new"
    case replyTicket = "ticket-reply"
    case closeTicket = "ticket-close"
    case startHold = "hold-start"
    case cancelHold = "hold-cancel"
  }

  package var kind: Kind {
    switch self {
    case .pay: .pay
    case .takeTrustPayment: .takeTrustPayment
    case .switchTariff: .switchTariff
    case .cancelTariffChange: .cancelTariffChange
    case .openTicket: .openTicket
    case .replyTicket: .replyTicket
    case .closeTicket: .closeTicket
    case .startHold: .startHold
    case .cancelHold: .cancelHold
    }
  }

  /// Whether repeating it by mistake would cost money.
  package var movesMoney: Bool {
    switch self {
    case .pay, .takeTrustPayment, .switchTariff, .startHold: true
    case .cancelTariffChange, .openTicket, .replyTicket, .closeTicket, .cancelHold: false
    }
  }
}

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
    case .takeTrustPayment, .cancelTariffChange, .cancelHold: break
    }
    return .object(members)
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
