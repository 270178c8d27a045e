import JSON

/// One operation of the account's ledger, with the balance after it.
package struct LedgerEntry: Sendable, Equatable {
  /// What an operation is. Kinds that we do not know are kept as they came.
  package struct Kind: RawRepresentable, Sendable, Hashable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    package static let payment = Kind(rawValue: "payment")
    /// A regular charge of a tariff or a service.
    package static let charge = Kind(rawValue: "charge")
    /// A one-off fee: of a tariff change, of a trust payment.
    package static let fee = Kind(rawValue: "fee")
    package static let compensation = Kind(rawValue: "compensation")
    package static let refund = Kind(rawValue: "refund")
    package static let bonus = Kind(rawValue: "bonus")
    package static let adjustment = Kind(rawValue: "adjustment")

    package static let known: [Kind] = [.payment, .charge, .fee, .compensation, .refund, .bonus, .adjustment]
  }

  /// Our contiguous number within the shelf, from 1; 0 until the store has given one.
  package var seq: Int
  /// The provider's identity of the operation.
  package let id: String
  package let time: Timestamp
  /// The provider's calendar day: it decides the month of a statement.
  package let date: CivilDate
  package let kind: Kind
  /// Signed: payments are positive, charges negative.
  package let amount: Money
  /// The balance after the operation.
  package let balance: Money
  package let text: String
  /// The id of the service or tariff that was charged.
  package let service: String?
  /// The id of the payment method.
  package let method: String?
  /// The key of the intent that caused it, where the provider honours keys.
  package let key: String?

  package init(
    seq: Int = 0, id: String, time: Timestamp, date: CivilDate, kind: Kind, amount: Money, balance: Money, text: String,
    service: String? = nil, method: String? = nil, key: String? = nil
  ) {
    self.seq = seq
    self.id = id
    self.time = time
    self.date = date
    self.kind = kind
    self.amount = amount
    self.balance = balance
    self.text = text
    self.service = service
    self.method = method
    self.key = key
  }
}

extension LedgerEntry: JSONConvertible {
  /// Flat, because there are a hundred thousand of them: `amount` and `balance` are minor units of `currency`.
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "entry")
    guard let currency = Currency(try fields.string("currency")) else {
      throw fields.error("currency", "an ISO 4217 code is due")
    }
    self.init(
      seq: try fields.optionalCount("seq") ?? 0,
      id: try fields.string("id"),
      time: try fields.value("time"),
      date: try fields.value("date"),
      kind: Kind(rawValue: try fields.string("kind")),
      amount: Money(minor: try fields.integer("amount"), currency: currency),
      balance: Money(minor: try fields.integer("balance"), currency: currency),
      text: try fields.optionalString("text") ?? "",
      service: try fields.optionalString("service"),
      method: try fields.optionalString("method"),
      key: try fields.optionalString("key"))
  }

  package var json: JSON {
    .members([
      "seq": seq > 0 ? .integer(Int64(seq)) : nil,
      "id": .string(id),
      "time": time.json,
      "date": date.json,
      "kind": .string(kind.rawValue),
      "amount": .integer(amount.minor),
      "balance": .integer(balance.minor),
      "currency": .string(amount.currency.code),
      "text": .string(text),
      "service": service.map { .string($0) },
      "method": method.map { .string($0) },
      "key": key.map { .string($0) },
    ])
  }
}
