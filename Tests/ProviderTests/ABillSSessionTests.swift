import Domain
import Provider
import Testing

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
