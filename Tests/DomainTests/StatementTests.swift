import Testing

@testable import Domain

@Suite struct StatementTests {
  private func entry(
    _ id: String, _ date: String, _ amount: Int64, _ balance: Int64, kind: LedgerEntry.Kind = .charge,
    service: String? = nil, currency: Currency = .rub
  ) throws -> LedgerEntry {
    let date = try day(date)
    return LedgerEntry(
      id: id, time: Timestamp(startOf: date, utcOffset: 0), date: date, kind: kind,
      amount: Money(minor: amount, currency: currency), balance: Money(minor: balance, currency: currency), text: "",
      service: service)
  }

  private func example() throws -> [LedgerEntry] {
    [
      try entry("1", "2026-10-31", 1000_00, 1100_00, kind: .payment),
      try entry("2", "2026-11-01", -500_00, 600_00, service: "home-300"),
      try entry("3", "2026-11-01", -100_00, 500_00, service: "tv"),
      try entry("4", "2026-11-15", -10_00, 490_00, kind: .fee),
      try entry("5", "2026-11-20", 50_00, 540_00, kind: LedgerEntry.Kind(rawValue: "gift")),
      try entry("6", "2026-12-01", -500_00, 40_00, service: "home-300"),
    ]
  }

  @Test func openingFollowsFromTheFirstEntryAndClosingFromTheLast() throws {
    let statement = Statement(try example(), currency: .rub)
    #expect(statement.opening == roubles(100_00))
    #expect(statement.closing == roubles(40_00))
    #expect(statement.total.income == roubles(1050_00))
    #expect(statement.total.expense == roubles(-1110_00))
    #expect(statement.total.sum == roubles(-60_00))
    #expect(statement.total.count == 6)
    #expect(statement.isConsistent)
  }

  @Test func anEmptyPeriodHasTheOpeningThatWasGiven() {
    let unknown = Statement([], currency: .rub)
    #expect(unknown.opening == nil && unknown.closing == nil && unknown.isConsistent)
    let known = Statement([], currency: .rub, opening: roubles(7))
    #expect(known.opening == roubles(7) && known.closing == roubles(7) && known.total.count == 0)
  }

  @Test func aBalanceThatDoesNotFollowIsNamedWithItsDifference() throws {
    var entries = try example()
    entries[2] = try entry("3", "2026-11-01", -100_00, 501_00)
    let statement = Statement(entries, currency: .rub)
    #expect(
      statement.discrepancies == [
        .broken(entry: "3", difference: roubles(1_00)), .broken(entry: "4", difference: roubles(-1_00)),
      ])
    let opened = Statement(try example(), currency: .rub, opening: roubles(99_99))
    #expect(opened.discrepancies == [.broken(entry: "1", difference: roubles(1))])
  }

  @Test func anotherCurrencyAndSumsThatDoNotFitAreDiscrepancies() throws {
    let euro = try #require(Currency("EUR"))
    let entries = [
      try entry("1", "2026-11-01", .max, .max), try entry("2", "2026-11-02", 1, .max),
      try entry("3", "2026-11-03", 5, 5, currency: euro),
    ]
    let statement = Statement(entries, currency: .rub)
    #expect(statement.discrepancies == [.overflow(entry: "2"), .overflow(entry: "2"), .currency(entry: "3")])
    #expect(statement.total.income == roubles(.max))
    #expect(Statement([try entry("1", "2026-11-01", .min, .max)], currency: .rub).discrepancies.count == 1)
  }

  @Test func addingOneByOneIsTheSameAsAllAtOnce() throws {
    var statement = Statement(currency: .rub)
    for entry in try example() { statement.add(entry) }
    #expect(statement == Statement(try example(), currency: .rub))
  }
}
