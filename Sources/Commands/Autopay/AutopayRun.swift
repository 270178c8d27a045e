import Arguments
import Domain
import Language
import Store
import Sync
import Terminal

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
    try world.refuseSnapshot()
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
