import Domain
import Provider
import TestSupport
import Testing

/// Actions over a wire that fails: what is told never contradicts what happened, and it happens at most once.
@Suite struct ActionFacts {
  @Test(arguments: Deed.all) func aCheckChangesNothing(_ deed: Deed) throws {
    let subject = try Subject(deed.dialect, ableTo: deed.kind)
    let action = try #require(subject.action(deed.kind))
    let before = try subject.pull()
    let check = try subject.provider.check(action, for: subject.account)
    #expect(check.eligibility.available)
    #expect(subject.system.effects(deed.kind) == 0)
    #expect(try subject.pull().changes == before.changes)
  }

  @Test(arguments: Deed.all) func whatIsDoneIsDoneOnceAndFoundAgain(_ deed: Deed) throws {
    let subject = try Subject(deed.dialect, ableTo: deed.kind)
    let intent = try subject.intent(try #require(subject.action(deed.kind)))
    switch subject.provider.submit(intent, for: subject.account) {
    case .done:
      #expect(subject.system.effects(deed.kind) == 1)
      guard case .done = try subject.provider.settle(intent, for: subject.account) else {
        Issue.record("done, and not found again")
        return
      }
      subject.wait(seconds: 900)
      guard case .done = try subject.provider.fence(intent, for: subject.account) else {
        Issue.record("done, and fenced")
        return
      }
    case .accepted(let link, _):
      #expect(link?.hasPrefix("https://") == true && deed.kind == .pay)
      try payOnPage(intent, link, subject)
    case let other: Issue.record("\(other)")
    }
  }

  private func payOnPage(_ sent: Intent, _ link: String?, _ subject: Subject) throws {
    var intent = sent
    try intent.apply(.accepted, at: subject.system.now, link: link)
    subject.wait(seconds: 900)
    #expect(try subject.provider.settle(intent, for: subject.account) == .accepted(link: link))
    subject.system.payOnPage(try #require(intent.amount))
    guard case .done(let reference, _) = try subject.provider.settle(intent, for: subject.account) else {
      Issue.record("paid, and not found")
      return
    }
    let paid = try subject.pull().entries.last { $0.kind == .payment }
    #expect(reference == paid?.id && paid?.amount == intent.amount)
  }

  /// The heart of it: an answer that is lost before, during or after the effect.
  @Test(arguments: Deed.all, WireFault.allCases)
  func whatWasLostIsSettledByWhatHappened(_ deed: Deed, _ fault: WireFault) throws {
    let subject = try Subject(deed.dialect, ableTo: deed.kind)
    var intent = try subject.intent(try #require(subject.action(deed.kind)))
    subject.wire.rearm([0: fault])
    let submission = subject.provider.submit(intent, for: subject.account)
    expect(submission, after: fault, deed, subject)
    guard try record(submission, in: &intent, at: subject.system.now) else { return }
    let early = try subject.provider.settle(intent, for: subject.account)
    if fault == .late { #expect(early != .notExecuted && early != .done(reference: nil, link: nil)) }
    try subject.wire.deliverLate()
    subject.wait(seconds: 900)
    try expectTruth(try conclude(intent, subject), deed, subject)
  }

  private func expect(_ submission: Submission, after fault: WireFault, _ deed: Deed, _ subject: Subject) {
    switch (fault, submission) {
    case (.refused, .notSent(.connectionRefused)): #expect(subject.system.effects(deed.kind) == 0)
    case (.sessionOver, .done), (.sessionOver, .accepted): break
    case (.sessionOver, .loginNeeded): #expect(subject.system.effects(deed.kind) == 0)
    case (.tooMany, .notSent), (.unavailable, .notSent): #expect(subject.system.effects(deed.kind) == 0)
    case (.refused, _), (.sessionOver, _): Issue.record("\(fault): \(submission)")
    case (_, .unknown): break
    // Nothing was asked for that could have had an effect.
    case (_, .notSent) where !asksForAnEffect(deed, subject): break
    default: Issue.record("\(fault): \(submission)")
    }
  }

  /// A payment whose page is known beforehand asks the provider for nothing.
  private func asksForAnEffect(_ deed: Deed, _ subject: Subject) -> Bool {
    deed.kind != .pay || subject.wire.requests.contains { $0.method != "GET" }
  }

  /// - Returns: whether there is anything left to settle.
  private func record(_ submission: Submission, in intent: inout Intent, at now: Timestamp) throws -> Bool {
    switch submission {
    case .unknown: try intent.apply(.lost, at: now)
    case .accepted(let link, _): try intent.apply(.accepted, at: now, link: link)
    case .done: try intent.apply(.done, at: now)
    default: return false
    }
    return true
  }

  /// As the client does: ask, and where keys are honoured fence what nobody knows.
  private func conclude(_ intent: Intent, _ subject: Subject) throws -> Settlement {
    let settlement = try subject.provider.settle(intent, for: subject.account)
    guard settlement == .unknown, subject.provider.capabilities.contains(.keys) else { return settlement }
    return try subject.provider.fence(intent, for: subject.account)
  }

  private func expectTruth(_ settlement: Settlement, _ deed: Deed, _ subject: Subject) throws {
    let effects = subject.system.effects(deed.kind)
    #expect(effects <= 1)
    switch settlement {
    case .done: #expect(effects == 1)
    case .accepted: #expect(deed.kind == .pay)
    // A page that nobody was led to cannot have been paid on.
    case .notExecuted: #expect(effects == 0 || deed.kind == .pay && !subject.provider.capabilities.contains(.keys))
    case .refused, .unknown: Issue.record("\(settlement) with \(effects) effects")
    }
  }

  @Test(arguments: Deed.all) func whatTheProviderLacksIsNeverSent(_ deed: Deed) throws {
    for dialect in Dialect.allCases {
      let subject = try Subject(dialect)
      let capability = deed.kind.capability
      _ = try subject.pull()
      guard !subject.provider.capabilities.contains(capability),
        let action = Systems.make(deed.dialect, ableTo: deed.kind).possible.first(where: { $0.kind == deed.kind })
      else { continue }
      #expect(throws: ProviderError.missing(capability)) {
        try subject.provider.check(action, for: subject.account)
      }
      var intent = Intent(
        key: "k", account: "shelf", action: action, body: subject.provider.body(for: action, terms: nil), terms: nil,
        created: subject.system.now)
      try intent.apply(.take, at: subject.system.now)
      subject.wire.rearm()
      guard case .refused = subject.provider.submit(intent, for: subject.account) else {
        Issue.record("\(dialect) takes \(deed.kind)")
        continue
      }
      #expect(subject.wire.requests.isEmpty)
    }
  }
}
