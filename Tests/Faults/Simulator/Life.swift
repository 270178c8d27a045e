import Commands
import Domain
import Platform
import Provider
import Terminal

/// One process of the program from its start to its end, or to its death at any instant.
final class Life {
  /// What it said on stdout while it lived, and how it ended; nil when it died.
  struct Ran {
    let answer: [UInt8]
    let status: ExitStatus?
    /// What it said was safe from a power cut at that moment.
    let isSafe: Bool
    /// How often the power had been cut by its end.
    let cuts: Int
  }

  let number: Int32
  let stage: Stage
  private unowned let machine: Machine
  private unowned let scene: Scene
  private(set) var isDead = false
  /// A call of the disk failed: what it says of the disk's health means nothing.
  private(set) var metDiskFault = false
  /// It waited: for the provider, or for another process.
  private(set) var hasWaited = false
  /// It was to take an intent back, and the disk failed once more.
  var couldNotUndo = false
  /// The keys of the intents that it made.
  var made: [String] = []
  /// How far the provider's record was that it pulled.
  var pulled = 0
  private var repairs = false
  private var kernel: SimulatedKernel?
  private var answer: [UInt8] = []
  private var isSafe = true

  init(_ number: Int32, on machine: Machine, _ scene: Scene) {
    self.number = number
    self.machine = machine
    self.scene = scene
    stage = scene.stage
  }

  /// The directory of the intents.
  var intents: Inode? { machine.intents }
  /// What the device's clock shows.
  var deviceTime: Int64 { machine.time }

  /// Death, a power cut, or another process may come here.
  func instant() {
    guard !isDead else { return }
    if scene.weather.cutsPowerNow { return machine.cutPower() }
    if scene.weather.jumpsNow { machine.jump() }
    if scene.weather.killsNow {
      scene.weather.tally.add(.deaths)
      scene.trace("process \(number) dies")
      return die()
    }
    stage.instant()
  }

  func sleep(_ milliseconds: Int64) {
    guard !isDead else { return }
    hasWaited = true
    stage.sleep(milliseconds)
  }

  func meetDiskFault() {
    metDiskFault = true
    if repairs { machine.wasRepairedBlindly = true }
  }

  /// Nothing that it does from here on has an effect.
  func die() {
    isDead = true
    kernel?.closeAll()
  }

  /// Runs one command line, with `--json`.
  func run(_ words: [String]) -> Ran {
    let kernel = SimulatedKernel(self, disk: machine.disk, weather: scene.weather)
    self.kernel = kernel
    repairs = words.contains("--repair")
    let status = launch(words, kernel)
    instant()
    kernel.closeAll()
    return Ran(answer: answer, status: isDead ? nil : status, isSafe: isSafe, cuts: machine.cuts)
  }

  private func launch(_ words: [String], _ kernel: SimulatedKernel) -> ExitStatus {
    let launch = Launch(
      arguments: words + ["--json"], environment: ["KABINET_HOME": Scene.home, "KABINET_LANG": "en"], io: streams
    ) { [scene] world in
      var world = world
      world.configuration = .success(scene.configuration())
      world.kernel = kernel
      world.now = { [unowned self] in Timestamp(seconds: deviceTime) }
      world.random = kernel.randomBytes
      world.pause = { [unowned self] in sleep($0) }
      world.providers = { [unowned self] _, _ in Wire(self, scene.office, scene.weather) }
      return world
    }
    return launch.run()
  }

  private var streams: ConsoleIO {
    ConsoleIO(
      write: { [unowned self] (stream, bytes) throws(OutputFailure) in
        instant()
        if !isDead, stream == .output {
          answer += bytes
          isSafe = machine.areIntentsSafe
        }
        if stream == .error { scene.trace("process \(number) says \(String(decoding: bytes, as: UTF8.self))") }
      },
      isTerminal: { _ in false }, window: { _ in nil }, readLine: { _ in .end }, readSecret: { _, _ in .end },
      page: { _, _ in false })
  }
}
