/// How often each thing happened: a run in which nothing happens proves nothing.
struct Tally {
  enum Event: Int, CaseIterable {
    case commands, deaths, powerCuts, diskFaults, networkTroubles, clockJumps, handovers, charges, guarded, cancelled
  }

  private var counts = [Int](repeating: 0, count: Event.allCases.count)

  mutating func add(_ event: Event, _ count: Int = 1) { counts[event.rawValue] += count }

  mutating func add(_ other: Tally) {
    for event in Event.allCases { counts[event.rawValue] += other.counts[event.rawValue] }
  }

  var text: String { Event.allCases.map { "\(counts[$0.rawValue]) \($0.words)" }.joined(separator: ", ") }
}

extension Tally.Event {
  fileprivate var words: String {
    switch self {
    case .commands: "commands"
    case .deaths: "deaths"
    case .powerCuts: "power cuts"
    case .diskFaults: "failed calls of the disk"
    case .networkTroubles: "troubles of the network"
    case .clockJumps: "jumps of the clock"
    case .handovers: "handovers between processes"
    case .charges: "charges"
    case .guarded: "repetitions refused"
    case .cancelled: "payments cancelled"
    }
  }
}
