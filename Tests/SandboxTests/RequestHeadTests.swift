import Testing

@testable import Sandbox

/// Heads of requests: strict, bounded, and never a trap.
struct RequestHeadTests {
  private func read(_ text: String) -> RequestHead.Reading { RequestHead.read(Array(text.utf8)) }

  @Test func aHeadIsReadWithItsLength() throws {
    let text = "POST /v1/x?y=1 HTTP/1.1\r\nHost: a\r\nContent-Length:  5 \r\nX-A: b\r\nX-A: c\r\n\r\nbody!"
    guard case .head(let head, let length) = read(text) else {
      Issue.record("a head is due")
      return
    }
    #expect(head.method == "POST")
    #expect(head.target == "/v1/x?y=1")
    #expect(head.headers["x-a"] == "b, c")
    #expect(head.contentLength == 5)
    #expect(head.keepsAlive)
    #expect(text.utf8.count - length == 5)
  }

  @Test(arguments: [
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505), ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), ("GET x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n", 400), ("GET / HTTP/1.1\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400), ("GET /\u{7F} HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
  ])
  func whatCouldBeReadInTwoWaysIsRefused(text: String, status: Int) {
    #expect(read(text) == .refused(status))
  }

  @Test func aHeadOfSixteenKibibytesIsTheLargest() {
    let start = "GET / HTTP/1.1\r\nHost: a\r\nX: "
    let fits = start + String(repeating: "x", count: RequestHead.limit - start.utf8.count - 4) + "\r\n\r\n"
    guard case .head = read(fits) else {
      Issue.record("it fits")
      return
    }
    #expect(read(start + String(repeating: "x", count: RequestHead.limit)) == .refused(431))
  }

  @Test func chunksAreJoined() {
    let head = "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    guard case .head(let parsed, _) = read(head) else {
      Issue.record("a head is due")
      return
    }
    let body = Array("4;x=y\r\nab\r\n\r\n3\r\ncde\r\n0\r\nTrailer: x\r\n\r\nnext".utf8)
    #expect(RequestBody.read(body[...], of: parsed) == .body(Array("ab\r\ncde".utf8), end: body.count - 4))
    for count in 0..<(body.count - 4) { #expect(RequestBody.read(body[..<count], of: parsed) == .more) }
    #expect(RequestBody.read(Array("zz\r\n".utf8)[...], of: parsed) == .refused(400))
    #expect(RequestBody.read(Array("fffffff\r\n".utf8)[...], of: parsed) == .refused(413))
  }

  /// Valid heads with random bytes put in, taken out and repeated; each prefix must be readable too.
  @Test(arguments: [UInt64](1...4))
  func damagedHeadsAreAnsweredAndNeverTrap(seed: UInt64) {
    var chance = SplitMix64(seed: seed, name: "heads")
    let whole = Array(
      "PUT /v1/accounts/1/intents/k HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 12\r\nA: b\r\n\r\n".utf8)
    var heads = 0
    for round in 0..<4000 {
      var bytes = whole
      for _ in 0..<chance.number(in: 0...4) {
        let place = chance.number(in: 0...(bytes.count - 1))
        switch chance.number(in: 0...2) {
        case 0: bytes[place] = UInt8(chance.number(in: 0...255))
        case 1: bytes.insert(UInt8(chance.number(in: 0...255)), at: place)
        default: bytes.remove(at: place)
        }
      }
      switch RequestHead.read(bytes) {
      case .head(let head, let length):
        heads += 1
        #expect(length <= bytes.count && !head.method.isEmpty, "seed \(seed), round \(round)")
      case .refused(let status): #expect((400...505).contains(status), "seed \(seed), round \(round)")
      case .more: break
      }
    }
    #expect(heads > 500)
  }
}
