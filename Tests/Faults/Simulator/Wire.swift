import Domain
import Provider

/// What can happen to a request or its answer on the way.
enum Trouble: CaseIterable {
  case notSent, requestLost, answerLost, late, twice, againLater, brokenBefore, brokenAfter, wait, loginNeeded, conflict
  case refused, accepted, acceptedWithPage, cut, cursorGone, slow
}

/// The way from one process to the provider. Requests and answers get lost, come twice, or arrive when nobody waits for them
/// any more; a process can die before and after each effect, with its request on the way.
struct Wire: Provider {
  private let process: Life
  private let office: Office
  private let weather: Weather

  init(_ process: Life, _ office: Office, _ weather: Weather) {
    self.process = process
    self.office = office
    self.weather = weather
  }

  var capabilities: Set<Capability> { office.honoursKeys ? [.keys, .payment, .feed] : [.payment, .feed] }

  // MARK: - Doing

  func submit(_ intent: Intent, for account: String) -> Submission {
    process.instant()
    guard !process.isDead else { return .unknown(.interrupted) }
    let trouble = travel()
    guard !process.isDead else {
      if weather.once(in: 2) { office.delay(intent) }
      return .unknown(.interrupted)
    }
    let answer = arrive(intent, trouble)
    process.instant()
    if weather.sabotage == .earlyAnswer, case .unknown = answer { return .done(reference: nil, link: nil) }
    return answer
  }

  private func arrive(_ intent: Intent, _ trouble: Trouble?) -> Submission {
    switch trouble {
    case .notSent: return .notSent(.connectionRefused)
    case .requestLost, .brokenBefore: return .unknown(.timeout)
    case .late:
      office.delay(intent)
      return .unknown(.timeout)
    case .answerLost, .brokenAfter, .cut:
      _ = office.perform(intent)
      return .unknown(.connectionLost)
    // A network repeats a request only where that is harmless.
    case .twice where isHarmlessTwice: _ = office.perform(intent)
    case .againLater where isHarmlessTwice: office.delay(intent)
    case .wait: return .notSent(.other)
    case .loginNeeded: return .loginNeeded
    case .conflict: return office.honoursKeys ? .accepted(link: nil, retryAfter: 1) : .notSent(.other)
    case .refused: return office.perform(intent, as: .refused)
    case .accepted: return office.perform(intent, as: .accepted(page: nil))
    case .acceptedWithPage: return office.perform(intent, as: .accepted(page: "https://pay.example/x"))
    default: break
    }
    return office.perform(intent)
  }

  private var isHarmlessTwice: Bool { office.honoursKeys && office.recognisesKeys }

  // MARK: - Asking

  func settle(_ intent: Intent, for account: String) throws -> Settlement {
    try ask()
    let settlement = office.settle(intent)
    if weather.sabotage == .absentMeansNo, settlement == .unknown { return .notExecuted }
    return settlement
  }

  func fence(_ intent: Intent, for account: String) throws -> Settlement {
    try ask { if office.honoursKeys { _ = office.fence(intent) } }
    return office.fence(intent)
  }

  func check(_ action: Action, for account: String) throws -> Check {
    try ask()
    return office.check(action)
  }

  /// - Parameter arrives: what the request does even if its answer is lost.
  private func ask(_ arrives: () -> Void = {}) throws(ProviderError) {
    process.instant()
    let trouble = travel()
    guard !process.isDead else { throw .noAnswer(.unknown(.interrupted)) }
    switch trouble {
    case .notSent: throw .noAnswer(.notSent(.connectionRefused))
    case .requestLost: throw .noAnswer(.unknown(.timeout))
    case .answerLost, .late, .cut:
      arrives()
      throw .noAnswer(.unknown(.connectionLost))
    case .brokenBefore, .conflict: throw .broken(status: 502)
    case .brokenAfter:
      arrives()
      throw .broken(status: 504)
    case .wait: throw .wait(seconds: weather.once(in: 2) ? nil : 5)
    case .loginNeeded: throw .loginNeeded
    default: break
    }
    process.instant()
    guard !process.isDead else { throw .noAnswer(.unknown(.interrupted)) }
  }

  /// The time that it takes; meanwhile others act, and what was under way may arrive.
  private func travel() -> Trouble? {
    let trouble = weather.networkTrouble()
    process.sleep(trouble == .slow ? weather.number(5_000...40_000) : weather.number(20...900))
    if weather.once(in: 4) { office.deliverOne() }
    return trouble
  }

  // MARK: - Feeds

  func changes(of account: String, since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool {
    process.instant()
    let trouble = travel()
    guard !process.isDead else { throw ProviderError.noAnswer(.unknown(.interrupted)) }
    switch trouble {
    case .notSent: throw ProviderError.noAnswer(.notSent(.nameNotResolved))
    case .requestLost, .answerLost, .late: throw ProviderError.noAnswer(.unknown(.timeout))
    case .brokenBefore, .brokenAfter, .conflict: throw ProviderError.broken(status: 503)
    case .wait: throw ProviderError.wait(seconds: weather.once(in: 2) ? nil : 7)
    case .loginNeeded: throw ProviderError.loginNeeded
    case .cursorGone where cursor != nil: throw ProviderError.cursorGone
    default: break
    }
    guard let steps = try office.feed(since: cursor) else {
      process.pulled = office.books.log.count
      return false
    }
    let end = trouble == .cut ? weather.choice(steps.count) : steps.count
    let position = office.books.log.count
    for step in steps.prefix(end) {
      process.instant()
      guard !process.isDead else { throw ProviderError.noAnswer(.unknown(.interrupted)) }
      try receive(step)
    }
    guard end == steps.count else { throw ProviderError.noAnswer(.unknown(.connectionLost)) }
    process.pulled = position
    return true
  }

  func articles(since cursor: Cursor?, receive: (PullStep) throws -> Void) throws -> Bool { false }
  func accounts() throws -> [AccountBrief] { [] }
  func body(for action: Action, terms: Check?) -> String { action.json.text }
}
