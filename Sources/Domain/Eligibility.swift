import JSON

/// Why something cannot be had, and what would help. Codes and labels as in TMF679.
package struct Reason: Sendable, Equatable {
  /// A stable word: `debt`, `archived`, `change-already-scheduled`; sentences for the known ones are in the catalogue.
  package let code: String
  package let label: LocalizedText
  package let remedy: LocalizedText?

  package init(code: String, label: LocalizedText, remedy: LocalizedText? = nil) {
    self.code = code
    self.label = label
    self.remedy = remedy
  }
}

/// Whether this account can have something, by the provider's word.
package struct Eligibility: Sendable, Equatable {
  package let available: Bool
  /// The account has it already.
  package let active: Bool
  /// The day from which it can be had, where the provider knows.
  package let availableFrom: CivilDate?
  package let reasons: [Reason]

  package init(available: Bool, active: Bool = false, availableFrom: CivilDate? = nil, reasons: [Reason] = []) {
    self.available = available
    self.active = active
    self.availableFrom = availableFrom
    self.reasons = reasons
  }
}

extension Reason: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "reason")
    self.init(
      code: try fields.string("code"), label: try fields.value("label"), remedy: try fields.optional("remedy"))
  }

  package var json: JSON {
    .members(["code": .string(code), "label": label.json, "remedy": remedy?.json])
  }
}

extension Eligibility: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "eligibility")
    self.init(
      available: try fields.bool("available", default: false), active: try fields.bool("active", default: false),
      availableFrom: try fields.optional("availableFrom"), reasons: try fields.list("reasons"))
  }

  package var json: JSON {
    .members([
      "available": .bool(available), "active": .bool(active), "availableFrom": availableFrom?.json,
      "reasons": .array(reasons.map(\.json)),
    ])
  }
}
