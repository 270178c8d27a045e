import Domain

/// What a sync is about to do: a value that can be printed (`sync --dry-run`), asserted, and applied.
package struct SyncPlan: Sendable, Equatable {
  /// One step for one open intent: first those that were sent, then those that wait, each in the order of their making.
  package struct Push: Sendable, Equatable {
    package enum Step: String, Sendable {
      /// Send it for the first time, or again after it provably was not sent.
      case send
      /// Nobody knows what became of it: find it out.
      case settle
      /// The provider has accepted it: ask how it stands.
      case poll
      /// Make sure that it never will be done.
      case fence
      /// Its time is over; nothing was sent.
      case expire
      /// Something before it must be settled first; if that happens in the same run, it is sent in it.
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

  /// The steps for the open intents of one account.
  ///
  /// What was sent comes first: whatever the clock did meanwhile, no new money leaves while an outcome is unknown.
  ///
  /// - Parameters:
  ///   - confirmed: the parents that are done; a child of any other waits until its time is over.
  ///   - isMoneyLocked: the record of an intent can't be read, so nobody knows what it did.
  package static func pushes(
    for intents: [Intent], confirmed: Set<String> = [], isMoneyLocked: Bool = false, now: Timestamp
  ) -> [Push] {
    let open = intents.filter { !$0.state.isTerminal }.sorted { ($0.created, $0.key) < ($1.created, $1.key) }
    let sent = open.filter { $0.state != .queued }
    var isMoneyHeld = isMoneyLocked || sent.contains { $0.holdsMoney(at: now) }
    var pushes = sent.map { Push(key: $0.key, action: $0.action, step: step(forSent: $0, now: now)) }
    for intent in open where intent.state == .queued {
      let movesMoney = intent.action.movesMoney
      let isParentDone = intent.dependsOn.map(confirmed.contains) ?? true
      let mayGo = isParentDone && !(movesMoney && isMoneyHeld)
      let step: Push.Step = intent.isOverdue(at: now) ? .expire : mayGo ? .send : .wait
      if movesMoney, step == .send { isMoneyHeld = true }
      pushes.append(Push(key: intent.key, action: intent.action, step: step))
    }
    return pushes
  }

  private static func step(forSent intent: Intent, now: Timestamp) -> Push.Step {
    switch intent.state {
    case .accepted: .poll
    case .fencing: .fence
    // Nobody shall be charged on another day for what was given up: it is looked up and fenced.
    default: intent.isOverdue(at: now) ? .fence : .settle
    }
  }
}

extension Intent {
  /// Seconds for which an intent without `validUntil` may wait.
  private static let longestWait: Int64 = 86_400
  /// A clock that went back by more than this would keep an intent alive beyond its time.
  private static let clockTolerance: Int64 = 300
  /// No request stays in a queue for longer; after it an outcome that cannot be found out holds up nobody.
  private static let longestHold: Int64 = 7 * 86_400

  /// Whether it must not be sent any more.
  func isOverdue(at now: Timestamp) -> Bool {
    let end = validUntil ?? created.adding(seconds: Intent.longestWait)
    return end < now || now.seconds(until: created) > Intent.clockTolerance
  }

  /// Whether later money has to wait for it. A payment that a person has yet to make on the provider's page holds up none:
  /// an abandoned page must not stop the next payment.
  func holdsMoney(at now: Timestamp) -> Bool {
    guard action.movesMoney, created.seconds(until: now) <= Intent.longestHold else { return false }
    switch state {
    case .sending, .unknown, .fencing: return true
    case .accepted: return link == nil
    default: return false
    }
  }
}
