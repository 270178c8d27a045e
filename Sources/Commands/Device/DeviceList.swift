import Arguments
import Domain
import JSON
import Language
import Terminal

/// `kabinet device list`
struct DeviceList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .deviceListSummary,
    examples: [.init("kabinet device list", .deviceListExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["incidents", "usage"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let devices = try session.devices()
    session.tellAge()
    try world.console.answer(DeviceList.answer(devices))
    if devices.isEmpty { session.tellNone(.devices, .devicesNone) }
    return .done
  }

  /// Name, kind, serial number, on line or not, readings.
  static func answer(_ devices: [Device]) -> Answer {
    let columns: [Table.Column] = [
      .init(.nameColumn, minimum: 10), .init(.deviceKindColumn), .init(.deviceSerial), .init(.stateWord),
      .init(.deviceReadings, minimum: 12),
    ]
    let rows = devices.map { device in
      [
        Line(verbatim: device.name), .dual(.deviceKind(device.kind), machine: device.kind),
        Line(verbatim: device.serial ?? ""), state(device.isOnline), readings(device),
      ]
    }
    return Answer(
      kind: "devices", json: ["devices": .array(devices.map(\.json))],
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }

  private static func state(_ isOnline: Bool?) -> Line {
    switch isOnline {
    case true?: .dual(.deviceOnline, machine: "online", .good)
    case false?: .dual(.deviceOffline, machine: "offline", .bad)
    case nil: Line()
    }
  }

  private static func readings(_ device: Device) -> Line {
    let phrases = device.readings.map { Phrase.deviceReading($0.name, $0.value) }
    let machine = device.readings.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    return .dual(
      Phrase(phrases.map(\.russian).joined(separator: ", "), phrases.map(\.english).joined(separator: ", ")),
      machine: machine)
  }
}
