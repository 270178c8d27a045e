import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// Ubilling's own ways, over its small system; what holds for every dialect is in the conformance suite.
@Suite struct UbillingTests {
  private let system: UbillingSystem
  private let wire: FaultyWire
  private let vault = MemoryVault()
  private let address = Address(scheme: "https", host: "isp.example", port: nil, path: "/billing/userstats")
  private let provider: UbillingProvider

  init() throws {
    let system = UbillingSystem()
    self.system = system
    wire = FaultyWire(system)
    provider = UbillingProvider(address: address, transport: wire, vault: vault, clock: { system.now })
    try UbillingSignIn(address: address, transport: wire, vault: vault).signIn(
      login: system.login, password: system.password)
    wire.rearm()
  }

  private func pull() throws -> [Change] {
    var changes: [Change] = []
    _ = try provider.changes(of: "ivanov", since: nil) { step in
      if case .change(let change) = step { changes.append(change) }
    }
    return changes
  }

  private func entries() throws -> [LedgerEntry] {
    try pull().compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  private func account() throws -> Account {
    guard case .account(let account)? = try pull().last else { throw ProviderError.unknownAccount }
    return account
  }

  private func user(_ changes: (inout [String: JSON]) -> Void) {
    guard case .object(var members) = system.fact(nil) else { return }
    changes(&members)
    system.instead["user"] = JSON.object(members).text
  }

  // MARK: - Secrets

  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ]) func theHashIsThatOfTheRFC(_ text: String, _ hash: String) { #expect(MD5.hexadecimal(text) == hash) }

  @Test func theCredentialsAreInNothingThatCanBeShown() throws {
    _ = try account()
    #expect(vault.stored?.password == nil && vault.stored?.token?.utf8.count == 32)
    let hash = try #require(vault.stored?.token)
    for request in wire.requests {
      #expect(!request.target.contains(hash) && !request.target.contains("uberlogin") && !"\(request)".contains(hash))
      #expect(request.wireTarget.contains("uberlogin=ivanov&uberpassword=" + hash))
      #expect(request.method == "GET" && request.headers.allSatisfy { !$0.value.contains(hash) })
    }
    system.instead["payments"] = "<html>\(hash)</html>"
    #expect { try account() } throws: { !"\($0)".contains(hash) }
  }

  // MARK: - The account

  @Test func theFlatObjectIsAnAccount() throws {
    let account = try account()
    #expect(account.id == "ivanov" && account.contract == "UB-1024" && account.paymentID == "1920679795")
    #expect(account.holder.name == "Иванов Иван Иванович" && account.holder.address == nil)
    #expect(account.state == .active && account.balance == rubles("200.50") && account.creditUntil == nil)
    #expect(account.tariffID == "Home-100" && account.scheduledChange == nil)
    #expect(account.services.map(\.fee) == [rubles("50")])
    // Charged on the day of the month on which the last charges fell.
    #expect(account.plan?.cycle == .calendarMonth && account.plan?.nextCharge == CivilDate("2026-12-01"))
  }

  @Test func stateCreditAndTheNextTariffAreRead() throws {
    user { $0["cash"] = "-120.5" }
    #expect(try account().block?.code == "no-funds", "the agent calls it active")
    user {
      $0["cash"] = "-120.5"
      $0["credit"] = 505
      $0["creditexpire"] = "24-11-2026"
      $0["tariffnm"] = "Home-300"
    }
    let account = try account()
    #expect(account.state == .active && account.credit == rubles("505"))
    #expect(account.creditUntil == CivilDate("2026-11-24"))
    #expect(account.scheduledChange?.tariffID == "Home-300" && account.scheduledChange?.plan.fee == rubles("700"))
    user { $0["accountstate"] = "active + disabled" }
    #expect(try self.account().block?.code == "by-office")
    user { $0["accountstate"] = "frozen" }
    system.instead["freezedata"] = #"{"freezeStatus":"frozen","dateFrom":"2026-11-03 10:00:00"}"#
    let held = try self.account()
    #expect(held.state == .held && held.block?.since == CivilDate("2026-11-03"))
  }

  @Test func anotherCurrencyIsAnotherCountry() throws {
    user { $0["currency"] = "UAH" }
    let account = try account()
    #expect(account.currency.code == "UAH" && account.utcOffset == 120)
    // The wall's day is the day, wherever it hangs; an identity does not depend on the guess.
    #expect(try entries().map(\.id) == UbillingTests.ids(system, ["UAH"]))
  }

  private static func ids(_ system: UbillingSystem, _ codes: [String]) throws -> [String] {
    system.instead["user"] = nil
    let wire = FaultyWire(system)
    let vault = MemoryVault()
    let address = Address(scheme: "https", host: "isp.example", port: nil, path: "")
    try UbillingSignIn(address: address, transport: wire, vault: vault).signIn(
      login: system.login, password: system.password)
    var ids: [String] = []
    _ = try UbillingProvider(address: address, transport: wire, vault: vault, clock: { system.now })
      .changes(of: "ivanov", since: nil) { if case .change(.entry(let entry)) = $0 { ids.append(entry.id) } }
    return ids
  }

  // MARK: - The ledger

  @Test func aChargeThatIsInBothListsIsOne() throws {
    system.instead["payments"] = #"[{"date":"2026-11-02 10:00:00","summ":"-30","balance":"100"}]"#
    system.instead["feecharges"] = #"""
      [{"date":"2026-11-02 10:00:00","summ":-30.0,"balance":"100.00","note":"Вызов мастера","type":"other"},
       {"date":"2026-11-02 10:00:00","summ":"-30","balance":"70","note":"TV","type":"virtualsrv"}]
      """#
    let entries = try entries()
    #expect(entries.map(\.amount) == ["-30", "-30"].map(rubles) && entries.map(\.balance) == ["70", "40"].map(rubles))
    #expect(entries.map(\.kind) == [.fee, .charge])
  }

  @Test func withinASecondEachFollowsTheBalanceThatItFound() throws {
    system.instead["payments"] = #"[{"date":"2026-11-02 10:00:00","summ":"500","balance":"-100"}]"#
    system.instead["feecharges"] = #"""
      [{"date":"2026-11-02 10:00:00","summ":"-50","balance":"380","type":"virtualsrv"},
       {"date":"2026-11-02 10:00:00","summ":"-20","balance":"400","type":"virtualsrv"},
       {"date":"2026-11-02 09:59:00","summ":"-10","balance":"-90","type":"virtualsrv"}]
      """#
    #expect(try entries().map(\.balance) == ["-100", "400", "380", "330"].map(rubles))
  }

  @Test func whatTheOperationsDoNotExplainStaysAGap() throws {
    system.instead["payments"] = #"""
      [{"date":"2026-11-05 10:00:00","summ":"300","balance":"50"},{"date":"2026-11-01 10:00:00","summ":"200","balance":"0"}]
      """#
    system.instead["feecharges"] = "[]"
    user { $0["cash"] = "320.00" }
    let entries = try entries()
    #expect(entries.map(\.balance) == ["200", "350"].map(rubles))
    let statement = Statement(entries, currency: .rub)
    #expect(statement.discrepancies == [.broken(entry: entries[1].id, difference: rubles("-150"))])
    #expect(statement.closing != rubles("320"), "the sync compares it with the cash")
    user { $0["cash"] = "350" }
    #expect(try self.entries() == entries, "the cash moves no entry")
  }

  @Test func withoutTheirBalancesTheyAreComputedBackwardsFromTheCash() throws {
    system.instead["payments"] =
      #"[{"date":"2026-11-05 10:00:00","summ":"300"},{"date":"2026-11-01 10:00:00","summ":200,"balance":null}]"#
    system.instead["feecharges"] = #"[{"date":"2026-11-03 10:00:00","summ":"150","type":"mainsrv"}]"#
    user { $0["cash"] = "320.00" }
    let entries = try entries()
    #expect(entries.map(\.amount) == ["200", "-150", "300"].map(rubles))
    #expect(entries.map(\.balance) == ["170", "20", "320"].map(rubles))
  }

  @Test func aChargeAboveZeroIsItsSizeUnlessTheBalanceRose() throws {
    system.instead["payments"] = "[]"
    system.instead["feecharges"] = #"""
      [{"date":"2026-11-01 10:00:00","summ":"100","balance":"500","type":"mainsrv"},
       {"date":"2026-11-02 10:00:00","summ":"40","balance":"400","type":"mainsrv"}]
      """#
    user { $0["cash"] = 440 }
    let entries = try entries()
    #expect(entries.map(\.amount) == ["-100", "40"].map(rubles))
    #expect(entries.map(\.kind) == [.charge, .refund])
  }

  @Test func theDayOfTheFeeIsLearntFromTheLastOnes() throws {
    func plan(_ days: [String]) throws -> ChargePlan? {
      let rows = days.map { #"{"date":"\#($0) 00:10:00","summ":"-16.129","balance":"1","type":"mainsrv"}"# }
      system.instead["feecharges"] = "[" + rows.joined(separator: ",") + "]"
      return try account().plan
    }
    #expect(try plan(["2026-11-01"])?.cycle == .calendarMonth)
    #expect(try plan(["2026-10-15", "2026-11-15"])?.cycle == .anniversary(day: 15))
    #expect(try plan(["2026-11-15"])?.nextCharge == CivilDate("2026-12-15"))
    let spread = try plan(["2026-11-20", "2026-11-21"])
    #expect(spread?.cycle == .spread && spread?.nextCharge == CivilDate("2026-11-22") && spread?.fee == rubles("500"))
  }

  // MARK: - Lists

  @Test func tariffsMethodsAndNoticesAreRead() throws {
    let changes = try pull()
    let tariffs = Dictionary(uniqueKeysWithValues: changes.compactMap { $0.member(Tariff.self) }.map { ($0.id, $0) })
    let methods = changes.compactMap { $0.member(PaymentMethod.self) }
    let notices = changes.compactMap { $0.member(Notice.self) }
    #expect(tariffs.count == 3 && tariffs["Home-100"]?.eligibility.active == true)
    #expect(tariffs["Home-300"]?.eligibility == Eligibility(available: true))
    #expect(tariffs["Day-50"]?.cycle == .daily && tariffs["Day-50"]?.eligibility.reasons.first?.code == "not-allowed")
    #expect(methods.map(\.id) == ["liqpay", "portmone"] && methods.map(\.isDefault) == [true, false])
    #expect(notices.map(\.isRead) == [false, true] && notices.allSatisfy { $0.at == nil })
    #expect(notices.last?.text.text(in: "ru") == "Home-300")
  }

  @Test func aVerbThatIsNotKnownIsAMissingCapability() throws {
    system.missing = [
      "opayz", "announcements", "activetariffsvservices", "feecharges", "tarifftoswitchallowed", "tickets",
    ]
    _ = try pull()
    #expect(provider.capabilities == [.ledger, .trustPayment, .hold])
    #expect(throws: ProviderError.missing(.noticesRead)) { try provider.check(.readNotices, for: "ivanov") }
    #expect(throws: ProviderError.missing(.payment)) {
      try provider.check(.pay(amount: rubles("5"), method: nil), for: "ivanov")
    }
  }

  @Test(arguments: [
    ("../openpayz/backend/x/?customer_id=1", "https://isp.example/billing/openpayz/backend/x/?customer_id=1"),
    ("/pay?id=1", "https://isp.example/pay?id=1"), ("https://pay.example/1", "https://pay.example/1"),
    ("http://pay.example/1", nil), ("javascript:alert(1)", nil), ("//evil.example/", nil),
    ("../../../../x", "https://isp.example/x"),
    ("a b", nil), ("", nil),
  ]) func aPageOfAPaymentSystemIsFound(_ target: String, _ link: String?) {
    #expect(UbillingMethod.resolved(target, at: address) == link)
    let script = Address(scheme: "https", host: "isp.example", port: nil, path: "/billing/userstats/index.php")
    #expect(UbillingMethod.resolved(target, at: script) == link)
  }

  // MARK: - Helpdesk

  private func sent(_ text: String) throws -> Intent {
    let action = Action.openTicket(subject: "S", text: text, topic: nil)
    var intent = Intent(
      key: "k", account: "a", action: action, body: provider.body(for: action, terms: nil), terms: nil,
      created: system.now)
    try intent.apply(.take, at: system.now)
    return intent
  }

  @Test(arguments: [
    (#"{"created":"success","id":7}"#, Submission.done(reference: "7", link: nil)),
    (#"[{"created":"success","id":"7"}]"#, .done(reference: "7", link: nil)),
    (#"{"created":"error","id":0}"#, .refused(UbillingReasons.notTaken)), ("[]", .unknown(.malformedAnswer)),
    ("<html>", .unknown(.malformedAnswer)),
  ])
  func theAgentSaysUnderWhichNumberATicketStands(answer: String, outcome: Submission) throws {
    wire.edit = { _ in Response(status: 200, body: Array(answer.utf8)) }
    #expect(provider.submit(try sent("T"), for: "ivanov") == outcome)
  }

  /// A helpdesk that is turned off writes tickets down and shows none.
  @Test(arguments: [("[]", true), (#"[{"id":"1","date":"2026-01-01 10:00:00","from":"ivanov","text":"x"}]"#, false)])
  func nothingIsProvedByAHelpdeskThatShowsNothing(list: String, isUnknown: Bool) throws {
    system.instead["tickets"] = list
    let intent = try sent("T")
    system.now = system.now.adding(seconds: 900)
    #expect(try provider.settle(intent, for: "ivanov") == (isUnknown ? .unknown : .notExecuted))
  }

  @Test(arguments: ["S\n\nIt's  slow", "S It's slow", #"S\n\nIt\'s slow"#, "<b>S</b><br>It's slow"])
  func aTicketIsFoundThoughItsSpacesAndQuotesWereLost(stored: String) throws {
    let row: JSON = ["id": "9", "date": "2026-11-21 12:00:00", "from": "ivanov", "text": .string(stored)]
    system.instead["tickets"] = JSON.array([row]).text
    let found = Settlement.done(reference: "9", link: nil)
    #expect(try provider.settle(try sent("It's slow"), for: "ivanov") == found)
    #expect(try provider.settle(try sent("It is slow"), for: "ivanov") != found)
  }

  @Test func whatTheOfficeWritesOfItselfIsANotice() throws {
    system.instead["tickets"] = #"""
      [{"id":"1","date":"2026-11-20 10:00:00","from":"ivanov","to":null,"replyid":null,"status":"0","text":"Q"},
      {"id":"2","date":"2026-11-20 11:00:00","from":"NULL","to":"ivanov","replyid":"1","status":"0","text":"A"},
      {"id":"3","date":"2026-11-20 12:00:00","from":"NULL","to":"ivanov","replyid":null,"status":"1","text":"Долг\nпогасите"}]
      """#
    let changes = try pull()
    #expect(changes.compactMap { $0.member(Ticket.self) }.map(\.messages.count) == [2])
    let message = try #require(changes.compactMap { $0.member(Notice.self) }.first { $0.id == "msg-3" })
    #expect(message.title.text(in: "ru") == "Долг" && message.at?.text == "2026-11-20T09:00:00Z")
  }

  @Test func theSubscribersTelephonesAreShown() throws {
    system.instead["user"] = system.fact(nil).text.replacing(#""phone":null"#, with: #""phone":"0321""#)
      .replacing(#""contractdate":null"#, with: #""contractdate":"2020-02-03""#)
    let profile = try #require(try pull().compactMap { $0.member(Profile.self) }.first)
    #expect(profile.phones == ["0321"] && profile.emails.isEmpty && profile.contractDate == CivilDate("2020-02-03"))
    #expect(profile.editable.isEmpty && !provider.capabilities.contains(.profile))
  }

  // MARK: - Answers of live installations

  @Test func warningsBeforeTheAnswerDoNotHideIt() throws {
    let user = system.fact(nil).text
    system.instead["user"] = "\u{FEFF}" + user
    #expect(try account().id == "ivanov")
    system.instead["user"] = "<br />\n<b>Deprecated</b>: strftime() in <b>x.php</b> on line <b>{1}</b><br />\n" + user
    #expect(try account().id == "ivanov")
    system.instead["payments"] =
      #"{"0":{"date":"2026-11-01 10:00:00","summ":"1","balance":"0"},"2":{"date":"2026-11-02 10:00:00","summ":"2","balance":"1"}}"#
    system.instead["feecharges"] = "[]"
    #expect(try entries().count == 2)
  }

  @Test(arguments: ["[]", "{}", "[null]"]) func aListWithoutAnAnnouncementReadsNone(_ list: String) throws {
    let asked = try intent(.readNotices)
    system.instead["announcements"] = list
    #expect(provider.submit(asked, for: "ivanov") == .unknown(.other))
    #expect(try provider.settle(asked, for: "ivanov") == .unknown)
  }

  @Test(arguments: ["{null\"status\":1}\n{}", "{\n[]", "<html>\n[]", "<br />\n<b>Warning</b>: x in y\n{}"])
  func aBrokenAnswerIsNotReadFromItsMiddle(_ body: String) {
    #expect(throws: ProviderError.self) { try UbillingAnswer.value(Response(status: 200, body: Array(body.utf8)), "x") }
  }

  @Test(arguments: [
    (200, "ERROR_WRONG_UBERAUTH"), (200, "\n ERROR_WRONG_UBERAUTH"), (401, "<html>"),
  ]) func refusedCredentialsAreALogin(_ status: Int, _ body: String) throws {
    wire.edit = { _ in Response(status: status, body: Array(body.utf8)) }
    #expect(throws: ProviderError.loginNeeded) { try provider.accounts() }
    #expect(throws: ProviderError.refused(SignInReason.wrongCredentials)) {
      try UbillingSignIn(address: address, transport: wire, vault: MemoryVault()).signIn(login: "a", password: "b")
    }
  }

  @Test func anInstallationThatWantsAKeyOfItsOwnIsSaidSo() throws {
    system.instead["user"] = #"{"reason":"wrong_uberauth"}"#
    #expect(throws: ProviderError.refused(UbillingReasons.keyNeeded)) { try provider.accounts() }
  }
}
