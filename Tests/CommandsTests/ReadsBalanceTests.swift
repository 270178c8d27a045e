import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsBalanceTests {
  @Test func balanceSaysHowLongItLastsAndWhatToPay() {
    #expect(
      BalanceView.answer(Reads.standing()).screen() == """
        Баланс:              123,45 ₽
        Состояние:           работает
        Оплачено по:         30.11.2026
        Отключение:          01.12.2026
        Осталось:            10 дней
        Следующее списание:  01.12.2026
        Сумма списания:      650,00 ₽
        Рекомендуем внести:  526,55 ₽
        Данные на:           21 ноября, 12:00

        """)
  }

  @Test func eachRowHasOneValueForPrograms() {
    #expect(
      BalanceView.answer(Reads.standing()).rows(.english) == """
        Balance\t123.45
        State\tactive
        Paid until\t2026-11-30
        Turn-off date\t2026-12-01
        Time left\t10
        Next charge\t2026-12-01
        Amount of the charge\t650.00
        Recommended payment\t526.55
        As of\t2026-11-21T09:00:00Z

        """)
  }

  @Test func debtorIsToldWhyAndSinceWhen() {
    let standing = Reads.standing(
      Reads.debtor, paidUntil: "2026-11-19", turnOff: "2026-11-20", recommended: 75_050, toUnblock: 75_050)
    #expect(
      BalanceView.answer(standing).screen() == """
        Баланс:                  −100,50 ₽
        Состояние:               заблокирован
        Заблокирован с:          20.11.2026
        Причина:                 не хватило денег на списание
        Оплачено по:             19.11.2026
        Следующее списание:      01.12.2026
        Сумма списания:          650,00 ₽
        Рекомендуем внести:      750,50 ₽
        Внести, чтобы включили:  750,50 ₽
        Данные на:               21 ноября, 12:00

        """)
  }

  @Test func trustPaymentStandsWithItsEnd() {
    let account = Reads.account(balance: -5_000, credit: 65_000, trustPayment: Reads.trustPayment)
    let text = BalanceView.answer(Reads.standing(account)).rows(.english)
    #expect(text.hasPrefix("Balance\t-50.00\nCredit\t650.00\nTrust payment\t650.00\nRepay it until\t2026-11-23\n"))
  }

  @Test func repaidTrustPaymentIsNotShown() {
    let text = BalanceView.answer(Reads.standing(Reads.account(trustPayment: Reads.trustPayment))).rows(.english)
    #expect(!text.contains("Trust payment"))
  }

  @Test func neededSumNamesItsDay() {
    let need = Standing.Need(until: Reads.day("2026-12-31"), amount: Reads.rub(52_655))
    let answer = BalanceView.answer(Reads.standing(need: need))
    #expect(answer.screen().contains("Внести, чтобы хватило по 31.12.2026:"))
    #expect(answer.envelope["needed"] == ["amount": ["currency": "RUB", "minor": 52_655], "until": "2026-12-31"])
  }

  @Test func jsonHasMoneyObjectsAndDates() {
    let json = BalanceView.answer(Reads.standing(age: 7_200, isStale: true)).envelope
    #expect(json["kind"] == "balance")
    #expect(json["balance"] == ["currency": "RUB", "minor": 12_345])
    #expect(json["paidUntil"] == "2026-11-30")
    #expect(json["turnOffOn"] == "2026-12-01")
    #expect(json["daysLeft"] == 10)
    #expect(json["nextCharge"] == ["amount": ["currency": "RUB", "minor": 65_000], "date": "2026-12-01"])
    #expect(json["recommendedPayment"] == ["currency": "RUB", "minor": 52_655])
    #expect(json["stale"] == true)
    #expect(json["ageSeconds"] == 7_200)
    #expect(json["asOf"] == "2026-11-21T09:00:00Z")
  }

  @Test func blockedAccountHasNoTurnOffAheadOfIt() {
    let json = BalanceView.answer(Reads.standing(Reads.debtor, turnOff: "2026-11-20")).envelope
    #expect(json["turnOffOn"] == nil)
    #expect(json["daysLeft"] == nil)
    #expect(json["block"] == ["code": "no-funds", "since": "2026-11-20"])
  }

  @Test func unknownReasonOfABlockIsToldAsItCame() {
    let account = Reads.account(state: .blocked, block: Account.Block(code: "лимит\u{1B}[31m", since: nil))
    let text = BalanceView.answer(Reads.standing(account)).screen()
    #expect(text.contains("Причина:"))
    #expect(text.contains("лимит\\x1b[31m"))
  }
}
