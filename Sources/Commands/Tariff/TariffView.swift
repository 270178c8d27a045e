import Domain
import JSON
import Language
import Terminal

/// The faces of `tariff list` and `tariff show`.
struct TariffView {
  let account: Account
  let today: CivilDate

  func list(_ tariffs: [Tariff], all: Bool) -> Answer {
    var blocks: [Block] = []
    if !tariffs.isEmpty { blocks.append(.table(table(tariffs, withReasons: all))) }
    return Answer(
      kind: "tariffs",
      json: .members([
        "all": .bool(all), "current": account.tariffID.map { .string($0) },
        "scheduledChange": account.scheduledChange?.json,
        "tariffs": .array(tariffs.map { .object($0.json(of: account)) }),
      ]),
      view: blocks)
  }

  private func table(_ tariffs: [Tariff], withReasons: Bool) -> Table {
    var columns: [Table.Column] = [
      .init(.tariffColumnID), .init(.tariffWord, priority: 1, minimum: 10), .init(.tariffColumnFee, .right),
      .init(.tariffColumnMegabits, .right), .init(.tariffColumnStatus, priority: 1, minimum: 10),
    ]
    if withReasons { columns.append(.init(.tariffColumnReason, minimum: 16)) }
    let rows = tariffs.map { tariff -> [Line] in
      let cells: [Line] = [
        Line(verbatim: tariff.id), Line(verbatim: tariff.name), fee(tariff.fee, tariff.cycle), tariff.megabits,
        TariffStatus(tariff, account: account).line(today: today),
      ]
      return withReasons ? cells + [reasons(tariff)] : cells
    }
    return Table(columns, rows: rows)
  }

  private func fee(_ fee: Money, _ cycle: ChargeCycle) -> Line {
    .dual(.fee(fee, cycle), machine: fee.decimalText)
  }

  /// The rules in the way in one cell; of the current tariff there are none to tell.
  private func reasons(_ tariff: Tariff) -> Line {
    guard !tariff.isCurrent(of: account), !tariff.eligibility.available else { return Line() }
    return Line(.joined(tariff.eligibility.reasons.map { Phrase.reason($0).continued }, by: "; "))
  }

  /// One tariff in full. The reasons come last, each with its remedy.
  func one(_ tariff: Tariff) -> Answer {
    let text = tariff.description.map { [Block.paragraph(.provider($0)), .blank] } ?? []
    return Answer(
      kind: "tariff",
      json: .object(["tariff": .object(tariff.json(of: account))]),
      view: [.heading(Line(.quoted(tariff.name)))] + text + [.fields(fields(tariff))] + rules(tariff) + next(tariff))
  }

  private func fields(_ tariff: Tariff) -> [Field] {
    var fields = [
      Field(.tariffColumnID, Line(verbatim: tariff.id)),
      Field(.tariffColumnFee, fee(tariff.fee, tariff.cycle)),
      Field(.tariffCycle, .dual(.cycle(tariff.cycle), machine: tariff.cycle.text)),
    ]
    if account.discountPercent > 0 {
      fields.append(Field(.tariffYourFee, fee(tariff.discountedFee(account), tariff.cycle)))
    }
    if !tariff.speed.isEmpty { fields.append(Field(.tariffColumnSpeed, tariff.speed)) }
    if !tariff.included.isEmpty { fields.append(Field(.tariffColumnIncluded, Self.included(tariff))) }
    fields.append(Field(.tariffColumnStatus, TariffStatus(tariff, account: account).line(today: today)))
    if tariff.isArchived { fields.append(Field(.tariffArchivedLabel, .dual(.tariffYes, machine: "true"))) }
    if let date = tariff.eligibility.availableFrom, !tariff.isCurrent(of: account) {
      fields.append(Field(.tariffAvailableFrom, .date(date)))
    }
    return fields
  }

  static func included(_ tariff: Tariff) -> Line {
    return .dual(
      .joined(tariff.included.map(Phrase.serviceKind), by: ", "), machine: tariff.included.joined(separator: ","))
  }

  private func rules(_ tariff: Tariff) -> [Block] {
    guard !tariff.isCurrent(of: account), !tariff.eligibility.available, !tariff.eligibility.reasons.isEmpty else {
      return []
    }
    return [.blank, .heading(.tariffColumnReason), .list(tariff.eligibility.reasons.map(ReasonText.line))]
  }

  private func next(_ tariff: Tariff) -> [Block] {
    guard tariff.eligibility.available, !tariff.isCurrent(of: account) else { return [] }
    return [.blank, .line("\(.tariffNextCheck): " + .command("kabinet tariff check \(tariff.id)"))]
  }
}
