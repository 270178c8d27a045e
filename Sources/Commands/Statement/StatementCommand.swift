import Arguments
import Domain
import Language
import Store
import Terminal

/// `kabinet statement [PERIOD]`
struct StatementCommand: Command {
  static let specification = CommandSpecification(
    name: "statement", aliases: ["выписка"], summary: .statementSummary, group: .groupMoney,
    discussion: [.statementDiscussion, .statementTotalsDiscussion],
    positionals: [Positional("period", .period, .statementPeriod, isRequired: false)],
    options: [
      Option("from", value: .date, .statementOptionFrom), Option("to", value: .date, .statementOptionTo),
      Option(
        "kind", short: "k", value: .choice(StatementSelection.choices), .statementOptionKind, isRepeatable: true),
      Option("service", value: .text(.statementServicePlaceholder), .statementOptionService),
      Option("totals", short: "t", .statementOptionTotals),
    ],
    examples: [
      .init("kabinet statement", .statementExample),
      .init("kabinet statement 2026 --kind payment", .statementExamplePayments),
      .init("kabinet statement --totals", .statementExampleTotals),
      .init("kabinet statement all > history.tsv", .statementExampleAll),
    ],
    facts: [.needsLogin, .readsOnly], exitStatuses: [0, 1, 2, 4, 10], seeAlso: ["balance", "payments"])

  private let period: String?
  private let from: String?
  private let to: String?
  private let selection: StatementSelection
  private let totals: Bool

  init(_ invocation: Invocation) throws(Failure) {
    period = invocation.positional("period")
    from = invocation.value("from")
    to = invocation.value("to")
    selection = StatementSelection(kinds: invocation.values("kind"), service: invocation.value("service"))
    totals = invocation.flag("totals")
  }

  func run(_ world: World) throws -> ExitStatus {
    let session = try Session(world)
    let today = session.today
    let month = StatementPeriod(from: today.firstOfMonth, to: today.lastOfMonth)
    let period = try StatementPeriod(
      period: period, from: from, to: to, today: today, fallback: totals ? .whole : month)
    session.tellAge()
    if totals { try showTotals(period, session) } else { try showEntries(period, session) }
    return .done
  }

  private func showEntries(_ period: StatementPeriod, _ session: Session) throws {
    let console = session.world.console
    guard console.writesRows else {
      let report = try report(period, session)
      if report.entries.isEmpty { try tellNothing(report.sums, session) }
      return try console.answer(StatementView.answer(report))
    }
    var records = Records()
    let sums = try read(period, session) { StatementView.write($0, to: &records) }
    if sums.isEmpty { try tellNothing(sums, session) }
    try console.answer(records)
  }

  private func showTotals(_ period: StatementPeriod, _ session: Session) throws {
    let totals = try sums(period, session)
    if totals.months.isEmpty { session.world.console.note(.statementNothing(period.title)) }
    try session.world.console.answer(
      StatementView.answer(totals, isForPeople: session.world.console.outputLook.isTerminal))
  }

  /// The stored sums where they can answer, because they are there without reading the history.
  private func sums(_ period: StatementPeriod, _ session: Session) throws -> StatementTotals {
    guard selection.service == nil, period.isOfWholeMonths, let ledger = session.head.ledger else {
      return StatementTotals(try report(period, session), currency: session.account.currency)
    }
    let (stored, damage) = try session.reader.totals(session.shelf, session.head)
    tell(damage, session)
    return StatementTotals(
      period: period, selection: selection, stored: stored, opening: ledger.opening, currency: ledger.currency)
  }

  private func report(_ period: StatementPeriod, _ session: Session) throws -> StatementReport {
    var entries: [LedgerEntry] = []
    let sums = try read(period, session) { entries.append($0) }
    return StatementReport(sums: sums, entries: entries)
  }

  /// Hands over the selected operations and tells what is wrong with the period's.
  private func read(
    _ period: StatementPeriod, _ session: Session, _ body: (LedgerEntry) -> Void
  ) throws -> StatementSums {
    let opening = period.from == nil ? session.head.ledger.map { Money(minor: $0.opening, currency: $0.currency) } : nil
    var sums = StatementSums(
      period: period, selection: selection, currency: session.account.currency, opening: opening)
    let damage = try session.reader.ledger(session.shelf, session.head, in: period.days) { entry in
      if sums.add(entry) { body(entry) }
    }
    tell(damage, session)
    // Damage explains gaps well enough.
    if damage.isEmpty, let discrepancy = sums.whole.discrepancies.first {
      session.world.console.warning(.statementDiscrepancy(discrepancy, count: sums.whole.discrepancies.count))
    }
    return sums
  }

  private func tell(_ damage: [Damage], _ session: Session) {
    for path in Set(damage.map(\.path)).sorted() { session.world.console.warning(.statementDamaged(path)) }
  }

  private func tellNothing(_ sums: StatementSums, _ session: Session) throws {
    let console = session.world.console
    console.note(.statementNothing(sums.period.title))
    if !sums.kindsThere.isEmpty {
      return console.note(.statementKindsThere(sums.kindsThere.map(\.rawValue).joined(separator: ", ")))
    }
    let last = try session.reader.latest(1, session.shelf, session.head).entries.last
    console.note(last.map { .statementLastOperation($0.date) } ?? .statementHistoryEmpty)
  }
}
