import JSON

/// How the provider can reach the person, and what they may change themselves. The name is the account's holder's.
package struct Profile: Sendable, Equatable {
  package enum Field: String, Sendable, CaseIterable {
    case name, phone, mobile, email
  }

  package let id: String
  package let phones: [String]
  package let mobiles: [String]
  package let emails: [String]
  package let contractDate: CivilDate?
  /// What the provider lets a subscriber change.
  package let editable: [Field]

  package init(
    id: String = "profile", phones: [String] = [], mobiles: [String] = [], emails: [String] = [],
    contractDate: CivilDate? = nil, editable: [Field] = []
  ) {
    self.id = id
    self.phones = phones
    self.mobiles = mobiles
    self.emails = emails
    self.contractDate = contractDate
    self.editable = editable
  }

  package func values(_ field: Field) -> [String] {
    switch field {
    case .name: []
    case .phone: phones
    case .mobile: mobiles
    case .email: emails
    }
  }
}

extension Profile: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "profile")
    self.init(
      id: try fields.string("id"), phones: try fields.strings("phones"),
      mobiles: try fields.strings("mobiles"), emails: try fields.strings("emails"),
      contractDate: try fields.optional("contractDate"),
      // What a newer version lets one change is not asked for here.
      editable: try fields.strings("editable").compactMap { Field(rawValue: $0) })
  }

  package var json: JSON {
    .members([
      "id": .string(id), "phones": .strings(phones), "mobiles": .strings(mobiles),
      "emails": .strings(emails), "contractDate": contractDate?.json, "editable": .strings(editable.map(\.rawValue)),
    ])
  }
}
