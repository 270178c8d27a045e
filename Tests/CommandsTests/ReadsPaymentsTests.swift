import Domain
import JSON
import Language
import Terminal
import Testing

@testable import Commands

@Suite struct ReadsPaymentsTests {
  private func answer(_ intents: [Intent]) -> Answer {
    PaymentsView.answer(intents, today: Reads.today, utcOffset: Reads.offset)
  }

  @Test func paymentsSayWhatBecameOfThem() throws {
    var done = try Reads.intent(key: "done", events: [.take])
    try done.apply(.done, at: Reads.now, reference: "e-17")
    let open = try Reads.intent(.takeTrustPayment, key: "open", events: [.take, .lost])
    #expect(
      answer([done, open]).screen(.english) == """
        When                What            Amount  State            Reference  Key
        21 November, 11:58  payment        ₽500.00  done             e-17       done
        21 November, 11:58  trust payment           outcome unknown             open

        """)
  }

  @Test func rowsForProgramsHaveStableWords() throws {
    let open = try Reads.intent(key: "open", events: [.take, .lost])
    #expect(answer([open]).rows() == "2026-11-21T08:58:00Z\tpay\t500.00\tunknown\t\topen\n")
  }

  @Test func refusalGivesItsReason() throws {
    var refused = try Reads.intent(events: [.take])
    let reason = Reason(code: "limit", label: LocalizedText(russian: "сумма больше лимита", english: "over the limit"))
    try refused.apply(.refused, at: Reads.now, refusal: reason)
    #expect(answer([refused]).screen(width: 140).contains("отказано: сумма больше лимита"))
  }

  @Test func paymentByLinkShowsWhereToFinishIt() throws {
    var accepted = try Reads.intent(key: "k9", events: [.take])
    try accepted.apply(.accepted, at: Reads.now, link: "https://pay.example/k9")
    #expect(answer([accepted]).rows(.english).hasSuffix("\n\nfinish the payment k9: https://pay.example/k9\n"))
  }

  @Test func jsonHasTheWholeHistory() throws {
    let json = answer([try Reads.intent(key: "open", events: [.take, .lost])]).envelope
    guard case .array(let payments)? = json["payments"], let payment = payments.first else {
      return #expect(Bool(false))
    }
    #expect(json["kind"] == "payments")
    #expect(payment["state"] == "unknown")
    #expect(payment["settled"] == false)
    #expect(
      payment["history"] == [
        ["at": "2026-11-21T08:59:00Z", "event": "take"], ["at": "2026-11-21T08:59:00Z", "event": "lost"],
      ])
    #expect(payment["body"] == nil)
  }
}
