import Domain
import TestSupport
import Testing

@testable import Provider

private let denied = #"{"errno":10,"errstr":"Access denied"}"#

@Test func aKeptSessionIsUsedWithoutALogin() throws {
  let abills = ABillSFixture()
  #expect(try abills.provider.accounts() == [AccountBrief(id: "4217", number: "4217", name: "Петрова")])
  #expect(abills.transport.count("POST /api.cgi/user/login") == 0)
  #expect(abills.transport.requests.allSatisfy { $0.header("USERSID") == "sid-1" })
}

@Test(arguments: [401, 200, 400]) func aLostSessionIsRenewedOnce(status: Int) throws {
  let abills = ABillSFixture()
  abills.transport.answers["GET /api.cgi/user/"] = nil
  abills.transport.on("GET /api.cgi/user/", status, denied)
  abills.transport.on("GET /api.cgi/user/", 200, ABillSFixture.user)
  abills.set("POST /user/login", 200, #"{"login":"petrova","sid":"sid-2","uid":4217}"#)
  _ = try abills.provider.accounts()
  #expect(abills.transport.count("POST /api.cgi/user/login") == 1)
  #expect(abills.vault.stored?.token == "sid-2" && abills.vault.stored?.password == "secret")
  #expect(abills.transport.requests.last?.header("USERSID") == "sid-2")
}

@Test func aSessionThatCannotBeRenewedIsALogin() throws {
  let wrong = ABillSFixture()
  wrong.set("GET /user/", 401, denied)
  wrong.set("POST /user/login", 400, #"{"errno":1001014,"errstr":"ERR_WRONG_PASSWD"}"#)
  #expect(throws: ProviderError.loginNeeded) { try wrong.provider.accounts() }

  let forgotten = ABillSFixture(password: nil)
  forgotten.set("GET /user/", 401, denied)
  #expect(throws: ProviderError.loginNeeded) { try forgotten.provider.accounts() }
  #expect(forgotten.transport.requests.count == 1)

  let foreign = ABillSFixture()
  foreign.vault.stored = Credentials(origin: "https://other.example", token: "x")
  #expect(throws: ProviderError.loginNeeded) { try foreign.provider.accounts() }
  #expect(foreign.transport.requests.isEmpty)
}

@Test func aSessionThatAnotherProcessRenewedIsTakenOver() throws {
  let abills = ABillSFixture()
  let vault = abills.vault
  abills.transport.answers["GET /api.cgi/user/"] = nil
  abills.transport.on(
    "GET /api.cgi/user/",
    { _ in
      vault.stored?.token = "sid-9"
      return Response(status: 401)
    }, { _ in Response(status: 200, body: Array(ABillSFixture.user.utf8)) })
  _ = try abills.provider.accounts()
  #expect(abills.transport.count("POST /api.cgi/user/login") == 0)
}

@Test func aMutationOnALostSessionIsSentAgainAfterTheLogin() throws {
  let abills = ABillSFixture()
  abills.transport.on("POST /api.cgi/user/credit/", 401, denied)
  abills.transport.on("POST /api.cgi/user/credit/", 200, #"{"creditSum":300}"#)
  abills.set("POST /user/login", 200, #"{"sid":"sid-2"}"#)
  #expect(abills.provider.submit(try intent(.takeTrustPayment), for: "4217") == .done(reference: nil, link: nil))

  let silent = ABillSFixture()
  silent.transport.on("POST /api.cgi/user/credit/", 401, denied)
  silent.transport.on("POST /api.cgi/user/login") { _ in throw TransportFailure.unknown(.timeout) }
  #expect(silent.provider.submit(try intent(.takeTrustPayment), for: "4217") == .notSent(.timeout))
}

@Test func aLoginKeepsWhatARenewalNeeds() throws {
  let transport = FakeTransport()
  let vault = FakeVault(nil)
  transport.on("POST /api.cgi/user/login", 200, #"{"login":"petrova","sid":"s","uid":1}"#)
  let signIn = ABillSSignIn(address: home, transport: transport, vault: vault)
  try signIn.signIn(login: "petrova", password: "пароль\"")
  #expect(transport.requests.first?.text == #"{"login":"petrova","password":"пароль\""}"#)
  #expect(vault.stored == Credentials(origin: home.origin, login: "petrova", password: "пароль\"", token: "s"))
  transport.on("DELETE /api.cgi/user/logout/", 200, "{}")
  #expect(try signIn.signOut())
  #expect(vault.stored == nil)
}

@Test func anAddressMayNameTheScriptItself() throws {
  let transport = FakeTransport()
  transport.on("POST /user/login", 200, #"{"sid":"s"}"#)
  let address = try Address(parsing: "https://my.provider.example:9443/api.cgi")
  try ABillSSignIn(address: address, transport: transport, vault: FakeVault(nil)).signIn(login: "a", password: "b")
}

/// Over the small system: what a person is told, and the login without a password.
@Suite struct ABillSSystemTests {
  private let system = ABillSSystem()
  private let vault = MemoryVault()
  private let wire: FaultyWire
  private let provider: ABillSProvider
  private let signIn: ABillSSignIn

  init() throws {
    let system = system
    wire = FaultyWire(system)
    provider = ABillSProvider(address: home, transport: wire, vault: vault) { system.now }
    signIn = ABillSSignIn(address: home, transport: wire, vault: vault)
  }

  @Test func aSessionThatWasTakenIsRenewedOnceAndSaidSo() throws {
    try signIn.signIn(login: system.login, password: system.password)
    _ = try provider.accounts()
    #expect(provider.takeNotes().isEmpty)
    system.endSessions()
    wire.rearm()
    var steps = 0
    _ = try provider.changes(of: "4217", since: nil) { _ in steps += 1 }
    #expect(wire.requests.count { $0.target.hasSuffix("/user/login") } == 1)
    #expect(provider.takeNotes() == [.sessionRenewed])
    #expect(provider.takeNotes().isEmpty, "it is told once")
  }

  @Test func aTelephoneAndACodeWillDo() throws {
    #expect(throws: ProviderError.refused(SignInReason.unknownPhone)) { try signIn.sendCode(toPhone: "1") }
    try signIn.sendCode(toPhone: system.phone)
    #expect(throws: ProviderError.refused(SignInReason.wrongCode)) { try signIn.signIn(phone: system.phone, code: "0") }
    try signIn.signIn(phone: system.phone, code: system.code)
    #expect(vault.stored?.password == nil && vault.stored?.login == "petrova")
    #expect(try provider.accounts().count == 1)
    system.endSessions()
    #expect(throws: ProviderError.loginNeeded) { try provider.accounts() }
    system.sharesPhone = true
    do {
      try signIn.signIn(phone: system.phone, code: system.code)
      Issue.record("one was chosen")
    } catch ProviderError.refused(let reason) {
      #expect(reason.code == "several-accounts" && reason.label.text(in: "en").hasSuffix(": a, b"))
    }
  }

  @Test(arguments: [(nil, false), (1, false), (2, true), (3, false)] as [(Int64?, Bool)])
  func anOrderTellsItselfWhetherItIsPaid(_ status: Int64?, _ isPaid: Bool) throws {
    try signIn.signIn(login: system.login, password: system.password)
    let pay = Action.pay(amount: rubles("250.50"), method: "9")
    let check = try provider.check(pay, for: "4217")
    var sent = try intent(pay, body: provider.body(for: pay, terms: check), terms: check, sentAt: system.now)
    guard case .accepted(let link?, _) = provider.submit(sent, for: "4217") else {
      Issue.record("not taken")
      return
    }
    try sent.apply(.accepted, at: system.now, link: link)
    system.orderStatus = status
    #expect(
      try provider.settle(sent, for: "4217") == (isPaid ? .done(reference: nil, link: link) : .accepted(link: link)))
  }

  @Test func theNumberOfTheCurrencyIsStrongerThanItsWord() throws {
    #expect(CurrencyWord.currency(number: 980)?.code == "UAH" && CurrencyWord.currency(number: 1) == nil)
    let abills = ABillSFixture()
    abills.set(
      "GET /user/config/", 200, #"{"moneyUnitNames":{"majorUnit":"у.е."},"system":{"currency":"398"},"userCredit":1}"#)
    let account = try abills.account()
    #expect(account.currency.code == "KZT" && account.utcOffset == 300)
  }
}
