import Glibc
import JSON
import Platform
import Testing

@testable import Sandbox

/// The server, driven step by step in the test's own thread through real sockets.
struct ServerTests {
  /// The other side of a connection.
  private final class Caller {
    let descriptor: Int32

    init(port: UInt16) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      let answer = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(answer == 0)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit { close(descriptor) }

    func send(_ text: String) { _ = text.withCString { Glibc.send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) } }

    /// What has arrived, and whether the other side has ended.
    func receive() -> (text: String, isOver: Bool) {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return (String(decoding: bytes, as: UTF8.self), count == 0) }
        bytes += buffer[..<count]
      }
    }
  }

  private let server: SandboxServer
  private let sandbox: Sandbox

  init() throws {
    sandbox = Sandbox.inMemory(seed: 1, entries: 6000, start: noon, clock: { noon })
    server = try SandboxServer(sandbox)
  }

  private func turn(_ times: Int = 12) throws { for _ in 0..<times { try server.step(timeout: 1) } }

  private static let hello = "GET /v1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

  @Test func pipelinedRequestsAreAnsweredInOrderOnOneConnection() throws {
    let caller = try Caller(port: server.port)
    caller.send(ServerTests.hello + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    try turn()
    let (text, isOver) = caller.receive()
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(text.contains("\"api\":\"kabinet\""))
    #expect(text.contains("HTTP/1.1 404 Not Found\r\n"))
    #expect(isOver)
  }

  @Test func aRequestMayComeByteByByteWhileOthersAreServed() throws {
    let slow = try Caller(port: server.port)
    let fast = try Caller(port: server.port)
    for byte in ServerTests.hello.dropLast() {
      slow.send(String(byte))
      try turn(1)
    }
    fast.send(ServerTests.hello)
    try turn()
    #expect(slow.receive().text.isEmpty)
    #expect(fast.receive().text.hasPrefix("HTTP/1.1 200 OK"))
    slow.send("\r\n")
    try turn()
    #expect(slow.receive().text.hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test(arguments: [
    ("GET / HTTP/3.0\r\nHost: 127.0.0.1\r\n\r\n", "505"), ("nonsense\r\n\r\n", "400"),
    ("GET /v1/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"), ("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400"),
    ("PATCH /v1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "405"),
    ("PUT /v1/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 70000\r\n\r\n", "413"),
  ])
  func badRequestsGetTheirStatus(text: String, status: String) throws {
    let caller = try Caller(port: server.port)
    caller.send(text)
    try turn()
    #expect(caller.receive().text.hasPrefix("HTTP/1.1 \(status) "))
  }

  @Test func aHeadRequestGetsNoBody() throws {
    let caller = try Caller(port: server.port)
    caller.send("HEAD /v1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    try turn()
    let text = caller.receive().text
    #expect(text.hasSuffix("\r\n\r\n"))
    #expect(text.contains("Content-Length: "))
  }

  @Test func aFeedIsStreamedInChunks() throws {
    let client = try Client("100108", sandbox: sandbox)
    let caller = try Caller(port: server.port)
    caller.send(
      "GET /v1/accounts/100108/changes HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(client.token)\r\n\r\n")
    var text = ""
    for _ in 0..<200 where !text.hasSuffix("0\r\n\r\n") {
      try turn(1)
      text += caller.receive().text
    }
    #expect(text.contains("Transfer-Encoding: chunked"))
    #expect(text.hasSuffix("0\r\n\r\n"))
    #expect(text.components(of: "\"type\":\"entry\"") == 6000)
  }

  @Test func aLostAnswerEndsTheConnectionWithoutAByte() throws {
    sandbox.faults.add(Fault(.loseAnswer))
    let caller = try Caller(port: server.port)
    caller.send(ServerTests.hello)
    try turn()
    let (text, isOver) = caller.receive()
    #expect(text.isEmpty)
    #expect(isOver)
  }

  @Test func aCutAnswerHasTheBytesUpToTheCut() throws {
    sandbox.faults.add(Fault(.cut, value: 10))
    let caller = try Caller(port: server.port)
    caller.send(ServerTests.hello)
    try turn()
    let (text, isOver) = caller.receive()
    #expect(text.hasSuffix("\r\n\r\n{\"api\":\"ka"))
    #expect(isOver)
  }

  @Test func theServerStopsWhenItIsAskedTo() throws {
    let caller = try Caller(port: server.port)
    caller.send(ServerTests.hello)
    var questions = 0
    try server.run {
      questions += 1
      return questions > 3
    }
    let (text, isOver) = caller.receive()
    #expect(text.hasPrefix("HTTP/1.1 200 OK"))
    #expect(isOver)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
