import JSON

/// The provider's programme of inviting friends, as it stands for this account.
package struct Referral: Sendable, Equatable {
  package struct Friend: Sendable, Equatable {
    /// Others are kept.
    package struct State: RawRepresentable, Sendable, Hashable {
      package let rawValue: String

      package init(rawValue: String) { self.rawValue = rawValue }

      package static let invited = State(rawValue: "invited")
      package static let inWork = State(rawValue: "in-work")
      package static let joined = State(rawValue: "joined")
      package static let cancelled = State(rawValue: "cancelled")
    }

    package let id: String
    package let name: String
    package let phone: String?
    package let state: State
    package let bonus: Money?

    package init(id: String, name: String, phone: String? = nil, state: State, bonus: Money? = nil) {
      self.id = id
      self.name = name
      self.phone = phone
      self.state = state
      self.bonus = bonus
    }
  }

  package let id: String
  /// What a friend opens to become a subscriber.
  package let link: String?
  /// Earned and not yet taken.
  package let bonus: Money
  package let friends: [Friend]

  package init(id: String = "referral", link: String? = nil, bonus: Money, friends: [Friend] = []) {
    self.id = id
    self.link = link
    self.bonus = bonus
    self.friends = friends
  }
}

extension Referral: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "referral")
    self.init(
      id: try fields.string("id"), link: try fields.optionalString("link"), bonus: try fields.value("bonus"),
      friends: try fields.list("friends"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "link": link.map { .string($0) }, "bonus": bonus.json,
      "friends": friends.isEmpty ? nil : .array(friends.map(\.json)),
    ])
  }
}

extension Referral.Friend: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "friend")
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), phone: try fields.optionalString("phone"),
      state: State(rawValue: try fields.string("state")), bonus: try fields.optional("bonus"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": .string(name), "phone": phone.map { .string($0) }, "state": .string(state.rawValue),
      "bonus": bonus?.json,
    ])
  }
}
