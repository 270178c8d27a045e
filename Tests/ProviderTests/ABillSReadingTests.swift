import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

@Test func anABillSAccountIsReadThroughItsMixedScalars() throws {
  let account = try ABillSFixture().account()
  #expect(account.id == "4217" && account.number == "4217" && account.login == "petrova")
  #expect(account.contract == "8841-Ф")
  #expect(account.holder.name == "Петрова Анна")
  #expect(account.holder.address == "Тула, Садовая, 4")
  #expect(account.holder.birthday == CivilDate("1990-02-28"))
  #expect(account.state == .active && account.block == nil && account.utcOffset == 180)
  #expect(account.balance == rubles("349.87") && account.credit == rubles("0"))
  #expect(account.discountPercent == 10)
  #expect(account.tariffID == "7" && account.tariffName == "Дом 100")
  let day = try #require(CivilDate("2026-12-01"))
  #expect(account.plan == ChargePlan(cycle: .calendarMonth, fee: rubles("600"), nextCharge: day))
  #expect(account.services.map(\.id) == ["abon-3"])
  #expect(account.services.first?.fee == rubles("49"))
  #expect(account.lastPayment?.amount == rubles("500"))
  #expect(account.recommendedPayment == rubles("191"))
  #expect(account.asOf == noon)
}

@Test func theLedgerEndsInTheDepositAndEveryBalanceFollows() throws {
  let steps = try ABillSFixture().pull()
  #expect(
    steps.first == .begin(PullHeader(isComplete: true, epoch: "abills-4217", serverTime: nil)))
  var entries: [LedgerEntry] = []
  for case .change(.entry(let entry)) in steps { entries.append(entry) }
  #expect(entries.map(\.id) == ["p:5", "f:70", "p:6", "f:71", "f:72"])
  #expect(entries.map(\.amount) == ["600", "-600", "500", "-16.13", "-134"].map(rubles))
  #expect(entries.map(\.balance) == ["600", "0", "500", "483.87", "349.87"].map(rubles))
  #expect(entries[0].method == "Card" && entries[0].kind == .payment && entries[1].kind == .charge)
  // Midnight in Moscow is the day before in UTC; the provider's day counts.
  #expect(entries[2].time.text == "2026-10-31T21:05:00Z" && entries[2].date == CivilDate("2026-11-01"))
  #expect(steps.last == .end(nil, LedgerHead(entries: 5, balance: rubles("349.87"))))
}

