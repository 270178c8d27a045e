import JSON

/// An outage, a degradation or planned works, with every estimate that was ever given.
package struct Incident: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case outage, degradation
    case plannedWork = "planned-work"
  }

  package enum State: String, Sendable {
    case announced, open, resolved, cancelled
  }

  /// What was promised, and when it was said.
  package struct Estimate: Sendable, Equatable {
    package let saidAt: Timestamp
    /// When it should be over; nil: "unknown".
    package let until: Timestamp?

    package init(saidAt: Timestamp, until: Timestamp?) {
      self.saidAt = saidAt
      self.until = until
    }
  }

  package let id: String
  package let kind: Kind
  package let state: State
  package let title: LocalizedText
  package let details: LocalizedText?
  /// The ids or kinds of the services concerned: `internet`, `tv`.
  package let services: [String]
  /// Whether the account's own address is concerned.
  package let isAtAddress: Bool
  package let start: Timestamp
  package let end: Timestamp?
  /// In the order in which they were said; the last one holds.
  package let estimates: [Estimate]

  package init(
    id: String, kind: Kind, state: State, title: LocalizedText, details: LocalizedText? = nil, services: [String],
    isAtAddress: Bool, start: Timestamp, end: Timestamp? = nil, estimates: [Estimate]
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.title = title
    self.details = details
    self.services = services
    self.isAtAddress = isAtAddress
    self.start = start
    self.end = end
    self.estimates = estimates
  }

  /// The later version of the same incident, keeping every estimate that either knows.
  ///
  /// A provider that shows only its newest estimate cannot make us forget the older ones.
  package func succeeded(by newer: Incident) -> Incident {
    let kept = estimates.filter { !newer.estimates.contains($0) }
    let all = (kept + newer.estimates).sorted { $0.saidAt < $1.saidAt }
    return Incident(
      id: newer.id, kind: newer.kind, state: newer.state, title: newer.title, details: newer.details,
      services: newer.services, isAtAddress: newer.isAtAddress, start: newer.start, end: newer.end, estimates: all)
  }

  /// How many times the promised end was moved.
  package var timesPostponed: Int {
    zip(estimates, estimates.dropFirst()).count { before, after in
      guard let was = before.until, let now = after.until else { return before.until != after.until }
      return now > was
    }
  }
}

extension Incident.Estimate: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "estimate")
    self.init(saidAt: try fields.value("saidAt"), until: try fields.optional("until"))
  }

  package var json: JSON { .members(["saidAt": saidAt.json, "until": until?.json]) }
}

extension Incident: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "incident")
    var services: [String] = []
    for case .string(let service) in try fields.array("services") { services.append(service) }
    self.init(
      id: try fields.string("id"), kind: try fields.choice("kind"), state: try fields.choice("state"),
      title: try fields.value("title"), details: try fields.optional("details"), services: services,
      isAtAddress: try fields.bool("atAddress", default: false), start: try fields.value("start"),
      end: try fields.optional("end"), estimates: try fields.list("estimates"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "kind": .string(kind.rawValue), "state": .string(state.rawValue), "title": title.json,
      "details": details?.json, "services": .array(services.map { .string($0) }), "atAddress": .bool(isAtAddress),
      "start": start.json, "end": end?.json, "estimates": .array(estimates.map(\.json)),
    ])
  }
}
