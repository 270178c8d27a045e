import Arguments
import Domain
import Language

/// `kabinet tariff show [TARIFF]`
struct TariffShow: Command {
  static let specification = CommandSpecification(
    name: "show", aliases: ["показать"], summary: .tariffShowSummary,
    positionals: [Positional("tariff", .tariff, .tariffID, isRequired: false)],
    examples: [
      .init("kabinet tariff show", .tariffExampleShow), .init("kabinet tariff show home-300", .tariffExampleShowOne),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["tariff list", "tariff check"])

  private let typed: String?

  init(_ invocation: Invocation) throws(Failure) {
    typed = invocation.positional("tariff")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let tariffs = try session.tariffs()
    let tariff = try typed.map { try TariffFinder(tariffs).find($0) } ?? session.currentTariff(among: tariffs)
    session.tellAge()
    try world.console.answer(TariffView(account: session.account, today: session.today).one(tariff))
    return .done
  }
}

extension Session {
  /// The account's own tariff in the catalogue.
  func currentTariff(among tariffs: [Tariff]) throws(Failure) -> Tariff {
    guard let tariff = tariffs.first(where: { $0.isCurrent(of: account) }) else {
      throw Failure(.failed, .tariffCurrentUnknown, hint: .tariffNameOne)
    }
    return tariff
  }
}
