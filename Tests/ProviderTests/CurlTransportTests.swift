import Platform
import Provider
import Synchronization
import Testing

/// Against real curl and a real socket. Names of this process's proxies are left out, so that the tests stand anywhere.
@Suite struct CurlTransportTests {
  private let transport = CurlTransport(environment: [:])

  private func exchange(
    _ acts: [LoopbackServer.Act], _ request: Request = Request("GET", "/v1/", deadlineSeconds: 5)
  ) throws -> Response {
    let server = try LoopbackServer(acts)
    defer { server.stop() }
    return try transport.exchange(request, with: server.address, receive: nil)
  }

  private func failure(
    _ acts: [LoopbackServer.Act], _ request: Request = Request("PUT", "/v1/x", body: [0x7B, 0x7D], deadlineSeconds: 5)
  ) -> TransportFailure? {
    do {
      _ = try exchange(acts, request)
      return nil
    } catch {
      return error as? TransportFailure
    }
  }

  private func ok(_ body: String) -> String {
    "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nX-Mark: Yes\r\n\r\n\(body)"
  }

  @Test func anAnswerArrivesWithItsHead() throws {
    let answer = try exchange([.write("HTTP/1.1 103 Hints\r\n\r\n"), .write(ok("hello"))])
    #expect(answer.status == 200)
    #expect(answer.headers["x-mark"] == "Yes")
    #expect(answer.body == Array("hello".utf8))
  }

  @Test func aRefusalIsAnAnswerToo() throws {
    #expect(try exchange([.write("HTTP/1.1 422 No\r\nContent-Length: 2\r\n\r\n{}")]).status == 422)
    #expect(try exchange([.write("HTTP/1.1 304 Same\r\n\r\n")]).status == 304)
  }

  @Test func theRequestArrivesByteForByteWithItsSecrets() throws {
    let server = try LoopbackServer([.write(ok("{}"))])
    defer { server.stop() }
    let body = "@{\"a\":\"\\\\ \\\" \u{0436}\"}\r\n\ttail"
    let request = Request(
      "PUT", "/v1/intents/k?x=%5B1%5D", headers: [("Authorization", "Bearer s\"e\\cret"), ("X-Empty", "")],
      body: Array(body.utf8), deadlineSeconds: 5)
    _ = try transport.exchange(request, with: server.address, receive: nil)
    let received = try #require(server.received.first)
    #expect(received.hasPrefix("PUT /v1/intents/k?x=%5B1%5D HTTP/1.1\r\n"))
    #expect(received.contains("\r\nAuthorization: Bearer s\"e\\cret\r\n"))
    #expect(received.contains("\r\nX-Empty:\r\n"))
    #expect(!received.contains("Accept-Encoding"))
    #expect(received.range(of: "\r\n\r\n" + body) != nil)
    #expect(server.received.count == 1)
  }

  @Test func secretsAreNeitherInTheArgumentsNorInTheEnvironmentOfTheChild() throws {
    let seen = Mutex("")
    let look: @Sendable () -> Void = {
      let children = (try? Directory("/proc").list()) ?? []
      for child in children where Int(child) != nil {
        guard let process = try? Directory("/proc/\(child)"),
          let arguments = try? process.file("cmdline").read(0..<10_000),
          arguments.starts(with: "curl".utf8)
        else { continue }
        let environment = (try? process.file("environ").read(0..<10_000)) ?? []
        seen.withLock { $0 += String(decoding: arguments + environment, as: UTF8.self) + "\n" }
      }
    }
    let server = try LoopbackServer([.look(look), .write(ok("{}"))])
    defer { server.stop() }
    let request = Request(
      "POST", "/v1/hidden-path", headers: [("Authorization", "Bearer hidden-token")], body: Array("hidden-body".utf8))
    _ = try transport.exchange(request, with: server.address, receive: nil)
    let text = seen.withLock { $0 }
    #expect(text.contains("curl"))
    #expect(!text.contains("hidden"))
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func aRedirectIsNotFollowed(status: Int) throws {
    let server = try LoopbackServer([
      .write("HTTP/1.1 \(status) Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
    ])
    defer { server.stop() }
    #expect(throws: TransportFailure.unknown(.redirect)) {
      try transport.exchange(Request("GET", "/", headers: [("Authorization", "x")]), with: server.address, receive: nil)
    }
    #expect(server.received.count == 1)
  }

  @Test func aCutAnswerIsUnknown() {
    #expect(failure([]) == .unknown(.connectionLost))
    #expect(failure([.reset]) == .unknown(.connectionLost))
    #expect(failure([.write("HTTP/1.1 200 OK\r\nContent-Le")]) != nil)
    #expect(failure([.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")]) == .unknown(.connectionLost))
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf"
    #expect(failure([.write(chunked)]) == .unknown(.connectionLost))
  }

  @Test(arguments: [
    "nonsense\r\n\r\n", "<html>no</html>", "SSH-2.0-OpenSSH_9.2\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
    "HTTP/1.1 200 OK\r\nX: " + String(repeating: "y", count: 90_000) + "\r\n\r\n",
  ])
  func whatIsNotPlainHTTPIsUnknown(_ text: String) throws {
    let failed = try #require(failure([.write(text)]))
    guard case .unknown = failed else {
      Issue.record("\(failed)")
      return
    }
  }

  @Test func aSlowAnswerEndsAtTheDeadline() {
    let start = Clock.monotonicMilliseconds()
    let slow = Request("GET", "/", deadlineSeconds: 1)
    #expect(failure([.trickle(ok(String(repeating: "x", count: 1000)), every: 50)], slow) == .unknown(.timeout))
    #expect(Clock.monotonicMilliseconds() - start < 4000)
  }

  @Test func aFeedThatStallsIsGivenUp() {
    let feed = Request("GET", "/", deadlineSeconds: 30, stallSeconds: 1)
    #expect(failure([.write("HTTP/1.1 200 OK\r\n\r\n{}\n"), .hang], feed) == .unknown(.timeout))
  }

  @Test func anEndlessAnswerIsCutAtTheLimit() throws {
    let request = Request("GET", "/", deadlineSeconds: 20, limit: 100_000)
    let flood: [LoopbackServer.Act] = [
      .write("HTTP/1.1 200 OK\r\n\r\n"), .flood([UInt8](repeating: 0x20, count: 65_536)),
    ]
    #expect(failure(flood, request) == .unknown(.answerTooLarge))
    let server = try LoopbackServer(flood)
    defer { server.stop() }
    var count = 0
    #expect(throws: TransportFailure.unknown(.answerTooLarge)) {
      try transport.exchange(request, with: server.address) { count += $0.count }
    }
    #expect(count <= 100_000)
  }

