import Domain
import JSON
import Language
import Terminal

/// Tariffs side by side: the first is what the others are measured by.
struct TariffComparison {
  let base: Tariff
  let others: [Tariff]
  let account: Account
  let today: CivilDate

  private var all: [Tariff] { [base] + others }

  var answer: Answer {
    var view: [Block] = [.table(Table(columns, rows: all.map(row)))]
    if !all.allSatisfy(\.isMonthly) { view += [.blank, .line(Line(.tariffMonthOfThirtyDays, .dim))] }
    return Answer(kind: "tariff-comparison", json: json, view: view)
  }

  private let columns: [Table.Column] = [
    .init(.tariffColumnID), .init(.tariffWord, priority: 1, minimum: 10), .init(.tariffColumnMonthly, .right),
    .init(.tariffColumnDifference, .right), .init(.tariffColumnMegabits, .right),
    .init(.tariffColumnIncluded, minimum: 10), .init(.tariffColumnStatus, priority: 1, minimum: 10),
  ]

  init(base: Tariff, others: [Tariff], account: Account, today: CivilDate) {
    self.base = base
    self.others = others
    self.account = account
    self.today = today
  }

  private func row(_ tariff: Tariff) -> [Line] {
    [
      Line(verbatim: tariff.id), Line(verbatim: tariff.name), .amount(tariff.monthlyFee(account)), cell(tariff),
      tariff.speed, TariffView.included(tariff), TariffStatus(tariff, account: account).line(today: today),
    ]
  }

  private func cell(_ tariff: Tariff) -> Line {
    guard let difference = difference(tariff), !difference.isZero else { return Line(Phrase(verbatim: "—"), .dim) }
    return .signedAmount(difference, difference.isNegative ? .good : .warning)
  }

  /// What a month costs more than with the base; nil for the base and for another currency.
  private func difference(_ tariff: Tariff) -> Money? {
    tariff == base ? nil : tariff.monthlyFee(account).subtracting(base.monthlyFee(account))
  }

  private var json: JSON {
    [
      "base": .string(base.id),
      "tariffs": .array(
        all.map { tariff in
          var members = tariff.json(of: account)
          members["monthlyFee"] = tariff.monthlyFee(account).json
          members["difference"] = difference(tariff)?.json
          return .object(members)
        }),
    ]
  }
}
