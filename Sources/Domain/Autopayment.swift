import JSON

/// A regular payment that a payment system takes by itself, agreed with the provider and not with us.
package struct Autopayment: Sendable, Equatable {
  package let id: String
  /// The payment system, or the card by its last digits.
  package let name: String
  /// Nil where it is as much as is needed.
  package let amount: Money?
  package let last: CivilDate?
  package let next: CivilDate?

  package init(id: String, name: String, amount: Money? = nil, last: CivilDate? = nil, next: CivilDate? = nil) {
    self.id = id
    self.name = name
    self.amount = amount
    self.last = last
    self.next = next
  }
}

extension Autopayment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "autopayment")
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), amount: try fields.optional("amount"),
      last: try fields.optional("last"), next: try fields.optional("next"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": .string(name), "amount": amount?.json, "last": last?.json, "next": next?.json,
    ])
  }
}