  @Test func theReceiverGetsOnlyTheBodyOfASuccess() throws {
    let server = try LoopbackServer([.write("HTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nbad")])
    defer { server.stop() }
    let answer = try transport.exchange(Request("GET", "/"), with: server.address) { _ in Issue.record("500") }
    #expect(answer.body == Array("bad".utf8))
  }

  @Test func anErrorOfTheReceiverComesBackAsItWas() throws {
    struct Enough: Error {}
    let server = try LoopbackServer([.write(ok("hello"))])
    defer { server.stop() }
    #expect(throws: Enough.self) {
      try transport.exchange(Request("GET", "/"), with: server.address) { _ in throw Enough() }
    }
    #expect(throws: SystemError.self) {
      try transport.exchange(Request("GET", "/"), with: server.address) { _ in
        throw SystemError(code: 28, operation: "run", path: "")
      }
    }
  }

  @Test func aDeadPortIsNotSent() throws {
    let port = Int(try LoopbackListener(port: 0).port)
    let address = Address(scheme: "http", host: "127.0.0.1", port: port, path: "")
    #expect(throws: TransportFailure.notSent(.connectionRefused)) {
      try transport.exchange(Request("GET", "/"), with: address, receive: nil)
    }
  }

  @Test func tlsToAPlainPortIsNotSent() throws {
    let server = try LoopbackServer([.write("HTTP/1.1 400 Bad Request\r\n\r\n")])
    defer { server.stop() }
    let address = Address(scheme: "https", host: "127.0.0.1", port: server.address.port, path: "")
    #expect(throws: TransportFailure.notSent(.tlsFailed)) {
      try transport.exchange(Request("POST", "/", body: []), with: address, receive: nil)
    }
  }

  @Test func aNameThatDoesNotExistIsNotSent() {
    let address = Address(scheme: "https", host: "provider.invalid", port: nil, path: "")
    #expect(throws: TransportFailure.notSent(.nameNotResolved)) {
      try transport.exchange(Request("GET", "/"), with: address, receive: nil)
    }
  }

  @Test func loopbackNeverGoesThroughAProxy() throws {
    let proxies = ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"]
    let environment = Dictionary(uniqueKeysWithValues: proxies.map { ($0, "http://127.0.0.1:9") })
    let server = try LoopbackServer([.write(ok("{}"))])
    defer { server.stop() }
    let answer = try CurlTransport(environment: environment).exchange(
      Request("GET", "/"), with: server.address, receive: nil)
    #expect(answer.status == 200)
  }

  @Test func anotherHostGoesThroughTheProxyAndARefusingProxyIsNotSent() throws {
    let proxy = try LoopbackServer([.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")])
    defer { proxy.stop() }
    let transport = CurlTransport(environment: ["https_proxy": proxy.address.text])
    let address = Address(scheme: "https", host: "provider.invalid", port: nil, path: "")
    #expect(throws: TransportFailure.notSent(.connectionRefused)) {
      try transport.exchange(Request("GET", "/"), with: address, receive: nil)
    }
    #expect(proxy.received.first?.hasPrefix("CONNECT provider.invalid:443 ") == true)
  }

  @Test func withoutCurlNothingIsSent() throws {
    let transport = CurlTransport(environment: [:], program: "/nonexistent/curl")
    let address = Address(scheme: "http", host: "127.0.0.1", port: 9, path: "")
    #expect(throws: TransportFailure.notSent(.transportMissing)) {
      try transport.exchange(Request("GET", "/"), with: address, receive: nil)
    }
  }

  @Test(arguments: [
    Request("GET", "/a b"), Request("GET", "/\n"), Request("GET", "/", headers: [("A", "b\r\nC: d")]),
    Request("GET", "/", headers: [("@/etc/passwd", "")]), Request("G T", "/"), Request("PUT", "/", body: [0]),
    Request("PUT", "/", body: [UInt8](repeating: 0x22, count: 60_000)),
  ])
  func aRequestThatCannotBeSaidExactlyIsNotSent(_ request: Request) {
    let address = Address(scheme: "http", host: "127.0.0.1", port: 9, path: "")
    #expect(throws: TransportFailure.notSent(.other)) {
      try transport.exchange(request, with: address, receive: nil)
    }
  }

  @Test(arguments: ["http", "sandbox", "file"]) func plainHTTPLeavesThisMachineNever(scheme: String) {
    let address = Address(scheme: scheme, host: "provider.invalid", port: nil, path: "")
    #expect(throws: TransportFailure.notSent(.forbiddenAddress)) {
      try transport.exchange(Request("GET", "/"), with: address, receive: nil)
    }
  }
}
