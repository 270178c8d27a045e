import JSON

/// A rule by which payments are made without a person: when, how much, and within which caps.
package struct AutopayRule: Sendable, Equatable {
  package enum Trigger: Sendable, Equatable {
    /// The balance is below this.
    case below(Money)
    /// This day of the month has come; the last day in a month that is shorter.
    case dayOfMonth(Int)
    /// So many days or fewer are left until the service is turned off.
    case daysBeforeTurnOff(Int)
  }

  package enum Amount: Sendable, Equatable {
    case fixed(Money)
    /// What is missing to a balance.
    case upTo(Money)
  }

  /// What is paid, when, and how much at most.
  package struct Payment: Sendable, Equatable {
    package let trigger: Trigger
    package let amount: Amount
    /// The id of a payment method; nil: the provider's default.
    package let method: String?
    /// With the fee, for one payment.
    package let paymentCap: Money
    /// With the fees, for a month of the provider's calendar; a payment whose outcome is open counts.
    package let monthCap: Money

    package init(trigger: Trigger, amount: Amount, method: String?, paymentCap: Money, monthCap: Money) {
      self.trigger = trigger
      self.amount = amount
      self.method = method
      self.paymentCap = paymentCap
      self.monthCap = monthCap
    }
  }

  /// Why a rule does nothing any more.
  package struct Stop: Sendable, Equatable {
    package enum Cause: String, Sendable {
      /// A person turned it off.
      case off
      /// Three payments in a row were declined.
      case declined
    }

    package let cause: Cause
    package let on: CivilDate

    package init(_ cause: Cause, on: CivilDate) {
      self.cause = cause
      self.on = on
    }
  }

  /// 1 to 20 of `a-z 0-9 -`: a part of keys and file names.
  package let name: String
  /// The shelf of the account.
  package let account: String
  /// Nil: the rule only takes trust payments.
  package let payment: Payment?
  /// Takes a trust payment on the day of the turn-off, when it is to be had.
  package let takesTrustPayment: Bool
  /// The last day of the rule, by the provider's calendar.
  package let enabledUntil: CivilDate?
  /// The provider's day on which it was set: days of the month before it are not made up.
  package let since: CivilDate
  package var stop: Stop?

  package static let defaultName = "main"

  package init(
    name: String, account: String, payment: Payment?, takesTrustPayment: Bool = false, enabledUntil: CivilDate? = nil,
    since: CivilDate, stop: Stop? = nil
  ) {
    self.name = name
    self.account = account
    self.payment = payment
    self.takesTrustPayment = takesTrustPayment
    self.enabledUntil = enabledUntil
    self.since = since
    self.stop = stop
  }

  package static func isName(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}

extension AutopayRule: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "rule")
    let name = try fields.string("name")
    guard AutopayRule.isName(name) else { throw fields.error("name", "1 to 20 of a-z, 0-9 and - are due") }
    self.init(
      name: name, account: try fields.string("account"), payment: try fields.optional("payment"),
      takesTrustPayment: try fields.bool("trustPayment", default: false),
      enabledUntil: try fields.optional("enabledUntil"), since: try fields.value("since"),
      stop: try fields.optional("stop"))
  }

  package var json: JSON {
    .members([
      "name": .string(name), "account": .string(account), "payment": payment?.json,
      "trustPayment": .bool(takesTrustPayment), "enabledUntil": enabledUntil?.json, "since": since.json,
      "stop": stop?.json,
    ])
  }
}

extension AutopayRule.Payment: JSONConvertible {
  /// `{"below":{…},"amount":{…},"paymentCap":{…},"monthCap":{…}}`: one of `below`, `dayOfMonth`, `daysBeforeTurnOff`, and
  /// one of `amount`, `upTo`.
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "payment")
    let trigger: AutopayRule.Trigger
    if let limit: Money = try fields.optional("below") {
      trigger = .below(limit)
    } else if let day = try fields.optionalCount("dayOfMonth", limit: 31), day > 0 {
      trigger = .dayOfMonth(day)
    } else {
      trigger = .daysBeforeTurnOff(try fields.count("daysBeforeTurnOff", limit: 366))
    }
    let amount: AutopayRule.Amount
    if let fixed: Money = try fields.optional("amount") {
      amount = .fixed(fixed)
    } else {
      amount = .upTo(try fields.value("upTo"))
    }
    self.init(
      trigger: trigger, amount: amount, method: try fields.optionalString("method"),
      paymentCap: try fields.value("paymentCap"), monthCap: try fields.value("monthCap"))
  }

  package var json: JSON {
    var members: [String: JSON] = ["paymentCap": paymentCap.json, "monthCap": monthCap.json]
    members["method"] = method.map { .string($0) }
    switch trigger {
    case .below(let limit): members["below"] = limit.json
    case .dayOfMonth(let day): members["dayOfMonth"] = .integer(Int64(day))
    case .daysBeforeTurnOff(let days): members["daysBeforeTurnOff"] = .integer(Int64(days))
    }
    switch amount {
    case .fixed(let amount): members["amount"] = amount.json
    case .upTo(let target): members["upTo"] = target.json
    }
    return .object(members)
  }
}

extension AutopayRule.Stop: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "stop")
    self.init(try fields.choice("cause"), on: try fields.value("on"))
  }

  package var json: JSON { ["cause": .string(cause.rawValue), "on": on.json] }
}
