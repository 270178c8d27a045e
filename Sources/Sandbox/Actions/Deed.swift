import Domain
import JSON

/// Something that happened to the sandbox and must be remembered. History and the list of deeds are the whole state.
enum Deed: Sendable, Equatable {
  case order(account: String, key: String, Order)
  case fence(account: String, key: String)
  /// The person paid on the page of a link.
  case confirm(account: String, key: String)
  /// The office corrects a ledger.
  case correct(account: String, kind: String, amount: Int64, text: String)
  case incident(number: Int, area: String, hours: Int)
  /// The virtual clock was moved on.
  case advance(seconds: Int64)
  case access(AccessDeed)

  var account: String? {
    switch self {
    case .order(let account, _, _), .fence(let account, _), .confirm(let account, _), .correct(let account, _, _, _):
      account
    case .incident, .advance, .access: nil
    }
  }
}

extension Deed: JSONConvertible {
  init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "deed")
    let name = try fields.string("do")
    switch name {
    case "order":
      self = .order(
        account: try fields.string("account"), key: try fields.string("key"), try fields.value("order"))
    case "fence": self = .fence(account: try fields.string("account"), key: try fields.string("key"))
    case "confirm": self = .confirm(account: try fields.string("account"), key: try fields.string("key"))
    case "correct":
      self = .correct(
        account: try fields.string("account"), kind: try fields.string("kind"), amount: try fields.integer("amount"),
        text: try fields.string("text"))
    case "incident":
      self = .incident(
        number: try fields.count("number"), area: try fields.string("area"), hours: try fields.count("hours"))
    case "advance": self = .advance(seconds: try fields.integer("seconds"))
    case "access": self = .access(try fields.value("access"))
    default: throw fields.error("do", "a deed that this version knows is due, not \(name.prefix(20))")
    }
  }

  var json: JSON {
    switch self {
    case .order(let account, let key, let order):
      ["do": "order", "account": .string(account), "key": .string(key), "order": order.json]
    case .fence(let account, let key): ["do": "fence", "account": .string(account), "key": .string(key)]
    case .confirm(let account, let key): ["do": "confirm", "account": .string(account), "key": .string(key)]
    case .correct(let account, let kind, let amount, let text):
      [
        "do": "correct", "account": .string(account), "kind": .string(kind), "amount": .integer(amount),
        "text": .string(text),
      ]
    case .incident(let number, let area, let hours):
      ["do": "incident", "number": .integer(Int64(number)), "area": .string(area), "hours": .integer(Int64(hours))]
    case .advance(let seconds): ["do": "advance", "seconds": .integer(seconds)]
    case .access(let access): ["do": "access", "access": access.json]
    }
  }
}
