import Domain
import Provider

/// What can happen to one exchange.
package enum WireFault: String, Sendable, CaseIterable {
  /// Provably never sent.
  case refused
  /// The request is lost on its way.
  case lost
  /// The connection dies, and the request arrives later all the same.
  case late
  /// It is done, and the answer is lost.
  case lostAnswer
  /// It is done, and the answer is cut in its middle.
  case cutAnswer
  case brokenBefore, brokenAfter
  case unavailable, tooMany
  /// A page of something on the way: a login to a café's network, an error page.
  case html, htmlAfter
  /// 200 with nothing in it.
  case empty
  case redirect
  /// The session is over.
  case sessionOver

  /// Whether the system acts on the request.
  package var isDone: Bool {
    switch self {
    case .late, .lostAnswer, .cutAnswer, .brokenAfter, .htmlAfter: true
    default: false
    }
  }
}

/// The way to a system in this process, on which exchanges fail as they are told to.
package final class FaultyWire: Transport {
  package let system: any FakeSystem
  /// What happens to the exchange of a number, counted from `rearm`.
  private var faults: [Int: WireFault] = [:]
  private var count = 0
  private var late: [Request] = []
  package private(set) var requests: [Request] = []
  /// Changes an answer on its way.
  package var edit: (Response) -> Response = { $0 }

  package init(_ system: any FakeSystem) { self.system = system }

  /// Counts anew, and lets the exchanges of these numbers fail.
  package func rearm(_ faults: [Int: WireFault] = [:]) {
    self.faults = faults
    count = 0
    requests = []
  }

  /// What was under way arrives.
  package func deliverLate() throws {
    let waiting = late
    late = []
    for request in waiting { _ = try system.answer(request) }
  }

  package func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    requests.append(request)
    let fault = faults[count]
    count += 1
    let response = edit(try response(to: request, fault))
    guard response.body.count <= request.limit else { throw TransportFailure.unknown(.answerTooLarge) }
    guard let receive, (200...299).contains(response.status) else { return response }
    var rest = response.body[...]
    while !rest.isEmpty {
      try receive(rest.prefix(4096))
      rest = rest.dropFirst(4096)
    }
    return Response(status: response.status, headers: response.headers)
  }

  private func response(to request: Request, _ fault: WireFault?) throws -> Response {
    switch fault {
    case nil: return try system.answer(request)
    case .refused: throw TransportFailure.notSent(.connectionRefused)
    case .lost: throw TransportFailure.unknown(.timeout)
    case .late:
      late.append(request)
      throw TransportFailure.unknown(.timeout)
    case .lostAnswer:
      _ = try system.answer(request)
      throw TransportFailure.unknown(.connectionLost)
    case .cutAnswer:
      let answer = try system.answer(request)
      return Response(
        status: answer.status, headers: answer.headers, body: Array(answer.body.prefix(answer.body.count / 2)))
    case .brokenBefore: return FaultyWire.page(500)
    case .brokenAfter:
      _ = try system.answer(request)
      return FaultyWire.page(502)
    case .unavailable: return FaultyWire.page(503, ["retry-after": "7"])
    case .tooMany: return FaultyWire.page(429, ["retry-after": "7"])
    case .html: return FaultyWire.page(200)
    case .htmlAfter:
      _ = try system.answer(request)
      return FaultyWire.page(200)
    case .empty: return Response(status: 200)
    case .redirect: throw TransportFailure.unknown(.redirect)
    case .sessionOver:
      system.endSessions()
      return try system.answer(request)
    }
  }

  private static func page(_ status: Int, _ headers: [String: String] = [:]) -> Response {
    Response(
      status: status, headers: headers.merging(["content-type": "text/html"]) { $1 },
      body: Array("<!doctype html><title>\(status)</title><p>Добро пожаловать в сеть кафе</p>".utf8))
  }
}
