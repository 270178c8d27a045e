import Domain
import JSON
import Language
import Terminal

/// The faces of `statement`: operations, or sums by month.
enum StatementView {
  static func answer(_ report: StatementReport) -> Answer {
    Answer(kind: "statement", json: report.json, view: report.entries.isEmpty ? [] : screen(report))
  }

  private static func screen(_ report: StatementReport) -> [Block] {
    [
      .heading(report.period.title), .table(Table(columns, rows: report.entries.map(row))), .blank,
      .fields(summary(report)),
    ]
  }

  /// Date, kind, operation, amount, balance: what a program gets.
  static func write(_ entry: LedgerEntry, to records: inout Records) {
    records.date(entry.date)
    records.text(entry.kind.rawValue)
    records.text(entry.text)
    records.amount(entry.amount)
    records.amount(entry.balance)
    records.end()
  }

  private static let columns: [Table.Column] = [
    .init(.statementDate), .init(.statementKind), .init(.statementText, minimum: 12),
    .init(.amountWord, .right), .init(.balanceWord, .right),
  ]

  private static func row(_ entry: LedgerEntry) -> [Line] {
    [
      .date(entry.date), .dual(.entryKind(entry.kind), machine: entry.kind.rawValue, .dim), Line(verbatim: entry.text),
      .signedAmount(entry.amount, entry.amount.isPositive ? .good : .plain),
      .amount(entry.balance, entry.balance.isNegative ? .bad : .plain),
    ]
  }

  private static func summary(_ report: StatementReport) -> [Field] {
    var fields: [Field] = []
    if report.selection.isEverything, let opening = report.opening {
      fields.append(Field(.statementOpening, .amount(opening)))
    }
    if let total = report.sums.total { fields.append(Field(.statementTotal, .signedAmount(total))) }
    if report.selection.isEverything, let closing = report.closing {
      fields.append(Field(.statementClosing, .amount(closing, BalanceView.style(of: closing))))
    }
    return fields
  }

  /// Month, kind and sum a row for programs; for people a line a month, sums by kind and a chart.
  static func answer(_ totals: StatementTotals, isForPeople: Bool) -> Answer {
    let view =
      totals.months.isEmpty ? [] : isForPeople ? StatementTotalsScreen(totals).blocks : [.table(rows(totals))]
    return Answer(kind: "statement", json: totals.json, view: view)
  }

  private static func rows(_ totals: StatementTotals) -> Table {
    var table = Table([.init(.statementMonth), .init(.statementKind), .init(.amountWord, .right)])
    for month in totals.months {
      for sum in month.sums {
        table.append([
          Line(verbatim: month.text), Line(verbatim: sum.kind.rawValue), .signedAmount(totals.money(sum.minor)),
        ])
      }
    }
    return table
  }
}

/// Sums by month for a person.
struct StatementTotalsScreen {
  private let totals: StatementTotals
  private static let mostBars = 12

  init(_ totals: StatementTotals) { self.totals = totals }

  var blocks: [Block] {
    [.heading(totals.period.title), .table(table)]
      + [.blank, .heading(.statementByKind), .fields(byKind)] + chart
  }

  private var table: Table {
    var table = Table([
      .init(.statementMonth), .init(.statementPayments, .right), .init(.statementCharges, .right),
      .init(.statementOther, .right), .init(.statementTotal, .right),
    ])
    for month in totals.months {
      let charges = month.total(Self.isCharge)
      let payments = month.total { $0 == .payment }
      let other = month.total { !Self.isCharge($0) && $0 != .payment }
      table.append([Line(label(month))] + [payments, charges, other, month.total()].map { amount($0) })
    }
    return table
  }

  private static func isCharge(_ kind: LedgerEntry.Kind) -> Bool { kind == .charge || kind == .fee }

  /// Nothing for zero, so that the eye finds what there is.
  private func amount(_ minor: Int64) -> Line {
    minor == 0 ? Line(Phrase(verbatim: "—"), .dim) : .signedAmount(totals.money(minor), minor > 0 ? .good : .plain)
  }

  private func label(_ month: StatementTotals.Month) -> Phrase {
    month.first.map(DateText.month) ?? Phrase(verbatim: month.text)
  }

  private var byKind: [Field] {
    var fields = totals.byKind.map { Field(.entryKind($0.kind), .signedAmount(totals.money($0.minor))) }
    if let opening = totals.opening { fields.insert(Field(.statementOpening, .amount(opening)), at: 0) }
    if let closing = totals.closing { fields.append(Field(.statementClosing, .amount(closing))) }
    return fields
  }

  private var chart: [Block] {
    let bars = totals.months.suffix(Self.mostBars).compactMap { month -> Chart.Bar? in
      let charges = month.total(Self.isCharge)
      guard charges < 0 else { return nil }
      return Chart.Bar(label(month), value: charges, text: .amount(totals.money(charges).magnitude))
    }
    return bars.count > 1 ? [.blank, .heading(.statementChart), .chart(Chart(bars))] : []
  }
}
