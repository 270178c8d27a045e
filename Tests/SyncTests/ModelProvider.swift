import Domain
import Provider

/// A small provider with money in it: what it charged is the truth that the client's story is compared with.
///
/// With keys it does what the native API promises. Without, each request that arrives is a charge, and its state can be
/// read back. Requests and answers get lost on demand, and a request may arrive after its connection has died.
final class ModelProvider: Provider {
  enum Fault: CaseIterable {
    case notSent, loseRequest, loseAnswer, late, conflict, brokenBefore, brokenAfter, wait, loginNeeded, refuse, accept
  }

  private enum Record { case done, refused, fenced, accepted }

  let honoursKeys: Bool
  var capabilities: Set<Capability> { honoursKeys ? [.keys, .payment] : [.payment] }
  private(set) var charges: [String: Int] = [:]
  private var records: [String: Record] = [:]
  private var late: [Intent] = []
  var faults: [Fault] = []
  /// Called before and after each effect: where a process can die.
  var instant: () -> Void = {}
  /// The process that asks is dead: whatever it would ask now never happens.
  var isDeaf = false
  var beforeSubmit: (Intent) -> Void = { _ in }

  init(honoursKeys: Bool) { self.honoursKeys = honoursKeys }

  func charged(_ key: String) -> Int { charges[key] ?? 0 }

  /// Whether the request is under way still.
  func isLate(_ key: String) -> Bool { late.contains { $0.key == key } }

  func deliverLate() {
    let requests = late
    late = []
    for request in requests { _ = perform(request, .done) }
  }

  /// People pay on the pages that they were sent to.
  func finishAccepted() {
    for (key, record) in records where record == .accepted {
      records[key] = .done
      charges[key, default: 0] += 1
    }
  }

  private func perform(_ intent: Intent, _ wanted: Record) -> Submission {
    if honoursKeys, let known = records[intent.key] { return answer(known) }
    records[intent.key] = wanted
    if wanted == .done { charges[intent.key, default: 0] += 1 }
    return answer(wanted)
  }

  private func answer(_ record: Record) -> Submission {
    switch record {
    case .done: .done(reference: "r", link: nil)
    case .accepted: .accepted(link: "https://pay.example/x", retryAfter: nil)
    case .refused, .fenced: .refused(Sample.reason)
    }
  }

  func submit(_ intent: Intent, for account: String) -> Submission {
    beforeSubmit(intent)
    instant()
    if isDeaf { return .unknown(.connectionLost) }
    let fault = faults.isEmpty ? nil : faults.removeFirst()
    var answer = Submission.unknown(.connectionLost)
    switch fault {
    case .notSent: answer = .notSent(.connectionRefused)
    case .loseRequest: break
    case .late: late.append(intent)
    case .loseAnswer: _ = perform(intent, .done)
    case .conflict: answer = honoursKeys ? .accepted(link: nil, retryAfter: 1) : .notSent(.other)
    case .brokenBefore: answer = .unknown(.other)
    case .brokenAfter:
      _ = perform(intent, .done)
      answer = .unknown(.other)
    case .wait: answer = .notSent(.other)
    case .loginNeeded: answer = .loginNeeded
    case .refuse: answer = perform(intent, .refused)
    case .accept: answer = perform(intent, .accepted)
    case nil: answer = perform(intent, .done)
    }
    instant()
    return answer
  }

  func settle(_ intent: Intent, for account: String) throws -> Settlement {
    try ask()
    switch records[intent.key] {
    case .done: return .done(reference: "r", link: nil)
    case .accepted: return .accepted(link: "https://pay.example/x")
    case .refused: return .refused(Sample.reason)
    case .fenced: return .notExecuted
    // A 404 is no proof; reading the state back is, once nothing is under way any more.
    case nil: return honoursKeys || late.contains { $0.key == intent.key } ? .unknown : .notExecuted
    }
  }

  func fence(_ intent: Intent, for account: String) throws -> Settlement {
    guard honoursKeys else { return try settle(intent, for: account) }
    try ask()
    if records[intent.key] == nil { records[intent.key] = .fenced }
    instant()
    return try settle(intent, for: account)
  }

  private func ask() throws {
    instant()
    if isDeaf { throw ProviderError.noAnswer(.unknown(.connectionLost)) }
    guard !faults.isEmpty else { return }
    switch faults.removeFirst() {
    case .notSent: throw ProviderError.noAnswer(.notSent(.connectionRefused))
    case .loseRequest, .loseAnswer, .late: throw ProviderError.noAnswer(.unknown(.timeout))
    case .brokenBefore, .brokenAfter, .conflict: throw ProviderError.broken(status: 502)
    case .wait: throw ProviderError.wait(seconds: 5)
    case .loginNeeded: throw ProviderError.loginNeeded
    case .refuse, .accept: break
    }
  }

  func accounts() throws -> [AccountBrief] { [] }
  func changes(of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool { false }
  func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool { false }
  func check(_ action: Action, for account: String) throws -> Check {
    Check(eligibility: Eligibility(available: true))
  }
  func body(for action: Action, terms: Check?) -> String { action.json.text }
}
