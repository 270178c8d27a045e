import Glibc
import Platform
import TestSupport

/// A defect that is put in on purpose, to see that it is found.
enum Sabotage: String, CaseIterable {
  case noFileSync = "fsync-of-files-does-nothing"
  case noDirectorySync = "fsync-of-directories-does-nothing"
  case noLocks = "locks-are-never-refused"
  case newKeys = "each-attempt-has-a-new-key"
  case absentMeansNo = "unknown-to-the-provider-means-not-done"
  case earlyAnswer = "a-lost-answer-counts-as-done"
}

/// Everything that chance decides in one run, from one seed; the same seed, the same run.
///
/// A run has a character: most faults are rare in it, or do not happen at all, so that each is met alone as well as with
/// others.
final class Weather {
  let sabotage: Sabotage?
  var chance: Numbers
  var tally = Tally()
  /// No fault happens any more.
  var isCalm = false
  private let death: UInt32
  private let cut: UInt32
  private let jump: UInt32
  private let disk: UInt32
  private let network: UInt32
  private let switching: UInt32
  private let shortness: UInt32

  init(seed: UInt64, _ sabotage: Sabotage?) {
    self.sabotage = sabotage
    chance = Numbers(seed)
    var draw = Numbers(seed ^ 0x5eed)
    func one(in lengths: UInt32?...) -> UInt32 {
      lengths[Int.random(in: lengths.indices, using: &draw)].map { UInt32.max / $0 } ?? 0
    }
    death = one(in: nil, 50, 200, 600)
    cut = one(in: nil, nil, 100, 300, 1000)
    jump = one(in: nil, nil, 300, 1000)
    disk = one(in: nil, nil, 50, 200, 800)
    network = one(in: nil, 2, 3, 5)
    switching = one(in: 3, 10, 40)
    shortness = one(in: nil, nil, 10)
  }

  private func happens(_ likelihood: UInt32) -> Bool {
    likelihood > 0 && UInt32(truncatingIfNeeded: chance.next()) < likelihood
  }

  func choice(_ count: Int) -> Int { count > 1 ? Int(chance.next() % UInt64(count)) : 0 }

  /// True once in so many times.
  func once(in times: Int) -> Bool { choice(times) == 0 && times > 0 }

  func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &chance) }

  func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count { withUnsafeBytes(of: chance.next()) { bytes.append(contentsOf: $0) } }
    bytes.removeSubrange(count...)
    return bytes
  }

  // MARK: - Instants

  var switchesNow: Bool { happens(switching) }
  var jumpsNow: Bool { !isCalm && happens(jump) }
  var killsNow: Bool { !isCalm && happens(death) }
  var cutsPowerNow: Bool { !isCalm && happens(cut) }

  /// An error for a call of the disk.
  func diskFault(_ kind: SimulatedKernel.Kind) -> Int32? {
    guard !isCalm, happens(disk) else { return nil }
    tally.add(.diskFaults)
    return switch kind {
    case .looks: once(in: 2) ? EINTR : EIO
    case .names: [EIO, ENOSPC, EDQUOT][choice(3)]
    case .grows: [EIO, ENOSPC, EDQUOT, EINTR][choice(4)]
    case .synchronizes: [EIO, EIO, ENOSPC, EDQUOT, EINTR][choice(5)]
    }
  }

  /// A transfer may be cut short.
  func shortened(_ count: Int) -> Int {
    guard !isCalm, count > 1, happens(shortness) else { return count }
    return 1 + choice(count - 1)
  }

  func networkTrouble() -> Trouble? {
    guard !isCalm, happens(network) else { return nil }
    tally.add(.networkTroubles)
    return Trouble.allCases[choice(Trouble.allCases.count)]
  }
}
