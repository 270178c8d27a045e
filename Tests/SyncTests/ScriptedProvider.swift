import Domain
import Provider

/// A provider that answers from a script and writes down what it was asked. A question without an answer in the script is
/// noted in `unexpected`, which every test checks through `Bench`.
final class ScriptedProvider: Provider {
  var capabilities: Set<Capability>
  var calls: [String] = []
  var unexpected: [String] = []
  var submissions: [Submission] = []
  var settlements: [Result<Settlement, ProviderError>] = []
  var fences: [Result<Settlement, ProviderError>] = []
  /// One list of steps a call; nil: nothing has changed.
  var feeds: [Result<[PullStep], ProviderError>?] = []
  var articleFeeds: [Result<[PullStep], ProviderError>?] = []
  /// Thrown after the steps of the next feed: the answer was cut.
  var cut: (any Error)?
  var whileSubmitting: (Intent) throws -> Void = { _ in }
  var whileFeeding: (PullStep) throws -> Void = { _ in }

  init(_ capabilities: Set<Capability> = [.keys, .feed, .payment, .ledger]) {
    self.capabilities = capabilities
  }

  func accounts() throws -> [AccountBrief] { [] }
  func check(_ action: Action, for account: String) throws -> Check {
    Check(eligibility: Eligibility(available: true))
  }
  func body(for action: Action, terms: Check?) -> String { action.json.text }

  func submit(_ intent: Intent, for account: String) -> Submission {
    calls.append("submit \(intent.key) \(intent.body)")
    do {
      try whileSubmitting(intent)
    } catch {
      unexpected.append("\(error)")
    }
    guard !submissions.isEmpty else {
      unexpected.append("submit \(intent.key)")
      return .unknown(.other)
    }
    return submissions.removeFirst()
  }

  func settle(_ intent: Intent, for account: String) throws -> Settlement {
    calls.append("settle \(intent.key)")
    guard !settlements.isEmpty else {
      unexpected.append("settle \(intent.key)")
      return .unknown
    }
    return try settlements.removeFirst().get()
  }

  func fence(_ intent: Intent, for account: String) throws -> Settlement {
    calls.append("fence \(intent.key)")
    guard !fences.isEmpty else {
      unexpected.append("fence \(intent.key)")
      return .unknown
    }
    return try fences.removeFirst().get()
  }

  func changes(of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    calls.append("changes \(cursor?.text ?? "-")")
    return try feed(&feeds, receive)
  }

  func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    calls.append("articles \(cursor?.text ?? "-")")
    return try feed(&articleFeeds, receive)
  }

  private func feed(
    _ script: inout [Result<[PullStep], ProviderError>?], _ receive: (PullStep) throws -> Void
  ) throws -> Bool {
    guard !script.isEmpty, let steps = try script.removeFirst()?.get() else { return false }
    let cut = cut
    self.cut = nil
    for step in steps {
      try whileFeeding(step)
      try receive(step)
    }
    if let cut { throw cut }
    return true
  }
}
