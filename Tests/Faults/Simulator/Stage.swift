import Glibc

/// Several processes of which one runs at a time: each is a thread, and a baton goes from one to another at the instants
/// that chance chooses. Time stands still but for sleepers.
final class Stage: @unchecked Sendable {
  /// Milliseconds since some moment.
  private(set) var milliseconds: Int64 = 0
  private let weather: Weather
  private var players: [Player] = []
  private var current = 0

  private final class Player {
    let baton: Baton
    var isDone = false
    /// Nothing to do before that.
    var wakes: Int64?

    init(_ baton: Baton) { self.baton = baton }
  }

  init(_ weather: Weather) { self.weather = weather }

  /// Runs the bodies together until all have ended. The first one runs on the caller's own thread.
  func play(_ bodies: [() -> Void]) {
    players = bodies.indices.map { Player(Crew.baton($0)) }
    for index in bodies.indices.dropFirst() {
      Crew.give(index) { [self] in
        bodies[index]()
        leave(index)
      }
    }
    current = 0
    bodies.first?()
    guard players.count > 1 else { return players = [] }
    // Others may be at work from here on: nothing of theirs is looked at before the last of them gives the baton back.
    leave(0)
    players[0].baton.take()
  }

  func pass(milliseconds length: Int64) { milliseconds += length }

  /// An instant of the one who runs: another may take over.
  func instant() {
    guard players.count > 1, weather.switchesNow else { return }
    hand(to: next())
  }

  /// The one who runs has nothing to do for a while.
  func sleep(_ length: Int64) {
    guard players.count > 1 else { return pass(milliseconds: length) }
    players[current].wakes = milliseconds + length
    hand(to: next())
  }

  private func leave(_ index: Int) {
    players[index].isDone = true
    if players.allSatisfy(\.isDone) { return players[0].baton.give() }
    let chosen = next()
    current = chosen
    players[chosen].baton.give()
  }

  private func hand(to chosen: Int) {
    guard chosen != current else { return }
    weather.tally.add(.handovers)
    let own = players[current].baton
    current = chosen
    players[chosen].baton.give()
    own.take()
  }

  /// One of those who are awake; when all sleep, time passes until the first wakes.
  private func next() -> Int {
    let living = players.indices.filter { !players[$0].isDone }
    var awake = living.filter { (players[$0].wakes ?? 0) <= milliseconds }
    if awake.isEmpty {
      milliseconds = living.compactMap { players[$0].wakes }.min() ?? milliseconds
      awake = living.filter { (players[$0].wakes ?? 0) <= milliseconds }
    }
    let chosen = awake[weather.choice(awake.count)]
    players[chosen].wakes = nil
    return chosen
  }
}

/// Who has it may run.
private final class Baton: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  func give() { sem_post(semaphore) }

  func take() {
    while sem_wait(semaphore) != 0 {}
  }
}

/// The threads, kept from one run to the next: to start one takes longer than to run a command.
private final class Crew: @unchecked Sendable {
  private static nonisolated(unsafe) var members: [Crew] = []
  private let baton = Baton()
  private var work: () -> Void = {}

  static func baton(_ index: Int) -> Baton { member(index).baton }

  /// The work begins when the member gets its baton.
  static func give(_ index: Int, _ work: @escaping () -> Void) { member(index).work = work }

  private static func member(_ index: Int) -> Crew {
    while members.count <= index { members.append(Crew(startsThread: !members.isEmpty)) }
    return members[index]
  }

  private init(startsThread: Bool) {
    guard startsThread else { return }
    var thread = pthread_t()
    let itself = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil, { $0.flatMap { Unmanaged<Crew>.fromOpaque($0).takeUnretainedValue().serve() } }, itself)
  }

  private func serve() -> UnsafeMutableRawPointer? {
    while true {
      baton.take()
      work()
    }
  }
}
