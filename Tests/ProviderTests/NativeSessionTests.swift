import Domain
import Provider
import Testing

private let tokens = #"{"access_token":"t2","token_type":"Bearer","expires_in":900,"refresh_token":"r2"}"#
private let pay = Action.pay(amount: rubles("500"), method: nil)

@Test func anOldTokenIsRenewedOnceAndSavedBeforeItIsUsed() throws {
  let native = NativeFixture()
  let vault = native.vault
  native.transport.on("POST /v1/auth/token", 200, tokens)
  native.transport.on(
    "GET /v1/accounts", { _ in Response(status: 401) },
    { request in
      #expect(vault.stored?.token == "t2" && vault.stored?.refreshToken == "r2")
      #expect(request.header("Authorization") == "Bearer t2")
      return Response(status: 200, body: Array(#"{"accounts":[]}"#.utf8))
    })
  #expect(try native.provider.accounts().isEmpty)
  #expect(native.transport.requests[1].text == "grant_type=refresh_token&refresh_token=r1&client_id=kabinet")
  #expect(native.transport.requests[1].header("Authorization") == nil)
  #expect(vault.stored?.login == "ivan")
}

@Test func aSecond401IsALogin() {
  let native = NativeFixture()
  native.transport.on("POST /v1/auth/token", 200, tokens)
  native.transport.fallback = { _ in Response(status: 401) }
  #expect(throws: ProviderError.loginNeeded) { try native.provider.accounts() }
  #expect(native.transport.requests.count == 3)
}

@Test func aRefusedRefreshIsALogin() throws {
  let native = NativeFixture()
  native.transport.on("POST /v1/auth/token", 400, #"{"error":"invalid_grant"}"#)
  native.transport.fallback = { _ in Response(status: 401) }
  #expect(throws: ProviderError.loginNeeded) { try native.provider.accounts() }
  #expect(native.provider.submit(try intent(pay), for: "100") == .loginNeeded)
}

@Test func aTokenThatAnotherProcessRenewedIsTakenFromTheVault() throws {
  let native = NativeFixture()
  let vault = native.vault
  native.transport.on(
    "GET /v1/accounts",
    { _ in
      vault.stored?.token = "t9"
      return Response(status: 401)
    },
    { request in
      #expect(request.header("Authorization") == "Bearer t9")
      return Response(status: 200, body: Array(#"{"accounts":[]}"#.utf8))
    })
  _ = try native.provider.accounts()
  #expect(native.transport.count("POST /v1/auth/token") == 0)
}

@Test func tokensGoOnlyToTheirOrigin() {
  let native = NativeFixture()
  native.vault.stored = Credentials(origin: "https://evil.example", token: "t1")
  #expect(throws: ProviderError.loginNeeded) { try native.provider.accounts() }
  #expect(native.transport.requests.isEmpty)
}

@Test func aMutationMeets401AndIsSentAgainWithTheNewToken() throws {
  let native = NativeFixture()
  native.transport.on("POST /v1/auth/token", 200, tokens)
  native.transport.on(
    "PUT " + NativeFixture.intentPath, { _ in Response(status: 401) },
    { _ in Response(status: 200, body: Array(#"{"state":"done"}"#.utf8)) })
  #expect(native.provider.submit(try intent(pay), for: "100") == .done(reference: nil, link: nil))
}

@Test func whatGoesWrongWhileRenewingIsNotSent() throws {
  let native = NativeFixture()
  native.transport.on("PUT " + NativeFixture.intentPath) { _ in Response(status: 401) }
  native.transport.on(
    "POST /v1/auth/token", { _ in throw TransportFailure.unknown(.timeout) }, { _ in Response(status: 500) },
    { _ in Response(status: 200, body: Array("<html>".utf8)) },
    { _ in Response(status: 200, body: Array(tokens.utf8)) })
  let payment = try intent(pay)
  #expect(native.provider.submit(payment, for: "100") == .notSent(.timeout))
  #expect(native.provider.submit(payment, for: "100") == .notSent(.other))
  #expect(native.provider.submit(payment, for: "100") == .notSent(.other))
  native.vault.failsToSave = true
  #expect(native.provider.submit(payment, for: "100") == .notSent(.other))
}

@Test func withoutATokenNothingIsSent() throws {
  let native = NativeFixture(token: nil, refresh: nil)
  #expect(native.provider.submit(try intent(pay), for: "100") == .loginNeeded)
  #expect(native.transport.requests.isEmpty)
}

@Suite struct NativeSignInTests {
  private let transport = FakeTransport()
  private let vault = FakeVault(nil)
  private var signIn: NativeSignIn { NativeSignIn(address: home, transport: transport, vault: vault) { noon } }

  @Test func aPasswordBringsTokensAndIsNotKept() throws {
    transport.on("POST /v1/auth/token", 200, tokens)
    try signIn.signIn(login: "ivan@example", password: "p&=ы")
    #expect(
      vault.stored
        == Credentials(
          origin: home.origin, login: "ivan@example", token: "t2", refreshToken: "r2",
          expires: noon.adding(seconds: 900)))
    #expect(
      transport.requests.first?.text
        == "grant_type=password&username=ivan%40example&password=p%26%3D%D1%8B&client_id=kabinet")
  }

  @Test func aWrongPasswordIsAReason() {
    transport.on("POST /v1/auth/token", 400, #"{"error":"invalid_grant"}"#)
    do {
      try signIn.signIn(login: "a", password: "b")
      Issue.record("signed in")
    } catch {
      guard case .refused(let reason)? = error as? ProviderError else {
        Issue.record("\(error)")
        return
      }
      #expect(reason.code == "wrong-credentials")
    }
    #expect(vault.stored == nil)
  }

  @Test func aDeviceIsPolledUntilThePersonConfirms() throws {
    transport.on(
      "POST /v1/auth/device", 200,
      #"{"device_code":"d","user_code":"AB-CD","verification_uri":"https://p/d","expires_in":600,"interval":3}"#)
    func refusal(_ word: String) -> FakeTransport.Answer {
      { _ in Response(status: 400, body: Array(#"{"error":"\#(word)"}"#.utf8)) }
    }
    transport.on(
      "POST /v1/auth/token", refusal("authorization_pending"), refusal("slow_down"),
      { _ in throw TransportFailure.unknown(.timeout) }, { _ in Response(status: 200, body: Array(tokens.utf8)) })
    let device = try signIn.startDevice()
    #expect(device.userCode == "AB-CD" && device.completeURI == nil)
    var waits: [Int] = []
    try signIn.finishDevice(device) { waits.append($0) }
    #expect(waits == [3, 3, 8, 16])
    #expect(vault.stored?.token == "t2")
  }

  @Test(arguments: [("access_denied", "access-denied"), ("expired_token", "code-expired")])
  func aRefusedDeviceIsAReason(_ word: String, _ code: String) throws {
    transport.on("POST /v1/auth/token", 400, #"{"error":"\#(word)"}"#)
    let device = DeviceAuthorization(
      deviceCode: "d", userCode: "u", verificationURI: "v", completeURI: nil, expiresIn: 60, interval: 5)
    do {
      _ = try signIn.poll(device)
      Issue.record("confirmed")
    } catch ProviderError.refused(let reason) {
      #expect(reason.code == code)
    }
  }

  @Test func aCodeThatIsNeverConfirmedRunsOut() {
    transport.on("POST /v1/auth/token", 400, #"{"error":"authorization_pending"}"#)
    let device = DeviceAuthorization(
      deviceCode: "d", userCode: "u", verificationURI: "v", completeURI: nil, expiresIn: 20, interval: 5)
    #expect(throws: ProviderError.self) { try signIn.finishDevice(device) { _ in } }
    #expect(transport.requests.count == 4)
  }

  @Test func logoutRevokesAndForgetsEvenWhenTheProviderIsAway() throws {
    vault.stored = Credentials(origin: home.origin, token: "t", refreshToken: "r")
    transport.on("POST /v1/auth/revoke", 200, "")
    #expect(try signIn.signOut())
    #expect(transport.requests.first?.text == "token=r&client_id=kabinet")
    vault.stored = Credentials(origin: home.origin, token: "t")
    transport.answers = [:]
    transport.fallback = { _ in throw TransportFailure.notSent(.nameNotResolved) }
    #expect(try !signIn.signOut())
    #expect(vault.stored == nil)
  }
}
