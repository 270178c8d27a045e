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
    let others = name == nil ? try session.autopayments() : []
    try world.console.answer(AutopayView.rules(rules, others: others, today: session.today))
    if rules.isEmpty, others.isEmpty { world.console.note(.autopayNone) }
    if !others.isEmpty, rules.contains(where: { $0.payment != nil && $0.stop == nil }) {
      world.console.warning(.autopaymentBoth)
    }
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
