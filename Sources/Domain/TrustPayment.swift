import JSON

/// A trust payment («обещанный платёж») that was taken: the provider raises the credit limit until a day.
package struct TrustPayment: Sendable, Equatable {
  package enum State: String, Sendable {
    case active, repaid, expired
  }

  package let id: String
  package let amount: Money
  package let fee: Money
  package let takenOn: CivilDate
  /// The last day on which it holds; without repayment the account is blocked on the next.
  package let until: CivilDate
  package let state: State

  package init(id: String, amount: Money, fee: Money, takenOn: CivilDate, until: CivilDate, state: State) {
    self.id = id
    self.amount = amount
    self.fee = fee
    self.takenOn = takenOn
    self.until = until
    self.state = state
  }

  /// What it is on a day, with the balance of that day: repaid as soon as the balance is not negative.
  package func state(on day: CivilDate, balance: Money) -> State {
    switch state {
    case .repaid, .expired: state
    case .active where !balance.isNegative && day > takenOn: .repaid
    case .active: day > until ? .expired : .active
    }
  }
}

extension TrustPayment: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "trustPayment")
    self.init(
      id: try fields.string("id"), amount: try fields.value("amount"), fee: try fields.value("fee"),
      takenOn: try fields.value("takenOn"), until: try fields.value("until"), state: try fields.choice("state"))
  }

  package var json: JSON {
    [
      "id": .string(id), "amount": amount.json, "fee": fee.json, "takenOn": takenOn.json, "until": until.json,
      "state": .string(state.rawValue),
    ]
  }
}
