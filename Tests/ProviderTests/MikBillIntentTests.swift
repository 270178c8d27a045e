import Domain
import TestSupport
import Testing

@testable import Provider

/// MikBiLL's own conditions and proofs; that they hold over every failing wire is in the conformance suite.
@Suite struct MikBillIntentTests {
  private let office: MikBillFixture

  init() throws { office = try MikBillFixture() }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// The members of a freeze's information, where they differ from none.
  private func freeze(available: String = "1", active: String = "0", _ info: String) {
    office.says("GET /user/services/freeze", #"{"available":\#(available),"active":\#(active),"info":{\#(info)}}"#)
  }

  @Test func aHoldIsSentWithTheDayOnWhichItIsOver() throws {
    let action = Action.startHold(from: try day("2026-12-01"), until: try day("2026-12-20"))
    let check = try office.check(action)
    #expect(check.eligibility.available && check.effectiveOn?.text == "2026-12-01" && check.fee == rubles("40"))
    #expect(
      office.provider.body(for: action, terms: check)
        == "activate=1&date_start=2026-12-01&date_stop=2026-12-21&freeze_do_ever=0&fixed_month_num=0")
    let held = try MikBillFixture(isOnHold: true).account()
    #expect(held.hold == Hold(from: try day("2026-11-01"), until: try day("2026-12-23")) && held.state == .held)
  }

