import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// The smaller modules of ABillS, in the shapes that installations give them.
struct ABillSShelfTests {
  private let fixture = ABillSFixture()

  private func members<Member: CollectionMember>(_ type: Member.Type) throws -> [Member] {
    try fixture.pull().members(type)
  }

  @Test func invoicesAreReadWithTheRowsOfTheLatest() throws {
    fixture.set(
      "GET /user/docs/invoices/", 200,
      #"""
      {"list":[{"id":"8700","invoiceNum":33300,"date":"2026-10-01","totalSum":"600.00","paymentSum":"600"},
      {"id":8756,"invoiceNum":"33358","date":"0000-00-00","created":"2026-11-01 10:00:00","totalSum":12.5,"paymentSum":""},
      {"id":8757,"date":"0000-00-00","totalSum":1}],"total":"3"}
      """#)
    fixture.set(
      "GET /user/docs/invoices/8756/", 200,
      #"{"expireDate":"2026-12-01","orders":[{"counts":"2","orders":"M/F &laquo;Дом&raquo;","price":"6.25"},{"price":"x"}]}"#
    )
    let invoices = try members(Document.self)
    #expect(invoices.map(\.number) == ["33358", "33300"], "one without any day is no invoice")
    #expect(invoices[0].open == rubles("12.50") && invoices[0].due == CivilDate("2026-12-01"))
    #expect(invoices[0].rows.map(\.amount) == [rubles("12.50")] && invoices[1].open == rubles("0"))
    #expect(fixture.provider.capabilities.contains(.documents))
  }

  @Test func aReceiptBelongsToItsPayment() throws {
    fixture.set(
      "GET /user/extreceipt/checks/", 200,
      #"""
      [{"date":"2026-11-01 12:00:00","paymentId":6,"checkUrl":"https://r.example/6"},
      {"date":"2026-10-01","paymentId":"5","checkUrl":"javascript:alert(1)"},{"date":"","paymentId":9}]
      """#)
    let receipts = try members(Document.self)
    #expect(receipts.map(\.id) == ["receipt-6", "receipt-5"] && receipts.map(\.entry) == ["p:6", "p:5"])
    #expect(receipts.map(\.amount) == [rubles("500"), rubles("600")])
    #expect(receipts.map(\.link) == ["https://r.example/6", nil], "nothing but a web page is a link")
  }

  @Test func anInstallationWithoutPapersLacksThem() throws {
    _ = try fixture.pull()
    #expect(fixture.provider.capabilities.isDisjoint(with: [.documents, .devices, .referral]))
  }

  @Test(arguments: [
    (#"[{"duration":"60","input":5,"output":"7","ip":"10.0.0.1"}]"#, 1), (#"{"duration":60,"input":5,"output":7}"#, 1),
    ("[]", 0), ("{}", 0), (#"[{"duration":null}]"#, 0), (#"[{"duration":-5,"input":1,"output":1}]"#, 0),
  ])
  func theRunningSessionMayBeAListOrNot(answer: String, count: Int) throws {
    fixture.set(
      "GET /user/config/", 200, #"{"internetUserStats":1,"moneyUnitNames":{"majorUnit":"руб"}}"#)
    fixture.set("GET /user/internet/session/active/", 200, answer)
    fixture.set("GET /user/internet/sessions/", 200, #"[{"duration":90,"input":1,"output":2,"ip":"0.0.0.0"}]"#)
    let sessions = try members(UsageSession.self)
    #expect(sessions.map(\.isActive) == Array(repeating: true, count: count) + [false])
    #expect(sessions.last?.address == nil && sessions.last?.received == 2 && sessions.last?.sent == 1)
    if count == 1 { #expect(sessions[0].received == 7 && sessions[0].sent == 5 && sessions[0].seconds == 60) }
  }

  @Test func equipmentIsReadByItsPlaceInTheNetwork() throws {
    fixture.set(
      "GET /user/equipment/", 200,
      #"{"2.7":{"describe":"","status":"0"},"1.5":{"describe":"epon","macSerial":"b0:7c","onuRxPower":-20.4,"status":3}}"#
    )
    let devices = try members(Device.self)
    #expect(devices.map(\.id) == ["1.5", "2.7"] && devices.map(\.name) == ["epon", "2.7"])
    #expect(devices[0].isOnline == nil && devices[1].isOnline == false)
    #expect(devices[0].readings == [.init(name: "signal", value: "-20.4")])
  }

  @Test func telephonesAreListsTextsOrNothing() throws {
    fixture.set(
      "GET /user/pi/", 200,
      #"{"fio":"A","phone":["",380971234567],"cellPhone":"","email":"a@b.c","contractDate":"2019-04-01"}"#)
    let profile = try #require(try members(Profile.self).first)
    #expect(profile.phones == ["380971234567"] && profile.mobiles.isEmpty && profile.emails == ["a@b.c"])
    #expect(profile.contractDate == CivilDate("2019-04-01") && profile.editable.isEmpty, "the installation forbids it")
  }

  /// The installation answers with success though it waits for a code: only what it says it has changed counts.
  @Test(arguments: [
    (#"{"result":"Successfully changed email"}"#, nil, Submission.done(reference: nil, link: nil)),
    (
      #"{"result":"Successfully changed ","emailConfirmStatus":"Email send"}"#, nil, .refused(ProfileReasons.codeNeeded)
    ),
    (#"{"result":"Successfully changed ","emailConfirmStatus":1}"#, "4", .refused(ProfileReasons.codeWrong)),
    (#"{"result":"Successfully changed "}"#, nil, .refused(ProfileReasons.fixed)),
    ("{}", nil, .unknown(.malformedAnswer)),
  ])
  func aChangeThatWaitsForACodeIsNotDone(answer: String, code: String?, outcome: Submission) throws {
    let value = Loose(try JSON(parsing: answer), "pi")
    #expect(ABillSProfile.submission(value, [.email: "a@b.c"], confirmation: code) == outcome)
  }

  @Test func aCodeGoesWithWhatItConfirms() throws {
    #expect(ABillSProfile.body([.email: "a@b.c"], confirmation: "4") == #"{"email":"a@b.c","emailCode":"4"}"#)
    #expect(ABillSProfile.body([.phone: "79"], confirmation: "4") == #"{"phone":"79","phoneCode":"4"}"#)
  }

  @Test(arguments: [
    (1_060_003 as Int64, "serial-needed"), (1_060_004, "too-many-tries"), (1_060_005, "voucher-unknown"),
    (1_060_007, "voucher-expired"), (1_060_011, "voucher-used"), (1_060_012, "voucher-used"), (41_002, "friend-known"),
    (1_170_107, "not-here"), (4_115, "no-bonus"), (99, "abills-99"),
  ])
  func refusalsHaveTheirReasons(code: Int64, word: String) {
    #expect(ABillSReasons.reason(code, nil).code == word)
  }

  @Test func theNextChargeMayBeToldByTheWarningAlone() throws {
    fixture.set("GET /user/internet/", 200, ABillSFixture.internet.replacing("nextAbon", with: "x"))
    fixture.set("GET /user/internet/31/warnings/", 200, #"{"abonDate":"2026-12-09","daysToFee":18}"#)
    #expect(try fixture.account().plan?.nextCharge == CivilDate("2026-12-09"))
    fixture.set("GET /user/internet/31/warnings/", 200, #"{"abonDate":"2026-10-09"}"#)
    #expect(try fixture.account().plan?.nextCharge == CivilDate("2026-12-01"), "a day that is over is none")
  }

  /// Asking the network for a terminal may take longer than anybody waits: the account is read all the same.
  @Test func aNetworkThatDoesNotAnswerCostsTheEquipmentAlone() throws {
    fixture.set("GET /user/equipment/", 500, "")
    #expect(try members(Device.self).isEmpty)
    #expect(try fixture.account().balance == rubles("349.87"))
  }

  @Test(arguments: ["/user/docs/invoices/", "/user/extreceipt/checks/", "/user/referral/", "/user/paysys/recurrent/"])
  func aModuleThatDiesCostsItselfAlone(path: String) throws {
    for (status, body) in [(500, "<html>"), (200, "Can't locate object method")] {
      fixture.set("GET " + path, status, body)
      #expect(try fixture.account().balance == rubles("349.87"))
    }
  }

  @Test(arguments: [
    (#"[{"date":"2026-11-21 14:59:00","sum":50}]"#, Submission.done(reference: nil, link: nil)),
    (#"[{"date":"2026-10-01 10:00:00","sum":50}]"#, .refused(ReferralReasons.noBonus)),
    ("[]", .refused(ReferralReasons.noBonus)),
  ])
  func aBonusIsThereWhenItsHistorySaysSo(history: String, outcome: Submission) throws {
    fixture.set("POST /user/referral/bonus/", 200, #"{"result":"Bonus added"}"#)
    fixture.set("GET /user/referral/bonus/", 200, history)
    var intent = Intent(key: "k", account: "a", action: .claimReferralBonus, body: "{}", terms: nil, created: noon)
    try intent.apply(.take, at: noon)
    #expect(fixture.provider.submit(intent, for: "4217") == outcome)
  }

  @Test func aFileIsGivenAsItIsAndAnErrorIsNone() throws {
    fixture.set("GET /user/config/", 200, #"{"msgsUser":1}"#)
    _ = try fixture.pull()
    fixture.set("GET /user/msgs/attachments/12/", 200, "\u{FFFD}PNG data")
    #expect(try fixture.provider.attachment("12", for: "4217") == Array("\u{FFFD}PNG data".utf8))
    fixture.set("GET /user/msgs/attachments/13/", 400, #"{"errno":1070003,"errstr":"No attachment"}"#)
    #expect(throws: ProviderError.self) { try fixture.provider.attachment("13", for: "4217") }
  }
}
