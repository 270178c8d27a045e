import Domain
import Platform

/// One device of the subscriber: its disk, its clock, and the processes that live on it.
final class Machine {
  private unowned let scene: Scene
  let disk: Disk
  /// Called before and after the clock is set.
  var clockMoved: () -> Void = {}
  /// How often its power was cut.
  private(set) var cuts = 0
  /// A repair met a failing disk: the head that it did not get is lost to it, and the balance unknown until a sync.
  var wasRepairedBlindly = false
  private var offset: Int64 = 0
  private var living: [Life] = []

  /// A device with nothing on its disk but an empty home.
  init(_ scene: Scene) {
    self.scene = scene
    disk = Disk()
    _ = disk.make("sim", .directory, permissions: 0o700, in: disk.root, at: scene.time)
    disk.synchronize(disk.root)
  }

  /// A device as another has become.
  init(_ scene: Scene, after other: Machine) {
    self.scene = scene
    disk = other.disk.copy()
  }

  // MARK: - Time

  /// What the clock shows.
  var time: Int64 { scene.time + offset }

  func setClock(off seconds: Int64) {
    scene.weather.tally.add(.clockJumps)
    clockMoved()
    offset = seconds
    clockMoved()
    scene.trace("a clock is set to \(Timestamp(seconds: time).text)")
  }

  /// Somebody, or a daemon, sets the clock.
  func jump() {
    let weather = scene.weather
    setClock(off: weather.once(in: 4) ? weather.number(-400...400) * 86_400 : weather.number(-7200...7200))
  }

  // MARK: - Life and death

  func beginLife(_ number: Int32) -> Life {
    let life = Life(number, on: self, scene)
    living.append(life)
    return life
  }

  /// Nobody is at work here any more.
  func endLives() { living = [] }

  func cutPower() {
    scene.trace("the power is cut")
    scene.weather.tally.add(.powerCuts)
    cuts += 1
    for life in living { life.die() }
    disk.cutPower(&scene.weather.chance)
  }

  /// The directory of the intents.
  var intents: Inode? { disk.root.names["sim"]?.names["data"]?.names["intents"] }

  /// Whether a power cut would leave all intents as they are.
  var areIntentsSafe: Bool { intents.map { disk.isSafe($0) } ?? true }
}
