import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// How actions are sent through a gateway and found again.
@Suite struct TMForumIntentTests {
  private func intent(_ action: Action, _ desk: TMForumDesk, key: String = "key-7") throws -> Intent {
    let terms = try desk.provider.check(action, for: desk.system.accountID)
    #expect(terms.eligibility.available, "\(terms.eligibility.reasons)")
    var intent = Intent(
      key: key, account: "shelf", action: action, body: desk.provider.body(for: action, terms: terms), terms: terms,
      created: desk.system.now)
    try intent.apply(.take, at: desk.system.now)
    desk.wire.rearm()
    return intent
  }

  private func sent(_ desk: TMForumDesk) throws -> JSON {
    let request = try #require(desk.wire.requests.last)
    return try JSON(parsing: request.body ?? [])
  }

  private func submit(_ intent: Intent, _ desk: TMForumDesk) -> Submission {
    desk.provider.submit(intent, for: desk.system.accountID)
  }

  private func settle(_ intent: Intent, _ desk: TMForumDesk) throws -> Settlement {
    try desk.provider.settle(intent, for: desk.system.accountID)
  }

  private let payment = Action.pay(amount: rubles("250.50"), method: nil)

  @Test func aPaymentBearsTheKeyAndTheExactSum() throws {
    let desk = try TMForumDesk()
    let intent = try intent(payment, desk)
    #expect(submit(intent, desk) == .done(reference: "payment:PAY-1", link: nil))
    #expect(
      desk.wire.requests.map(\.description) == [
        "GET /payment/v4/payment?offset=0&limit=100", "POST /payment/v4/payment",
      ])
    let body = try sent(desk)
    #expect(body["correlatorId"] == "key-7" && body["totalAmount"] == ["unit": "RUB", "value": .decimal("250.50")])
    #expect(body["paymentMethod"] == ["id": "card-1"] && body["account"]?["id"] == "BA-100200")
    #expect(try settle(intent, desk) == .done(reference: "payment:PAY-1", link: nil))
  }

  @Test func withoutPaymentsTheBucketIsToppedUp() throws {
    for keepsKeys in [true, false] {
      let desk = try TMForumDesk {
        $0.missing = ["payment", "refund"]
        $0.keepsKeys = keepsKeys
      }
      let intent = try intent(payment, desk)
      desk.wire.rearm([1: .lostAnswer])
      #expect(submit(intent, desk) == .unknown(.connectionLost))
      #expect(try settle(intent, desk) == .done(reference: "topup:505", link: nil), "keys \(keepsKeys)")
      #expect(try desk.entries().last?.id == "topup:505" && desk.system.effects(.pay) == 1)
    }
  }

  @Test(arguments: ["tmf-api/paymentManagement/v4", "tmf-api/payment/v4"])
  func paymentsAreFoundWhereGatewaysPutThem(_ place: String) throws {
    let desk = try TMForumDesk { $0.paymentPlace = place }
    let intent = try intent(payment, desk)
    #expect(submit(intent, desk) == .done(reference: "payment:PAY-1", link: nil))
    #expect(desk.wire.requests.last?.target == "/\(place)/payment" && desk.system.effects(.pay) == 1)
  }

  /// The first exchange looks for the key, the second one pays.
  @Test(arguments: WireFault.allCases) func aLostPaymentIsSettledByWhatHappened(_ fault: WireFault) throws {
    let desk = try TMForumDesk()
    let intent = try intent(payment, desk)
    desk.wire.rearm([1: fault])
    switch submit(intent, desk) {
    case .done: #expect(fault == .sessionOver)
    case .notSent: #expect(fault == .refused)
    case .unknown: #expect(fault != .refused && fault != .sessionOver)
    case let other: Issue.record("\(other)")
    }
    let early = try settle(intent, desk)
    #expect(fault.isDone && fault != .late || fault == .sessionOver ? early != .unknown : early == .unknown)
    try desk.wire.deliverLate()
    desk.system.now = desk.system.now.adding(seconds: 300)
    let paid = Settlement.done(reference: "payment:PAY-1", link: nil)
    #expect(try settle(intent, desk) == (desk.system.effects(.pay) == 1 ? paid : .notExecuted))
  }

  /// Without an answer to the look for the key nothing is paid, and nothing is called refused: it may have been paid before.
  @Test(arguments: WireFault.allCases) func aPaymentWhoseKeyCannotBeLookedForIsNotSent(_ fault: WireFault) throws {
    let desk = try TMForumDesk()
    let intent = try intent(payment, desk)
    desk.wire.rearm([0: fault])
    switch submit(intent, desk) {
    case .done: #expect(fault == .sessionOver && desk.system.effects(.pay) == 1)
    case .notSent: #expect(fault != .sessionOver && desk.system.effects(.pay) == 0)
    case let other: Issue.record("\(other)")
    }
  }

  @Test func theSameKeyOfAnotherMachineIsTheSamePayment() throws {
    for lacking in [[], ["payment", "refund"]] as [Set<String>] {
      let desk = try TMForumDesk { $0.missing = lacking }
      let (here, there) = (try intent(payment, desk), try intent(payment, desk))
      let first = submit(here, desk)
      #expect(submit(there, desk) == first && desk.system.effects(.pay) == 1)
    }
  }

  /// A payment at the same moment by another client is not ours.
  @Test func aPaymentOfAnotherIsNotTakenForOurs() throws {
    let desk = try TMForumDesk()
    let (ours, other) = (try intent(payment, desk), try intent(payment, desk, key: "key-8"))
    #expect(submit(other, desk) == .done(reference: "payment:PAY-1", link: nil))
    #expect(try settle(ours, desk) == .unknown)
    desk.system.now = desk.system.now.adding(seconds: 299)
    #expect(try settle(ours, desk) == .unknown)
    desk.system.now = desk.system.now.adding(seconds: 1)
    #expect(try settle(ours, desk) == .notExecuted)
  }

  @Test func whatIsNotKeptIsFoundByWhatItIs() throws {
    for action in [
      payment, .switchTariff(id: "home-300", when: .now), .openTicket(subject: "С", text: "Т", topic: nil),
      .replyTicket(id: "TT-1", text: "Да"), .closeTicket(id: "TT-1"), .redeemVoucher(code: "7700-1122", serial: nil),
    ] as [Action] {
      let desk = try TMForumDesk { $0.keepsKeys = false }
      let intent = try intent(action, desk)
      guard case .done = submit(intent, desk), case .done = try settle(intent, desk) else {
        Issue.record("\(action)")
        continue
      }
      #expect(desk.system.effects(action.kind) == 1)
    }
  }

  @Test func aConflictMayBeOurOwnEarlierAttempt() throws {
    let desk = try TMForumDesk()
    let intent = try intent(payment, desk)
    for (status, expected) in [(409, true), (400, false), (422, false), (403, false)] {
      desk.wire.edit = { _ in
        Response(status: status, body: Array(#"{"code":"61","reason":"Duplicate","message":"Уже есть"}"#.utf8))
      }
      switch TMForumProvider.submission(try TMForumAnswer(desk.wire.edit(Response(status: 200)), ""), of: intent) {
      case .unknown: #expect(expected)
      case .refused(let reason):
        #expect(!expected && reason.code == "tmf-61" && reason.label.text(in: "ru") == "Уже есть")
      case let other: Issue.record("\(status): \(other)")
      }
    }
  }

  @Test(arguments: [
    ("pendingAuthorization", "accepted"), ("captured", "done"), ("denied", "refused"), ("canceled", "refused"),
  ]) func aPaymentIsWhatItsStatusSays(_ status: String, _ outcome: String) throws {
    let desk = try TMForumDesk()
    let intent = try intent(payment, desk)
    desk.system.instead["payment"] = [["id": "P", "correlatorId": "key-7", "status": .string(status)]]
    #expect("\(try settle(intent, desk))".hasPrefix(outcome))
  }

  // MARK: - Tariffs

  @Test func aChangeOnALaterDayIsAnOrderWithThatDay() throws {
    let desk = try TMForumDesk()
    let intent = try intent(.switchTariff(id: "home-300", when: .nextPeriod), desk)
    #expect(intent.terms?.effectiveOn?.text == "2026-12-01" && intent.terms?.fee == rubles("50"))
    #expect(intent.terms?.before?.periodFee == rubles("500") && intent.terms?.after?.periodFee == rubles("650"))
    #expect(submit(intent, desk) == .done(reference: "O-1", link: nil))
    let body = try sent(desk)
    #expect(body["externalId"] == "key-7" && body["requestedStartDate"] == "2026-12-01T00:00:00+03:00")
    let planned = try #require(try desk.account().scheduledChange)
    #expect(planned.tariffID == "home-300" && planned.on.text == "2026-12-01" && planned.canCancel)
    #expect(planned.plan.fee == rubles("650"))
    let second = try desk.provider.check(.switchTariff(id: "home-1000", when: .now), for: desk.system.accountID)
    #expect(second.eligibility.reasons.map(\.code) == ["change-already-scheduled"])
  }

  @Test(arguments: [
    ("home-1000", Action.When.now, "address"), ("home-50", .now, "archived"), ("home-100", .now, "current"),
    ("home-9", .now, "tariff-unknown"), ("antivirus", .now, "tariff-unknown"),
    ("home-300", .on(CivilDate(dayNumber: 1)), "date-not-offered"),
  ]) func aRefusalHasItsReason(_ id: String, _ when: Action.When, _ code: String) throws {
    let desk = try TMForumDesk()
    let check = try desk.provider.check(.switchTariff(id: id, when: when), for: desk.system.accountID)
    #expect(!check.eligibility.available && check.eligibility.reasons.map(\.code) == [code])
  }

  @Test(arguments: [
    ("acknowledged", "accepted"), ("inProgress", "accepted"), ("completed", "done"), ("rejected", "refused"),
    ("failed", "refused"),
  ]) func anOrderForTodayIsDoneWhenItIsCompleted(_ state: String, _ outcome: String) throws {
    let desk = try TMForumDesk()
    let intent = try intent(.switchTariff(id: "home-300", when: .now), desk)
    desk.system.instead["productOrder"] = [["id": "O", "externalId": "key-7", "state": .string(state)]]
    #expect("\(try settle(intent, desk))".hasPrefix(outcome))
  }

  @Test func aPlannedChangeIsCancelledOnce() throws {
    let desk = try TMForumDesk(changePlanned: true)
    let intent = try intent(.cancelTariffChange, desk)
    #expect(submit(intent, desk) == .done(reference: "X-1", link: nil))
    #expect(try desk.account().scheduledChange == nil)
    let again = try desk.provider.check(.cancelTariffChange, for: desk.system.accountID)
    #expect(again.eligibility.reasons.map(\.code) == ["no-change-scheduled"])
  }

  // MARK: - Tickets

  @Test func aReplyKeepsWhatOthersHaveWritten() throws {
    let desk = try TMForumDesk()
    let intent = try intent(.replyTicket(id: "TT-1", text: "И сейчас тоже"), desk)
    guard case .done = submit(intent, desk) else {
      Issue.record("not done")
      return
    }
    let notes = try #require(try desk.pull().members(Ticket.self).first).messages
    #expect(notes.map(\.text) == ["С утра нет связи", "Проверили линию", "И сейчас тоже"])
    #expect(notes.map(\.isFromProvider) == [false, true, false])
    // The same intent again writes nothing.
    guard case .done = submit(intent, desk) else {
      Issue.record("not done")
      return
    }
    #expect(desk.system.effects(.replyTicket) == 1)
  }

  @Test func aClosedTicketTakesNoReply() throws {
    let desk = try TMForumDesk()
    guard case .done = submit(try intent(.closeTicket(id: "TT-1"), desk), desk) else {
      Issue.record("not done")
      return
    }
    for (id, code) in [("TT-1", "ticket-closed"), ("TT-9", "ticket-unknown")] {
      let check = try desk.provider.check(.replyTicket(id: id, text: "x"), for: desk.system.accountID)
      #expect(check.eligibility.reasons.map(\.code) == [code])
    }
  }

  // MARK: - The rest

  @Test func aVoucherHasNoSumOfOurMaking() throws {
    let desk = try TMForumDesk()
    let first = try intent(.redeemVoucher(code: "7700-1122", serial: nil), desk)
    #expect(submit(first, desk) == .done(reference: "topup:505", link: nil))
    #expect(try sent(desk)["amount"] == ["units": "RUB"])
    #expect(try desk.entries().last?.amount == rubles("150"))
    let second = try intent(.redeemVoucher(code: "7700-1122", serial: nil), desk, key: "key-8")
    guard case .refused(let reason) = submit(second, desk) else {
      Issue.record("taken twice")
      return
    }
    #expect(reason.label.text(in: "ru") == "Ваучер уже использован")
    // The first one's top-up bears another key.
    #expect(try settle(second, desk) == .unknown)
  }

  @Test func newDetailsLeaveTheOthersAlone() throws {
    let desk = try TMForumDesk()
    let change = Action.setProfile([.mobile: "+79005550001", .phone: "+78431111111"], confirmation: nil)
    guard case .done = submit(try intent(change, desk), desk) else {
      Issue.record("not done")
      return
    }
    let steps = try desk.pull()
    let profile = try #require(steps.members(Profile.self).first)
    #expect(profile.mobiles == ["+79005550001"] && profile.phones == ["+78431111111"])
    #expect(profile.emails == ["anna@mail.example"])
    #expect(try desk.account().holder.address == "Казань, ул. Баумана, 7, кв. 12")
    let name = try desk.provider.check(.setProfile([.name: "Иная"], confirmation: nil), for: desk.system.accountID)
    #expect(name.eligibility.reasons.map(\.code) == ["not-editable"])
  }

  @Test func aRuleThatIsEndedIsThereNoMore() throws {
    let desk = try TMForumDesk()
    let stop = try intent(.stopAutopayment(id: "AT-1"), desk)
    #expect(submit(stop, desk) == .done(reference: "AT-1", link: nil))
    #expect(try desk.pull().members(Autopayment.self).isEmpty)
    let again = try desk.provider.check(.stopAutopayment(id: "AT-1"), for: desk.system.accountID)
    #expect(again.eligibility.reasons.map(\.code) == ["no-autopayment"])
  }

  /// Terms that are not there make no request.
  @Test func withoutTermsNothingIsSent() throws {
    let desk = try TMForumDesk()
    for action in [
      payment, .switchTariff(id: "home-300", when: .now), .redeemVoucher(code: "1", serial: nil),
    ] as [Action] {
      var intent = Intent(
        key: "k", account: "shelf", action: action, body: desk.provider.body(for: action, terms: nil), terms: nil,
        created: desk.system.now)
      try intent.apply(.take, at: desk.system.now)
      guard case .refused = submit(intent, desk) else {
        Issue.record("\(action) is sent")
        return
      }
    }
    #expect(desk.wire.requests.isEmpty)
  }
}
