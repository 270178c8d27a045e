import Domain
import JSON
import Store

/// Sums by month and kind, in minor units of one currency.
struct StatementTotals: Sendable, Equatable {
  struct Sum: Sendable, Equatable {
    let kind: LedgerEntry.Kind
    var minor: Int64
  }

  struct Month: Sendable, Equatable {
    /// `2026-11`
    let text: String
    /// In the order of the kinds' names.
    var sums: [Sum]

    var first: CivilDate? { CivilDate(text + "-01") }

    /// What the kinds that pass add up to; it saturates, because a total of one month beyond 64 bits means damage that
    /// the ledger itself reports.
    func total(_ isMeant: (LedgerEntry.Kind) -> Bool = { _ in true }) -> Int64 {
      sums.filter { isMeant($0.kind) }.reduce(0) { total, sum in
        let (result, overflow) = total.addingReportingOverflow(sum.minor)
        return overflow ? (sum.minor < 0 ? .min : .max) : result
      }
    }
  }

  let period: StatementPeriod
  let currency: Currency
  let months: [Month]
  let opening: Money?
  let closing: Money?

  /// From the sums that the store keeps: for a period of whole months, without reading its entries.
  init(
    period: StatementPeriod, selection: StatementSelection, stored: MonthTotals, opening: Int64, currency: Currency
  ) {
    var before = opening
    var after = opening
    var months: [Month] = []
    for (month, kinds) in stored.sorted {
      let all = kinds.reduce(0 as Int64) { $0 &+ $1.sum }
      if !period.holds(month: month) {
        if !period.isBefore(month: month) { before &+= all }
        continue
      }
      after &+= all
      let sums = kinds.filter { selection.holds($0.kind) }.map { Sum(kind: $0.kind, minor: $0.sum) }
      if !sums.isEmpty { months.append(Month(text: month, sums: sums)) }
    }
    self.period = period
    self.currency = currency
    self.months = months
    let isEverything = selection.isEverything && !months.isEmpty
    self.opening = isEverything ? Money(minor: before, currency: currency) : nil
    self.closing = isEverything ? Money(minor: before &+ (after &- opening), currency: currency) : nil
  }

  /// From the entries themselves: for any period and selection.
  init(_ report: StatementReport, currency: Currency) {
    var months: [Month] = []
    for entry in report.entries {
      let text = entry.date.monthText
      if months.last?.text != text { months.append(Month(text: text, sums: [])) }
      let last = months.count - 1
      guard let index = months[last].sums.firstIndex(where: { $0.kind == entry.kind }) else {
        months[last].sums.append(Sum(kind: entry.kind, minor: entry.amount.minor))
        continue
      }
      months[last].sums[index].minor &+= entry.amount.minor
    }
    self.months = months.map { month in
      Month(text: month.text, sums: month.sums.sorted { $0.kind.rawValue < $1.kind.rawValue })
    }
    self.period = report.period
    self.currency = currency
    opening = report.selection.isEverything ? report.opening : nil
    closing = report.selection.isEverything ? report.closing : nil
  }

  /// Each kind over all months, in the order of the kinds' names.
  var byKind: [Sum] {
    var sums: [Sum] = []
    for sum in months.flatMap(\.sums) {
      guard let index = sums.firstIndex(where: { $0.kind == sum.kind }) else {
        sums.append(sum)
        continue
      }
      sums[index].minor &+= sum.minor
    }
    return sums.sorted { $0.kind.rawValue < $1.kind.rawValue }
  }

  func money(_ minor: Int64) -> Money { Money(minor: minor, currency: currency) }

  var json: JSON {
    .members([
      "from": period.from?.json, "to": period.to?.json, "opening": opening?.json, "closing": closing?.json,
      "totals": sumsJSON(byKind),
      "months": .array(months.map { ["month": .string($0.text), "totals": sumsJSON($0.sums)] }),
    ])
  }

  private func sumsJSON(_ sums: [Sum]) -> JSON {
    .object(Dictionary(sums.map { ($0.kind.rawValue, money($0.minor).json) }) { first, _ in first })
  }
}
