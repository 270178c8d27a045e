import Commands
import Domain
import Store

/// Where a run takes place: one disk, one provider, one device clock, and the processes that live on them.
final class Scene {
  static let home = "/sim"
  static let store = "/sim/data"
  static let shelf = ShelfID.account("77")
  static let accountID = "p77"
  static let configuration = Configuration(
    accounts: [
      .init(
        id: "77", address: "https://provider.example", dialect: "native", accountID: accountID, number: "77",
        name: "Ann", credentials: "77")
    ])
  private static let start: Int64 = 1_795_000_000

  let weather: Weather
  let stage: Stage
  private(set) var disk: Disk
  private(set) var office: Office
  /// Called before and after the device's clock is set.
  var clockMoved: () -> Void = {}
  private let traces: Bool
  private var offset: Int64 = 0
  private var living: [Life] = []
  private var lastNumber: Int32 = 100

  /// A scene with nothing on the disk but an empty home.
  init(_ weather: Weather, honoursKeys: Bool, traces: Bool = false) {
    self.weather = weather
    self.traces = traces
    stage = Stage(weather)
    let stage = stage
    office = Office(honoursKeys: honoursKeys, recognisesKeys: weather.sabotage != .newKeys) {
      Timestamp(seconds: Scene.start + stage.milliseconds / 1000)
    }
    disk = Disk()
    _ = disk.make("sim", .directory, permissions: 0o700, in: disk.root, at: Scene.start)
    disk.synchronize(disk.root)
    for _ in 0..<6 { office.takeFee() }
  }

  /// A scene that begins as another has ended.
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
    disk = other.disk.copy()
  }

  // MARK: - Time

  /// What the device's clock shows.
  var deviceTime: Int64 { Scene.start + stage.milliseconds / 1000 + offset }

  func pass(seconds: Int64) { stage.pass(milliseconds: seconds * 1000) }

  func setClock(off seconds: Int64) {
    weather.tally.add(.clockJumps)
    clockMoved()
    offset = seconds
    clockMoved()
  }

  /// Somebody, or a daemon, sets the clock.
  func jump() {
    setClock(off: weather.once(in: 4) ? weather.number(-400...400) * 86_400 : weather.number(-7200...7200))
    trace("the clock jumps to \(Timestamp(seconds: deviceTime).text)")
  }

  // MARK: - Life and death

  /// Runs command lines at once, each in a process of its own.
  func run(_ lines: [[String]], each: (Int, Life, Life.Ran) -> Void) {
    let lives = lines.map { _ in
      lastNumber += 1
      return Life(lastNumber, self)
    }
    living = lives
    var results: [Life.Ran?] = lines.map { _ in nil }
    stage.play(
      lines.indices.map { index in
        {
          self.weather.tally.add(.commands)
          self.trace("process \(lives[index].number): \(lines[index].joined(separator: " "))")
          results[index] = lives[index].run(lines[index])
        }
      })
    living = []
    for (index, result) in results.enumerated() {
      if let result { each(index, lives[index], result) }
    }
  }

  var intents: Inode? { disk.root.names["sim"]?.names["data"]?.names["intents"] }

  /// Whether a power cut would leave all intents as they are.
  var areIntentsSafe: Bool {
    intents.map { disk.isSafe($0) } ?? true
  }

  func cutPower() {
    trace("the power is cut")
    weather.tally.add(.powerCuts)
    for life in living { life.die() }
    disk.cutPower(&weather.chance)
  }

  /// All faults are over: room on the disk, the right time, and what was under way has arrived.
  func heal() {
    trace("everything heals")
    weather.isCalm = true
    disk.room = Disk.ample
    setClock(off: 0)
    while !office.late.isEmpty { office.deliverOne() }
    office.finishAccepted { weather.once(in: 2) }
  }

  func trace(_ text: @autoclosure () -> String) {
    if traces { print("  \(stage.milliseconds) ms: \(text())") }
  }
}
