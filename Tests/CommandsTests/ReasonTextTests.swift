import Domain
import Testing

@testable import Commands
@testable import Language

struct ReasonTextTests {
  private static let reasons = [
    Reason(
      code: "too-soon", label: LocalizedText(russian: "Дают раз в 30 дней", english: "Given once in 30 days"),
      remedy: LocalizedText(russian: "Пополните счёт", english: "Top up")),
    Reason(
      code: "debt", label: LocalizedText(russian: "На счёте долг", english: "The account is in debt"), remedy: nil),
  ]

  @Test func aRefusalSaysWhatWhyAndTheNextStepOnce() throws {
    let eligibility = Eligibility(available: false, reasons: Self.reasons)
    let failure = ReasonText.failure(.takeTrustPayment, eligibility, today: try #require(CivilDate("2026-11-21")))
    #expect(failure.what.russian == "взять обещанный платёж сейчас нельзя")
    #expect(failure.why?.russian == "дают раз в 30 дней; на счёте долг")
    #expect(failure.hint?.russian == "пополните счёт")
    #expect(failure.exitStatus == .refused)
  }

  @Test func theDayFromWhichItCanBeHadIsTheHintWhereNothingElseHelps() throws {
    let eligibility = Eligibility(
      available: false, availableFrom: CivilDate("2026-12-20"), reasons: [Self.reasons[1]])
    let failure = ReasonText.failure(.takeTrustPayment, eligibility, today: try #require(CivilDate("2026-11-21")))
    #expect(failure.why?.english == "the account is in debt")
    #expect(failure.hint?.english == "possible from 20 December")
  }

  @Test func anUnexplainedRefusalSaysSo() throws {
    let failure = ReasonText.failure(
      .cancelTariffChange, Eligibility(available: false, reasons: []), today: try #require(CivilDate("2026-11-21")))
    #expect(failure.what.english == "the change of tariff can't be cancelled")
    #expect(failure.why?.english == Phrase.refusedWithoutReason.english)
    #expect(failure.hint == nil)
  }
}
