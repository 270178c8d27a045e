import JSON

/// A stretch of being connected, with what went through.
package struct UsageSession: Sendable, Equatable {
  package let id: String
  /// Nil where the provider tells only how long it lasted.
  package let start: Timestamp?
  package let seconds: Int64
  /// Octets to the subscriber.
  package let received: Int64
  /// Octets from the subscriber.
  package let sent: Int64
  /// The subscriber's IP address.
  package let address: String?
  package let isActive: Bool

  package init(
    id: String, start: Timestamp? = nil, seconds: Int64, received: Int64, sent: Int64, address: String? = nil,
    isActive: Bool = false
  ) {
    self.id = id
    self.start = start
    self.seconds = seconds
    self.received = received
    self.sent = sent
    self.address = address
    self.isActive = isActive
  }
}

extension UsageSession: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "session")
    self.init(
      id: try fields.string("id"), start: try fields.optional("start"), seconds: try fields.integer("seconds"),
      received: try fields.integer("received"), sent: try fields.integer("sent"),
      address: try fields.optionalString("address"), isActive: try fields.bool("active", default: false))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "start": start?.json, "seconds": .integer(seconds), "received": .integer(received),
      "sent": .integer(sent), "address": address.map { .string($0) }, "active": .bool(isActive),
    ])
  }
}
