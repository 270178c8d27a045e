import Domain

/// What a sync is about to do: a value that can be printed (`sync --dry-run`), asserted, and applied.
package struct SyncPlan: Sendable, Equatable {
  /// One step for one open intent, in the order in which they were made.
  package struct Push: Sendable, Equatable {
    package enum Step: String, Sendable {
      /// Send it for the first time, or again after it provably was not sent.
      case send
      /// A process died while sending: the outcome is unknown, find it out.
      case settle
      /// The provider has accepted it: ask how it stands.
      case poll
      /// Make sure that it never will be done.
      case fence
      /// Its time is over; nothing was sent.
      case expire
      /// Something before it must be settled first.
      case wait
    }

    package let key: String
    package let action: Action
    package let step: Step
  }

  package struct Pull: Sendable, Equatable {
    /// The last cursor; nil: everything from the beginning.
    package let cursor: Cursor?
    package init(cursor: Cursor?) { self.cursor = cursor }
  }

  package let pushes: [Push]
  package let account: Pull
  /// Nil where the provider has no articles.
  package let articles: Pull?

  package init(pushes: [Push], account: Pull, articles: Pull?) {
    self.pushes = pushes
    self.account = account
    self.articles = articles
  }

  /// The steps for the open intents of one account: first in, first out; a money intent waits until every earlier
  /// one is settled, a child until its parent is confirmed.
  package static func pushes(for intents: [Intent], now: Timestamp) -> [Push] {
    var unsettledMoney = false
    let ordered = intents.sorted { ($0.created, $0.key) < ($1.created, $1.key) }
    let open = Set(intents.filter { !$0.state.isTerminal }.map(\.key))
    return ordered.compactMap { intent in
      let isBlocked = unsettledMoney && intent.action.movesMoney || intent.dependsOn.map(open.contains) == true
      guard let step = step(for: intent, isBlocked: isBlocked, now: now) else { return nil }
      if intent.isUnsettledMoney, step != .expire { unsettledMoney = true }
      return Push(key: intent.key, action: intent.action, step: step)
    }
  }

  private static func step(for intent: Intent, isBlocked: Bool, now: Timestamp) -> Push.Step? {
    switch intent.state {
    case .queued where intent.validUntil.map { $0 < now } == true: .expire
    case .queued: isBlocked ? .wait : .send
    case .sending, .unknown: .settle
    case .accepted: .poll
    case .fencing: .fence
    case .confirmed, .rejected, .expired, .cancelled, .notExecuted: nil
    }
  }
}