@Test func roundingNeverMovesTheBalancesOfThePast() throws {
  let fees = (1...31).map {
    #"{"datetime":"2026-10-\#($0 < 10 ? "0" : "")\#($0) 00:05:00","dsc":"d","id":\#($0),"sum":16.129032}"#
  }
  func balances(_ count: Int) throws -> [Int64] {
    let deposit = try #require(Millionths(value: 500_000_000).subtracting(Millionths(value: 16_129_032 * Int64(count))))
    let rows = try JSON(parsing: "[" + fees.prefix(count).joined(separator: ",") + "]")
    return try ABillSLedger(
      payments: Loose([], "payments"), fees: Loose(rows, "fees"), deposit: deposit, currency: .rub, utcOffset: 180
    ).entries.map(\.balance.minor)
  }
  let last = try balances(31)
  for count in 1...31 { #expect(try balances(count) == Array(last.prefix(count))) }
}

@Test func tariffsShowWhatStandsInTheWay() throws {
  var tariffs: [String: Tariff] = [:]
  for tariff in try ABillSFixture().pull().members(Tariff.self) { tariffs[tariff.id] = tariff }
  #expect(tariffs.count == 4)
  #expect(tariffs["8"]?.eligibility == Eligibility(available: true))
  #expect(tariffs["7"]?.eligibility.active == true && tariffs["7"]?.downstream == 100)
  #expect(tariffs["7"]?.description?.text(in: "ru") == "До 100 Мбит/с")
  #expect(tariffs["9"]?.cycle == .daily && tariffs["9"]?.fee == rubles("25.50"))
  #expect(tariffs["9"]?.eligibility.reasons.first?.label.text(in: "ru") == "Не для вашего района")
  #expect(tariffs["10"]?.eligibility.reasons.first?.code == "low-balance")
}

@Test func incidentsNewsAndMethodsAreRead() throws {
  let steps = try ABillSFixture().pull()
  let incidents = steps.members(Incident.self)
  let notices = steps.members(Notice.self)
  let methods = steps.members(PaymentMethod.self)
  #expect(incidents.first?.state == .open && incidents.first?.estimates.first?.until?.text == "2026-11-21T11:00:00Z")
  #expect(notices.first?.text.text(in: "ru") == "Ночью")
  #expect(methods.map(\.id) == ["4", "9"] && methods.first?.isDirect == false)
  #expect(methods.first?.minimum == rubles("10") && methods.first?.maximum == rubles("15000"))
}

@Test func questionsAreArticles() throws {
  var steps: [PullStep] = []
  #expect(try ABillSFixture().provider.articles(since: nil) { steps.append($0) })
  #expect(steps.count == 3)
  guard case .change(.article(let article)) = steps[1] else { throw ProviderError.loginNeeded }
  #expect(article.id == "faq-2" && article.language == "ru" && article.type == "faq")
  #expect(article.body == "Перезагрузите роутер.\nЕсли не помогло — звоните.")
}

@Test func aMissingModuleIsAMissingCapability() throws {
  let abills = ABillSFixture()
  #expect(abills.provider.capabilities.contains(.incidents))
  #expect(abills.provider.capabilities.isDisjoint(with: [.keys, .feed]))
  abills.set("GET /user/accident/", 400, #"{"errno":4,"errstr":"Unknown module"}"#)
  abills.set("GET /user/config/", 200, #"{"internetUserChgTp":1,"userCredit":0}"#)
  _ = try abills.pull()
  #expect(abills.provider.capabilities == [.ledger, .tariffs, .tariffSwitch, .tariffCancel])
  abills.set("GET /user/expert/faqs/", 404, "")
  #expect(throws: ProviderError.missing(.articles)) { _ = try abills.provider.articles(since: nil) { _ in } }
}

@Test(arguments: [
  ("/user/", "<html>"), ("/user/", "{}"), ("/user/", #"{"uid":1}"#), ("/user/", #"{"uid":1,"deposit":"much"}"#),
  ("/user/", "[]"), ("/user/", "5"), ("/user/payments/", #"{"rows":1}"#), ("/user/payments/", #"[{"id":1}]"#),
  ("/user/payments/", #"[{"id":1,"sum":5,"datetime":"0000-00-00"}]"#),
  ("/user/fees/", #"[{"id":1,"sum":"x","datetime":"2026-01-01 00:00:00"}]"#), ("/user/internet/", #"{"a":1}"#),
])
func anAnswerOfAnotherShapeIsMalformedAndDeliversNothing(_ route: String, _ body: String) {
  let abills = ABillSFixture()
  abills.set("GET " + route, 200, body)
  do {
    _ = try abills.provider.changes(of: "4217", since: nil) { _ in Issue.record("a step") }
    Issue.record("read")
  } catch {
    guard case .malformed(let place)? = error as? ProviderError else {
      Issue.record("\(error)")
      return
    }
    #expect(place.contains(route))
  }
}

@Test func historiesAreReadAgainWhenTheDepositMovedMeanwhile() throws {
  let abills = ABillSFixture()
  abills.transport.answers["GET /api.cgi/user/"] = nil
  abills.transport.on("GET /api.cgi/user/", 200, ABillSFixture.user)
  abills.transport.on("GET /api.cgi/user/", 200, ABillSFixture.user.replacing("349.87", with: "449.87"))
  abills.set("GET /user/payments/", 200, "[]")
  abills.transport.on(
    "GET /api.cgi/user/payments/", 200,
    #"[{"datetime":"2026-11-21 12:00:00","dsc":"СБП","extId":"SBP:57","id":7,"sum":100}]"#)
  let account = try abills.account()
  #expect(account.balance == rubles("449.87") && account.lastPayment?.amount == rubles("100"))
}

@Test(
  arguments: [
    (#""deposit":349.870968"#, #""deposit":-0.5"#, Account.State.blocked, "no-funds"),
    (#""expire":"0000-00-00""#, #""expire":"2026-11-01""#, .blocked, "expired"),
    (#""disableDate":"""#, #""disableDate":"2026-11-02""#, .blocked, "by-office"),
    (#""credit":"0.00""#, #""credit":"100.00""#, .active, nil),
  ] as [(String, String, Account.State, String?)])
func theStateSaysWhyItIsBlocked(_ old: String, _ new: String, _ state: Account.State, _ code: String?) throws {
  let abills = ABillSFixture()
  abills.set("GET /user/", 200, ABillSFixture.user.replacing(old, with: new))
  let account = try abills.account()
  #expect(account.state == state && account.block?.code == code)
}

@Test(
  arguments: [(3, .held, nil), (5, .blocked, "no-funds"), (1, .blocked, "by-office")] as [(Int, Account.State, String?)]
)
func aServiceStateIsTheAccounts(_ status: Int, _ state: Account.State, _ code: String?) throws {
  let abills = ABillSFixture()
  abills.set(
    "GET /user/internet/", 200,
    ABillSFixture.internet.replacing(#""internetStatus":0"#, with: #""internetStatus":"\#(status)""#))
  let account = try abills.account()
  #expect(account.state == state && account.block?.code == code)
}

@Test func anotherAccountIsUnknown() {
  #expect(throws: ProviderError.unknownAccount) {
    _ = try ABillSFixture().provider.changes(of: "1", since: nil) { _ in }
  }
}

@Test(arguments: [
  ("руб", "RUB"), ("руб.", "RUB"), ("грн", "UAH"), ("тенге", "KZT"), ("₸", "KZT"), ("сом", "KGS"), ("сум", "UZS"),
  ("бел.руб.", "BYN"), ("$", "USD"), ("€", "EUR"), ("CHF", "CHF"), ("у.е.", "RUB"), ("", "RUB"),
])
func aCurrencyIsKnownByItsWord(_ word: String, _ code: String) {
  #expect(CurrencyWord.currency(word).code == code)
}

@Test(arguments: [
  ("500", 50_000), ("-120.5", -12_050), ("621.0", 62_100), ("0.005", 1), ("-0.005", 0), ("-0.0051", -1),
  ("12,34", 1234),
  ("1.5e2", 15_000), ("16.129032", 1613), ("99999999999", 9_999_999_999_900),
])
func anAmountIsReadWithoutFloatingPoint(_ text: String, _ minor: Int64) throws {
  #expect(try #require(Millionths(text)).money(.rub).minor == minor)
}

@Test(arguments: ["", "-", ".5", "5.5.5", "1e99", "0x10", "１２", "12345678901234567890", "NaN", "e5", "1e"])
func whatIsNoAmountIsNone(_ text: String) {
  #expect(Millionths(text) == nil)
}

@Test(arguments: [
  ("a < b & c", "a < b & c"), ("<b>x</b>", "x"), ("x<br/>y", "x\ny"), ("&amp;lt;", "&lt;"), ("<script", "<script"),
  ("a\r\nb", "a\nb"),
])
func markupBecomesPlainText(_ html: String, _ text: String) {
  #expect(PlainText.of(html) == text)
}
