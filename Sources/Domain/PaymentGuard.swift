/// The guard against a frightened repetition: a process can die after the money moved and before anybody was told.
package enum PaymentGuard {
  package enum Verdict: Sendable, Equatable {
    case allowed
    /// An earlier action that moves money is not settled yet.
    case unsettled(Intent)
    /// The same was done a moment ago.
    case repeated(Intent, secondsAgo: Int64)
  }

  /// For how many seconds the same amount is taken for a repetition.
  package static let window: Int64 = 600

  /// Whether a person may start an action, given the account's open intents and those done lately.
  ///
  /// Open ones come first. An intent from the future (a clock that was set back) counts as done just now. Scripts that
  /// pass a key of their own, and people who insist, go past this guard.
  package static func verdict(on action: Action, intents: [Intent], now: Timestamp) -> Verdict {
    guard action.movesMoney else { return .allowed }
    if let open = intents.first(where: \.isUnsettledMoney) { return .unsettled(open) }
    let done = intents.compactMap { intent in age(of: intent, ifLike: action, now: now).map { (intent, $0) } }
    guard let latest = done.min(by: { $0.1 < $1.1 }) else { return .allowed }
    return .repeated(latest.0, secondsAgo: latest.1)
  }

  /// How many seconds ago it was done, nil unless it was the same within the window.
  private static func age(of intent: Intent, ifLike action: Action, now: Timestamp) -> Int64? {
    guard intent.state == .confirmed, isSame(intent.action, action) else { return nil }
    let at = intent.history.last?.at ?? intent.created
    let age = max(0, at.seconds(until: now))
    return age <= window ? age : nil
  }

  /// A payment of the same amount is the same whatever its method; anything else must be equal.
  private static func isSame(_ left: Action, _ right: Action) -> Bool {
    guard case .pay(let paid, _) = left, case .pay(let due, _) = right else { return left == right }
    return paid == due
  }
}
