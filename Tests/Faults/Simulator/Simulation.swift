import Platform

/// Many runs, each from a seed of its own.
struct Simulation {
  private var runs = 20_000
  private var seed: UInt64?
  private var isControl = false
  private var complaint: String?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--runs": if let number = rest.popFirst().flatMap({ Int($0) }) { runs = number } else { complaint = word }
      case "--seed": if let number = rest.popFirst().flatMap({ UInt64($0) }) { seed = number } else { complaint = word }
      case "--control": isControl = true
      default: complaint = word
      }
    }
  }

  /// Returns the exit status.
  func run() -> Int32 {
    if let complaint {
      print("usage: simulate [--runs N] [--seed S] [--control]\n\(complaint) is not understood")
      return 2
    }
    let first = seed ?? UInt64.random(in: 1...1 << 48)
    guard !isControl else { return control(first) }
    print("seed \(first), \(runs) runs")
    let begun = Clock.monotonicMilliseconds()
    let theatre = Theatre(nil)
    defer { print(theatre.tally.text) }
    for number in 0..<UInt64(runs) {
      if let found = theatre.run(first &+ number, traces: runs == 1).first {
        print("violation: \(found)")
        print("replay: Tests/Faults/simulate --runs 1 --seed \(first &+ number)")
        return 1
      }
      if (number + 1) % 100_000 == 0 {
        print("\(number + 1) runs, \((Clock.monotonicMilliseconds() - begun) / 1000) s")
      }
    }
    print("\(runs) runs without a violation, \((Clock.monotonicMilliseconds() - begun) / 1000) s")
    return 0
  }

  /// With each defect put in on purpose a violation must be found, else the simulator proves nothing.
  private func control(_ first: UInt64) -> Int32 {
    var missed = 0
    for sabotage in Sabotage.allCases {
      let theatre = Theatre(sabotage)
      let found = (0..<UInt64(runs)).lazy.compactMap { number in
        theatre.run(first &+ number, traces: false).first.map { (number, $0) }
      }.first
      if let (number, text) = found {
        print("\(sabotage.rawValue): found in run \(number + 1), seed \(first &+ number): \(text)")
      } else {
        print("\(sabotage.rawValue): NOT FOUND in \(runs) runs from seed \(first)")
        missed += 1
      }
    }
    return missed == 0 ? 0 : 1
  }
}

/// The stores with which runs begin, made once.
final class Theatre {
  private let sabotage: Sabotage?
  /// With and without keys, and with two machines.
  private let templates: [Scene]
  private let longTemplate: Scene
  private(set) var tally = Tally()

  init(_ sabotage: Sabotage?) {
    self.sabotage = sabotage
    templates = [(true, 1), (true, 1), (false, 1), (true, 2)].map {
      Theatre.template(honoursKeys: $0.0, machines: $0.1)
    }
    longTemplate = Theatre.template(honoursKeys: true, fees: 1990)
  }

  /// - Parameter fees: with two thousand a segment is full.
  private static func template(honoursKeys: Bool, machines: Int = 1, fees: Int = 0) -> Scene {
    let weather = Weather(seed: 0, nil)
    weather.isCalm = true
    let scene = Scene(weather, honoursKeys: honoursKeys, machines: machines)
    for _ in 0..<fees { scene.office.takeFee() }
    for machine in 0..<machines {
      let pay = ["pay", "7", "--yes", "--key", "first-\(machine)"]
      for words in [["sync"], pay, Autopay.rule, ["sync"]] { scene.run([(machine, words)]) { _, _, _ in } }
    }
    return scene
  }

  /// Returns what was wrong.
  func run(_ seed: UInt64, traces: Bool) -> [String] {
    let weather = Weather(seed: seed, sabotage)
    let template: Scene? =
      switch weather.choice(40) {
      case 0: longTemplate
      case 1..<5: nil
      default: templates[weather.choice(templates.count)]
      }
    defer { tally.add(weather.tally) }
    return Story(weather, template: template, honoursKeys: !weather.once(in: 3), traces: traces).tell()
  }
}