  @Test(
    arguments: [
      (#""min_day":"7""#, "2026-11-26", ["date-not-offered"]), (#""min_day":"7""#, "2026-11-27", []),
      (#""min_day":null,"date_start":"0000-00-00""#, "2026-11-21", []), (#""freeze_ever":"1""#, nil, []),
      (#""freeze_ever":0"#, nil, ["date-needed"]), (#""fixed_month":"1""#, "2027-01-20", []),
      (#""fixed_month":true"#, "2027-01-21", ["date-not-offered"]),
      (#""fixed_month":1,"freeze_ever":"0""#, nil, ["date-needed"]),
    ] as [(String, String?, [String])])
  func itsDaysAreLimited(_ info: String, _ until: String?, _ codes: [String]) throws {
    freeze(info)
    let action = Action.startHold(from: nil, until: try until.map { try day($0) })
    let check = try office.check(action)
    #expect(check.eligibility.reasons.map(\.code) == codes && check.effectiveOn?.text == "2026-11-21")
    if codes.isEmpty, info.contains("fixed") { #expect(check.quote?.hasSuffix("fixed_month_num=2") == true) }
    if codes.isEmpty, until == nil { #expect(check.quote?.contains("freeze_do_ever=1") == true) }
  }

  @Test func itIsRefusedByWhatTheServiceSays() throws {
    let start = Action.startHold(from: nil, until: try day("2026-12-20"))
    freeze(active: "\"1\"", #""date_start":"2026-11-19","min_day":"7""#)
    #expect(try office.codes(start) == ["on-hold"])
    let early = try office.check(.cancelHold).eligibility
    #expect(early.reasons.map(\.code) == ["too-soon"] && early.availableFrom?.text == "2026-11-26")
    freeze(active: "1", #""date_start":null,"unfreeze_earlier_disallow":"1""#)
    #expect(try office.codes(.cancelHold) == ["hold-fixed"] && office.account().hold == nil)
    freeze(available: "0", "")
    #expect(try office.codes(start) == ["hold-off"] && office.codes(.cancelHold) == ["not-on-hold"])
    freeze(available: "0", #""will_be_avilable_days":"3""#)
    #expect(try office.check(start).eligibility.availableFrom?.text == "2026-11-24")
    let debtor = try MikBillFixture(inDebt: true)
    #expect(try debtor.codes(start) == ["low-balance"])
  }

  @Test func aPlannedHoldIsKnownOnlyOnItsDay() throws {
    let lost = try office.lost(.startHold(from: try day("2026-12-01"), until: try day("2026-12-20")))
    #expect(try office.settle(lost, after: 86_400) == .unknown)
    #expect(try office.settle(lost, after: 10 * 86_400) == .notExecuted)
    #expect(try office.settle(lost, after: 30 * 86_400) == .unknown)
    freeze(active: "1", #""date_start":"2026-12-01""#)
    #expect(try office.settle(lost) == done)
    freeze(active: "1", #""date_start":"2026-12-02""#)
    #expect(try office.settle(lost) == .unknown)
  }

  @Test(arguments: ["[]", "{}", "null", #"{"active":null}"#]) func aFreezeThatSaysNothingProvesNothing(_ data: String)
    throws
  {
    let start = try office.lost(.startHold(from: nil, until: try day("2026-12-20")))
    let cancel = try intent(.cancelHold, terms: start.terms, sentAt: office.system.now)
    office.says("GET /user/services/freeze", data)
    #expect(try office.settle(start, after: 900) == .unknown && office.settle(cancel) == .unknown)
    office.refuses("GET /user/services/freeze")
    #expect(try office.settle(start) == .unknown)
  }

  /// The same words were said before: only a higher number is ours.
  @Test func whatWasSaidEarlierIsNotWhatWasSent() throws {
    let open = try office.lost(.openTicket(subject: "Нет связи", text: "С утра", topic: nil))
    let reply = try office.lost(.replyTicket(id: "8", text: "Нет связи\nС утра"))
    #expect(try office.settle(open, after: 900) == .notExecuted && office.settle(reply) == .notExecuted)
    #expect(office.provider.submit(open, for: "258") == .done(reference: "9", link: nil))
    #expect(office.provider.submit(reply, for: "258") == .done(reference: nil, link: nil))
    #expect(try office.settle(open) == .done(reference: "9", link: nil) && office.settle(reply) == done)
    office.refuses("GET /tickets/9")
    #expect(try office.settle(open) == .unknown)
  }

  @Test func aReplyNeedsAnOpenTicket() throws {
    #expect(try office.codes(.replyTicket(id: "7", text: "?")) == ["ticket-closed"])
    #expect(try office.codes(.replyTicket(id: "70", text: "?")) == ["ticket-unknown"])
  }

  @Test func aCardHasASeriesAndANumber() throws {
    let whole = Action.redeemVoucher(code: "1234-7700-1122-0099", serial: nil)
    #expect(try office.codes(.redeemVoucher(code: "770", serial: nil)) == ["serial-needed"])
    let lost = try office.lost(whole)
    #expect(lost.body == "series=1234&number=770011220099")
    office.system.payOnPage(rubles("300"))
    #expect(try office.settle(lost, after: 900) == .notExecuted)
    #expect(office.provider.submit(lost, for: "258") == .done(reference: nil, link: nil))
    #expect(try office.settle(lost) == done)
    let again = try office.lost(whole)
    #expect(try office.settle(again, after: 900) == .notExecuted)
    guard case .refused(let reason) = office.provider.submit(again, for: "258") else {
      Issue.record("spent twice")
      return
    }
    #expect(reason.code == "mikbill--31")
  }

  @Test func oneDetailIsChangedAtATime() throws {
    let both = Action.setProfile([.email: "a@b.example", .phone: "1"], confirmation: nil)
    #expect(try office.codes(both) == ["one-at-a-time"])
    #expect(try office.codes(.setProfile([.name: "Я"], confirmation: nil)) == ["not-editable"])
    let lost = try office.lost(.setProfile([.mobile: "+380 (50) 123-45-67"], confirmation: nil))
    #expect(lost.body == "mob_tel=%2B380%20%2850%29%20123-45-67")
    #expect(try office.settle(lost, after: 900) == .notExecuted)
    #expect(office.provider.submit(lost, for: "258") == .done(reference: nil, link: nil))
    #expect(try office.settle(lost) == done)
  }
}
