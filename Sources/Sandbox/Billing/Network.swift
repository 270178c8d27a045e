import Domain

/// What the network saw of the subscriber: a session a day while there is access.
enum Network {
  private static let most = 14

  static func session(on day: CivilDate, tariff: String, utcOffset: Int) -> UsageSession {
    var chance = SplitMix64(seed: UInt64(day.dayNumber), name: tariff)
    let mebibytes = Int64(chance.number(in: 800...14_000))
    return UsageSession(
      id: "u\(day.dayNumber)", start: Timestamp(startOf: day, utcOffset: utcOffset),
      seconds: Int64(chance.number(in: 40_000...86_399)), received: mebibytes << 20,
      sent: (mebibytes << 20) / Int64(chance.number(in: 6...20)),
      address: "100.64.\(chance.number(in: 1...254)).\(chance.number(in: 1...254))")
  }

  static func devices(_ persona: Persona) -> [Device] {
    let router = Device(
      id: "d2", name: "AX3000", kind: "router", serial: "AX-\(persona.number)", isOnline: true)
    guard persona.hasFibre else { return [router] }
    let terminal = Device(
      id: "d1", name: "GPON ONT", kind: "onu", serial: "ONT-\(persona.number)", isOnline: true,
      readings: [
        .init(name: "signal", value: "-21.4"), .init(name: "distance", value: "1840 m"),
        .init(name: "temperature", value: "43"),
      ])
    return [terminal, router]
  }

  static func keep(_ sessions: inout [UsageSession], _ session: UsageSession) {
    sessions.append(session)
    if sessions.count > most { sessions.removeFirst() }
  }
}
