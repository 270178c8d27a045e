import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsHomeTests {
  @Test func homeScreenAnswersTheFirstQuestionsInRussian() {
    #expect(
      HomeView.answer(Reads.home(unread: 2)).screen() == """
        Здравствуйте, Анна Сергеевна!
        Лицевой счёт:        4021
        Тариф:               «Домашний 300», 650 ₽ в месяц
        Баланс:              123,45 ₽ на 21 ноября, 12:00
        Состояние:           работает
        Оплачено:            по 30 ноября; без пополнения отключат 1 декабря, осталось 10 дней
        Следующее списание:  650 ₽ 1 декабря
        Не прочитано:        2 уведомления

        Что сделать
        • kabinet pay 526.55: пополнить, пока не отключили 1 декабря

        """)
  }

  @Test func homeScreenAnswersTheFirstQuestionsInEnglish() {
    #expect(
      HomeView.answer(Reads.home(unread: 1)).screen(.english) == """
        Hello, Анна Сергеевна!
        Account:      4021
        Tariff:       ‘Домашний 300’, ₽650 a month
        Balance:      ₽123.45 as of 21 November, 12:00
        State:        active
        Paid:         until 30 November; without a payment it is turned off on 1 December, 10 days left
        Next charge:  ₽650 on 1 December
        Unread:       1 notice

        What to do
        • kabinet pay 526.55: top up before the turn-off on 1 December

        """)
  }

  @Test func blockedAccountIsToldWhyAndHowToComeBack() {
    let standing = Reads.standing(
      Reads.debtor, paidUntil: "2026-11-19", turnOff: "2026-11-20", recommended: 75_050, toUnblock: 75_050)
    let text = HomeView.answer(Reads.home(standing)).screen()
    #expect(text.contains("Баланс:              −100,50 ₽ на 21 ноября, 12:00\n"))
    #expect(text.contains("Состояние:           заблокирован с 20 ноября: не хватило денег на списание\n"))
    #expect(!text.contains("Оплачено"))
    #expect(
      text.hasSuffix(
        """
        Что сделать
        • kabinet pay 750.50: пополнить, чтобы снова включили
        • kabinet trust-payment check: можно ли взять обещанный платёж

        """))
  }

  @Test func birthdayIsCongratulated() {
    let born = Reads.standing(Reads.account(birthday: "1990-11-21"))
    #expect(HomeView.answer(Reads.home(born)).screen().hasPrefix("Здравствуйте, Анна Сергеевна!\nС днём рождения!\n"))
    #expect(!Reads.standing(Reads.account(birthday: "1990-11-22")).isBirthday)
    #expect(!Reads.standing(Reads.account(birthday: "2027-11-21")).isBirthday)
  }

  @Test func activeTrustPaymentSaysWhenToRepay() {
    let account = Reads.account(balance: -5_000, credit: 65_000, trustPayment: Reads.trustPayment)
    let text = HomeView.answer(Reads.home(Reads.standing(account, turnOff: "2026-11-24"))).screen()
    #expect(text.contains("Обещанный платёж:    650 ₽, погасить по 23 ноября включительно\n"))
    #expect(!text.contains("trust-payment"))
  }

  @Test func incidentsAreShownWithEveryPromise() {
    let text = HomeView.answer(Reads.home(incidents: [Reads.postponed])).screen(width: 140)
    #expect(
      text.contains(
        "• Авария «Нет интернета в доме»: с 10:00, уже 2 ч; обещали к 14:00, перенесли на 18:00\n"))
    #expect(text.contains("• kabinet incidents: подробнее об аварии\n"))
  }

  @Test func unsettledPaymentStopsTheAdviceToPay() throws {
    let lost = try Reads.intent(events: [.take, .lost])
    let answer = HomeView.answer(Reads.home(intents: [lost]))
    #expect(answer.screen().contains("• оплата 500 ₽, 21 ноября, 11:58: исход неизвестен\n"))
    #expect(answer.envelope["next"] == ["kabinet sync"])
  }

  @Test func unreadableIntentSendsToTheDoctorFirst() {
    #expect(HomeView.answer(Reads.home(unreadable: 1)).envelope["next"] == ["kabinet doctor"])
  }

  @Test func staleDataIsToBeRefreshedFirst() {
    let answer = HomeView.answer(Reads.home(Reads.standing(age: 10_800, isStale: true)))
    #expect(answer.envelope["next"] == ["kabinet sync", "kabinet pay 526.55"])
    #expect(answer.screen().contains("• kabinet sync: обновить: данные получены 3 ч назад\n"))
  }

  @Test func plannedChangeOfTariffHasItsDayAndFee() {
    let plan = ChargePlan(cycle: .calendarMonth, fee: Reads.rub(80_000), nextCharge: Reads.day("2026-12-01"))
    let change = ScheduledTariffChange(
      tariffID: "home-500", name: "Домашний 500", on: Reads.day("2026-12-01"), plan: plan, canCancel: true)
    let text = HomeView.answer(Reads.home(Reads.standing(Reads.account(change: change)))).screen()
    #expect(text.contains("Смена тарифа:        с 1 декабря «Домашний 500», 800 ₽ в месяц\n"))
  }

  @Test func hostileNameDoesNotReachTheTerminal() {
    let home = Reads.home(Reads.standing(Reads.account(name: Reads.hostile)))
    for text in [HomeView.answer(home).screen(), HomeView.answer(home).rows()] {
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && Gate.isDangerous($0) })
    }
    #expect(HomeView.answer(home).screen().hasPrefix(#"Здравствуйте, \x1b[2J\x1b]0;x\x07\u{202E}Анна\x9b31m x y!"#))
  }

  @Test func sumsThatAreWholeAreTypedWithoutKopecks() {
    #expect(Reads.rub(65_000).shortDecimalText == "650")
    #expect(Reads.rub(65_050).shortDecimalText == "650.50")
    #expect(Money(minor: 0, currency: .rub).shortDecimalText == "0")
  }

  @Test(arguments: [
    ("Иванова Анна Сергеевна", "Анна Сергеевна"), ("Анна Сергеевна Иванова", "Анна Сергеевна"),
    ("Пётр Ильич", "Пётр Ильич"), ("Ann Smith", "Ann Smith"), ("John Ronald Tolkien", "John Ronald Tolkien"),
    ("  Анна  ", "Анна"), ("", ""),
  ])
  func holderIsAddressedByNameAndPatronymic(name: String, greeting: String) {
    #expect(HolderName.greeting(name) == greeting)
  }
}
