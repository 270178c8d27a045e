import Arguments
import Domain
import Language
import Store
import Terminal

/// The options and the argument that the verbs share.
enum AutopayArguments {
  static let rule = Positional("rule", .text(.placeholderRule), .autopayRuleArgument, isRequired: false)

  static func rule(_ invocation: Invocation) throws(Failure) -> String? {
    guard let name = invocation.positional("rule") else { return nil }
    guard AutopayRule.isName(name) else { throw Failure(.usage, .autopayBadName, hint: .autopayBadNameHint) }
    return name
  }
}

/// `kabinet autopay show [RULE]`
struct AutopayShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .autopayShowSummary, positionals: [AutopayArguments.rule],
    examples: [.init("kabinet autopay", .autopayShowExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["autopay set", "autopay explain"])

  private let name: String?

  init(_ invocation: Invocation) throws(Failure) { name = try AutopayArguments.rule(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let rules = try AutopayDesk(session: session).rules(named: name)
    try world.console.answer(AutopayView.rules(rules, today: session.today))
    if rules.isEmpty { world.console.note(.autopayNone) }
    return .done
  }
}

/// `kabinet autopay off [RULE]`
struct AutopayOff: Command {
  static let specification = CommandSpecification(
    name: "off", aliases: ["выключить", "отключить"], summary: .autopayOffSummary,
    positionals: [AutopayArguments.rule], examples: [.init("kabinet autopay off", .autopayOffExample)],
    facts: [.needsLogin], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["autopay set"])

  private let name: String?

  init(_ invocation: Invocation) throws(Failure) { name = try AutopayArguments.rule(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let store = try world.openWriter(command: "autopay off")
    var stopped: [AutopayRule] = []
    try store.withLock {
      for var rule in try AutopayDesk(session: session).rules(named: name) {
        if rule.stop == nil {
          rule.stop = AutopayRule.Stop(.off, on: session.today)
          try store.save(rule)
        }
        stopped.append(rule)
      }
    }
    try world.console.answer(AutopayView.rules(stopped, today: session.today))
    if stopped.isEmpty { world.console.note(.autopayNone) }
    return .done
  }
}

/// `kabinet autopay explain [RULE]`
struct AutopayExplain: Command {
  static let specification = CommandSpecification(
    name: "explain", aliases: ["объяснить", "почему"], summary: .autopayExplainSummary,
    discussion: [.autopayExplainDiscussion], positionals: [AutopayArguments.rule],
    examples: [.init("kabinet autopay explain", .autopayExplainExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["autopay run", "autopay history"])

  private let name: String?

  init(_ invocation: Invocation) throws(Failure) { name = try AutopayArguments.rule(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let desk = AutopayDesk(session: session)
    session.tellAge()
    let decisions = try desk.rules(named: name).map { try desk.decision(on: $0) }
    try world.console.answer(AutopayView.explanation(decisions))
    if decisions.isEmpty { world.console.note(.autopayNone) }
    return .done
  }
}

/// `kabinet autopay history [RULE]`
struct AutopayHistory: Command {
  static let specification = CommandSpecification(
    name: "history", aliases: ["история"], summary: .autopayHistorySummary, positionals: [AutopayArguments.rule],
    examples: [.init("kabinet autopay history", .autopayHistoryExample)], facts: [.needsLogin, .readsOnly],
    exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["payments", "autopay explain"])

  private let name: String?

  init(_ invocation: Invocation) throws(Failure) { name = try AutopayArguments.rule(invocation) }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let rules = try AutopayDesk(session: session).rules(named: name)
    let attempts = try rules.flatMap { try session.reader.autopayAttempts($0.name, of: session.entry.id) }
    try world.console.answer(AutopayView.history(attempts, today: session.today))
    if attempts.isEmpty { world.console.note(rules.isEmpty ? .autopayNone : .autopayNoHistory) }
    return .done
  }
}

/// `kabinet autopay run [RULE]`
struct AutopayRun: Command {
  static let specification = CommandSpecification(
    name: "run", aliases: ["выполнить"], summary: .autopayRunSummary,
    discussion: [.autopayRunDiscussion, .autopayRunSafety], positionals: [AutopayArguments.rule],
    options: [Option("dry-run", short: "n", .autopayRunDryRun)],
    examples: [
      .init("kabinet autopay run", .autopayRunExample), .init("kabinet autopay run --dry-run", .autopayRunExampleDry),
    ],
    facts: [.needsLogin, .spendsMoney, .startsNetwork], exitStatuses: [0, 1, 2, 4, 5, 6, 8, 10],
    seeAlso: ["autopay set", "autopay explain", "payments"])

  private let name: String?
  private let isDryRun: Bool

  init(_ invocation: Invocation) throws(Failure) {
    name = try AutopayArguments.rule(invocation)
    isDryRun = invocation.flag("dry-run")
  }

  func run(_ world: World) throws -> ExitStatus {
    guard world.snapshot == nil else { throw Failure(.usage, .snapshotIsReadOnly, hint: .leaveOutSnapshot) }
    guard try !AutopayDesk(session: try Session(world)).rules(named: name).isEmpty else {
      world.console.note(.autopayNone)
      return .done
    }
    let link = try ProviderLink(world, command: "autopay run")
    try synchronize(link)
    let rules = try AutopayDesk(session: try Session(world)).rules(named: name)
    let results = try rules.map { try AutopayTurn(link: link, rule: $0, isDryRun: isDryRun).take() }
    try world.console.answer(AutopayView.results(results, isDryRun: isDryRun))
    return results.map(\.status).max { AutopayRun.weight($0) < AutopayRun.weight($1) } ?? .done
  }

  /// What can't be synchronised is not decided on: an old balance is no reason to pay.
  private func synchronize(_ link: ProviderLink) throws {
    let report = try SyncRun(link).fetch()
    let skew = abs(report.clockSkew)
    guard skew <= AutopayRun.longestSkew else {
      throw Failure(.failed, .autopayClockIsOff(TimeText.duration(seconds: skew)), hint: .autopayClockHint)
    }
    guard report.account?.discrepancy == nil, try !Session(link.world).head.needsRefetch else {
      throw Failure(.failed, .autopayNotSure, hint: .runDoctor)
    }
  }

  /// Seconds by which the device's clock may differ from the provider's: a day.
  private static let longestSkew: Int64 = 86_400

  /// Of several rules the one that needs most attention decides.
  private static func weight(_ status: ExitStatus) -> Int {
    switch status {
    case .unsettled: 2
    case .refused: 1
    default: 0
    }
  }
}
