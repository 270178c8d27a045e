import JSON

/// The at-most-once token of one try in one period: durable, with the intent, before that intent is made.
///
/// Period and number follow from what every machine of the subscriber can see (the rule's name, the provider's calendar,
/// the provider's own refusals), and the key follows from them: two machines with the same rule ask for one payment.
package struct AutopayClaim: Sendable, Equatable {
  /// What is claimed, before the intent is made.
  package struct Slot: Sendable, Equatable {
    /// `2026-11` for a day of the month, `2026-11-21` for the other triggers, `2026-11-21-trust` for a trust payment.
    package let period: String
    /// 1, and one more after each refusal by the provider; at most 9.
    package let number: Int

    package init(period: String, number: Int) {
      self.period = period
      self.number = number
    }

    /// The name of the claim's file.
    package var name: String { "\(period)-\(number)" }
  }

  package let rule: String
  package let slot: Slot
  /// The provider's day of the try.
  package let on: CivilDate
  package let intent: Intent

  package init(rule: String, slot: Slot, on: CivilDate, intent: Intent) {
    self.rule = rule
    self.slot = slot
    self.on = on
    self.intent = intent
  }

  package static let highestNumber = 9

  /// The beginning of the keys of a period: `auto-<account>-<rule>-<period>-`.
  ///
  /// - Parameter identity: 16 hexadecimal digits that stand for the account, the same on each machine.
  package static func keyPrefix(identity: String, rule: String, period: String) -> String {
    keyPrefix(identity: identity, rule: rule) + period + "-"
  }

  /// The beginning of all keys of a rule. The year follows: another rule's name cannot pass for this one with its period.
  static func keyPrefix(identity: String, rule: String) -> String { "auto-\(identity)-\(rule)-" }
}

extension AutopayClaim: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "claim")
    self.init(
      rule: try fields.string("rule"),
      slot: Slot(
        period: try fields.string("period"),
        number: try fields.count("number", limit: AutopayClaim.highestNumber)),
      on: try fields.value("on"), intent: try fields.value("intent"))
  }

  package var json: JSON {
    [
      "rule": .string(rule), "period": .string(slot.period), "number": .integer(Int64(slot.number)), "on": on.json,
      "intent": intent.json,
    ]
  }
}

/// A claim with what became of its intent.
package struct AutopayAttempt: Sendable, Equatable {
  package let claim: AutopayClaim
  /// As it stands now; the claim's own where no other record is there.
  package let intent: Intent

  package init(claim: AutopayClaim, intent: Intent) {
    self.claim = claim
    self.intent = intent
  }

  package var isDeclined: Bool { intent.state == .rejected }

  /// What it may have cost with its fee, in the account's currency; nil when it provably cost nothing.
  var cost: Money? {
    switch intent.state {
    case .rejected, .expired, .cancelled, .notExecuted: nil
    case .queued, .sending, .accepted, .unknown, .fencing, .confirmed:
      intent.amount.flatMap { amount in intent.terms?.fee.map { amount.adding($0) } ?? amount }
    }
  }
}
