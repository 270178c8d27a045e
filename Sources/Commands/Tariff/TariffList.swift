import Arguments
import Domain
import Language

/// `kabinet tariff list [--all]`
struct TariffList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .tariffListSummary, discussion: [.tariffListDiscussion],
    options: [Option("all", short: "a", .tariffOptionAll)],
    examples: [
      .init("kabinet tariff list", .tariffExampleList), .init("kabinet tariff list --all", .tariffExampleAll),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10],
    seeAlso: ["tariff show", "tariff compare", "tariff switch"])

  private let all: Bool

  init(_ invocation: Invocation) throws(Failure) {
    all = invocation.flag("all")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let catalogue = TariffOrder.sorted(try session.tariffs(), account: session.account)
    let shown = all ? catalogue : catalogue.filter { $0.isCurrent(of: session.account) || $0.eligibility.available }
    session.tellAge()
    try world.console.answer(TariffView(account: session.account, today: session.today).list(shown, all: all))
    tell(catalogue, shown, session)
    return .done
  }

  /// What is worth knowing beside the list; below it, where it is read.
  private func tell(_ catalogue: [Tariff], _ shown: [Tariff], _ session: Session) {
    let console = session.world.console
    if catalogue.isEmpty { console.note(.tariffNone) }
    if let change = session.account.scheduledChange {
      console.note(.tariffScheduled(.quoted(change.name), DateText.near(change.on, today: session.today)))
    }
    if !all, !catalogue.isEmpty {
      if !shown.contains(where: { !$0.isCurrent(of: session.account) }) { console.note(.tariffNoneAvailable) }
      if shown.count < catalogue.count { console.note(.tariffNextList) }
    }
  }
}

/// The order in which tariffs are shown.
enum TariffOrder {
  /// Yours, then what can be had, then the rest; the cheaper first; the id makes the order total.
  static func sorted(_ tariffs: [Tariff], account: Account) -> [Tariff] {
    tariffs.sorted { left, right in
      (rank(left, account), left.monthlyFee(account).minor, left.id)
        < (rank(right, account), right.monthlyFee(account).minor, right.id)
    }
  }

  private static func rank(_ tariff: Tariff, _ account: Account) -> Int {
    switch TariffStatus(tariff, account: account) {
    case .current: 0
    case .available: 1
    case .availableFrom: 2
    case .unavailable: 3
    case .archived: 4
    }
  }
}
