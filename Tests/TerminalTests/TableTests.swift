import Domain
import Language
import Testing

@testable import Terminal

struct TableTests {
  private var table: Table {
    Table(
      [
        .init(Phrase("Дата", "Date")), .init(Phrase("Описание", "Description"), priority: 1, minimum: 8),
        .init(Phrase("Сумма", "Amount"), .right),
      ],
      rows: [
        ["01 Nov", "Monthly fee for the tariff Home 100", .amount(Money(minor: -50_000, currency: .rub))],
        ["12 Nov", "Payment", .amount(Money(minor: 1_234_500, currency: .rub))],
      ])
  }

  private func screen(_ table: Table, _ width: Int, _ language: Language = .english) -> String {
    Screen(.screen(width, language: language)).text([.table(table)])
  }

  @Test func columnsAreAligned() {
    #expect(
      screen(table, 80) == """
        Date    Description                              Amount
        01 Nov  Monthly fee for the tariff Home 100    \u{2212}₽500.00
        12 Nov  Payment                              ₽12,345.00

        """)
  }

  @Test func flexibleColumnWrapsToFit() {
    #expect(
      screen(table, 40) == """
        Date    Description               Amount
        01 Nov  Monthly fee for the     \u{2212}₽500.00
                tariff Home 100
        12 Nov  Payment               ₽12,345.00

        """)
  }

  @Test func tooNarrowScreenGetsBlocksAndLosesNothing() {
    #expect(
      screen(table, 24) == """
        Date: 01 Nov
        Description: Monthly fee
        for the tariff Home 100
        Amount: \u{2212}₽500.00

        Date: 12 Nov
        Description: Payment
        Amount: ₽12,345.00

        """)
  }

  @Test func pipedTableIsRowsWithoutHeaderInMachineForm() {
    #expect(
      Rows(.pipe).text([.table(table)]) == """
        01 Nov\tMonthly fee for the tariff Home 100\t-500.00
        12 Nov\tPayment\t12345.00

        """)
  }

  @Test func tabsAndNewlinesInACellAreSpaces() {
    let table = Table([.init(Phrase(verbatim: "A")), .init(Phrase(verbatim: "B"))], rows: [["a\tb\nc", "d"]])
    #expect(Rows(.pipe).text([.table(table)]) == "a b c\td\n")
    #expect(screen(table, 40) == "A      B\na b c  d\n")
  }

  @Test func wideCharactersStandInTheirColumns() {
    let table = Table(
      [.init(Phrase("Имя", "Name")), .init(Phrase("№", "No"))],
      rows: [["日本", "1"], ["е\u{301}ж", "2"], ["🇷🇺", "3"]])
    #expect(screen(table, 40, .russian) == "Имя   №\n日本  1\nе\u{301}ж    2\n🇷🇺    3\n")
  }

  @Test func lowPriorityIsNarrowedFirst() {
    let table = Table(
      [
        .init(Phrase(verbatim: "A"), priority: 2, minimum: 4), .init(Phrase(verbatim: "B"), priority: 1, minimum: 4),
      ],
      rows: [["aaaa aaaa", "bbbb bbbb bbbb"]])
    #expect(screen(table, 20) == "A          B\naaaa aaaa  bbbb bbbb\n           bbbb\n")
  }

  @Test func rowOfAnotherLengthLosesNothing() {
    let table = Table([.init(Phrase(verbatim: "A")), .init(Phrase(verbatim: "B"))], rows: [["1"], ["1", "2", "3"]])
    #expect(Rows(.pipe).text([.table(table)]) == "1\t\n1\t2 3\n")
  }

  @Test func emptyTableShowsNothing() {
    #expect(screen(Table([.init(Phrase(verbatim: "A"))]), 40) == "")
  }
}
