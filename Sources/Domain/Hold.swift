import JSON

/// A voluntary suspension: the service is off and its regular fees are not taken.
package struct Hold: Sendable, Equatable {
  package let from: CivilDate
  /// The last day; nil: until it is taken back.
  package let until: CivilDate?
  package let canCancel: Bool

  package init(from: CivilDate, until: CivilDate?, canCancel: Bool = true) {
    self.from = from
    self.until = until
    self.canCancel = canCancel
  }

  package func holds(_ day: CivilDate) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}

extension Hold: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "hold")
    self.init(
      from: try fields.value("from"), until: try fields.optional("until"),
      canCancel: try fields.bool("canCancel", default: true))
  }

  package var json: JSON { .members(["from": from.json, "until": until?.json, "canCancel": .bool(canCancel)]) }
}
