import Domain
import Platform
import Provider
import Store
import Sync
import Testing

/// What stands before what, and what happens when two processes, or a failing disk, come between.
@Suite struct OrderTests {
  @Test func firstInFirstOutWithinOneRun() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("b", created: Bench.start.adding(seconds: 1)))
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.done(reference: nil, link: nil), .done(reference: nil, link: nil)]
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.send, .wait])
    let report = try bench.synchronizer().run()
    #expect(report.pushed.map(\.intent.key) == ["a", "b"])
    #expect(report.pushed.map(\.intent.state) == [.confirmed, .confirmed])
  }

  @Test func newMoneyWaitsForAnUnknownOutcomeAndATicketDoesNot() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take, .lost)
    try bench.add(Bench.payment("b"))
    try bench.add(Bench.intent("c", .cancelTariffChange))
    bench.provider.settlements = [.success(.unknown)]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    let report = try bench.synchronizer().run()
    #expect(report.pushed.map(\.intent.state) == [.unknown, .queued, .confirmed])
    #expect(bench.asked() == ["settle a", "submit c body of c", "changes -"])
  }

  @Test func unknownComesFirstEvenIfTheClockSaysOtherwise() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("late", created: Bench.start.adding(seconds: 200)), .take, .lost)
    try bench.add(Bench.payment("new"))
    bench.provider.settlements = [.success(.unknown)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["settle late", "changes -"])
    #expect(try bench.state("new") == .queued)
  }

  @Test func submittingSettlesWhatStandsBeforeFirst() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    try bench.add(Bench.intent("t", .cancelTariffChange))
    try bench.add(Bench.payment("b", created: Bench.start.adding(seconds: 1)))
    try bench.add(Bench.payment("c", created: Bench.start.adding(seconds: 2)))
    bench.provider.settlements = [.success(.done(reference: nil, link: nil))]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    #expect(try bench.synchronizer().submit("b").intent.state == .confirmed)
    #expect(bench.asked() == ["settle a", "submit b body of b"])
    #expect(try bench.state("c") == .queued)
  }

  @Test func submittingWaitsWhileWhatStandsBeforeIsOpen() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"), .take, .lost)
    try bench.add(Bench.payment("b", created: Bench.start.adding(seconds: 1)))
    bench.provider.settlements = [.failure(.noAnswer(.notSent(.connectionRefused)))]
    let result = try bench.synchronizer().submit("b")
    #expect(result.intent.state == .queued)
    #expect(result.intent.key == "b")
    #expect(result.failure == .noAnswer(.notSent(.connectionRefused)))
    #expect(bench.asked() == ["settle a"])
  }

  @Test func anAbandonedPaymentPageHoldsUpNobody() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take, .accepted, link: "https://pay.example/1")
    try bench.add(Bench.payment("b"))
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.poll, .send])
  }

  @Test func anOutcomeThatCannotBeFoundOutHoldsUpNobodyAfterAWeek() throws {
    let bench = try Bench(ScriptedProvider([.payment]))
    try bench.add(Bench.payment("a"), .take, .lost)
    bench.now = Bench.start.adding(seconds: 7 * 86_400 + 1)
    try bench.add(Bench.payment("b", created: bench.now))
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.fence, .send])
  }

  @Test func aChildGoesOnlyWhenItsParentIsDone() throws {
    let bench = try Bench()
    try bench.add(Bench.intent("p", .cancelTariffChange))
    try bench.add(Bench.intent("c", .cancelTariffChange, after: "p"))
    bench.provider.submissions = [.unknown(.timeout)]
    _ = try bench.synchronizer().run()
    #expect(try bench.state("c") == .queued)
    bench.provider.settlements = [.success(.done(reference: nil, link: nil))]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    _ = try bench.synchronizer().run()
    #expect(try bench.state("c") == .confirmed)
  }

  @Test(arguments: [Intent.Event.refused, .done]) func aRefusedParentBlocksItsChild(_ event: Intent.Event) throws {
    let bench = try Bench()
    try bench.add(Bench.intent("p", .cancelTariffChange), .take, event)
    try bench.add(Bench.payment("c", after: "p"))
    try bench.add(Bench.payment("other", created: Bench.start.adding(seconds: 1)))
    let isDone = event == .done
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == (isDone ? [.send, .wait] : [.wait, .send]))
    bench.now = Bench.start.adding(seconds: 3602)
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.expire, .expire])
  }

  @Test func anUnreadableIntentLocksMoneyAlone() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    try bench.add(Bench.intent("t", .cancelTariffChange))
    try bench.home.write("store/intents/x.json", "{")
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["submit t body of t", "changes -"])
    #expect(try bench.synchronizer().submit("a").intent.state == .queued)
    #expect(bench.asked() == [])
  }

  @Test func theSecondProcessNeitherSendsNorFetches() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    let other = bench.synchronizer(store: try bench.otherStore(), patience: 20)
    var refusal: (any Error)?
    bench.provider.whileSubmitting = { _ in
      do { _ = try other.submit("a") } catch { refusal = error }
    }
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    #expect(try bench.synchronizer().submit("a").intent.state == .confirmed)
    guard case .locked? = refusal as? StoreError else {
      Issue.record("it got \(String(describing: refusal))")
      return
    }
    #expect(bench.asked() == ["submit a body of a"])
    #expect(bench.provider.unexpected == [])
  }

  @Test func theStoreIsFreeWhileTheProviderIsAsked() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    let other = try bench.otherStore()
    bench.provider.whileSubmitting = { _ in
      _ = try other.create(Bench.intent("t", .cancelTariffChange))
      try other.setBackoff(["other": 1])
    }
    bench.provider.submissions = [.done(reference: nil, link: nil), .done(reference: nil, link: nil)]
    let report = try bench.synchronizer().run()
    #expect(bench.provider.unexpected == [])
    #expect(report.pushed.map(\.intent.key) == ["a", "t"])
  }

  @Test func theAnswerIsHowItStandsWhenAnotherProcessHasSettledIt() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    _ = try bench.synchronizer(store: try bench.otherStore()).run()
    #expect(try bench.synchronizer().submit("a").intent.state == .confirmed)
    #expect(bench.asked().filter { $0.hasPrefix("submit") }.count == 1)
  }

  @Test func anOutcomeThatCouldNotBeWrittenIsFoundOutLater() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    let root = try Directory(bench.home.path + "/store")
    bench.provider.whileSubmitting = { _ in try root.rename("intents", to: "elsewhere") }
    bench.provider.submissions = [.done(reference: "r", link: nil)]
    #expect(throws: StoreError.self) { try bench.synchronizer().submit("a") }
    try root.rename("elsewhere", to: "intents")
    bench.provider.whileSubmitting = { _ in }
    #expect(try bench.state("a") == .sending)
    try bench.add(Bench.payment("b"))
    #expect(try bench.synchronizer().plan().pushes.map(\.step) == [.settle, .wait])
    bench.provider.settlements = [.success(.done(reference: "r", link: nil))]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    _ = try bench.synchronizer().run()
    #expect(bench.asked() == ["submit a body of a", "settle a", "submit b body of b", "changes -"])
    #expect(try bench.state("a") == .confirmed)
  }

  @Test func theBackoffFileNeverHidesAnOutcome() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("a"))
    _ = try Directory(bench.home.path + "/store").createDirectory("backoff.json")
    bench.provider.submissions = [.unknown(.timeout)]
    #expect(try bench.synchronizer().submit("a").intent.state == .unknown)
  }

  @Test func whatIsPrintedIsWhatIsDone() throws {
    let bench = try Bench()
    try bench.add(Bench.payment("old"), .take, .lost)
    try bench.add(Bench.intent("poll", .cancelTariffChange), .take, .accepted)
    try bench.add(Bench.intent("fence", .cancelTariffChange), .take, .lost, .cancel)
    try bench.add(Bench.intent("late", .cancelTariffChange, validFor: -1))
    try bench.add(Bench.intent("ticket", .cancelTariffChange))
    try bench.add(Bench.payment("new"))
    let plan = try bench.synchronizer().plan()
    #expect(
      plan.pushes.map { "\($0.step.rawValue) \($0.key)" } == [
        "fence fence", "settle old", "poll poll", "expire late", "wait new", "send ticket",
      ])
    #expect(bench.asked() == [])
    bench.provider.settlements = [.success(.accepted(link: nil)), .success(.accepted(link: nil))]
    bench.provider.fences = [.success(.notExecuted)]
    bench.provider.submissions = [.done(reference: nil, link: nil)]
    let report = try bench.synchronizer().run()
    #expect(report.pushed.map(\.intent.key) == plan.pushes.map(\.key))
    #expect(bench.asked() == ["fence fence", "settle old", "settle poll", "submit ticket body of ticket", "changes -"])
    #expect(try bench.state("late") == .expired)
    #expect(try bench.state("new") == .queued)
  }
}
