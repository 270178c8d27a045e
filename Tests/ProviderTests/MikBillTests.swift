import Domain
import JSON
import TestSupport
import Testing

@testable import Provider

/// MikBiLL's own ways, over its small system; what holds for every dialect is in the conformance suite.
@Suite struct MikBillTests {
  private let system: MikBillSystem
  private let wire: FaultyWire
  private let vault = MemoryVault()
  private let provider: MikBillProvider
  private let signIn: MikBillSignIn

  init() throws { try self.init(inDebt: false) }

  private init(inDebt: Bool) throws {
    let system = MikBillSystem(inDebt: inDebt)
    self.system = system
    wire = FaultyWire(system)
    provider = MikBillProvider(address: home, transport: wire, vault: vault, clock: { system.now })
    signIn = MikBillSignIn(address: home, transport: wire, vault: vault)
    try signIn.signIn(login: system.login, password: system.password)
    wire.rearm()
  }

  private func pull() throws -> [Change] {
    var changes: [Change] = []
    _ = try provider.changes(of: "258", since: nil) { step in
      if case .change(let change) = step { changes.append(change) }
    }
    return changes
  }

  private func entries() throws -> [LedgerEntry] {
    try pull().compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  @Test func theCardIsAnAccount() throws {
    guard case .account(let account)? = try pull().last else { throw ProviderError.unknownAccount }
    #expect(account.id == "258" && account.contract == "Д-258" && account.login == "testov")
    #expect(account.balance == rubles("100") && account.recommendedPayment == rubles("250") && account.state == .active)
    #expect(account.plan?.fee == rubles("300") && account.tariffName == "Старт" && account.holder.birthday == nil)
  }

  @Test(arguments: [
    ("deletedtable", Account.State.closed), ("otkluchentable", .blocked), ("frezetable", .held), ("blocked", .blocked),
  ]) func theTablesSayTheState(_ table: String, _ state: Account.State) throws {
    system.instead["GET /user"] = #"""
      {"success":true,"code":"0","data":{"useruid":258,"deposit":100,"\#(table)":"1","UE":"грн","fio":"Т"},"message":""}
      """#
    guard case .account(let account)? = try pull().last else { throw ProviderError.unknownAccount }
    #expect(account.state == state && account.currency.code == "UAH" && account.plan == nil)
  }

  @Test func theHistoryIsReadByPagesHoweverTheyAreCut() throws {
    for amount in 1...9 { system.post(Money(minor: Int64(amount) * 100, currency: .rub)) }
    let whole = try entries()
    #expect(whole.count == 11 && whole.last?.balance == rubles("145"))
    for cap in [1, 4, 11, 100] {
      system.pageCap = cap
      #expect(try entries() == whole, "pages of \(cap)")
    }
    system.pageCap = nil
    system.ignoresOffset = true
    #expect(try entries() == whole)
  }

  @Test func withoutIdentitiesAndBalancesBothAreMade() throws {
    system.tellsBalances = false
    let first = try entries()
    #expect(first.map(\.balance) == ["400", "100"].map(rubles) && Set(first.map(\.id)).count == 2)
    system.post(rubles("10"))
    system.post(rubles("10"))
    let second = try entries()
    #expect(second.prefix(2) == first[...] && Set(second.map(\.id)).count == 4)
  }

  @Test func aTelephoneAndACodeWillDo() throws {
    #expect(signIn.offersPhone)
    #expect(throws: ProviderError.refused(SignInReason.unknownPhone)) { try signIn.sendCode(toPhone: "+70000000000") }
    try signIn.sendCode(toPhone: system.phone)
    #expect(throws: ProviderError.refused(SignInReason.wrongCode)) {
      try signIn.signIn(phone: system.phone, code: "0000")
    }
    try signIn.signIn(phone: system.phone, code: system.code)
    #expect(vault.stored?.password == nil && vault.stored?.login == system.phone)
    #expect(try provider.accounts().map(\.id) == ["258"])
    system.endSessions()
    #expect(throws: ProviderError.loginNeeded) { try provider.accounts() }
    #expect(wire.requests.allSatisfy { !$0.target.contains(system.code) })
  }

  @Test func whatIsTurnedOffIsAMissingCapability() throws {
    system.instead["GET /user/services"] =
      #"{"success":true,"code":0,"data":{"services":{"credit":0,"tarif":"0"}},"message":""}"#
    system.instead["GET /news"] = #"{"success":false,"code":5,"data":null,"message":"off"}"#
    _ = try pull()
    #expect(provider.capabilities == [.ledger, .tariffs, .tickets, .hold, .vouchers, .profile, .usage])
  }

  /// `available`, `active`, `will_be_avilable_days`: the eligibility that they make.
  @Test(
    arguments: [
      (1, 0, 0, nil, nil), (1, 1, 0, "trust-payment-active", nil), (0, 0, 12, "too-soon", "2026-12-03"),
      (0, 0, -1, "trust-payment-off", nil), (1, 0, 3, "too-soon", "2026-11-24"),
    ] as [(Int, Int, Int, String?, String?)])
  func theServiceSaysWhetherAndFromWhen(
    _ available: Int, _ active: Int, _ days: Int, _ code: String?, _ from: String?
  ) throws {
    system.instead["GET /user/services/credit"] = #"""
      {"success":true,"code":0,"data":{"available":\#(available),"active":"\#(active)","info":{"type":3,
       "active_cena":"7.50","do_credit_swing_date_days":"5","date_stop":null,"will_be_avilable_days":\#(days)}},"message":""}
      """#
    let check = try provider.check(.takeTrustPayment, for: "258")
    #expect(check.eligibility.available == (code == nil) && check.eligibility.active == (active == 1))
    #expect(check.eligibility.reasons.first?.code == code)
    #expect(check.eligibility.availableFrom == from.flatMap { CivilDate($0) })
    if code == nil { #expect(check.fee == rubles("7.50") && check.termDays == 5) }
  }

  @Test func aChangeOfTheNextMonthIsKnownOnlyThen() throws {
    let change = Action.switchTariff(id: "5", when: .nextPeriod)
    let check = try provider.check(change, for: "258")
    #expect(check.eligibility.available && check.effectiveOn == CivilDate("2026-12-01"))
    #expect(check.after?.periodFee == rubles("450"))
    let body = provider.body(for: change, terms: check)
    #expect(body == "gid=5&from_next_month=1")
    let lost = try intent(change, body: body, terms: check, sentAt: system.now)
    system.now = system.now.adding(seconds: 86_400)
    #expect(try provider.settle(lost, for: "258") == .unknown)
    system.now = system.now.adding(seconds: 12 * 86_400)
    #expect(try provider.settle(lost, for: "258") == .notExecuted)
  }

  @Test func theCabinetMayHaveChosenTheTime() throws {
    system.instead["GET /config"] = #"""
      {"success":true,"code":0,"data":{"gui":{"changetariffoptions_visible":"0","changetariffoptions_default":"2"}},"message":""}
      """#
    #expect(
      try provider.check(.switchTariff(id: "5", when: .now), for: "258").eligibility.reasons.first?.code
        == "date-not-offered")
    #expect(try provider.check(.switchTariff(id: "5", when: .nextPeriod), for: "258").eligibility.available)
    #expect(
      try provider.check(.switchTariff(id: "77", when: .now), for: "258").eligibility.reasons.first?.code
        == "tariff-unknown")
  }

  @Test func itIsRecognisedWithoutASecret() throws {
    wire.rearm()
    let found = try Dialect.detect(home, transport: wire)
    #expect(found == Dialect.Found(dialect: .mikbill, address: home))
    #expect(wire.requests.allSatisfy { $0.body == nil && $0.header("Authorization") == nil })
  }
}
