import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsTariffTests {
  private let mine = Reads.tariff("home-300", "Домашний 300", fee: 65_000, included: ["internet"], available: false)
  private let faster = Reads.tariff("home-500", "Домашний 500", fee: 80_000, down: 500, up: 100)
  private let daily = Reads.tariff("day", "Посуточный", fee: 2_500, cycle: .daily, down: 100, up: nil)
  private let gpon = Reads.tariff(
    "giga", "Гигабит", fee: 95_000, down: 1000, up: 1000, available: false,
    reasons: [
      Reason(
        code: "address", label: LocalizedText(russian: "нужна линия GPON", english: "a GPON line is needed"),
        remedy: LocalizedText(russian: "закажите подключение", english: "order a connection"))
    ])
  private let old = Reads.tariff("old", "Старый", fee: 30_000, down: 30, up: 30, archived: true, available: false)
  private let later = Reads.tariff("later", "Зимний", fee: 50_000, available: false, from: "2026-12-15")

  private func view(discount: Int = 0) -> TariffView {
    TariffView(account: Reads.account(discount: discount), today: Reads.today)
  }

  @Test func catalogueShowsTheRuleInTheWay() {
    #expect(
      view().list([mine, faster, later, gpon, old], all: true).screen() == """
        Код       Тариф                 Плата   Мбит/с  Доступен      Что мешает
        home-300  Домашний 300  650 ₽ в месяц      300  ваш
        home-500  Домашний 500  800 ₽ в месяц  500/100  да
        later     Зимний        500 ₽ в месяц      300  с 15 декабря
        giga      Гигабит       950 ₽ в месяц     1000  нет           нужна линия GPON
        old       Старый        300 ₽ в месяц       30  в архиве

        """)
  }

  @Test func rowsForProgramsHaveNumbersAndWords() {
    #expect(
      view().list([mine, faster, daily], all: false).rows() == """
        home-300\tДомашний 300\t650.00\t300/300\tcurrent
        home-500\tДомашний 500\t800.00\t500/100\tavailable
        day\tПосуточный\t25.00\t100\tavailable

        """)
  }

  @Test func tariffThatCannotBeHadShowsItsRemedy() {
    #expect(
      view().one(gpon).screen() == """
        «Гигабит»
        Код:       giga
        Плата:     950 ₽ в месяц
        Списание:  1-го числа каждого месяца
        Скорость:  1000 Мбит/с
        Доступен:  нет

        Что мешает
        • Нужна линия GPON. Закажите подключение

        """)
  }

  @Test func tariffThatCanBeHadNamesTheNextCommand() {
    let text = view(discount: 10).one(faster).screen(.english)
    #expect(text.contains("Fee with your discount:  ₽720 a month\n"))
    #expect(text.hasSuffix("\nThe terms of changing to it: kabinet tariff check home-500\n"))
  }

  @Test func comparisonTellsTheDifferenceOfAMonth() {
    let comparison = TariffComparison(
      base: mine, others: [faster, daily], account: Reads.account(), today: Reads.today)
    #expect(
      comparison.answer.rows() == """
        home-300\tДомашний 300\t650.00\t—\t300/300\tinternet\tcurrent
        home-500\tДомашний 500\t800.00\t150.00\t500/100\t\tavailable
        day\tПосуточный\t750.00\t100.00\t100\t\tavailable

        Плата за день и за период пересчитана на 30 дней.

        """)
  }

  @Test func comparisonCountsTheDiscount() {
    let comparison = TariffComparison(
      base: mine, others: [faster], account: Reads.account(discount: 10), today: Reads.today)
    let json = comparison.answer.envelope
    #expect(json["base"] == "home-300")
    guard case .array(let tariffs)? = json["tariffs"], tariffs.count == 2 else { return #expect(Bool(false)) }
    #expect(tariffs[1]["monthlyFee"] == ["currency": "RUB", "minor": 72_000])
    #expect(tariffs[1]["difference"] == ["currency": "RUB", "minor": 13_500])
    #expect(tariffs[0]["difference"] == nil)
  }

  @Test func thirtyDaysOfOtherCyclesAreCountedExactly() {
    let account = Reads.account()
    #expect(Reads.tariff("a", "A", fee: 70_000, cycle: .everyDays(28)).monthlyFee(account) == Reads.rub(75_000))
    #expect(Reads.tariff("a", "A", fee: 2_500, cycle: .daily).monthlyFee(account) == Reads.rub(75_000))
    #expect(Reads.tariff("a", "A", fee: 70_000, cycle: .spread).monthlyFee(account) == Reads.rub(70_000))
  }

  @Test func yoursComesFirstThenTheCheaperThatCanBeHad() {
    let sorted = TariffOrder.sorted([old, gpon, later, faster, daily, mine], account: Reads.account())
    #expect(sorted.map(\.id) == ["home-300", "day", "home-500", "later", "giga", "old"])
  }

  @Test func jsonMarksTheCurrentOne() {
    let json = view().list([mine, faster], all: false).envelope
    guard case .array(let tariffs)? = json["tariffs"], tariffs.count == 2 else { return #expect(Bool(false)) }
    #expect(tariffs[0]["current"] == true)
    #expect(tariffs[1]["current"] == false)
    #expect(tariffs[1]["fee"] == ["currency": "RUB", "minor": 80_000])
    #expect(json["current"] == "home-300")
  }
}
