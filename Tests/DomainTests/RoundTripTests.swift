import JSON
import Testing

@testable import Domain

/// Each value of the trade is written, printed, parsed and read back as itself, full and bare.
@Suite struct RoundTripTests {
  private func readsBack<Value: JSONConvertible & Equatable>(
    _ value: Value, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let again = try Value(json: JSON(parsing: value.json.text))
    #expect(again == value, sourceLocation: sourceLocation)
    let pretty = try Value(json: JSON(parsing: value.json.prettyText))
    #expect(pretty == value, sourceLocation: sourceLocation)
  }

  private let text = LocalizedText(russian: "Работы «ночью»", english: "Works \u{1F30D}\n")
  private let moment = Timestamp(seconds: 1_795_251_600)

  @Test func accounts() throws {
    let trust = try Sample.trust(600_00, taken: "2026-11-20", until: "2026-11-23")
    let change = ScheduledTariffChange(
      tariffID: "t", name: "T", on: try day("2026-12-01"),
      plan: ChargePlan(cycle: .spread, fee: roubles(1), nextCharge: try day("2026-12-01")), canCancel: true)
    try readsBack(
      Sample(
        balance: -5, credit: 9, creditUntil: "2026-12-01", discount: 15, services: [1, 2], prepaidUntil: "2027-01-01",
        change: change, trust: trust, state: .blocked, block: .init(code: "no-funds", since: nil)
      ).account())
    try readsBack(Sample(state: .held, hasPlan: false).account())
    let full = Account(
      id: "1", number: "2", contract: "c", login: "l", paymentID: "p",
      holder: .init(name: "Анна", birthday: try day("1990-02-28"), address: "ул. Мира"), utcOffset: -210,
      state: .closed,
      balance: roubles(0), credit: roubles(0), tariffID: "t", tariffName: "T",
      lastPayment: .init(amount: roubles(5), date: try day("2026-11-01")), recommendedPayment: roubles(7), asOf: moment,
      freshFor: 0)
    try readsBack(full)
  }

  @Test(arguments: [
    ChargeCycle.calendarMonth, .everyDays(1), .everyDays(366), .anniversary(day: 1), .anniversary(day: 31), .daily,
    .spread, .inAdvance,
  ])
  func chargeCycles(cycle: ChargeCycle) throws {
    try readsBack(cycle)
    try readsBack(ChargePlan(cycle: cycle, fee: roubles(5), nextCharge: try day("2026-12-01")))
  }

  @Test(arguments: ["", "monthly", "every-0-days", "every-367-days", "anniversary-32", "anniversary-", "Daily"])
  func anUnknownChargeCycleIsRefused(text: String) {
    #expect(throws: FieldError.self) { try ChargeCycle(json: .string(text)) }
  }

  @Test func actions() throws {
    let actions: [Action] = [
      .pay(amount: roubles(5), method: nil), .pay(amount: roubles(5), method: "sbp"), .takeTrustPayment,
      .switchTariff(id: "a", when: .now), .switchTariff(id: "a", when: .nextPeriod),
      .switchTariff(id: "a", when: .on(try day("2026-12-01"))), .cancelTariffChange,
      .openTicket(subject: "S", text: "T\n", topic: nil), .openTicket(subject: "S", text: "T", topic: "3"),
      .replyTicket(id: "5", text: "T"), .closeTicket(id: "5"),
      .startHold(from: nil, until: nil), .startHold(from: try day("2026-12-01"), until: try day("2026-12-20")),
      .cancelHold, .redeemVoucher(code: "77", serial: nil), .redeemVoucher(code: "77", serial: "AB"),
      .setProfile([.name: "N", .phone: "5", .mobile: "6", .email: "a@b.c"], confirmation: nil),
      .setProfile([.email: "a@b.c"], confirmation: "4"), .inviteFriend(name: "N", phone: "79"), .claimReferralBonus,
      .stopAutopayment(id: "a"), .readNotices, .requestInvoice(amount: roubles(5)),
    ]
    for action in actions { try readsBack(action) }
    #expect(Set(actions.map(\.kind)) == Set(Action.Kind.allCases))
  }

