import Domain
import Platform
import Store

/// One run: people, scripts and timers use the program while everything fails, then all heals and is judged.
struct Story {
  private struct Errand {
    let machine: Int
    let words: [String]
    var purpose: Judge.Purpose?
    var insists = false
  }

  private let scene: Scene
  private let judges: [Judge]
  private var weather: Weather { scene.weather }

  /// - Parameter template: how machines and provider are at the beginning; nil for a disk without a store.
  init(_ weather: Weather, template: Scene?, honoursKeys: Bool, traces: Bool) {
    let scene =
      template.map { Scene(weather, after: $0, traces: traces) }
      ?? Scene(weather, honoursKeys: honoursKeys, traces: traces)
    self.scene = scene
    judges = scene.machines.map { machine in
      let judge = Judge(scene, machine, expectsAccount: template != nil)
      machine.clockMoved = { judge.clockMoved() }
      return judge
    }
  }

  /// Returns what was wrong, nothing when all was right.
  func tell() -> [String] {
    for _ in 0..<1 + weather.choice(4) {
      run((0..<1 + min(weather.choice(4), 2)).map { _ in errand() })
      meanwhile()
    }
    scene.heal()
    conclude()
    return judges.flatMap(\.violations)
  }

  private func run(_ errands: [Errand]) {
    for judge in judges { judge.listen() }
    scene.run(errands.map { ($0.machine, $0.words) }) { index, life, ran in
      let errand = errands[index]
      let judge = judges[errand.machine]
      if let purpose = errand.purpose { judge.attempted(purpose, insisting: errand.insists) }
      judge.hear(ran, of: life, errand.words, for: errand.purpose)
    }
  }

  // MARK: - Errands

  private func errand() -> Errand {
    let machine = weather.choice(scene.machines.count)
    let words: [String]
    switch weather.choice(28) {
    case 0..<9: return payment(machine)
    case 9..<13: words = ["sync"]
    case 13: words = ["sync", "--force"]
    case 14, 15: words = ["balance"]
    case 16: words = ["payments"]
    case 17: words = ["payments", "--open"]
    case 18: words = ["doctor"]
    case 19: words = ["doctor", "--repair"]
    case 20: words = ["trust-payment", "take", "--yes"]
    case 21..<25: words = ["autopay", "run"]
    default:
      let keys = judges[machine].openKeys
      guard !keys.isEmpty else { return payment(machine) }
      words = ["payments", weather.once(in: 3) ? "settle" : "cancel", keys[weather.choice(keys.count)]]
    }
    return Errand(machine: machine, words: words)
  }

  /// A new wish, or once more what nobody has heard the end of.
  private func payment(_ machine: Int) -> Errand {
    let judge = judges[machine]
    let open = judge.purposes.filter { !$0.isTold }
    if !open.isEmpty, !weather.once(in: 3) {
      let purpose = open[weather.choice(open.count)]
      return payment(machine, purpose, insisting: purpose.key == nil && weather.once(in: 10))
    }
    let number = judges.map(\.purposes.count).reduce(1, +)
    let key = weather.once(in: 3) ? "script-\(number)" : nil
    return payment(machine, judge.purpose(Int64(number) * 10_000, key: key), insisting: false)
  }

  private func payment(_ machine: Int, _ purpose: Judge.Purpose, insisting: Bool) -> Errand {
    var words = ["pay", "\(purpose.amount / 100)", "--yes"]
    if let key = purpose.key { words += ["--key", key] }
    if insisting { words.append("--again") }
    return Errand(machine: machine, words: words, purpose: purpose, insists: insisting)
  }

  // MARK: - Between errands, and in the end

  private func meanwhile() {
    if weather.once(in: 3) { scene.pass(seconds: weather.number(1...1500)) }
    if weather.once(in: 6) { scene.pass(seconds: weather.number(20_000...200_000)) }
    if weather.once(in: 4) { scene.office.takeFee() }
    if weather.once(in: 10) { scene.office.correct(1 + weather.choice(3)) }
    if weather.once(in: 20) { scene.office.beginEpoch() }
    if weather.once(in: 4) { scene.office.deliverOne() }
    if weather.once(in: 6) { scene.office.finishAccepted { weather.once(in: 2) } }
    let machine = scene.machines[weather.choice(scene.machines.count)]
    if weather.once(in: 5) { machine.jump() }
    if weather.once(in: 10) { machine.disk.room = weather.choice(100_000) }
    if weather.once(in: 10) { machine.disk.room = Disk.ample }
    if weather.once(in: 12) { machine.cutPower() }
  }

  private func conclude() {
    let observers = scene.machines.map { Life(1, on: $0, scene) }
    defer { withExtendedLifetime(observers) {} }
    let kernels = zip(scene.machines, observers).map { SimulatedKernel($1, disk: $0.disk, weather: weather) }
    do {
      for machine in judges.indices { try settle(machine, kernels[machine]) }
      // Of what the last one settled the others have not heard.
      for machine in judges.indices.dropLast() { run([Errand(machine: machine, words: ["sync", "--force"])]) }
      let readers = try kernels.map { try StoreReader(path: Scene.store, on: $0) }
      let confirmed = try zip(judges, readers).map { judge, reader in
        Set(try judge.ends(reader).filter { $0.value.state == .confirmed }.keys)
      }
      for machine in judges.indices {
        let elsewhere = confirmed.indices.filter { $0 != machine }.reduce(into: Set()) { $0.formUnion(confirmed[$1]) }
        try judges[machine].conclude(readers[machine], elsewhere: elsewhere)
        run([Errand(machine: machine, words: ["doctor"])])
        run([Errand(machine: machine, words: ["balance"])])
      }
    } catch {
      judges[0].complain("in the end: \(error)")
    }
    for violation in Autopay.violations(scene.office.books.charges) { judges[0].complain(violation) }
    weather.tally.add(.charges, scene.office.books.charges.count)
  }

  /// Three syncs are enough for everything to have an end.
  private func settle(_ machine: Int, _ kernel: SimulatedKernel) throws {
    for _ in 0..<3 {
      run([Errand(machine: machine, words: ["sync", "--force"])])
      if try StoreReader(path: Scene.store, on: kernel).openIntents().intents.isEmpty { return }
    }
    judges[machine].complain("not settled after three syncs")
  }
}
