/// Takes curl's output apart as it comes: the head, then the body, collected or passed on, never more than the limit.
struct AnswerReader {
  private let limit: Int
  private let receive: ((ArraySlice<UInt8>) throws -> Void)?
  private var heads = HeadReader()
  private var head: ResponseHead?
  private var body: [UInt8] = []
  private var count = 0

  init(limit: Int, receive: ((ArraySlice<UInt8>) throws -> Void)?) {
    self.limit = limit
    self.receive = receive
  }

  mutating func take(_ bytes: [UInt8]) throws {
    guard head == nil else { return try takeBody(bytes[...]) }
    guard let (head, rest) = try heads.take(bytes) else { return }
    try AnswerReader.accept(head)
    self.head = head
    heads = HeadReader()
    if !rest.isEmpty { try takeBody(rest) }
  }

  private static func accept(_ head: ResponseHead) throws(TransportFailure) {
    if (300...399).contains(head.status), head.status != 304 { throw .unknown(.redirect) }
    // Nobody asked for a packed answer, and nobody here unpacks one.
    guard (head.headers["content-encoding"] ?? "identity").lowercased() == "identity" else {
      throw .unknown(.malformedAnswer)
    }
  }

  private mutating func takeBody(_ bytes: ArraySlice<UInt8>) throws {
    count += bytes.count
    guard count <= limit else { throw TransportFailure.unknown(.answerTooLarge) }
    if let receive, let head, (200...299).contains(head.status) {
      try receive(bytes)
    } else {
      body += bytes
    }
  }

  func response() throws(TransportFailure) -> Response {
    guard let head else { throw .unknown(.malformedAnswer) }
    return Response(status: head.status, headers: head.headers, body: body)
  }
}
