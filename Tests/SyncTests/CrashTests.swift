import Domain
import Provider
import Store
import Sync
import TestSupport
import Testing

/// A process that dies at each instant of a payment in turn, and those that come after it.
@Suite struct CrashTests {
  @Test(arguments: [true, false], [nil, .loseAnswer, .loseRequest, .late, .brokenAfter] as [ModelProvider.Fault?])
  func whereverItDiesThePaymentIsMadeAtMostOnce(honoursKeys: Bool, fault: ModelProvider.Fault?) throws {
    var death = 1
    var hasLived = false
    while !hasLived {
      let process = try MortalProcess(honoursKeys: honoursKeys)
      process.model.faults = [fault].compactMap(\.self)
      hasLived = try process.live(until: death) { store, synchronizer in
        _ = try store.create(Bench.payment("a"))
        _ = try synchronizer.submit("a")
      }
      process.model.deliverLate()
      process.model.faults = []
      for _ in 1...3 { try process.live { _, synchronizer in _ = try synchronizer.run() } }
      let state = try process.state("a")
      #expect(process.model.charged("a") <= 1, "death at \(death)")
      #expect(state?.isTerminal == true, "death at \(death)")
      #expect(
        (state == .confirmed) == (process.model.charged("a") == 1), "death at \(death): \(state?.rawValue ?? "-")")
      death += 1
    }
    #expect(death > 6)
  }

  @Test func whereverTheNextOneDiesToo() throws {
    for first in 1...9 {
      for second in 1...9 {
        let process = try MortalProcess(honoursKeys: true)
        process.model.faults = [.loseAnswer]
        try process.live(until: first) { store, synchronizer in
          _ = try store.create(Bench.payment("a"))
          _ = try synchronizer.submit("a")
        }
        try process.live(until: second) { _, synchronizer in _ = try synchronizer.run() }
        for _ in 1...2 { try process.live { _, synchronizer in _ = try synchronizer.run() } }
        #expect(process.model.charged("a") == 1, "deaths at \(first) and \(second)")
        #expect(try process.state("a") == .confirmed, "deaths at \(first) and \(second)")
      }
    }
  }

  @Test func whereverACancellationDies() throws {
    for death in 1...14 {
      let process = try MortalProcess(honoursKeys: true)
      process.model.faults = [.late]
      try process.live { store, synchronizer in
        _ = try store.create(Bench.payment("a"))
        _ = try synchronizer.submit("a")
      }
      try process.live(until: death) { _, synchronizer in _ = try synchronizer.cancel("a") }
      for _ in 1...2 { try process.live { _, synchronizer in _ = try synchronizer.run() } }
      process.model.deliverLate()
      let state = try process.state("a")
      #expect((state == .confirmed) == (process.model.charged("a") == 1), "death at \(death)")
      #expect(state?.isTerminal == true)
    }
  }
}

/// Random scripts of people, scripts, timers, deaths and lost messages against the model.
@Suite struct StoryTests {
  @Test(arguments: [true, false]) func whateverHappensTheStoryAgreesWithTheMoney(honoursKeys: Bool) throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("story seed \(seed)")
    for number in 0..<40 as Range<UInt64> {
      var story = try Story(seed: seed &+ number, honoursKeys: honoursKeys)
      try story.tell()
    }
  }
}

private struct Story {
  let seed: UInt64
  var numbers: Numbers
  let process: MortalProcess
  var keys: [String] = []
  var ends: [String: Intent.State] = [:]

  init(seed: UInt64, honoursKeys: Bool) throws {
    self.seed = seed
    numbers = Numbers(seed)
    process = try MortalProcess(honoursKeys: honoursKeys)
  }

  mutating func tell() throws {
    for _ in 0..<Int.random(in: 3...12, using: &numbers) {
      let death = Int.random(in: 0..<3, using: &numbers) == 0 ? Int.random(in: 1...25, using: &numbers) : nil
      if Bool.random(using: &numbers) { addFaults() }
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0..<4: try pay(until: death)
      case 4..<7: try process.live(until: death) { _, synchronizer in _ = try synchronizer.run() }
      case 7: try cancel(until: death)
      case 8: process.model.deliverLate()
      default: process.now = process.now.adding(seconds: Int64.random(in: -100...2500, using: &numbers))
      }
      try check()
    }
    try heal()
  }

  private mutating func addFaults() {
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      if let fault = ModelProvider.Fault.allCases.randomElement(using: &numbers) { process.model.faults.append(fault) }
    }
  }

  private mutating func pay(until death: Int?) throws {
    let again = Int.random(in: 0..<4, using: &numbers) == 0
    let key = again ? keys.randomElement(using: &numbers) ?? "k0" : "k\(keys.count)"
    if !keys.contains(key) { keys.append(key) }
    let made = process.now
    var shown: Intent.State?
    let lived = try process.live(until: death) { store, synchronizer in
      _ = try store.create(Bench.payment(key, created: made))
      shown = try synchronizer.submit(key).intent.state
    }
    guard lived, let shown, shown.isTerminal else { return }
    #expect((shown == .confirmed) == (process.model.charged(key) == 1), "seed \(seed), \(key): \(shown)")
  }

  private mutating func cancel(until death: Int?) throws {
    guard let key = keys.randomElement(using: &numbers), try process.state(key) != nil else { return }
    try process.live(until: death) { _, synchronizer in _ = try synchronizer.cancel(key) }
  }

  private mutating func check() throws {
    for key in keys {
      #expect(process.model.charged(key) <= 1, "seed \(seed): \(key) was charged \(process.model.charged(key)) times")
      guard let state = try process.state(key), state.isTerminal else { continue }
      #expect(
        (state == .confirmed) == (process.model.charged(key) == 1),
        "seed \(seed): \(key) is \(state), charged \(process.model.charged(key))")
      if let end = ends[key] { #expect(end == state, "seed \(seed): \(key) was \(end)") }
      ends[key] = state
    }
  }

  private mutating func heal() throws {
    process.model.faults = []
    process.model.deliverLate()
    process.model.finishAccepted()
    for _ in 1...3 { try process.live { _, synchronizer in _ = try synchronizer.run() } }
    try check()
    for key in keys {
      guard let state = try process.state(key) else { continue }
      #expect(state.isTerminal, "seed \(seed): \(key) is \(state) after three healthy syncs")
    }
  }
}
