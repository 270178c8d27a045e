import Domain
import JSON
import Language
import Provider
import Terminal

/// All accounts, one a line: what `--all` shows. Each is read from the store; one that can't be read says so and does not
/// hide the others.
struct AccountsOverview {
  private struct Row {
    let entry: Configuration.Entry
    let standing: Standing?
    let failure: Failure?
  }

  private let rows: [Row]
  private let current: String?

  init(_ world: World) throws {
    try world.refuseSnapshot()
    let configuration = try world.configuration.get()
    guard !configuration.accounts.isEmpty else { throw Failure(.loginNeeded, .notLoggedIn, hint: .loginOrDemo) }
    current = configuration.currentEntry?.id
    rows = configuration.accounts.map { entry in
      do {
        return Row(entry: entry, standing: Standing(try Session(world, entry: entry)), failure: nil)
      } catch {
        return Row(entry: entry, standing: nil, failure: Failure(describing: error))
      }
    }
  }

  func show(_ world: World) throws -> ExitStatus {
    for row in rows {
      if let failure = row.failure {
        world.console.warning(.accountUnread(row.entry.number, failure.what), hint: failure.hint)
      }
    }
    if rows.contains(where: { $0.standing?.isStale == true }) { world.console.warning(.someDataIsOld) }
    try world.console.answer(Answer(kind: "accounts", json: json, view: [.table(table)]))
    return .done
  }

  private var table: Table {
    let columns: [Table.Column] = [
      .init(.accountNameWord, priority: 1, minimum: 10), .init(.accountHolderWord, minimum: 10),
      .init(.accountSystemWord), .init(.balanceWord, .right), .init(.stateWord), .init(.balancePaidUntil),
    ]
    return Table(columns, rows: rows.map(cells))
  }

  private func cells(_ row: Row) -> [Line] {
    let system = Dialect(rawValue: row.entry.dialect)?.title ?? row.entry.dialect
    let names = [
      Line(verbatim: row.entry.id), Line(verbatim: row.entry.name),
      .dual(Phrase(verbatim: system), machine: row.entry.dialect),
    ]
    guard let standing = row.standing else { return names + [Line(.absentWord, .dim)] }
    let state = standing.account.state
    return names + [
      .amount(standing.balance, BalanceView.style(of: standing.balance)),
      .dual(.accountState(state), machine: state.rawValue, state == .active ? .good : .warning),
      standing.paidUntil.map { .date($0) } ?? Line(),
    ]
  }

  private var json: JSON {
    .members([
      "current": current.map { .string($0) },
      "accounts": .array(
        rows.map { row in
          var members = row.standing?.json ?? [:]
          members["id"] = .string(row.entry.id)
          members["number"] = .string(row.entry.number)
          members["name"] = .string(row.entry.name)
          members["address"] = .string(row.entry.address)
          members["dialect"] = .string(row.entry.dialect)
          members["error"] = row.failure.map { .string($0.what.english) }
          return .object(members)
        }),
    ])
  }
}
