import Domain
import JSON

/// What the provider knows of one key, for ever.
struct IntentRecord: Sendable, Equatable {
  enum Outcome: Sendable, Equatable {
    case done(reference: String)
    /// Waits for the person to pay on a page.
    case accepted
    case rejected(Reason)
    case fenced
  }

  let key: String
  /// Nil when the key was fenced before anything was asked under it.
  let order: Order?
  var outcome: Outcome

  var isOpen: Bool { outcome == .accepted }

  func json(link: String) -> JSON {
    var members: [String: JSON] = ["key": .string(key)]
    members["action"] = order?.action.json
    switch outcome {
    case .done(let reference): members.merge(["state": "done", "reference": .string(reference)]) { $1 }
    case .accepted: members.merge(["state": "accepted", "link": .string(link)]) { $1 }
    case .rejected(let reason): members.merge(["state": "rejected", "reason": reason.json]) { $1 }
    case .fenced: members["state"] = "fenced"
    }
    return .object(members)
  }
}

/// The body of an intent.
struct Order: Sendable, Equatable, JSONConvertible {
  let action: Action
  let quote: String?

  init(action: Action, quote: String?) {
    self.action = action
    self.quote = quote
  }

  init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "intent")
    self.init(action: try fields.value("action"), quote: try fields.optionalString("quote"))
  }

  var json: JSON { .members(["action": action.json, "quote": quote.map { .string($0) }]) }
}
