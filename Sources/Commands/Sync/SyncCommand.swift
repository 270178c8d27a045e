import Arguments
import Domain
import Language
import Provider
import Sync
import Terminal

/// `kabinet sync`
struct SyncCommand: Command {
  static let specification = CommandSpecification(
    name: "sync", aliases: ["обновить", "синхронизация"], summary: .syncSummary, group: .groupStore,
    discussion: [.syncDiscussion],
    options: [
      Option("dry-run", short: "n", .syncDryRun), Option("accept-shrink", .syncAcceptShrink),
      Option("force", .syncForce), Option("all", short: "a", .syncAll),
    ],
    examples: [
      .init("kabinet sync", .syncExample), .init("kabinet sync --dry-run", .syncExampleDryRun),
      .init("kabinet sync --all", .syncExampleAll),
    ],
    facts: [.needsLogin, .startsNetwork], exitStatuses: [0, 1, 4, 5, 8, 10], seeAlso: ["payments", "doctor"])

  private let isDryRun: Bool
  private let acceptsShrink: Bool
  private let isForced: Bool
  private let isOfAll: Bool

  init(_ invocation: Invocation) throws(Failure) {
    isOfAll = invocation.flag("all")
    isDryRun = invocation.flag("dry-run")
    acceptsShrink = invocation.flag("accept-shrink")
    isForced = invocation.flag("force")
    guard !isOfAll || !isDryRun else { throw Failure(.usage, .dryRunOfAll, hint: .chooseOne) }
  }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    if isOfAll { return try all(world) }
    let link = try ProviderLink(world, command: "sync")
    if isDryRun {
      try world.console.answer(SyncText.plan(try link.synchronizer().plan(), entry: link.entry))
      return .done
    }
    return try SyncRun(link, acceptsShrink: acceptsShrink, isForced: isForced).run()
  }

  /// One account after the other; one that fails is told and does not keep the others from being fetched.
  private func all(_ world: World) throws -> ExitStatus {
    let entries = try world.configuration.get().accounts
    guard !entries.isEmpty else { throw Failure(.loginNeeded, .notLoggedIn, hint: .loginOrDemo) }
    var statuses: [ExitStatus] = []
    var answers: [Answer] = []
    for entry in entries {
      do {
        let link = try ProviderLink(world, entry: entry, command: "sync")
        let run = SyncRun(link, acceptsShrink: acceptsShrink, isForced: isForced)
        let report = try run.fetch()
        answers.append(SyncText.report(report, entry: entry))
        statuses.append(run.status(of: report))
      } catch {
        let failure = Failure(describing: error)
        world.console.warning(.accountUnread(entry.number, failure.what), hint: failure.hint)
        answers.append(SyncText.failure(failure, entry: entry))
        statuses.append(failure.exitStatus)
      }
    }
    try world.console.answer(SyncText.all(zip(entries, answers).map { ($0, $1) }))
    return statuses.first { $0 != .done } ?? .done
  }
}

/// A sync with its progress and its report; `login` and `demo` run one too.
struct SyncRun {
  private let link: ProviderLink
  private let acceptsShrink: Bool
  private let isForced: Bool

  init(_ link: ProviderLink, acceptsShrink: Bool = false, isForced: Bool = false) {
    self.link = link
    self.acceptsShrink = acceptsShrink
    self.isForced = isForced
  }

  func run() throws -> ExitStatus {
    let report = try fetch()
    try link.world.console.answer(SyncText.report(report, entry: link.entry))
    return status(of: report)
  }

  func fetch() throws -> Synchronizer.Report {
    let world = link.world
    let progress = world.console.startProgress(.syncProgress)
    defer {
      progress?.finish()
      link.tellNotes()
    }
    var pushed: [PushResult] = []
    let synchronizer = link.synchronizer(acceptsShrink: acceptsShrink) { stage in
      switch stage {
      case .entries(let count): progress?.update(count)
      case .pushed(let result): pushed.append(result)
      case .pushing, .articles: break
      }
    }
    if !isForced { try wait(for: synchronizer) }
    do {
      let report = try synchronizer.run()
      if report.articles != nil { Library.refresh(link.store.reader, .articles(link.entry.address)) }
      tell(report)
      return report
    } catch {
      for result in pushed { tell(result) }
      guard let refusal = error as? Puller.Refusal else { throw error }
      throw Failure(.failed, SyncText.refusal(refusal), hint: .acceptShrinkHint)
    }
  }

  /// A person who types `sync` again is not kept waiting for our own jitter, only for what the provider asked.
  private func wait(for synchronizer: Synchronizer) throws {
    guard let seconds = try synchronizer.mustWait() else { return }
    guard seconds <= SyncRun.shortWait else {
      throw Failure(.unreachable, .waitBeforeSync(TimeText.duration(seconds: seconds)), hint: .syncForceHint)
    }
    guard let ordered = try synchronizer.orderedWait() else { return }
    link.world.console.note(.waitingAsAsked(TimeText.duration(seconds: ordered)))
    link.world.pause(ordered * 1000)
  }

  /// The longest wait that is sat out, in seconds.
  private static let shortWait: Int64 = 30

  private func tell(_ report: Synchronizer.Report) {
    let console = link.world.console
    if abs(report.clockSkew) > 120 {
      console.note(.clockDiffers(TimeText.duration(seconds: abs(report.clockSkew))))
    }
    if let discrepancy = report.account?.discrepancy {
      console.warning(.ledgerDiffers(AmountText.full(discrepancy.ours), AmountText.full(discrepancy.theirs)))
    }
    for result in report.pushed where result.failure != nil || !result.intent.state.isTerminal { tell(result) }
  }

  private func tell(_ result: PushResult) {
    link.world.console.warning(.intentStands(IntentText.name(result.intent), IntentText.state(result.intent)))
  }

  func status(of report: Synchronizer.Report) -> ExitStatus {
    report.pushed.contains { !$0.intent.state.isTerminal } ? .unsettled : .done
  }
}
