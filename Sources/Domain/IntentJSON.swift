import JSON

extension Intent: JSONConvertible {
  /// A damaged or impossible intent is an error, never a guess: the state must follow from the history.
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "intent")
    self.init(
      key: try fields.string("key"), account: try fields.string("account"), action: try fields.value("action"),
      body: try fields.string("body"), terms: try fields.optional("terms"), created: try fields.value("created"),
      validUntil: try fields.optional("validUntil"), dependsOn: try fields.optionalString("dependsOn"))
    let refusal: Reason? = try fields.optional("refusal")
    for step: Step in try fields.list("history") {
      do {
        try apply(step.event, at: step.at, note: step.note)
      } catch {
        throw fields.error("history", "\(error.event.rawValue) cannot follow \(error.state.rawValue)")
      }
    }
    guard state == (try fields.choice("state")) else {
      throw fields.error("state", "it does not follow from the history")
    }
    try restore(refusal: refusal, fields: fields)
  }

  package var json: JSON {
    .members([
      "key": .string(key), "account": .string(account), "action": action.json, "body": .string(body),
      "terms": terms?.json, "created": created.json, "validUntil": validUntil?.json,
      "dependsOn": dependsOn.map { .string($0) }, "state": .string(state.rawValue),
      "history": .array(history.map(\.json)), "refusal": refusal?.json, "reference": reference.map { .string($0) },
      "link": link.map { .string($0) },
      "discrepancies": discrepancies.isEmpty ? nil : .array(discrepancies.map(\.json)),
    ])
  }
}

extension Intent.Step: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "step")
    self.init(at: try fields.value("at"), event: try fields.choice("event"), note: try fields.optionalString("note"))
  }

  package var json: JSON {
    .members(["at": at.json, "event": .string(event.rawValue), "note": note.map { .string($0) }])
  }
}

extension Intent.Discrepancy: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "discrepancy")
    self.init(at: try fields.value("at"), note: try fields.string("note"))
  }

  package var json: JSON { ["at": at.json, "note": .string(note)] }
}
