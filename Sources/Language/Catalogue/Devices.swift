/// Equipment at the subscriber's.
extension Phrase {
  package static let deviceNoun = Phrase("оборудование у вас дома", "the equipment at your place")
  package static let deviceListSummary = Phrase(
    "оборудование, как его видит провайдер", "the equipment as the provider sees it")
  package static let deviceListExample = Phrase(
    "в сети ли терминал, каков сигнал", "whether it is online, and its signal")
  package static let deviceKindColumn = Phrase("Вид", "Kind")
  package static let deviceSerial = Phrase("Серийный номер", "Serial number")
  package static let deviceReadings = Phrase("Показания", "Readings")
  package static let deviceOnline = Phrase("в сети", "online")
  package static let deviceOffline = Phrase("не в сети", "offline")
  package static let devicesNone = Phrase(
    "Провайдер не сообщает об оборудовании.", "The provider tells of no equipment.")
  package static func deviceKind(_ kind: String) -> Phrase {
    switch kind {
    case "onu": Phrase("оптический терминал", "optical terminal")
    case "router": Phrase("роутер", "router")
    case "set-top-box": Phrase("ТВ-приставка", "set-top box")
    default: Phrase(verbatim: kind)
    }
  }
  package static func deviceReading(_ name: String, _ value: String) -> Phrase {
    switch name {
    case "signal": Phrase("сигнал \(value) дБм", "signal \(value) dBm")
    case "distance": Phrase("длина линии \(value)", "distance \(value)")
    case "temperature": Phrase("\(value) °C", "\(value) °C")
    default: Phrase(verbatim: "\(name): \(value)")
    }
  }
}
