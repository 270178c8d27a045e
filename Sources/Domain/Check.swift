import JSON

/// The answer to a dry run of an action: whether it can be done, for how much, with what effect.
package struct Check: Sendable, Equatable {
  package let eligibility: Eligibility
  /// What it costs at once, beside the fee: the amount of a payment.
  package let price: Money?
  /// The one-off fee of doing it: a commission, the price of a trust payment or of a change at once.
  package let fee: Money?
  /// What is granted: the sum of a trust payment.
  package let grants: Money?
  /// For how many days it holds.
  package let termDays: Int?
  package let effectiveOn: CivilDate?
  /// The provider's reference to these terms; sent back with the intent so that no other terms can be applied.
  package let quote: String?
  package let expires: Timestamp?
  package let before: Effect?
  package let after: Effect?

  /// The account's terms on one side of the action.
  package struct Effect: Sendable, Equatable {
    package let balance: Money?
    package let credit: Money?
    package let tariff: String?
    /// All regular fees of a period together.
    package let periodFee: Money?
    /// Names of the services with their fees, so that an added paid option is seen.
    package let services: [Service]
    package let paidUntil: CivilDate?

    package init(
      balance: Money? = nil, credit: Money? = nil, tariff: String? = nil, periodFee: Money? = nil,
      services: [Service] = [], paidUntil: CivilDate? = nil
    ) {
      self.balance = balance
      self.credit = credit
      self.tariff = tariff
      self.periodFee = periodFee
      self.services = services
      self.paidUntil = paidUntil
    }
  }

  package init(
    eligibility: Eligibility, price: Money? = nil, fee: Money? = nil, grants: Money? = nil, termDays: Int? = nil,
    effectiveOn: CivilDate? = nil, quote: String? = nil, expires: Timestamp? = nil, before: Effect? = nil,
    after: Effect? = nil
  ) {
    self.eligibility = eligibility
    self.price = price
    self.fee = fee
    self.grants = grants
    self.termDays = termDays
    self.effectiveOn = effectiveOn
    self.quote = quote
    self.expires = expires
    self.before = before
    self.after = after
  }
}

extension Check: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "check")
    self.init(
      eligibility: try Eligibility(json: json), price: try fields.optional("price"), fee: try fields.optional("fee"),
      grants: try fields.optional("grants"), termDays: try fields.optionalCount("termDays", limit: 36_600),
      effectiveOn: try fields.optional("effectiveOn"), quote: try fields.optionalString("quote"),
      expires: try fields.optional("expires"), before: try fields.optional("before"),
      after: try fields.optional("after"))
  }

  package var json: JSON {
    guard case .object(var members) = eligibility.json else { return .null }
    let rest: [String: JSON?] = [
      "price": price?.json, "fee": fee?.json, "grants": grants?.json, "termDays": termDays.map { .integer(Int64($0)) },
      "effectiveOn": effectiveOn?.json, "quote": quote.map { .string($0) }, "expires": expires?.json,
      "before": before?.json, "after": after?.json,
    ]
    members.merge(rest.compactMapValues { $0 }) { _, new in new }
    return .object(members)
  }
}

extension Check.Effect: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "effect")
    self.init(
      balance: try fields.optional("balance"), credit: try fields.optional("credit"),
      tariff: try fields.optionalString("tariff"), periodFee: try fields.optional("periodFee"),
      services: try fields.list("services"), paidUntil: try fields.optional("paidUntil"))
  }

  package var json: JSON {
    .members([
      "balance": balance?.json, "credit": credit?.json, "tariff": tariff.map { .string($0) },
      "periodFee": periodFee?.json, "services": .array(services.map(\.json)), "paidUntil": paidUntil?.json,
    ])
  }
}
