import Arguments
import Domain
import JSON
import Language
import Sandbox
import Terminal

/// `kabinet sandbox accounts`
struct SandboxAccounts: Command {
  static let specification = CommandSpecification(
    name: "accounts", aliases: ["счета"], summary: .sandboxAccountsSummary,
    examples: [.init("kabinet sandbox accounts", .sandboxAccountsExample)], exitStatuses: [0],
    seeAlso: ["sandbox serve", "login"])

  init(_ invocation: Invocation) {}

  func run(_ world: World) throws -> ExitStatus {
    let accounts = Sandbox.inMemory().accounts
    let rows = accounts.map { account -> [Line] in
      [
        Line(verbatim: account.login), Line(verbatim: account.password), Line(verbatim: account.name),
        Line(verbatim: account.cycle.text), Line(.provider(account.purpose)),
      ]
    }
    let columns: [Table.Column] = [
      .init(.loginWord), .init(.passwordWord), .init(.accountHolderWord, minimum: 10), .init(.cycleWord),
      .init(.purposeWord, minimum: 20),
    ]
    try world.console.answer(
      Answer(
        kind: "sandbox-accounts",
        json: [
          "accounts": .array(
            accounts.map { account in
              [
                "login": .string(account.login), "password": .string(account.password), "name": .string(account.name),
                "cycle": .string(account.cycle.text), "numbers": .array(account.numbers.map { .string($0) }),
              ]
            })
        ],
        view: [.table(Table(columns, rows: rows))]))
    return .done
  }
}