  @Test(arguments: [
    "{}", "null", #"{"email":null}"#, #"{"email":5}"#, #"{"email":"a@b.c","shoe-size":"44"}"#,
  ])
  func aChangeOfDetailsIsUnderstoodWholeOrNotAtAll(profile: String) throws {
    let json = try JSON(parsing: #"{"action":"profile-set","profile":\#(profile)}"#)
    #expect(throws: FieldError.self) { try Action(json: json) }
  }

  @Test func tickets() throws {
    let message = Ticket.Message(at: Timestamp(seconds: 5), isFromProvider: false, text: "T")
    let answer = Ticket.Message(
      at: Timestamp(seconds: 9), isFromProvider: true, author: "M", text: "A",
      attachments: [.init(name: "a.pdf", link: "https://a.example/"), .init(name: "b", id: "7")])
    let ticket = Ticket(
      id: "1", subject: "S", topic: "T", state: .answered, opened: Timestamp(seconds: 5),
      promisedBy: Timestamp(seconds: 50), messages: [message, answer])
    try readsBack(ticket)
    try readsBack(Ticket(id: "1", subject: "S", state: .closed, opened: Timestamp(seconds: 5), messages: []))
    try readsBack(TicketTopic(id: "1", name: text))
    #expect(ticket.updated == Timestamp(seconds: 9))
    #expect(ticket.holds("T", since: Timestamp(seconds: 5)) && !ticket.holds("T", since: Timestamp(seconds: 6)))
    #expect(!ticket.holds("A", since: Timestamp(seconds: 0)), "the provider's words are not the subscriber's")
  }

  @Test func documentsAndDevices() throws {
    let document = Document(
      id: "i1", kind: .invoice, number: "33", date: try day("2026-11-01"), due: try day("2026-12-01"),
      amount: roubles(600), paid: roubles(100), entry: "p:5", rows: [.init(text: "R", amount: roubles(600))],
      link: "https://a.example/")
    try readsBack(document)
    #expect(document.open == roubles(500))
    let act = Document(id: "a", kind: .init(rawValue: "act"), number: "1", date: try day("2026-11-01"))
    try readsBack(act)
    #expect(act.open == nil)
    try readsBack(UsageSession(id: "u", start: moment, seconds: 5, received: 7, sent: 9, address: "10.0.0.1"))
    try readsBack(UsageSession(id: "u", seconds: 5, received: 7, sent: 9, isActive: true))
    try readsBack(
      Device(id: "d", name: "D", kind: "onu", serial: "S", isOnline: false, readings: [.init(name: "x", value: "y")]))
    try readsBack(Device(id: "d", name: "D", kind: "router"))
  }

  @Test func thePersonAndTheirFriends() throws {
    try readsBack(
      Profile(
        phones: ["1"], mobiles: ["2", "3"], emails: ["a@b.c"], contractDate: try day("2019-01-01"),
        editable: [.email, .phone]))
    try readsBack(Profile())
    let friend = Referral.Friend(id: "1", name: "F", phone: "7", state: .joined, bonus: roubles(5))
    try readsBack(Referral(link: "https://a.example/", bonus: roubles(5), friends: [friend]))
    try readsBack(Referral(bonus: roubles(0)))
    try readsBack(
      Autopayment(id: "a", name: "A", amount: roubles(3), last: try day("2026-11-05"), next: try day("2026-12-05")))
    try readsBack(Autopayment(id: "a", name: "A"))
  }

  @Test func tariffsServicesMethodsAndNotices() throws {
    let reason = Reason(code: "debt", label: text, remedy: text)
    let eligibility = Eligibility(
      available: false, active: true, availableFrom: try day("2027-01-01"),
      reasons: [reason, Reason(code: "x", label: text)])
    try readsBack(
      Tariff(
        id: "a", name: "A", fee: roubles(1), cycle: .daily, downstream: 300, upstream: 100, description: text,
        included: ["tv"], isArchived: true, eligibility: eligibility))
    try readsBack(Tariff(id: "a", name: "", fee: roubles(0), cycle: .daily, eligibility: Eligibility(available: true)))
    try readsBack(Service(id: "s", name: "S", kind: "tv", fee: roubles(9), since: try day("2020-01-01")))
    try readsBack(
      PaymentMethod(
        id: "m", name: text, isDirect: true, minimum: roubles(1), maximum: roubles(2), commissionBasisPoints: 150,
        isDefault: true))
    try readsBack(Notice(id: "n", at: moment, title: text, text: LocalizedText("x"), isRead: true))
  }

  @Test func checks() throws {
    let effect = Check.Effect(
      balance: roubles(1), credit: roubles(2), tariff: "t", periodFee: roubles(3),
      services: [Service(id: "s", name: "S", kind: "tv", fee: roubles(9))], paidUntil: try day("2026-12-01"))
    try readsBack(
      Check(
        eligibility: Eligibility(available: true), price: roubles(1), fee: roubles(2), grants: roubles(3), termDays: 3,
        effectiveOn: try day("2026-12-01"), quote: "q", expires: moment, before: effect, after: Check.Effect()))
    try readsBack(Check(eligibility: Eligibility(available: false)))
  }

  @Test func ledgerEntries() throws {
    for kind in LedgerEntry.Kind.known + [LedgerEntry.Kind(rawValue: "cashback")] {
      try readsBack(
        LedgerEntry(
          seq: 7, id: "e", time: moment, date: try day("2026-11-21"), kind: kind, amount: roubles(.min),
          balance: roubles(.max), text: "т\u{0}е\u{1B}[31m", service: "s", method: "m", key: "k"))
    }
  }

  @Test func incidentsAndArticles() throws {
    try readsBack(
      Incident(
        id: "i", kind: .plannedWork, state: .announced, title: text, details: text, services: ["tv"], isAtAddress: true,
        start: moment, end: moment,
        estimates: [.init(saidAt: moment, until: nil), .init(saidAt: moment, until: moment)]))
    try readsBack(
      Article(
        id: "a", language: "ru", type: "faq", category: "money", title: "T", body: "B", tags: ["x", "y"], link: "l",
        updated: try day("2026-01-01")))
  }

  @Test func aProvidersOwnLanguageIsKept() throws {
    let json = try JSON(parsing: #"{"tt":"Эш","en":"Works"}"#)
    let text = try LocalizedText(json: json)
    #expect(text.json == json)
    #expect(text.text(in: "ru") == "Works")
    #expect(text.text(in: "tt") == "Эш")
    #expect(LocalizedText("x").text(in: "ru") == "x")
  }

  @Test(arguments: [
    (#"{"currency":"rub","minor":1}"#, "money.currency"), (#"{"currency":"RUB","minor":1.5}"#, "money.minor"),
    (#"{"currency":"RUB","minor":"1"}"#, "money.minor"), (#"{"currency":"RUB"}"#, "money.minor"), ("7", "money"),
    (#"{"currency":"RUB","minor":1e2}"#, "money.minor"),
    (#"{"currency":"RUB","minor":9223372036854775808}"#, "money.minor"),
  ])
  func anAmountThatIsNotExactIsRefusedWithItsPlace(text: String, path: String) throws {
    let json = try JSON(parsing: text)
    let error = #expect(throws: FieldError.self) { try Money(json: json) }
    #expect(error?.path == path)
  }

  @Test func aWrongMemberDeepInsideIsNamedByItsPath() throws {
    guard case .object(var members) = try Sample(services: [5]).account().json else { return }
    members["services"] = try JSON(
      parsing: #"[{"id":"s","name":"S","kind":"tv","fee":{"currency":"RUB","minor":true}}]"#)
    let error = #expect(throws: FieldError.self) { try Account(json: .object(members)) }
    #expect(error?.path == "account.services[0].service.fee.money.minor")
  }

  @Test func anAccountsCreditIsNeverNegativeNorInAnotherCurrency() throws {
    guard case .object(var members) = try Sample().account().json else { return }
    members["credit"] = roubles(-1).json
    #expect(throws: FieldError.self) { try Account(json: .object(members)) }
    members["credit"] = ["currency": "EUR", "minor": 1]
    #expect(throws: FieldError.self) { try Account(json: .object(members)) }
  }
}

@Suite struct IncidentTests {
  private func incident(_ estimates: [(Int64, Int64?)]) -> Incident {
    Incident(
      id: "i", kind: .outage, state: .open, title: LocalizedText("x"), services: [], isAtAddress: true,
      start: Timestamp(seconds: 0),
      estimates: estimates.map { .init(saidAt: Timestamp(seconds: $0.0), until: $0.1.map { Timestamp(seconds: $0) }) })
  }

  @Test func everyEstimateIsKeptWhenTheProviderShowsOnlyItsLast() {
    let first = incident([(1, 100)])
    let merged = first.succeeded(by: incident([(5, 200)])).succeeded(by: incident([(5, 200), (9, nil)]))
    #expect(merged.estimates == incident([(1, 100), (5, 200), (9, nil)]).estimates)
    #expect(merged.succeeded(by: merged) == merged)
  }

  @Test func aLaterOrWithdrawnPromiseCountsAsPostponed() {
    #expect(incident([(1, 100), (2, 200), (3, 150), (4, nil), (5, 300)]).timesPostponed == 3)
    #expect(incident([(1, 100)]).timesPostponed == 0)
    #expect(incident([]).timesPostponed == 0)
  }
}

@Suite struct TrustPaymentTests {
  @Test(arguments: [
    ("2026-11-20", 0, TrustPayment.State.active), ("2026-11-20", 50, .active), ("2026-11-21", 0, .repaid),
    ("2026-11-21", -1, .active), ("2026-11-23", -1, .active), ("2026-11-24", -1, .expired), ("2026-11-24", 0, .repaid),
  ])
  func itsLifeFollowsTheBalance(on: String, balance: Int64, state: TrustPayment.State) throws {
    let trust = try Sample.trust(500_00, taken: "2026-11-20", until: "2026-11-23")
    #expect(try trust.state(on: day(on), balance: roubles(balance)) == state)
  }
}
