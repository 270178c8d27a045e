import Arguments
import Domain
import JSON
import Language
import Provider
import Terminal

/// `kabinet account list`
struct AccountList: Command {
  static let specification = CommandSpecification(
    name: "list", aliases: ["список"], summary: .accountListSummary,
    examples: [.init("kabinet account list", .accountListExample)], facts: [.readsOnly], exitStatuses: [0],
    seeAlso: ["account use", "login"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let configuration =
      try world.snapshot.map { Configuration(current: $0.entry.id, accounts: [$0.entry]) }
      ?? world.configuration.get()
    if configuration.accounts.isEmpty { world.console.note(.noAccountsYet) }
    try world.console.answer(AccountText.list(configuration))
    return .done
  }
}

/// `kabinet account use NAME`
struct AccountUse: Command {
  static let specification = CommandSpecification(
    name: "use", aliases: ["выбрать"], summary: .accountUseSummary,
    positionals: [Positional("name", .account, .accountName)],
    examples: [.init("kabinet account use 100100", .accountUseExample)], exitStatuses: [0, 1, 2],
    seeAlso: ["account list"])

  private let name: String

  init(_ invocation: Invocation) { name = invocation.positional("name") ?? "" }

  func run(_ world: World) throws -> ExitStatus {
    try world.refuseSnapshot()
    let files = ConfigurationFiles(home: world.home)
    let configuration = try files.load()
    guard let entry = configuration.entry(named: name) else {
      let near = NearMiss.closest(to: name, among: configuration.accounts.flatMap { [$0.id, $0.number] })
      throw Failure(.usage, .noSuchAccount(name), hint: near.first.map { .didYouMean($0) } ?? .seeAccounts)
    }
    try files.update { $0.current = entry.id }
    try world.console.answer(
      Answer(
        kind: "account", json: ["current": .string(entry.id)], view: [.line(.accountInUse(entry.number, entry.name))]))
    return .done
  }
}

enum AccountText {
  static func list(_ configuration: Configuration) -> Answer {
    let current = configuration.currentEntry?.id
    let rows = configuration.accounts.map { entry -> [Line] in
      [
        Line(verbatim: entry.id), Line(verbatim: entry.number), Line(verbatim: entry.name),
        Line(verbatim: entry.address), .dual(Phrase(verbatim: system(entry)), machine: entry.dialect),
        entry.id == current ? .dual(.accountCurrent, machine: "current", .good) : Line(),
      ]
    }
    let columns: [Table.Column] = [
      .init(.accountNameWord, priority: 1, minimum: 10), .init(.accountNumberWord),
      .init(.accountHolderWord, minimum: 10), .init(.accountAddressWord, minimum: 12), .init(.accountSystemWord),
      .init(Phrase(verbatim: "")),
    ]
    return Answer(
      kind: "accounts",
      json: .members([
        "current": current.map { .string($0) },
        "accounts": .array(
          configuration.accounts.map { entry in
            [
              "id": .string(entry.id), "number": .string(entry.number), "name": .string(entry.name),
              "address": .string(entry.address), "dialect": .string(entry.dialect),
            ]
          }),
      ]),
      view: rows.isEmpty ? [] : [.table(Table(columns, rows: rows))])
  }

  private static func system(_ entry: Configuration.Entry) -> String {
    Dialect(rawValue: entry.dialect)?.title ?? entry.dialect
  }

  static func loggedIn(_ entries: [Configuration.Entry]) -> Answer {
    let lines = entries.map { entry -> Block in .line("\(.loggedInTo, .good) \(entry.number, .bold) \(entry.name)") }
    return Answer(
      kind: "login", json: ["accounts": .array(entries.map { .string($0.id) })], view: lines)
  }
}
