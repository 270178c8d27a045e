import Arguments
import Domain
import Language

/// `kabinet tariff compare [TARIFF…]`
struct TariffCompare: Command {
  static let specification = CommandSpecification(
    name: "compare", aliases: ["сравнить"], summary: .tariffCompareSummary, discussion: [.tariffCompareDiscussion],
    positionals: [Positional("tariffs", .tariff, .tariffIDs, isRequired: false, isRepeatable: true)],
    examples: [
      .init("kabinet tariff compare", .tariffExampleCompare),
      .init("kabinet tariff compare home-100 home-300", .tariffExampleCompareTwo),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["tariff list", "tariff check"])

  private let typed: [String]

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positionals("tariffs")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let tariffs = try session.tariffs()
    let (base, others) = try choose(session, tariffs)
    session.tellAge()
    if others.isEmpty { world.console.note(.tariffNothingToCompare) }
    try world.console.answer(
      TariffComparison(base: base, others: others, account: session.account, today: session.today).answer)
    return .done
  }

  private func choose(_ session: Session, _ tariffs: [Tariff]) throws(Failure) -> (Tariff, [Tariff]) {
    let finder = TariffFinder(tariffs)
    var named: [Tariff] = []
    for name in typed {
      let tariff = try finder.find(name)
      if !named.contains(tariff) { named.append(tariff) }
    }
    if typed.count > 1, let base = named.first { return (base, Array(named.dropFirst())) }
    let current = try session.currentTariff(among: tariffs)
    if !named.isEmpty { return (current, named.filter { $0 != current }) }
    let available = tariffs.filter { $0.eligibility.available && $0 != current }
    return (current, TariffOrder.sorted(available, account: session.account))
  }
}
