import JSON
import Synchronization
import TestSupport
import Testing

/// The binary at a TM Forum gateway on loopback.
struct GatewayTests {
  private func serve(
    _ system: TMForumSystem, act: @escaping @Sendable (HTTPRequest) -> HTTPAct? = { _ in nil }
  ) throws -> HTTPReplay {
    let replay = try HTTPReplay(serving: system, act: act)
    system.origin = replay.address
    return replay
  }

  private func login(_ binary: Binary, _ address: String, _ password: String) throws -> Ran {
    try binary.run(["login", address, "--login", "petrova", "--password-stdin"], input: password + "\n")
  }

  @Test(arguments: ["en", "ru"]) func itIsFoundReadAndUsed(_ language: String) throws {
    let system = TMForumSystem()
    let password = system.password
    // Lists come in parts (206) with their total in a header.
    system.pageCap = 2
    let replay = try serve(system)
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome(), language: language)
    let ran = try login(binary, replay.address, password)
    #expect(ran.status == 0, "\(ran.error)")
    #expect(ran.output.hasSuffix("BA-100200 Петрова Анна Сергеевна\n"))
    #expect(try binary.run(["balance", "--json"]).output.contains(#""minor":66550"#))
    #expect(try binary.run(["statement", "all"]).output.split(separator: "\n").count == 5)
    #expect(replay.requests.count { $0.target.contains("/topupBalance?offset=2&") } == 2)
    #expect(try binary.run(["ticket", "reply", "TT-1", "--text", "Да", "--yes"]).status == 0)
    #expect(try binary.run(["ticket", "show", "TT-1"]).output.hasSuffix("Да\n"))
    let wrong = try login(Binary(home: try TemporaryHome()), replay.address, "another password")
    #expect(wrong.status == 6 && !wrong.error.contains("another password"))
  }

  @Test func aPaymentWhoseAnswerIsLostIsMadeOnce() throws {
    let sent = Mutex<[String]>([])
    let system = TMForumSystem()
    let password = system.password
    nonisolated(unsafe) let inner = system
    let replay = try serve(system) { request in
      guard request.route == "POST /payment/v4/payment" else { return nil }
      sent.withLock { $0.append(request.body) }
      _ = inner.answer(
        .init(
          request.method, request.target, headers: request.headers.map { ($0.key, $0.value) },
          body: Array(request.body.utf8)))
      return .lost
    }
    defer { replay.stop() }
    let binary = Binary(home: try TemporaryHome())
    try #require(try login(binary, replay.address, password).status == 0)
    let ran = try binary.run(["pay", "250.50", "--yes", "--key", "internet-2026-11"])
    // Nobody knows until it is asked for again.
    #expect(ran.status == 8, "\(ran.error)")
    #expect(try binary.run(["pay", "250.50", "--yes", "--key", "internet-2026-11"]).status == 0)
    #expect(sent.withLock { $0.count } == 1)
    #expect(sent.withLock { $0[0] }.contains(#""correlatorId":"internet-2026-11""#))
    #expect(sent.withLock { $0[0] }.contains(#""totalAmount":{"unit":"RUB","value":250.50}"#))
    #expect(try binary.run(["balance", "--json"]).output.contains(#""minor":91600"#))
  }

  @Test func aTokenOfTheProvidersMakingIsTypedAsThePassword() throws {
    let system = TMForumSystem()
    system.hasTokenEndpoint = false
    let token = system.fixedToken
    let replay = try serve(system)
    defer { replay.stop() }
    let home = try TemporaryHome()
    let binary = Binary(home: home)
    let ran = try login(binary, replay.address + "/tmf-api", token)
    #expect(ran.status == 0, "\(ran.error)")
    let kept = try JSON(parsing: Array(try home.read("config/credentials.json").utf8))
    #expect(kept.text.contains(token) && !ran.output.contains(token) && !ran.error.contains(token))
    #expect(try binary.run(["sync"]).status == 0)
  }
}
