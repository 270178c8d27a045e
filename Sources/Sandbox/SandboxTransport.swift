import Domain
import Platform
import Provider

/// The way to a sandbox in the same process: the same router and faults as over HTTP, without a socket.
///
/// Time does not pass here: a delay beyond the request's deadline is a time-out at once, a shorter one is no delay.
package struct SandboxTransport: Transport {
  private let sandbox: Sandbox
  private static let pieceSize = 65_536

  init(_ sandbox: Sandbox) { self.sandbox = sandbox }

  package func exchange(
    _ request: Request, with address: Address, receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    let headers = Dictionary(
      request.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { _, last in last })
    let call = Call(
      method: request.method, target: address.path + request.target, headers: headers, body: request.body ?? [])
    guard let call else { throw TransportFailure.notSent(.forbiddenAddress) }
    let reply = Front.reply(to: call, sandbox)
    guard let answer = reply.answer else { throw TransportFailure.unknown(.connectionLost) }
    if reply.delayMilliseconds >= Int64(request.deadlineSeconds) * 1000 { throw TransportFailure.unknown(.timeout) }
    if (300..<400).contains(answer.status), answer.status != 304 { throw TransportFailure.unknown(.redirect) }
    return try deliver(answer, request, reply.cutAfter, receive)
  }

  private func deliver(
    _ answer: Answer, _ request: Request, _ cut: Int?, _ receive: ((ArraySlice<UInt8>) throws -> Void)?
  ) throws -> Response {
    var body: [UInt8] = []
    var count = 0
    var sink: (ArraySlice<UInt8>) throws -> Void = { body += $0 }
    if let receive, (200..<300).contains(answer.status) { sink = receive }
    func pass(_ piece: [UInt8]) throws {
      guard request.method != "HEAD" else { return }
      let allowed = min(piece.count, (cut ?? .max) - count)
      guard count + allowed <= request.limit else { throw TransportFailure.unknown(.answerTooLarge) }
      count += allowed
      if allowed > 0 { try sink(piece[..<allowed]) }
      if let cut, count >= cut { throw TransportFailure.unknown(.connectionLost) }
    }
    switch answer.body {
    case .bytes(let bytes): try pass(bytes)
    case .stream(let next): while let piece = next() { try pass(piece) }
    }
    let headers = Dictionary(
      [("date", HTTPDate.text(sandbox.now))] + answer.headers.map { ($0.name.lowercased(), $0.value) },
      uniquingKeysWith: { _, last in last })
    return Response(status: answer.status, headers: headers, body: body)
  }
}
