import JSON

/// Equipment at the subscriber's that the provider knows: an optical terminal, a router, a set-top box.
package struct Device: Sendable, Equatable {
  /// A reading of the device; known names are `signal` (dBm), `distance`, `temperature` (°C); others are kept.
  package struct Reading: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package let id: String
  package let name: String
  /// `onu`, `router`, `set-top-box`, ...; others are kept.
  package let kind: String
  /// The serial number or the MAC address.
  package let serial: String?
  /// Nil where the provider does not see it.
  package let isOnline: Bool?
  package let readings: [Reading]

  package init(
    id: String, name: String, kind: String, serial: String? = nil, isOnline: Bool? = nil, readings: [Reading] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.serial = serial
    self.isOnline = isOnline
    self.readings = readings
  }
}

extension Device: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "device")
    self.init(
      id: try fields.string("id"), name: try fields.string("name"), kind: try fields.string("kind"),
      serial: try fields.optionalString("serial"),
      isOnline: fields.has("online") ? try fields.bool("online", default: false) : nil,
      readings: try fields.list("readings"))
  }

  package var json: JSON {
    .members([
      "id": .string(id), "name": .string(name), "kind": .string(kind), "serial": serial.map { .string($0) },
      "online": isOnline.map { .bool($0) }, "readings": readings.isEmpty ? nil : .array(readings.map(\.json)),
    ])
  }
}

extension Device.Reading: JSONConvertible {
  package init(json: JSON) throws(FieldError) {
    let fields = try Fields(json, "reading")
    self.init(name: try fields.string("name"), value: try fields.string("value"))
  }

  package var json: JSON { ["name": .string(name), "value": .string(value)] }
}
