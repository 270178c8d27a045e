import Domain
import Platform
import Store

/// One run: people, scripts and timers use the program while everything fails, then all heals and is judged.
struct Story {
  private enum Errand {
    case payment(Judge.Purpose, insisting: Bool)
    case other([String])

    var line: [String] {
      switch self {
      case .other(let words): words
      case .payment(let purpose, let insisting):
        ["pay", "\(purpose.amount / 100)", "--yes"] + (purpose.key.map { ["--key", $0] } ?? [])
          + (insisting ? ["--again"] : [])
      }
    }
  }

  private let scene: Scene
  private let judge: Judge
  private var weather: Weather { scene.weather }

  /// - Parameter template: how the disk and the provider are at the beginning; nil for a disk without a store.
  init(_ weather: Weather, template: Scene?, honoursKeys: Bool, traces: Bool) {
    scene =
      template.map { Scene(weather, after: $0, traces: traces) }
      ?? Scene(weather, honoursKeys: honoursKeys, traces: traces)
    judge = Judge(scene, expectsAccount: template != nil)
    scene.clockMoved = { [judge] in judge.clockMoved() }
  }

  /// Returns what was wrong, nothing when all was right.
  func tell() -> [String] {
    for _ in 0..<1 + weather.choice(4) {
      run((0..<1 + min(weather.choice(4), 2)).map { _ in errand() })
      meanwhile()
    }
    scene.heal()
    conclude()
    return judge.violations
  }

  private func run(_ errands: [Errand]) {
    judge.listen()
    scene.run(errands.map(\.line)) { index, life, ran in
      guard case .payment(let purpose, let insisting) = errands[index] else {
        return judge.hear(ran, of: life, errands[index].line)
      }
      judge.attempted(purpose, insisting: insisting)
      judge.hear(ran, of: life, errands[index].line, for: purpose)
    }
  }

  private func errand() -> Errand {
    switch weather.choice(23) {
    case 0..<9: payment()
    case 9..<13: .other(["sync"])
    case 13: .other(["sync", "--force"])
    case 14, 15: .other(["balance"])
    case 16: .other(["payments"])
    case 17: .other(["payments", "--open"])
    case 18: .other(["doctor"])
    case 19: .other(["doctor", "--repair"])
    case 20: .other(["trust-payment", "take", "--yes"])
    default: cancellation()
    }
  }

  /// A new wish, or once more what nobody has heard the end of.
  private func payment() -> Errand {
    let open = judge.purposes.filter { !$0.isTold }
    if !open.isEmpty, !weather.once(in: 3) {
      let purpose = open[weather.choice(open.count)]
      return .payment(purpose, insisting: purpose.key == nil && weather.once(in: 10))
    }
    let number = judge.purposes.count + 1
    let key = weather.once(in: 3) ? "script-\(number)" : nil
    return .payment(judge.purpose(Int64(number) * 10_000, key: key), insisting: false)
  }

  private func cancellation() -> Errand {
    let keys = judge.openKeys
    return keys.isEmpty ? payment() : .other([Cancellation.word, keys[weather.choice(keys.count)]])
  }

  private func meanwhile() {
    if weather.once(in: 3) { scene.pass(seconds: weather.number(1...1500)) }
    if weather.once(in: 5) { scene.jump() }
    if weather.once(in: 4) { scene.office.takeFee() }
    if weather.once(in: 10) { scene.office.correct(1 + weather.choice(3)) }
    if weather.once(in: 20) { scene.office.beginEpoch() }
    if weather.once(in: 4) { scene.office.deliverOne() }
    if weather.once(in: 6) { scene.office.finishAccepted { weather.once(in: 2) } }
    if weather.once(in: 10) { scene.disk.room = weather.choice(100_000) }
    if weather.once(in: 10) { scene.disk.room = Disk.ample }
    if weather.once(in: 12) { scene.cutPower() }
  }

  private func conclude() {
    let observer = Life(1, scene)
    let kernel = SimulatedKernel(observer, disk: scene.disk, weather: weather)
    defer { withExtendedLifetime(observer) {} }
    do {
      var syncs = 0
      repeat {
        if syncs == 3 { return judge.complain("not settled after three syncs") }
        run([.other(["sync", "--force"])])
        syncs += 1
      } while try !judge.isSettled(StoreReader(path: Scene.store, on: kernel))
      try judge.conclude(StoreReader(path: Scene.store, on: kernel))
      run([.other(["doctor"])])
      run([.other(["balance"])])
    } catch {
      judge.complain("in the end: \(error)")
    }
  }
}
