import JSON

/// What the home screen needs beside the account: it lies in the head, so that the screen opens no other file.
package struct HomeDigest: Sendable, Equatable {
  /// Open and announced ones at the account's address, in short, the open ones first.
  package let incidents: [Incident]
  package let unreadNotices: Int
  /// The provider's clock at the last sync: what the device's clock is corrected by.
  package let serverTime: Timestamp?
  /// The names of what the provider could do at the last sync, in order; nil where none has asked yet.
  package let capabilities: [String]?
  /// A head stays small.
  package static let mostIncidents = 3

  /// - Parameter incidents: all that the provider has told of.
  package init(
    incidents: [Incident], unreadNotices: Int, serverTime: Timestamp?, capabilities: [String]? = nil
  ) {
    let current = incidents.filter(\.isCurrentAtAddress).sorted(by: Incident.isMorePressing)
    self.incidents = current.prefix(HomeDigest.mostIncidents).map(\.inShort)
    self.unreadNotices = unreadNotices
    self.serverTime = serverTime
    self.capabilities = capabilities
  }
}

extension Incident {
  /// Whether the subscriber is concerned now or soon.
  package var isCurrentAtAddress: Bool { isAtAddress && (state == .open || state == .announced) }

  /// Open before announced before past; the past ones newest first; the id makes the order total.
  package static func isMorePressing(_ left: Incident, _ right: Incident) -> Bool {
    (left.pressing, left.isPast ? -left.start.seconds : left.start.seconds, left.id)
      < (right.pressing, right.isPast ? -right.start.seconds : right.start.seconds, right.id)
  }

  /// Over or called off.
  package var isPast: Bool { state == .resolved || state == .cancelled }
  private var pressing: Int { isPast ? 2 : state == .open ? 0 : 1 }

  /// Without the details, and with the first and the latest estimates alone.
  fileprivate var inShort: Incident {
    let estimates = estimates.count > 4 ? Array(estimates.prefix(1) + estimates.suffix(3)) : estimates
    return Incident(
      id: id, kind: kind, state: state, title: title, services: services, isAtAddress: isAtAddress, start: start,
      end: end, estimates: estimates)
  }
}

extension HomeDigest: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "digest")
    self.init(
      incidents: try fields.list("incidents"), unreadNotices: try fields.optionalCount("unreadNotices") ?? 0,
      serverTime: try fields.optional("serverTime"), capabilities: try HomeDigest.capabilities(fields))
  }

  package var json: JSON {
    .members([
      "incidents": .array(incidents.map(\.json)), "unreadNotices": .integer(Int64(unreadNotices)),
      "serverTime": serverTime?.json,
      "capabilities": capabilities.map { .array($0.map { .string($0) }) },
    ])
  }

  private static func capabilities(_ fields: Fields) throws(FieldError) -> [String]? {
    guard fields.has("capabilities") else { return nil }
    var names: [String] = []
    for case .string(let name) in try fields.array("capabilities") { names.append(name) }
    return names
  }
}
