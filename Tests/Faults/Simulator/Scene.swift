import Commands
import Domain
import Store

/// Where a run takes place: one provider, and one or two machines of a subscriber.
final class Scene {
  /// A command line on one of the machines.
  typealias Line = (machine: Int, words: [String])

  static let home = "/sim"
  static let store = "/sim/data"
  static let shelf = ShelfID.account("77")
  static let accountID = "p77"
  private static let start: Int64 = 1_795_000_000

  let weather: Weather
  let stage: Stage
  let office: Office
  private(set) var machines: [Machine] = []
  private let traces: Bool
  private var lastNumber: Int32 = 100

  /// New machines at a provider where six fees were taken.
  init(_ weather: Weather, honoursKeys: Bool, machines count: Int = 1, traces: Bool = false) {
    self.weather = weather
    self.traces = traces
    stage = Stage(weather)
    let stage = stage
    office = Office(honoursKeys: honoursKeys, recognisesKeys: weather.sabotage != .newKeys) {
      Timestamp(seconds: Scene.start + stage.milliseconds / 1000)
    }
    for _ in 0..<6 { office.takeFee() }
    machines = (0..<count).map { _ in Machine(self) }
  }

  /// Machines and provider as another scene has left them.
  init(_ weather: Weather, after other: Scene, traces: Bool = false) {
    self.weather = weather
    self.traces = traces
    stage = Stage(weather)
    stage.pass(milliseconds: other.stage.milliseconds + 3_000_000)
    let stage = stage
    office = Office(
      honoursKeys: other.office.honoursKeys, recognisesKeys: weather.sabotage != .newKeys, books: other.office.books
    ) {
      Timestamp(seconds: Scene.start + stage.milliseconds / 1000)
    }
    machines = other.machines.map { Machine(self, after: $0) }
  }

  func configuration() -> Configuration {
    Configuration(
      accounts: [
        .init(
          id: Scene.shelf.name, address: "https://provider.example",
          dialect: office.honoursKeys ? "native" : "abills", accountID: Scene.accountID, number: "77", name: "Ann",
          credentials: "77")
      ])
  }

  /// The true time, which is the provider's.
  var time: Int64 { Scene.start + stage.milliseconds / 1000 }

  func pass(seconds: Int64) { stage.pass(milliseconds: seconds * 1000) }

  /// Runs command lines at once, each in a process of its own.
  func run(_ lines: [Line], each: (Int, Life, Life.Ran) -> Void) {
    let lives = lines.map { line in
      lastNumber += 1
      return machines[line.machine].beginLife(lastNumber)
    }
    var results: [Life.Ran?] = lines.map { _ in nil }
    stage.play(
      lines.indices.map { index in
        { [self] in
          weather.tally.add(.commands)
          trace(
            "process \(lives[index].number) on \(lines[index].machine): \(lines[index].words.joined(separator: " "))")
          results[index] = lives[index].run(lines[index].words)
        }
      })
    for machine in machines { machine.endLives() }
    for (index, result) in results.enumerated() {
      if let result { each(index, lives[index], result) }
    }
  }

  /// All faults are over: room on the disks, the right time, and what was under way has arrived.
  func heal() {
    trace("everything heals")
    weather.isCalm = true
    for machine in machines {
      machine.disk.room = Disk.ample
      machine.wasRepairedBlindly = false
      machine.setClock(off: 0)
    }
    while !office.late.isEmpty { office.deliverOne() }
    office.finishAccepted { weather.once(in: 2) }
  }

  func trace(_ text: @autoclosure () -> String) {
    if traces { print("  \(stage.milliseconds) ms: \(text())") }
  }
}
