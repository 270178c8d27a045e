import Domain
import Provider
import Store
import Sync
import Testing

/// One test a row of the table of an intent's life.
@Suite struct IntentTableTests {
  @Test func sendingIsOnTheDiskBeforeTheProviderIsAsked() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    let path = bench.home.path + "/store"
    var seen: Intent?
    bench.provider.whileSubmitting = { intent in
      seen = try StoreReader(path: path).intent(intent.key)
    }
    bench.provider.submissions = [.done(reference: "r1", link: nil)]
    let result = try bench.synchronizer().submit("a")
    #expect(seen?.state == .sending)
    #expect(seen?.attempts == 1)
    #expect(result.intent.state == .confirmed)
    let stored = try #require(try bench.store.reader.intent("a"))
    #expect(stored.state == .confirmed)
    #expect(stored.reference == "r1")
    #expect(bench.asked() == ["submit a body of a"])
  }

  @Test func acceptedIsPolledUntilItIsDone() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.accepted(link: "https://pay.example/1", retryAfter: 3)]
    let result = try bench.synchronizer().submit("a")
    #expect(result.intent.state == .accepted)
    #expect(result.retryAfter == 3)
    bench.provider.settlements = [.success(.accepted(link: nil)), .success(.done(reference: "r", link: nil))]
    #expect(try bench.synchronizer().run().pushed.map(\.intent.state) == [.accepted])
    #expect(try bench.store.reader.intent("a")?.link == "https://pay.example/1")
    #expect(try bench.synchronizer().run().pushed.map(\.intent.state) == [.confirmed])
    #expect(bench.asked().filter { $0.hasPrefix("submit") }.count == 1)
  }

  @Test func conflictWithoutALinkGetsItsLinkByPolling() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .accepted)
    bench.provider.settlements = [.success(.accepted(link: "https://pay.example/2"))]
    _ = try bench.synchronizer().run()
    #expect(try bench.store.reader.intent("a")?.link == "https://pay.example/2")
    #expect(try bench.state("a") == .accepted)
  }

  @Test func conflictThatCameToNothingIsSentAgainUnderItsKey() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .accepted)
    bench.provider.settlements = [.success(.unknown)]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["settle a", "submit a body of a", "changes -"])
    #expect(try bench.state("a") == .confirmed)
  }

  @Test func conflictThatCameToNothingIsFencedWhenItsTimeIsOver() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .accepted)
    bench.now = Bench.start.adding(seconds: 4000)
    bench.provider.settlements = [.success(.unknown)]
    bench.provider.fences = [.success(.notExecuted)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["settle a", "fence a", "changes -"])
    #expect(try bench.state("a") == .cancelled)
  }

  @Test func acceptedThatProvablyCameToNothingEnds() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take, .accepted, link: "https://pay.example/1")
    bench.provider.settlements = [.success(.notExecuted)]
    _ = try bench.synchronizer().run()
    #expect(try bench.state("a") == .notExecuted)
  }

  @Test func refusalIsKeptWithItsReasonAndNeverSentAgain() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.refused(Sample.reason)]
    #expect(try bench.synchronizer().submit("a").intent.state == .rejected)
    #expect(try bench.store.reader.intent("a")?.refusal == Sample.reason)
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["submit a body of a", "changes -"])
  }

  @Test(arguments: Sample.allCauses) func provablyNotSentIsQueuedAgain(_ cause: TransportFailure.Cause) throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.notSent(cause), .done(reference: nil, link: nil)]
    let result = try bench.synchronizer().submit("a")
    #expect(result.intent.state == .queued)
    #expect(result.failure == .noAnswer(.notSent(cause)))
    #expect(try bench.synchronizer().submit("a").intent.state == .confirmed)
    #expect(bench.asked() == ["submit a body of a", "submit a body of a"])
  }

  @Test(arguments: Sample.allCauses) func anythingElseIsUnknown(_ cause: TransportFailure.Cause) throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.unknown(cause)]
    let result = try bench.synchronizer().submit("a")
    #expect(result.intent.state == .unknown)
    #expect(try bench.state("a") == .unknown)
    #expect(result.failure == .noAnswer(.unknown(cause)))
  }

  @Test func endedSessionLeavesTheIntentQueuedAndStopsPushing() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    try bench.add(Bench.intent("b", .cancelTariffChange))
    bench.provider.submissions = [.loginNeeded]
    bench.provider.feeds = [.failure(.loginNeeded)]
    #expect(throws: ProviderError.loginNeeded) { try bench.synchronizer().run() }
    #expect(bench.asked() == ["submit a body of a", "changes -"])
    #expect(try bench.state("a") == .queued)
    #expect(try bench.state("b") == .queued)
  }

  @Test func foundInSendingItIsAskedForAndNotSentAnew() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take)
    bench.provider.settlements = [.success(.unknown), .success(.done(reference: "r", link: nil))]
    let first = try bench.synchronizer().run()
    #expect(first.pushed.map(\.intent.state) == [.unknown])
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["settle a", "changes -", "settle a", "changes -"])
    #expect(try bench.state("a") == .confirmed)
  }

  @Test func unknownIsSettledWithTheSameBytesWhereKeysAreHonoured() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.provider.settlements = [.success(.unknown)]
    bench.provider.submissions = [.done(reference: "r", link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["settle a", "submit a body of a", "changes -"])
    #expect(try bench.state("a") == .confirmed)
  }

  @Test func askingAnswersUnknownWithoutSending() throws {
    for (settlement, state) in [
      (Settlement.done(reference: nil, link: nil), Intent.State.confirmed), (.refused(Sample.reason), .rejected),
      (.accepted(link: nil), .accepted), (.notExecuted, .notExecuted),
    ] {
      let bench = try Bench()
      try bench.add(Bench.payment("a"), .take, .lost)
      bench.provider.settlements = [.success(settlement)]
      _ = try bench.synchronizer().run()
      #expect(try bench.state("a") == state)
      #expect(bench.asked() == ["settle a", "changes -"])
    }
  }

  @Test func failedRepetitionProvesNothingOfTheFirst() throws {
    for submission in [Submission.notSent(.connectionRefused), .unknown(.timeout), .loginNeeded] {
      let bench = try Bench()
      try bench.add(Bench.payment("a"), .take, .lost)
      bench.provider.settlements = [.success(.unknown)]
      bench.provider.submissions = [submission]
      _ = try bench.synchronizer().submit("a")
      #expect(try bench.state("a") == .unknown)
    }
  }

  @Test func unknownWithoutKeysIsNeverSentAgain() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.provider.settlements = [.success(.unknown), .failure(.broken(status: 500)), .success(.notExecuted)]
    _ = try bench.synchronizer().run()
    _ = try bench.synchronizer().run()
    #expect(try bench.state("a") == .unknown)
    _ = try bench.synchronizer().run()
    #expect(try bench.state("a") == .notExecuted)
    #expect(!bench.asked().contains { $0.hasPrefix("submit") })
  }

  @Test func unknownWhoseTimeIsOverIsFencedAndNotSent() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.now = Bench.start.adding(seconds: 3601)
    bench.provider.fences = [.failure(.noAnswer(.unknown(.timeout))), .success(.unknown), .success(.notExecuted)]
    for state in [Intent.State.unknown, .unknown, .notExecuted] {
      _ = try bench.synchronizer().run()
      #expect(try bench.state("a") == state)
    }
    #expect(bench.asked().filter { $0 != "changes -" } == ["fence a", "fence a", "fence a"])
  }

  @Test func fenceThatComesTooLateSaysThatItIsDone() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.now = Bench.start.adding(seconds: 3601)
    bench.provider.fences = [.success(.done(reference: "r", link: nil))]
    _ = try bench.synchronizer().run()
    #expect(try bench.state("a") == .confirmed)
  }

  @Test func cancelledOnlyAfterTheFence() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.provider.fences = [.failure(.noAnswer(.unknown(.timeout))), .success(.unknown), .success(.notExecuted)]
    #expect(try bench.synchronizer().cancel("a").intent.state == .fencing)
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.fence])
    #expect(try bench.synchronizer().run().pushed.map(\.intent.state) == [.fencing])
    #expect(try bench.synchronizer().run().pushed.map(\.intent.state) == [.cancelled])
  }

  @Test func cancellingWhatWasDoneSaysSo() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take)
    bench.provider.fences = [.success(.done(reference: "r", link: nil))]
    #expect(try bench.synchronizer().cancel("a").intent.state == .confirmed)
    #expect(try bench.synchronizer().cancel("a").intent.state == .confirmed)
    #expect(bench.asked() == ["fence a"])
  }

  @Test func queuedIsCancelledWithoutAQuestion() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    #expect(try bench.synchronizer().cancel("a").intent.state == .cancelled)
    #expect(bench.asked() == [])
  }

  @Test func queuedBeyondItsTimeExpiresUnsent() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.now = Bench.start.adding(seconds: 3601)
    #expect(try bench.synchronizer().submit("a").intent.state == .expired)
    #expect(bench.asked() == [])
  }

  @Test func theLastSecondOfItsTimeStillCounts() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.now = Bench.start.adding(seconds: 3600)
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    #expect(try bench.synchronizer().submit("a").intent.state == .confirmed)
  }

  @Test func clockThatWentBackDoesNotKeepAnIntentAlive() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    try bench.add(Bench.payment("b"), .take, .lost)
    bench.now = Bench.start.adding(seconds: -86_400)
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.fence, .expire])
    bench.now = Bench.start.adding(seconds: -200)
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.settle, .wait])
  }
}
