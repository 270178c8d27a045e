import Arguments
import Language

/// A bare `kabinet`: it reads the configuration, the head and the list of open intents, and nothing else.
struct HomeScreen: Command {
  static let specification = CommandSpecification(
    name: "home", aliases: ["главная"], summary: .homeSummary, discussion: [.homeDiscussion],
    options: [Option("all", short: "a", .optionAllAccounts)],
    examples: [
      .init("kabinet", .homeExample), .init("kabinet home --all", .balanceExampleAll),
      .init("kabinet home --json", .homeExampleScript),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["balance", "incidents", "sync"])

  private let showsAll: Bool

  init(_ invocation: Invocation) throws(Failure) { showsAll = invocation.flag("all") }

  func run(_ world: World) throws -> ExitStatus {
    if showsAll { return try AccountsOverview(world).show(world) }
    let session = try Session(world)
    let open = try session.reader.openIntents()
    session.tellAge()
    for damage in open.unreadable { world.console.warning(.paymentsUnreadable(damage.path)) }
    try world.console.answer(
      HomeView.answer(
        HomeFacts(
          standing: Standing(session), digest: session.digest, intents: open.of(session.entry.id),
          unreadableIntents: open.unreadable.count)))
    return .done
  }
}
