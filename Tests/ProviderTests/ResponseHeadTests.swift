import Testing

@testable import Provider

private func head(_ text: String, pieces: Int = 1) throws -> (head: ResponseHead, rest: String)? {
  var reader = HeadReader()
  let bytes = Array(text.utf8)
  let size = max(1, bytes.count / pieces)
  var answer: (head: ResponseHead, rest: ArraySlice<UInt8>)?
  for start in stride(from: 0, to: bytes.count, by: size) {
    let piece = Array(bytes[start..<min(start + size, bytes.count)])
    if let known = answer {
      answer = (known.head, known.rest + piece)
    } else {
      answer = try reader.take(piece)
    }
  }
  return answer.map { ($0.head, String(decoding: $0.rest, as: UTF8.self)) }
}

@Test(arguments: [1, 3, 1000])
func theHeadIsReadHoweverItArrives(pieces: Int) throws {
  let text = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-A: 1\r\nX-A: 2\r\nX-Empty:\r\n\r\nbody\r\n\r\n"
  let (head, rest) = try #require(try head(text, pieces: pieces))
  #expect(head.status == 200)
  #expect(head.headers == ["content-type": "text/plain", "x-a": "1, 2", "x-empty": ""])
  #expect(rest == "body\r\n\r\n")
}

@Test func interimAnswersArePassedOver() throws {
  let text = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/2 404 \r\nA: b\r\n\r\n"
  let (head, rest) = try #require(try head(text))
  #expect(head == ResponseHead(status: 404, headers: ["a": "b"]))
  #expect(rest.isEmpty)
}

@Test func foldedLinesBareNewlinesAndNamelessLinesAreRead() throws {
  let (head, _) = try #require(try head("HTTP/1.1 200\nA: one\n\t two\nnonsense\n: nameless\nB:x\n\nbody"))
  #expect(head.headers == ["a": "one two", "b": "x"])
}

@Test(arguments: [
  "<html>\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 0xC OK\r\n\r\n",
  "HTTP/1.1 700 No\r\n\r\n", "HTTP/1.1 -20 No\r\n\r\n", "\r\n\r\n",
])
func whatIsNoHeadIsMalformed(_ text: String) {
  #expect(throws: TransportFailure.unknown(.malformedAnswer)) { try head(text) }
}

@Test func anUnfinishedHeadIsNone() throws {
  #expect(try head("HTTP/1.1 200 OK\r\nA: b\r\n") == nil)
}

@Test func aHugeHeadIsRefused() {
  let long = "HTTP/1.1 200 OK\r\nA: " + String(repeating: "x", count: 70_000)
  #expect(throws: TransportFailure.unknown(.malformedAnswer)) { try head(long) }
  let many = String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 4000)
  #expect(throws: TransportFailure.unknown(.malformedAnswer)) { try head(many) }
}

@Test func randomBytesNeverTrapTheHeadReader() {
  var generator = SystemRandomNumberGenerator()
  let words = ["HTTP/1.1 ", "200", " ", "\r\n", "\n", ":", "\t", "A", "\u{FF}", "100", "\r"].map { Array($0.utf8) }
  for _ in 0..<2000 {
    var reader = HeadReader()
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<20, using: &generator) { bytes += words.randomElement(using: &generator) ?? [] }
    _ = try? reader.take(bytes)
    _ = try? reader.take(bytes)
  }
}
