import Domain
import JSON

/// How one incident goes, told in advance; what a subscriber sees of it follows from the clock.
struct IncidentScript: Sendable, Equatable {
  struct Promise: Sendable, Equatable {
    /// When it is said, and the end that is promised then.
    let said: Timestamp
    let until: Timestamp
  }

  let id: String
  let kind: Incident.Kind
  let area: String
  let services: [String]
  let title: LocalizedText
  let details: LocalizedText
  let announced: Timestamp
  let start: Timestamp
  let end: Timestamp
  let promises: [Promise]

  /// What is known of it at a moment; nil before it is announced and 30 days after its end.
  func incident(at now: Timestamp, address: String) -> Incident? {
    guard announced <= now, now < end.adding(seconds: IncidentScript.memory) else { return nil }
    let isOver = now >= end
    return Incident(
      id: id, kind: kind, state: isOver ? .resolved : now >= start ? .open : .announced, title: title, details: details,
      services: services, isAtAddress: address.hasPrefix(area), start: start, end: isOver ? end : nil,
      estimates: promises.filter { $0.said <= now }.map { Incident.Estimate(saidAt: $0.said, until: $0.until) })
  }

  /// The moments at which something about it changes.
  var moments: [Timestamp] {
    [announced, start, end, end.adding(seconds: IncidentScript.memory)] + promises.map(\.said)
  }

  static let memory: Int64 = 30 * 86_400
  private static let hour: Int64 = 3600

  /// An outage whose estimate is postponed twice.
  static func outage(_ id: String, area: String, start: Timestamp, hours: Int64) -> IncidentScript {
    let third = hours * hour / 3
    return IncidentScript(
      id: id, kind: .outage, area: area, services: ["internet", "tv"],
      title: LocalizedText(russian: "Нет интернета: повреждён кабель", english: "No internet: a cable is damaged"),
      details: LocalizedText(
        russian: "Бригада на месте, кабель меняют.", english: "A crew is on site and replaces the cable."),
      announced: start, start: start, end: start.adding(seconds: hours * hour),
      promises: [
        Promise(said: start.adding(seconds: 600), until: start.adding(seconds: third)),
        Promise(said: start.adding(seconds: third - 600), until: start.adding(seconds: 2 * third)),
        Promise(said: start.adding(seconds: 2 * third - 300), until: start.adding(seconds: 3 * third)),
      ])
  }

  static func works(_ id: String, area: String, start: Timestamp, hours: Int64) -> IncidentScript {
    IncidentScript(
      id: id, kind: .plannedWork, area: area, services: ["internet"],
      title: LocalizedText(russian: "Плановые работы на узле связи", english: "Planned works at a network node"),
      details: LocalizedText(
        russian: "Возможны перерывы до 40 минут.", english: "Breaks of up to 40 minutes are possible."),
      announced: start.adding(seconds: -4 * 86_400), start: start, end: start.adding(seconds: hours * hour),
      promises: [
        Promise(said: start.adding(seconds: -4 * 86_400), until: start.adding(seconds: hours * hour))
      ])
  }

  static func slow(_ id: String, area: String, start: Timestamp, hours: Int64) -> IncidentScript {
    IncidentScript(
      id: id, kind: .degradation, area: area, services: ["internet"],
      title: LocalizedText(
        russian: "Вечером снижается скорость к зарубежным сайтам",
        english: "Slow access to foreign sites in the evening"),
      details: LocalizedText(russian: "Расширяем канал.", english: "The channel is being widened."), announced: start,
      start: start, end: start.adding(seconds: hours * hour),
      promises: [Promise(said: start, until: start.adding(seconds: hours * hour))])
  }
}

/// All incidents of the provider: endless, from the seed, and those that were provoked.
struct IncidentPlan: Sendable {
  let seed: UInt64
  let start: Timestamp
  var provoked: [IncidentScript] = []

  /// Scripts that may have a moment or be seen in a stretch of time.
  func scripts(from: Timestamp, to: Timestamp) -> [IncidentScript] {
    let week: Int64 = 7 * 86_400
    let first = start.seconds(until: from) / week - 7
    let last = start.seconds(until: to) / week + 2
    let regular = (first...max(first, last)).map { weekly(Int($0)) }
    return opening + regular + provoked
  }

  /// What the first day shows: an outage under way and planned works ahead.
  private var opening: [IncidentScript] {
    [
      .outage("i-start", area: "Тверь", start: start.adding(seconds: -2 * 3600), hours: 6),
      .works("w-start", area: "Тверь", start: start.adding(seconds: 2 * 86_400), hours: 4),
    ]
  }

  private func weekly(_ number: Int) -> IncidentScript {
    var chance = SplitMix64(seed: seed, name: "incident \(number)")
    let begin = start.adding(seconds: Int64(number) * 7 * 86_400 + Int64(chance.number(in: 12...140)) * 3600)
    let area = ["Тверь", "Тверская обл.", "Екатеринбург", "Казань"][chance.number(in: 0...3)]
    let id = number < 0 ? "p\(-number)" : "f\(number)"
    switch chance.number(in: 0...2) {
    case 0: return .outage("i-\(id)", area: area, start: begin, hours: Int64(chance.number(in: 2...9)))
    case 1: return .works("w-\(id)", area: area, start: begin, hours: Int64(chance.number(in: 1...5)))
    default: return .slow("s-\(id)", area: area, start: begin, hours: Int64(chance.number(in: 3...72)))
    }
  }
}
