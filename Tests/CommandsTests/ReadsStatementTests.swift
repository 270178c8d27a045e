import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsStatementTests {
  private let entries = [
    Reads.entry("2026-10-01", .charge, -65_000, after: 35_000, text: "Домашний 300", service: "home-300"),
    Reads.entry("2026-11-01", .charge, -65_000, after: -30_000, text: "Домашний 300", service: "home-300"),
    Reads.entry("2026-11-05", .payment, 50_000, after: 20_000, text: "Карта"),
    Reads.entry("2026-11-06", .fee, -1_000, after: 19_000, text: "Плата"),
  ]
  private let november = StatementPeriod(from: Reads.day("2026-11-01"), to: Reads.day("2026-11-30"))
  private let everything = StatementSelection(kinds: [], service: nil)

  private func report(_ selection: StatementSelection? = nil) -> StatementReport {
    report(november, selection ?? everything, Array(entries.dropFirst()))
  }

  private func report(
    _ period: StatementPeriod, _ selection: StatementSelection, _ all: [LedgerEntry]
  ) -> StatementReport {
    var sums = StatementSums(period: period, selection: selection, currency: .rub)
    let selected = all.filter { sums.add($0) }
    return StatementReport(sums: sums, entries: selected)
  }

  private func rows(_ entries: [LedgerEntry]) -> String {
    var records = Records()
    for entry in entries { StatementView.write(entry, to: &records) }
    return String(decoding: records.bytes, as: UTF8.self)
  }

  @Test func statementOfAMonthHasItsBalances() {
    #expect(
      StatementView.answer(report()).screen() == """
        Ноябрь 2026 г.
        Дата        Вид            Операция          Сумма     Баланс
        01.11.2026  списание       Домашний 300  −650,00 ₽  −300,00 ₽
        05.11.2026  пополнение     Карта         +500,00 ₽   200,00 ₽
        06.11.2026  разовая плата  Плата          −10,00 ₽   190,00 ₽

        На начало:  350,00 ₽
        Итого:      −160,00 ₽
        На конец:   190,00 ₽

        """)
  }

  @Test func rowsForProgramsAreDateKindTextAmountBalance() {
    #expect(
      rows(report().entries) == """
        2026-11-01\tcharge\tДомашний 300\t-650.00\t-300.00
        2026-11-05\tpayment\tКарта\t500.00\t200.00
        2026-11-06\tfee\tПлата\t-10.00\t190.00

        """)
  }

  @Test func selectionShowsItsSumAndNoBalances() {
    let report = report(StatementSelection(kinds: ["charge", "fee"], service: nil))
    #expect(report.entries.count == 2)
    #expect(report.sums.total == Reads.rub(-66_000))
    let text = StatementView.answer(report).screen()
    #expect(text.contains("Итого:  −660,00 ₽\n"))
    #expect(!text.contains("На конец"))
  }

  @Test func serviceSelectsItsOperations() {
    #expect(report(StatementSelection(kinds: [], service: "home-300")).entries.map(\.text) == ["Домашний 300"])
  }

  @Test func unknownKindsAreSelectedAsOther() {
    let selection = StatementSelection(kinds: ["other"], service: nil)
    #expect(selection.holds(LedgerEntry.Kind(rawValue: "tax")))
    #expect(!selection.holds(.payment))
  }

  @Test func balancesThatDoNotAddUpAreADiscrepancy() {
    let report = report(november, everything, [entries[1], entries[3]])
    #expect(report.sums.whole.discrepancies == [.broken(entry: "2026-11-06-19000", difference: Reads.rub(50_000))])
    #expect(
      Phrase.statementDiscrepancy(report.sums.whole.discrepancies[0], count: 1).english
        == "the balance after operation 2026-11-06-19000 is off by +₽500.00")
    #expect(self.report().sums.whole.isConsistent)
    #expect(self.report().json["discrepancies"] == nil)
  }

  @Test func discrepancyIsFoundWhateverIsSelected() {
    let selection = StatementSelection(kinds: ["payment"], service: nil)
    let report = report(november, selection, [entries[1], entries[3]])
    #expect(report.entries.isEmpty)
    #expect(
      report.json["discrepancies"] == [
        ["difference": ["currency": "RUB", "minor": 50_000], "entry": "2026-11-06-19000", "problem": "broken"]
      ])
  }

  @Test func jsonHasBoundsBalancesAndEntries() {
    let json = StatementView.answer(report()).envelope
    #expect(json["kind"] == "statement")
    #expect(json["from"] == "2026-11-01")
    #expect(json["to"] == "2026-11-30")
    #expect(json["opening"] == ["currency": "RUB", "minor": 35_000])
    #expect(json["closing"] == ["currency": "RUB", "minor": 19_000])
    guard case .array(let entries)? = json["entries"] else { return #expect(Bool(false)) }
    #expect(entries.count == 3)
  }

  @Test func totalsGoByMonthAndKind() {
    let report = report(.whole, everything, entries)
    let totals = StatementTotals(report, currency: .rub)
    #expect(
      StatementView.answer(totals, isForPeople: false).rows() == """
        2026-10\tcharge\t-650.00
        2026-11\tcharge\t-650.00
        2026-11\tfee\t-10.00
        2026-11\tpayment\t500.00

        """)
    #expect(totals.opening == Reads.rub(100_000))
    #expect(totals.closing == Reads.rub(19_000))
  }

  @Test func totalsForPeopleHaveAChartOfCharges() {
    let totals = StatementTotals(report(.whole, everything, entries), currency: .rub)
    let text = StatementView.answer(totals, isForPeople: true).screen(.english, width: 72)
    #expect(text.hasPrefix("The whole history\n"))
    #expect(text.contains("November 2026  +₽500.00  −₽660.00"))
    #expect(text.contains("Charges by month\n"))
    #expect(text.contains("one-off fee:"))
  }

  @Test func hostileTextOfAnOperationIsEscaped() {
    let entry = Reads.entry("2026-11-01", .charge, -1, after: 0, text: Reads.hostile)
    #expect(
      rows([entry])
        == "2026-11-01\tcharge\t\\x1b[2J\\x1b]0;x\\x07\\u{202E}Анна\\x9b31m x y\t-0.01\t0.00\n")
  }

  @Test func periodIsThisMonthUnlessGiven() throws {
    func period(_ period: String?, _ from: String? = nil, _ to: String? = nil) throws -> StatementPeriod {
      try StatementPeriod(period: period, from: from, to: to, today: Reads.today, fallback: november)
    }
    #expect(try period(nil) == november)
    #expect(try period("all") == .whole)
    #expect(try period("Всё") == .whole)
    #expect(try period("2026-11") == november)
    #expect(try period(nil, "2026-10", "2026-11-15").title.english == "From 1 October 2026 to 15 November 2026")
    #expect(try period(nil, "2026-10").to == nil)
    #expect(throws: Failure(.usage, .statementPeriodTwice, hint: .statementPeriodOnce)) {
      try period("2026-11", "2026-10")
    }
    let first = Reads.day("2026-11-02")
    let last = Reads.day("2026-11-01")
    #expect(throws: Failure(.usage, .statementReversed(first, last), hint: .statementSwapBounds)) {
      try period(nil, "2026-11-02", "2026-11-01")
    }
  }

  @Test func wholeMonthsAreKnownFromTheirBounds() {
    #expect(november.isOfWholeMonths)
    #expect(StatementPeriod.whole.isOfWholeMonths)
    #expect(!StatementPeriod(from: Reads.day("2026-11-01"), to: Reads.day("2026-11-29")).isOfWholeMonths)
    #expect(november.holds(month: "2026-11"))
    #expect(!november.holds(month: "2026-12"))
  }
}
